"""Files that came with a list that was refused: kept for a day, so that nobody sends them twice.

The form carries a signed word for them. A folder that nobody claims is removed with all others
that belong to no import: see `retention`.
"""

import os
import uuid
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.core.files import File
from django.utils.translation import gettext as _

from .intake import ImportRefused, take_files
from .retention import FOLDER_FORGOTTEN_AFTER

SALT = "imports.files-set-aside"


def set_files_aside(archive: File, *, user) -> str:
    """Unpack an archive whose list has yet to come; the word that gives its files back.

    Raises `ImportRefused` for an archive that cannot be unpacked.
    """
    folder, _ours = take_files(archive, "", None)
    return signing.dumps([folder.name, Path(archive.name).name[:255], user.pk], salt=SALT)


def archive_set_aside(word: str, *, user) -> str:
    """What the archive was called; "" where its files are not kept, or not for this person."""
    folder, name = _read(word, user)
    return name if folder and folder.is_dir() else ""


def claim_files(word: str, *, user) -> Path:
    """The folder of these files, from now on the caller's alone. Raises `ImportRefused`."""
    folder, _name = _read(word, user)
    own = Path(settings.IMPORT_WORK_DIR) / uuid.uuid4().hex
    try:
        if folder is None:
            raise FileNotFoundError
        folder.rename(own)  # whoever sends the form a second time finds nothing
    except FileNotFoundError as error:
        raise ImportRefused(
            _("The files that were sent before are no longer kept. Send the archive again."),
            "archive",
        ) from error
    os.utime(own)
    return own


def _read(word: str, user) -> tuple[Path | None, str]:
    try:
        folder, name, owner = signing.loads(word, salt=SALT, max_age=FOLDER_FORGOTTEN_AFTER)
    except signing.BadSignature:
        return None, ""
    return (Path(settings.IMPORT_WORK_DIR) / folder, name) if owner == user.pk else (None, "")
