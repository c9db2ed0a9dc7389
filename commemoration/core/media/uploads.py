"""Files that somebody sent to Wagtail's upload screen and never came back to describe."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import UploadedFile

from commemoration.core.media.storage import remove

ABANDONED_AFTER = timedelta(days=1)


def remove_abandoned_uploads() -> int:
    """Remove them, file and row; how many. The row does not say when it was made, the file does."""
    abandoned = [upload for upload in UploadedFile.objects.all() if _is_old(upload.file.name)]
    for upload in abandoned:
        upload.delete()
        remove(default_storage, upload.file.name)
    return len(abandoned)


def _is_old(name: str) -> bool:
    try:
        sent = default_storage.get_modified_time(name)
    except FileNotFoundError:
        return True
    return sent < timezone.now() - ABANDONED_AFTER
