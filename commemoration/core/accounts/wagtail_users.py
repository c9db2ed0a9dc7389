"""Wagtail's app for accounts, with our view set."""

from wagtail.users.apps import WagtailUsersAppConfig


class StaffUsersConfig(WagtailUsersAppConfig):
    user_viewset = "commemoration.core.accounts.viewsets.StaffUserViewSet"
