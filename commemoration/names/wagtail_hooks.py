"""Registers what the index of names adds to the admin."""

from wagtail import hooks

from commemoration.names.viewsets import NameFormsViewSet, PersonLinksViewSet


@hooks.register("register_admin_viewset")
def register_name_screens():
    return [PersonLinksViewSet(), NameFormsViewSet()]
