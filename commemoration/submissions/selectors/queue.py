"""The queue of submissions, as staff see it: a fixed number of queries however long it is."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.functional import cached_property

from commemoration.core.accounts.models import User
from commemoration.core.outbox.selectors import undelivered_to
from commemoration.submissions.models.events import SubmissionEvent
from commemoration.submissions.models.records import Submission
from commemoration.submissions.querysets import SubmissionQuerySet
from commemoration.submissions.selectors.subjects import subjects_of
from commemoration.submissions.selectors.titles import written_title

RELATED = ("words", "contact", "reviewer", "first_approval_by", "publishing_by")
ON_A_PAGE = 30
MOST_LISTED = 1000  # counting more takes longer than reading the list


@dataclass(frozen=True)
class Listed:
    """One submission in the queue. `reviewer` is who looks at it now; with `is_about` the title is
    that of a record, else in the sender's words."""

    submission: Submission
    title: str
    is_about: bool
    kind: str
    reviewer: User | None
    is_undelivered: bool
    may_try_again: bool


class ShortPaginator(Paginator):
    """Counts no further than MOST_LISTED: the oldest stand first, and are dealt with first."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[:MOST_LISTED].count()


def queue_page(
    submissions: SubmissionQuerySet, number: int | str | None
) -> tuple[list[Listed], Page]:
    """One page of these. Four queries, and those of the records that they are about: words and
    senders are joined to those of the page alone."""
    page = ShortPaginator(submissions.values_list("pk", flat=True), ON_A_PAGE).get_page(number)
    numbers = list(page.object_list)
    found = Submission.objects.select_related(*RELATED).in_bulk(numbers)
    rows = [found[number] for number in numbers if number in found]
    addresses = {address for row in rows if (address := address_of(row))}
    refused = set(undelivered_to(addresses).values_list("to", flat=True)) if addresses else set()
    subjects = subjects_of(rows)
    return [
        Listed(
            submission=row,
            title=subjects[row.pk].title if row.pk in subjects else title_of(row),
            is_about=row.pk in subjects,
            kind=row.of_kind.title,
            reviewer=reviewer_now(row),
            is_undelivered=address_of(row) in refused,
            may_try_again=may_try_again(row),
        )
        for row in rows
    ], page


def title_of(submission: Submission) -> str:
    """What it is called: by its name as far as it says one, else by its handle."""
    return written_title(submission, edited=True) or submission.handle


def reviewer_now(submission: Submission) -> User | None:
    """Who has taken it, while that holds."""
    if submission.reviewer is None or submission.reviewed_until <= timezone.now():
        return None
    return submission.reviewer


def may_try_again(submission: Submission) -> bool:
    """Whether it was accepted as it stands now, could not be published, and nobody reviews it."""
    if submission.publishing_since is None or not submission.publishing_fault:
        return False
    is_as_it_was = submission.publishing_version == submission.words.version
    return is_as_it_was and reviewer_now(submission) is None


def address_of(submission: Submission) -> str:
    """The e-mail address of its sender, "" for none."""
    contact = getattr(submission, "contact", None)
    return contact.email if contact else ""


def history(submission: Submission) -> list[SubmissionEvent]:
    """Everything that happened to it, the newest first. One query."""
    events = SubmissionEvent.objects.filter(submission=submission.key).select_related("staff")
    return list(events.order_by("-pk"))
