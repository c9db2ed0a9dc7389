"""House rules on apps and on what reaches the admin."""

from collections.abc import Iterable

from django.apps import AppConfig, apps
from django.core.checks import Error
from django.db.models import Model
from wagtail.snippets.models import get_snippet_models

from .ours import is_ours, our_apps


def check_app_labels(app_configs=None, **kwargs) -> list[Error]:
    return errors_of_labels(our_apps())


def errors_of_labels(configs: Iterable[AppConfig]) -> list[Error]:
    return [
        Error(
            f"The app {config.name} does not name its label.",
            hint="Write `label = …` in its AppConfig: tables are named after it for ever.",
            obj=config.name,
            id="house.E001",
        )
        for config in configs
        if "label" not in vars(type(config))
    ]


def check_no_django_admin(app_configs=None, **kwargs) -> list[Error]:
    return errors_of_django_admin(installed=apps.is_installed("django.contrib.admin"))


def errors_of_django_admin(*, installed: bool) -> list[Error]:
    if not installed:
        return []
    hint = "Take it out of INSTALLED_APPS: staff work in the Wagtail admin, behind a second factor."
    return [Error("django.contrib.admin is installed.", hint=hint, id="house.E002")]


def check_view_sets(app_configs=None, **kwargs) -> list[Error]:
    ours = [model for model in get_snippet_models() if is_ours(model_app(model))]
    return errors_of_view_sets(ours)


def errors_of_view_sets(models: Iterable[type[Model]]) -> list[Error]:
    return [
        Error(
            f"{model.__name__} is registered as a bare snippet.",
            hint="Write a SnippetViewSet in viewsets.py and register that in wagtail_hooks.py.",
            obj=model,
            id="house.E003",
        )
        for model in models
        if type(model.snippet_viewset).__module__.startswith("wagtail.")
    ]


def model_app(model: type[Model]) -> AppConfig:
    return apps.get_app_config(model._meta.app_label)
