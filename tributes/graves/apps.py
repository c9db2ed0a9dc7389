from django.apps import AppConfig


class GravesConfig(AppConfig):
    name = "tributes.graves"
    label = "graves"

    def ready(self):
        from tributes.graves import receivers  # noqa: F401
        from tributes.graves.registration import register_graves

        register_graves()
