"""The page that lists veterans and the presentations of medals."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.pages.base import BasePage
from tributes.veterans.forms.filtering import VeteranFilterForm
from tributes.veterans.selectors import listing


class VeteransPage(BasePage):
    """An alphabetical roll with filters that stand in the address."""

    subpage_types = []
    template = "veterans/veterans_page.html"

    class Meta:
        verbose_name = _("page of veterans")

    def get_context(self, request, *args, **kwargs):
        asked = VeteranFilterForm(request.GET).asked
        shown = listing.veteran_list(asked, get_language(), request.GET.get("page", 1))
        return {**super().get_context(request, *args, **kwargs), "shown": shown}

    def serve(self, request, *args, **kwargs):
        """Search engines are not offered a page that names somebody who may be living."""
        response = super().serve(request, *args, **kwargs)
        if response.context_data["shown"].names_living:
            response["X-Robots-Tag"] = "noindex"
        return response
