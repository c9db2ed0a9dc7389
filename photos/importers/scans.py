"""What can be said of a scan without decoding it, so that a dry run of thousands stays quick."""

from hashlib import file_digest
from pathlib import Path
from urllib.parse import unquote, urlsplit

from commemoration.core.imports.archives import FileFolder
from commemoration.core.imports.importer import RowRefused
from commemoration.core.ingest.limits import STAFF
from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.ingest.services import check_type


def find_scan(files: FileFolder | None, name: str) -> Path | None:
    """The file of that name, or of the name at the end of that web address."""
    if files is None or not name:
        return None
    return files.find(name) or (files.find(name_in_address(name)) if is_address(name) else None)


def is_address(name: str) -> bool:
    return urlsplit(name).scheme in ("http", "https")


def name_in_address(address: str) -> str:
    return unquote(urlsplit(address).path.rpartition("/")[2])


def checked_sha256(path: Path, column: str) -> str:
    """The checksum of a file whose beginning is that of a picture; else `RowRefused`."""
    try:
        check_type(path, path.stat().st_size, STAFF)
    except PictureRefused as refusal:
        raise RowRefused({column: [refusal.message]}) from refusal
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
