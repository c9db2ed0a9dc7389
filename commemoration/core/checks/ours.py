"""What is ours: the apps whose code lives in this project."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import AppConfig, apps
from django.conf import settings


def is_ours(app_config: AppConfig) -> bool:
    path = Path(app_config.path)
    return path.is_relative_to(settings.BASE_DIR) and "site-packages" not in path.parts


def our_apps() -> list[AppConfig]:
    return [config for config in apps.get_app_configs() if is_ours(config)]


def our_templates() -> Iterator[Path]:
    """Every HTML template of the project, wherever an app keeps it."""
    folders = [settings.BASE_DIR / "templates"]
    folders += [Path(config.path) / "templates" for config in our_apps()]
    for folder in folders:
        yield from sorted(folder.rglob("*.html"))
