"""What a public address answers of a record that is or is not public."""

from django.http import Http404

from .models import PublishedRecord


def is_public(record: PublishedRecord | None) -> bool:
    """False for what is gone. Raises Http404 for what has never been public."""
    if record is None or not record.first_published_at:
        raise Http404
    return record.live
