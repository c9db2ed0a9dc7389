"""What every page of the site has."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from commemoration.core.languages.folding import fold
from commemoration.core.pages.rows import PageRow

WORD = re.compile(r"\w+")


class BasePage(Page):
    """The abstract page that all page types extend."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_("One or two sentences below the title, also shown where the page is listed."),
    )

    # Where `show_in_menus` puts a page of this type.
    in_header_menu = True
    in_footer_menu = False

    # The rows from the home page down to this page, where routing has found it.
    routed_trail: list[PageRow] | None = None
    # What the page shows of other records, to be fetched with it.
    fetched_with: tuple[str, ...] = ()

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("folded_words"),
    ]
    # An address is the same in every language: a translation must not rename it.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """What a search engine shows below the title."""
        return self.search_description or self.lead

    def folded_words(self) -> str:
        """For the search: the words of this page as they are typed without accents: "liege"."""
        words = set()
        for field in self.get_search_fields():
            if isinstance(field, index.SearchField) and field.field_name != "folded_words":
                value = field.get_value(self) or ""
                text = value if isinstance(value, str) else " ".join(map(str, value))
                words.update(WORD.findall(text.lower()))
        return " ".join(sorted({fold(word) for word in words} - words))

    def get_view_restrictions(self):
        """As Wagtail's, without asking again for what routing has found."""
        trail = self.routed_trail
        if not trail or any(page.alias_of_id for page in trail):
            return super().get_view_restrictions()
        if trail[-1].is_public:
            return PageViewRestriction.objects.none()
        return PageViewRestriction.objects.filter(page_id__in=[page.pk for page in trail])
