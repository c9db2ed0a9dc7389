from django.apps import AppConfig

EDITORS_MAY = ("add", "change", "delete", "view")


class OrganisationsConfig(AppConfig):
    name = "commemoration.organisations"
    label = "organisations"

    def ready(self):
        from commemoration.core.accounts.groups import SECTION_EDITORS, register_group_permissions

        register_group_permissions(
            SECTION_EDITORS, tuple(f"organisations.{may}_organisation" for may in EDITORS_MAY)
        )
