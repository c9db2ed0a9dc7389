"""Sends fresh links to who has lost theirs, and takes equally long for who has none.

While the visitor waits, a row is written and no more, whatever the address. The worker looks for
submissions of it, and removes the row.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from commemoration.core.outbox.services import queue_message
from commemoration.submissions.limits import may_write_to
from commemoration.submissions.models.lost_links import LostLink
from commemoration.submissions.models.records import Submission
from commemoration.submissions.services.letters import called, link_to
from commemoration.submissions.tasks import send_lost_links


@transaction.atomic
def ask_for_links(*, email: str, language: str) -> None:
    """Have the links of this address sent soon, if it has any."""
    asked = LostLink.objects.create(email=email, language=language, asked_at=timezone.now())
    send_lost_links.enqueue(asked.pk)


@transaction.atomic
def answer_lost_link(pk: int) -> None:
    """One letter with all that is under way; nothing for an address that has nothing."""
    asked = LostLink.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
    if asked is None:
        return
    submissions = list(Submission.objects.of_address(asked.email).under_way().order_by("-pk"))
    if submissions and may_write_to(asked.email):
        queue_message(
            template="submission_links",
            to=asked.email,
            language=asked.language,
            context={"links": [_line(each, asked.language) for each in submissions]},
        )
    asked.delete()


def answer_forgotten() -> int:
    """Answer whatever a lost task has left; how many."""
    numbers = list(LostLink.objects.values_list("pk", flat=True))
    for number in numbers:
        answer_lost_link(number)
    return len(numbers)


def _line(submission: Submission, language: str) -> dict[str, str]:
    with override(language):
        return {
            "kind": called(submission, language),
            "begun_at": submission.begun_at,
            "state": submission.get_state_display(),
            "address": link_to(submission),
        }
