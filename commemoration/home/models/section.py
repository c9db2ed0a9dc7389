"""The room of one institution: the embassy or the centre."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from commemoration.core.blocks.bodies import BodyBlocks, VisitBlocks
from commemoration.core.blocks.fields import BlocksField
from commemoration.core.enums import Section
from commemoration.core.pages.base import BasePage
from commemoration.home import selectors, showcase


class SectionPage(BasePage):
    """An institution's entrance: who it is, where, when open, and the parts it runs."""

    section = models.CharField(
        _("institution"),
        max_length=10,
        choices=Section,
        help_text=_("Gives the pages below this one their accent."),
    )
    body = BlocksField(BodyBlocks(), verbose_name=_("text"), blank=True)
    visit = BlocksField(
        VisitBlocks(), verbose_name=_("address, contact, opening hours"), blank=True
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("section"),
        FieldPanel("body"),
        FieldPanel("visit"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("visit"),
    ]

    parent_page_types = ["home.HomePage"]
    in_footer_menu = True

    class Meta:
        verbose_name = _("institution")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(section__in=Section.values), name="section_page_has_a_section"
            )
        ]

    def clean(self):
        super().clean()
        others = SectionPage.objects.filter(section=self.section, locale=self.locale)
        if others.exclude(pk=self.pk).exists():
            message = _("This institution has its page already: edit that one.")
            raise ValidationError({"section": message})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = selectors.listed_children(self)
        context["highlights"] = showcase.photographs_of(self)
        return context
