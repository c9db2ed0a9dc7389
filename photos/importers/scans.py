"""What can be said of a scan without decoding it, so that a dry run of thousands stays quick."""

from hashlib import file_digest
from pathlib import Path

from commemoration.core.imports.importer import RowRefused
from commemoration.core.ingest.limits import STAFF
from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.ingest.services import check_type


def checked_sha256(path: Path, column: str) -> str:
    """The checksum of a file whose beginning is that of a picture; else `RowRefused`."""
    try:
        check_type(path, path.stat().st_size, STAFF)
    except PictureRefused as refusal:
        raise RowRefused({column: [refusal.message]}) from refusal
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
