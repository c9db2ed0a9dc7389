"""Takes a list in: reads it, keeps its rows, unpacks the files that belong to it."""

import shutil
import uuid
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..archives import ArchiveRefused, unpack_archive
from ..columns import propose_mapping
from ..enums import BatchState
from ..importer import Importer
from ..models import ImportBatch, ImportRow
from ..tables import Table, TableRefused, read_table


class ImportRefused(Exception):
    """The import cannot start or go on; `field` names the part of the form it belongs to."""

    def __init__(self, message: str, field: str | None = None):
        super().__init__(message)
        self.message = message
        self.field = field


def start_batch(
    *,
    importer: Importer,
    file: BinaryIO,
    original_name: str,
    options: dict[str, Any],
    user=None,
    archive: BinaryIO | None = None,
    server_folder: str = "",
    files_folder: Path | None = None,
) -> ImportBatch:
    """Keep a list for checking. Files come from one ZIP archive, a folder below
    `IMPORT_SERVER_DIR`, or (from a command) any folder. Raises `ImportRefused`."""
    table = _read(file)
    folder, ours = take_files(archive, server_folder, files_folder)
    batch = ImportBatch(
        importer=importer.key,
        options=options,
        original_name=Path(original_name).name[:255],
        sha256=file_digest(file, "sha256").hexdigest(),
        files_folder=str(folder or ""),
        files_are_ours=ours,
        language=get_language() or settings.LANGUAGE_CODE,
        created_by=user,
    )
    _match_columns(batch, table, importer)
    try:
        _keep(batch, table)
    except Exception:
        if ours:
            remove_folder(folder)
        raise
    return batch


@transaction.atomic
def start_batch_of_records(
    *, importer: Importer, column: str, keys: Iterable[str], options: dict[str, Any], user=None
) -> ImportBatch:
    """Keep a batch for checking that no list brings: each row names one record in `column`."""
    rows = [[key] for key in keys]
    name = " … ".join(dict.fromkeys(cells[0] for cells in rows[:1] + rows[-1:]))
    batch = ImportBatch.objects.create(
        importer=importer.key,
        options=options,
        original_name=name[:255],
        headers=[column],
        mapping={"0": column},
        language=get_language() or settings.LANGUAGE_CODE,
        created_by=user,
    )
    ImportRow.objects.bulk_create(
        (
            ImportRow(batch=batch, number=number, cells=cells)
            for number, cells in enumerate(rows, 1)
        ),
        batch_size=1000,
    )
    return batch


def _match_columns(batch: ImportBatch, table: Table, importer: Importer) -> None:
    """As this person matched a list with the same headers before, else by what headers mean."""
    earlier = (
        ImportBatch.objects.filter(
            importer=importer.key, headers=table.headers, created_by=batch.created_by
        )
        .exclude(state=BatchState.MAPPING)
        .exclude(created_by=None)
        .first()
    )
    names = {column.name for column in importer.columns(batch.options)}
    if earlier is None or earlier.options.get("language") != batch.options.get("language"):
        batch.mapping = propose_mapping(table.headers, importer.columns(batch.options))
        return
    batch.mapping = {key: name for key, name in earlier.mapping.items() if name in names}
    batch.shared_values = {
        name: value for name, value in earlier.shared_values.items() if name in names
    }
    asked = importer.reading_form_class.base_fields
    kept = {name: value for name, value in earlier.options.items() if name in asked}
    batch.options = {**kept, **batch.options}
    table.notes.append(
        _("The headers are those of “%(name)s”, so the columns were matched in the same way.")
        % {"name": earlier.original_name}
    )


def _read(file: BinaryIO) -> Table:
    """The table in a file, which is left at its beginning."""
    try:
        table = read_table(file)
    except TableRefused as error:
        raise ImportRefused(str(error), "file") from error
    file.seek(0)
    return table


@transaction.atomic
def _keep(batch: ImportBatch, table: Table) -> None:
    """Save the batch, what was found out about its file, and every row."""
    for name in ("format", "encoding", "delimiter", "headers", "notes"):
        setattr(batch, name, getattr(table, name))
    batch.save()
    rows = (ImportRow(batch=batch, number=number, cells=cells) for number, cells in table.rows)
    ImportRow.objects.bulk_create(rows, batch_size=1000)


def take_files(
    archive: BinaryIO | None, server_folder: str, files_folder: Path | None
) -> tuple[Path | None, bool]:
    """The folder of the files, and whether it was made here. Raises `ImportRefused`."""
    if files_folder is not None:
        return files_folder.resolve(), False
    if server_folder:
        return find_server_folder(server_folder), False
    if archive is None:
        return None, False
    folder = Path(settings.IMPORT_WORK_DIR) / uuid.uuid4().hex
    try:
        unpack_archive(archive, folder)
    except ArchiveRefused as error:
        raise ImportRefused(str(error), "archive") from error
    return folder, True


def server_folders() -> list[str]:
    """Names of the folders that were put on the server for imports."""
    root = Path(settings.IMPORT_SERVER_DIR)
    if not root.is_dir():
        return []
    return sorted(
        path.name
        for path in root.iterdir()
        if path.is_dir() and not path.is_symlink() and not path.name.startswith(".")
    )


def find_server_folder(name: str) -> Path:
    if name not in server_folders():
        raise ImportRefused(_("There is no such folder on the server."), "server_folder")
    return (Path(settings.IMPORT_SERVER_DIR) / name).resolve()


def discard_files(batch: ImportBatch) -> None:
    """Remove what was unpacked for this import; a folder that we did not make stays."""
    if batch.files_are_ours and batch.files_folder:
        remove_folder(Path(batch.files_folder))
        ImportBatch.objects.filter(pk=batch.pk).update(files_folder="", files_are_ours=False)
        batch.files_folder, batch.files_are_ours = "", False


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def discard_batch(batch: ImportBatch) -> None:
    """Forget an import that did nothing (a command's dry run)."""
    discard_files(batch)
    batch.delete()
