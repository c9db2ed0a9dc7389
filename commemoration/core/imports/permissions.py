"""Who may import what."""

from django.db.models import QuerySet

from . import registry
from .importer import Importer
from .models import ImportBatch


def importers_for(user) -> list[Importer]:
    """The kinds of lists this person may import."""
    return [importer for importer in registry.importers_of_lists() if importer.may_import(user)]


def may_import_anything(user) -> bool:
    return bool(importers_for(user))


def visible_batches(user) -> QuerySet[ImportBatch]:
    """The imports this person may see, of every kind."""
    visible = ImportBatch.objects.none()
    for importer in registry.importers_of_lists():
        own = ImportBatch.objects.filter(importer=importer.key)
        visible |= importer.visible_batches(user, own)
    return visible


def may_handle_batch(user, batch: ImportBatch) -> bool:
    """May this person see, confirm and undo this import?"""
    return visible_batches(user).filter(pk=batch.pk).exists()
