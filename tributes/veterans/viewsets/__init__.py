"""The screens on which staff look after veterans, medals and their presentations."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from tributes.veterans.viewsets.medals import MedalViewSet
from tributes.veterans.viewsets.presentations import MedalPresentationViewSet
from tributes.veterans.viewsets.veterans import VeteranViewSet


class VeteransViewSetGroup(SnippetViewSetGroup):
    items = (VeteranViewSet, MedalViewSet, MedalPresentationViewSet)
    menu_label = _("Veterans")
    menu_icon = "user"
    menu_order = 265
