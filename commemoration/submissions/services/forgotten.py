"""Takes up pictures that nobody reads any more: their worker was killed, or their task was lost."""

from datetime import datetime, timedelta

from django.utils import timezone

from commemoration.submissions.enums import PictureState
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.services.queued import numbers_in_queue
from commemoration.submissions.tasks import read_submitted_picture

PATIENCE = timedelta(minutes=3)  # the longest that reading may take, and a queue before it


def read_forgotten(now: datetime | None = None) -> int:
    """Ask once more for what has been waiting since PATIENCE, unless it stands in the queue: one
    that has grown long is not to grow longer by itself; how many."""
    before = (now or timezone.now()) - PATIENCE
    waiting = SubmittedPicture.objects.filter(state=PictureState.WAITING, added_at__lt=before)
    asked = numbers_in_queue(read_submitted_picture)
    numbers = [row.pk for row in waiting.order_by("pk") if row.pk not in asked]
    for number in numbers:
        read_submitted_picture.enqueue(number)
    return len(numbers)
