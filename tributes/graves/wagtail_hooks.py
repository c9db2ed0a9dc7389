"""Registers the care of burial sites in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from tributes.graves.caretakers.services.access import LINK_REVOKED, LINK_SENT
from tributes.graves.contributions.screens import PhotoRequestsViewSet
from tributes.graves.viewsets import GravesViewSetGroup


@hooks.register("register_admin_viewset")
def register_photo_requests():
    return PhotoRequestsViewSet()


@hooks.register("register_log_actions")
def register_caretaker_log_actions(actions):
    actions.register_action(LINK_SENT, _("Send the link"), _("Sent the link"))
    actions.register_action(LINK_REVOKED, _("Revoke the link"), _("Revoked the link"))


register_snippet(GravesViewSetGroup)
