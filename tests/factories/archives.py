"""ZIP archives, as somebody sends them with a list."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile


def packed(name: str, content: bytes = b"picture") -> SimpleUploadedFile:
    """An archive `scans.zip` with one file in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return SimpleUploadedFile("scans.zip", file.getvalue())
