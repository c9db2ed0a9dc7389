from datetime import timedelta

from django.apps import AppConfig


class NamesConfig(AppConfig):
    name = "commemoration.names"
    label = "names"

    def ready(self):
        from commemoration.core.accounts.groups import SECTION_EDITORS, register_group_permissions
        from commemoration.core.runtime.periodic import register_periodic
        from commemoration.names.invariants import register_name_invariants
        from commemoration.names.services.links import refresh_suggestions

        register_name_invariants()
        register_group_permissions(SECTION_EDITORS, ("names.change_personlink",))
        register_periodic("names.suggest_links", timedelta(hours=1), refresh_suggestions)
