from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "commemoration.home"
    label = "home"

    def ready(self):
        from commemoration.submissions.pages import register_pages

        from . import receivers  # noqa: F401
        from .invariants import register_page_invariants
        from .selectors import section_of_page_at

        register_page_invariants()
        register_pages(section_of_page_at)
