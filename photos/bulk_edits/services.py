"""The decisions about a bulk edit; what takes more than a few seconds goes on in the background."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.imports import services as batches
from commemoration.core.imports.models import ImportBatch
from commemoration.core.imports.registry import importer_for
from commemoration.core.imports.tasks import run_import
from photos.models.records import Photo

from .editor import COLUMN, KEY

# Of work at once, while the person looks on; a server answers within thirty.
SECONDS = 4


def start_bulk_edit(*, photo_ids: Iterable[int], changes: dict[str, Any], user) -> ImportBatch:
    """Keep what is asked of these records and say what it would do; nothing is changed yet.

    Raises `ImportRefused` where none of the records exists.
    """
    photos = Photo.objects.filter(pk__in=set(photo_ids)).visible_order()
    rows = list(photos.values_list("accession", "collection__section"))
    if not rows:
        raise batches.ImportRefused(_("None of these photographs is in the archive any more."))
    batch = batches.start_batch_of_records(
        importer=importer_for(KEY),
        column=COLUMN,
        keys=[accession for accession, _section in rows],
        options={"changes": changes, "sections": sorted({section for _key, section in rows})},
        user=user,
    )
    batches.dry_run(batch, in_background=False)
    return _go_on(batch)


def confirm_bulk_edit(batch: ImportBatch) -> ImportBatch:
    """Make the change. Raises `ImportRefused` if somebody has gone on with it, or none is left."""
    batches.confirm_batch(batch, in_background=False)
    return _go_on(batch)


def put_back(batch: ImportBatch, *, user) -> ImportBatch:
    """Give the records their former values, but for what somebody has changed since.

    Raises `ImportRefused` if it is too late, or was done already.
    """
    with transaction.atomic():
        batches.undo_batch(batch, in_background=False)
        batch.options["undone_by"] = user.pk
        batch.save(update_fields=["options"])
    return _go_on(batch)


def _go_on(batch: ImportBatch) -> ImportBatch:
    """Nobody else holds the batch yet; should this process die, a periodic job takes it up."""
    if batches.work_on_batch(batch.pk, seconds=SECONDS):
        run_import.enqueue(batch.pk)
    batch.refresh_from_db()
    return batch
