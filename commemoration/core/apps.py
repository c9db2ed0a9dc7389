from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "commemoration.core"
    label = "core"

    def ready(self):
        from commemoration.core.checks.register import register_checks

        register_checks()
