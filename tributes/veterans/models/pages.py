"""The page that lists veterans and the presentations of medals."""

from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.http.living import keep_nowhere
from commemoration.core.pages.base import BasePage
from commemoration.names.limits import too_many_searches
from tributes.veterans.forms.filtering import VeteranFilterForm
from tributes.veterans.selectors import listing


class VeteransPage(BasePage):
    """An alphabetical roll with filters that stand in the address."""

    subpage_types = []
    template = "veterans/veterans_page.html"

    class Meta:
        verbose_name = _("page of veterans")

    def get_context(self, request, *args, **kwargs):
        asked = typed = VeteranFilterForm(request.GET).asked
        must_wait = bool(asked.name) and too_many_searches(request)
        if must_wait:
            asked = replace(asked, name="")
        numbers = [request.GET.get(name, 1) for name in ("page", "presentations")]
        shown = listing.veteran_list(asked, get_language(), *numbers)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "shown": shown, "typed_name": typed.name, "must_wait": must_wait}

    def serve(self, request, *args, **kwargs):
        """The letters and towns to choose from tell of everybody who is listed. 429 for the whole
        roll in place of a name that was asked for too soon."""
        response = super().serve(request, *args, **kwargs)
        if response.context_data["must_wait"]:
            response.status_code = 429
        tells_of_living = response.context_data["shown"].tells_of_living
        return keep_nowhere(response) if tells_of_living else response
