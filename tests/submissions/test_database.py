"""What the database itself holds: the log, the states, and nothing after erasure."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from commemoration.submissions.enums import Actor, Reason
from commemoration.submissions.models import Contact, Submission, SubmissionEvent
from commemoration.submissions.services.endings import erase_submission
from commemoration.submissions.services.retention import erase_due
from commemoration.submissions.tombstones import buried_keys, mend_tombstones, tombstone_file
from tests.factories.submissions import draft, sent

pytestmark = pytest.mark.django_db


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
            connection.check_constraints()
    except (DatabaseError, IntegrityError):
        return True
    return False


def test_log_is_written_once():
    sent()
    events = SubmissionEvent.objects.all()

    assert refused(lambda: events.update(reason="abuse"))
    assert refused(lambda: events.update(at=timezone.now()))
    assert refused(lambda: events.first().delete())
    assert not refused(lambda: events.update(staff=None)), "an account may be deleted"


def test_state_that_the_log_does_not_tell_is_refused():
    submission = draft()
    rows = Submission.objects.filter(pk=submission.pk)

    assert refused(lambda: rows.update(state="withdrawn"))
    assert refused(lambda: rows.update(handle="aaaaaaaaaaaa"))
    assert refused(lambda: rows.delete())
    assert not refused(lambda: rows.update(language="fr"))


@pytest.mark.parametrize(
    ("before", "after"), [("draft", "published"), ("waiting", "published"), ("", "published")]
)
def test_step_that_may_not_follow_is_refused(before, after):
    submission = draft()
    values = {"reason": "accepted", "actor": "staff", "at": timezone.now()}

    assert refused(
        lambda: SubmissionEvent.objects.create(
            submission=submission.key, from_state=before, to_state=after, **values
        )
    )


def test_erased_stays_empty():
    submission = sent()
    erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)

    assert refused(lambda: Contact.objects.create(submission=submission, email="a@example.org"))
    submission.refresh_from_db()
    assert (submission.state, submission.about) == ("erased", "")


def test_clock_erases_what_is_over_and_what_was_left_alone(
    settings, django_capture_on_commit_callbacks
):
    old, fresh, waiting = draft(), draft(), sent()
    Submission.objects.filter(pk__in=[old.pk, waiting.pk]).update(state_since="2020-01-01T00:00Z")
    old.words.__class__.objects.exclude(pk=fresh.pk).update(saved_at="2020-01-01T00:00Z")

    with django_capture_on_commit_callbacks(execute=True):
        assert erase_due() == 1

    states = {each.pk: each.state for each in Submission.objects.all()}
    assert states == {old.pk: "erased", fresh.pk: "draft", waiting.pk: "waiting"}
    assert list(buried_keys()) == [old.key]


def test_tombstone_that_a_stop_has_lost_is_written_later():
    submission = sent()
    erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)
    assert not tombstone_file().exists(), "the control: nothing committed, nothing written"

    assert mend_tombstones() == 1
    with tombstone_file().open("a") as file:
        file.write('{"submission": "cut sho')

    assert list(buried_keys()) == [submission.key]
    assert mend_tombstones() == 0
