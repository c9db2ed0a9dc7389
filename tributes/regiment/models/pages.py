"""The wall of portraits."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.pages.base import BasePage
from tributes.regiment.forms.filtering import WallFilterForm
from tributes.regiment.selectors import listing


class RegimentPage(BasePage):
    """All entries, the newest first, with filters that stand in the address."""

    subpage_types = []
    template = "regiment/regiment_page.html"

    class Meta:
        verbose_name = _("page of the Immortal Regiment")

    def get_context(self, request, *args, **kwargs):
        asked = WallFilterForm(request.GET).asked
        shown = listing.wall(asked, get_language(), request.GET.get("page", 1))
        return {**super().get_context(request, *args, **kwargs), "shown": shown}
