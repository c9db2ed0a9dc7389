"""Scans of signed papers: which files are taken, and how they are kept private."""

import secrets
import shutil
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from commemoration.core.consent.models import papers_storage
from commemoration.core.ingest.sniffing import EXTENSIONS, HEAD_BYTES, JPEG, PNG, media_type_of
from commemoration.core.media.storage import NewFiles
from commemoration.core.media.work_folders import Work, work_folder

MOST_BYTES = 20 * 1024 * 1024
PDF = b"%PDF-"


def require_scan(file: File) -> str:
    """The extension that the content stands for; ValidationError unless PDF, JPEG or PNG."""
    if file.size > MOST_BYTES:
        raise ValidationError({"scan": _("The file is larger than 20 MB. Scan it in grey.")})
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    if head.startswith(PDF):
        return "pdf"
    found = media_type_of(head)
    if found in (JPEG, PNG):
        return EXTENSIONS[found]
    raise ValidationError({"scan": _("Only PDF, JPEG and PNG files can be kept here.")})


def keep_scan(file: File) -> str:
    """Store it under a random name for as long as the transaction holds; the name."""
    extension, token = require_scan(file), secrets.token_hex(16)
    with work_folder(Work.PAPER) as folder:
        path = Path(folder) / "scan"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        name = f"consents/{token[:2]}/{token}.{extension}"
        return NewFiles().save(papers_storage(), name, path)
