"""Takes up pictures that nobody reads any more: their worker was killed, or their task was lost."""

from datetime import datetime, timedelta

from django.utils import timezone

from commemoration.submissions.enums import PictureState
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.tasks import read_submitted_picture

PATIENCE = timedelta(minutes=3)  # the longest that reading may take, and a queue before it


def read_forgotten(now: datetime | None = None) -> int:
    """Ask once more for what has been waiting since PATIENCE; how many."""
    before = (now or timezone.now()) - PATIENCE
    waiting = SubmittedPicture.objects.filter(state=PictureState.WAITING, added_at__lt=before)
    numbers = list(waiting.order_by("pk").values_list("pk", flat=True))
    for number in numbers:
        read_submitted_picture.enqueue(number)
    return len(numbers)
