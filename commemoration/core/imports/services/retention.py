"""How long an import is kept: what its rows held goes after IMPORT_KEEP_DAYS, the counts stay.

The file itself is never kept. Files that were unpacked beside it go when the import ends.
"""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ..models import ImportBatch

# A folder younger than this may belong to a list that is just being taken in.
FOLDER_FORGOTTEN_AFTER = timedelta(days=1)


def remove_old_rows(now: datetime | None = None) -> int:
    """Remove the rows of imports that ended long ago; how many imports. They can then no longer
    be undone."""
    now = now or timezone.now()
    before = now - timedelta(days=settings.IMPORT_KEEP_DAYS)
    old = ImportBatch.objects.ended_before(before).filter(rows_removed_at=None)
    keys = list(old.values_list("pk", flat=True))
    return sum(_remove_rows(key, before, now) for key in keys)


@transaction.atomic
def _remove_rows(key: int, before: datetime, now: datetime) -> bool:
    """The batch is locked and asked anew: somebody may have begun to undo it."""
    old = ImportBatch.objects.ended_before(before).filter(rows_removed_at=None)
    batch = old.select_for_update().filter(pk=key).first()
    if batch is None:
        return False
    batch.kept_counts = batch.counts()
    batch.rows.all().delete()
    batch.rows_removed_at = now
    batch.save(update_fields=["kept_counts", "rows_removed_at"])
    return True


def remove_abandoned_files() -> int:
    """Remove unpacked files whose import was never kept, because the server ended meanwhile."""
    folders = forgotten_folders()
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return len(folders)


def forgotten_folders() -> list[Path]:
    """Folders of unpacked files that belong to no import."""
    root = Path(settings.IMPORT_WORK_DIR)
    if not root.is_dir():
        return []
    before = (timezone.now() - FOLDER_FORGOTTEN_AFTER).timestamp()
    known = set(ImportBatch.objects.filter(files_are_ours=True).values_list("files_folder"))
    return sorted(
        path
        for path in root.iterdir()
        if path.is_dir() and (str(path),) not in known and path.stat().st_mtime < before
    )
