from django.apps import AppConfig


class VeteransConfig(AppConfig):
    name = "tributes.veterans"
    label = "veterans"

    def ready(self):
        from tributes.veterans import receivers  # noqa: F401
        from tributes.veterans.registration import register_veterans

        register_veterans()
