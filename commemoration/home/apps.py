from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "commemoration.home"
    label = "home"

    def ready(self):
        from . import receivers  # noqa: F401
        from .invariants import register_page_invariants

        register_page_invariants()
