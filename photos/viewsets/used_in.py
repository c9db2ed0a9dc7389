"""The screens that say where a photograph or a picture is used, and what deletion would break."""

from functools import cached_property

from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.images.views.images import UsageView as ImageUsageView
from wagtail.snippets.views.snippets import DeleteView, UsageView

from photos.selectors.used_in import Use, uses_of


def rows_for(uses: list[Use], user) -> list[dict]:
    """Names and addresses are told to those who may edit what uses it; others learn the kind."""
    finder = AdminURLFinder(user)
    rows = []
    for use in uses:
        url = finder.get_edit_url(use.owner)
        hidden = gettext("Not yours to edit")
        rows.append({"use": use, "url": url, "name": str(use.owner) if url else hidden})
    return rows


class UsedInMixin:
    """Wagtail's screen of references, told in full: see `photos.selectors.used_in`."""

    page_title = gettext_lazy("Used in")
    paginate_by = 50

    def get_breadcrumbs_items(self):
        *above, own = super().get_breadcrumbs_items()
        return [*above, {**own, "label": self.page_title}]

    def get_queryset(self):
        return uses_of(self.object)

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "name",
                label=gettext_lazy("Name"),
                accessor=lambda row: row["name"],
                get_url=lambda row: row["url"],
            ),
            Column("kind", label=gettext_lazy("Kind"), accessor=lambda row: row["use"].kind),
            Column("how", label=gettext_lazy("As what"), accessor=lambda row: row["use"].how),
            Column(
                "loss",
                label=gettext_lazy("If it is deleted"),
                accessor=lambda row: row["use"].loss,
            ),
        ]

    def get_table(self, object_list, **kwargs):
        rows = rows_for(object_list, self.request.user)
        return BaseListingView.get_table(self, rows, **kwargs)


class PhotoUsedInView(UsedInMixin, UsageView):
    pass


class PictureUsedInView(UsedInMixin, ImageUsageView):
    pass


class PhotoDeleteView(DeleteView):
    """Says what would break before it is done."""

    def get_context_data(self, **kwargs):
        rows = rows_for(uses_of(self.object), self.request.user)
        return super().get_context_data(uses=rows, **kwargs)
