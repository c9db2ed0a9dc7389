"""The page that lists burial sites; its map answers the same filters."""

from csp.decorators import csp_update
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.pages.base import BasePage
from commemoration.names.limits import too_many_searches
from tributes.graves.forms.filtering import SiteFilterForm
from tributes.graves.map_frame import map_frame
from tributes.graves.selectors import listing


class GraveMapPage(BasePage):
    """All burial sites and memorials, with filters that stand in the address."""

    subpage_types = []
    template = "graves/grave_map_page.html"

    class Meta:
        verbose_name = _("map of burial sites")

    def get_context(self, request, *args, **kwargs):
        asked = typed = SiteFilterForm(request.GET).asked
        must_wait = bool(asked.name) and too_many_searches(request)
        if must_wait:
            asked = asked.without("name")
        shown = listing.site_list(asked, get_language(), request.GET.get("page", 1))
        context = super().get_context(request, *args, **kwargs)
        frame = map_frame(asked, settings.MAP_GROUND)
        context |= {"typed_name": typed.name, "must_wait": must_wait}
        return {**context, "shown": shown, "map": frame, "ground": settings.MAP_GROUND}

    def serve(self, request, *args, **kwargs):
        """With a policy that lets the map fetch its tiles, if it has any. 429 for the whole list in
        place of a name that was asked for too soon."""
        answer = csp_update(settings.MAP_GROUND.policy)(super().serve)
        response = answer(request, *args, **kwargs)
        if response.context_data["must_wait"]:
            response.status_code = 429
        return response
