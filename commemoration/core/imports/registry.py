"""The kinds of lists that can be imported, as the apps have registered them."""

from .importer import Importer

_importers: dict[str, Importer] = {}


def register_importer(importer: Importer) -> Importer:
    """Called from an app's `ready()`. Registering the same key again replaces it."""
    _importers[importer.key] = importer
    return importer


def unregister_importer(key: str) -> None:
    _importers.pop(key, None)


def importer_for(key: str) -> Importer | None:
    return _importers.get(key)


def all_importers() -> list[Importer]:
    return list(_importers.values())


def importers_of_lists() -> list[Importer]:
    """Those whose rows come from lists that people send."""
    return [importer for importer in all_importers() if importer.takes_lists]
