"""Remembers how pictures looked that came with an abuse, so that they are known again."""

from commemoration.submissions.models.moderation import RefusedPicture
from commemoration.submissions.models.records import Submission


def remember_pictures(submission: Submission, *, but_accepted: bool = False) -> None:
    """In the caller's transaction, before the pictures are gone; `but_accepted` leaves out what
    staff have published."""
    pictures = submission.pictures.exclude(likeness=None)
    if but_accepted:
        pictures = pictures.filter(accepted=None)
    hashes = pictures.values_list("likeness", flat=True)
    RefusedPicture.objects.bulk_create(
        (RefusedPicture(likeness=likeness) for likeness in set(hashes)), ignore_conflicts=True
    )
