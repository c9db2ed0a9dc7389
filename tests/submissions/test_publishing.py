"""What staff accept with new pictures: published by the worker as it was decided, or not at all."""

import dataclasses
import errno
import time
import traceback
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from commemoration.core.accounts.groups import CENTRE_EDITORS
from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.runtime.periodic import registered_jobs
from commemoration.home.dashboard import selectors as dashboard
from commemoration.submissions import kinds
from commemoration.submissions.enums import Actor, PublishingFault, Reason
from commemoration.submissions.models import (
    Submission,
    SubmissionEvent,
    SubmissionSection,
    SubmittedPicture,
)
from commemoration.submissions.moderation.review import ACCEPTED
from commemoration.submissions.selectors.everything import pack_everything
from commemoration.submissions.selectors.waiting import median_wait, waiting_for
from commemoration.submissions.services import endings, publishing, review
from commemoration.submissions.services.drafts import save_step, send_submission
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.pictures import change_picture
from commemoration.submissions.services.publishing import (
    MOST_TRIES,
    PATIENCE,
    Accepted,
    UnknownFaultError,
    accept,
    publish_accepted,
    publish_forgotten,
    try_again,
)
from commemoration.submissions.services.states import NOT_PUBLISHING
from tests.core.threads import at_once
from tests.factories.staff import signed_in, staff_account, superuser
from tests.factories.submissions import KIND, SHELF, sent
from tests.factories.worker import work_off_tasks
from tests.submissions.screens import (
    QUEUE,
    decide,
    faults,
    opened,
    picture_of,
    screen_of,
    state_of,
)
from tests.submissions.test_pictures import opened_by

pytestmark = pytest.mark.django_db

TAKEN = "It has been accepted already, and is being published."


def version_of(submission) -> int:
    submission.words.refresh_from_db()
    return submission.words.version


def accepted(user, **values) -> Submission:
    """One with a picture that this person has accepted: the worker has still to publish it."""
    submission = sent(**values)
    picture_of(submission)
    outcome = accept(submission=submission, user=user, seen_version=version_of(submission))
    assert outcome == Accepted.HANDED_OVER
    submission.refresh_from_db()
    return submission


def noted(submission) -> tuple:
    """What stands of a decision that is still to be carried out."""
    submission.refresh_from_db()
    return (
        submission.publishing_by,
        submission.publishing_version,
        submission.publishing_since,
        submission.publishing_tries,
        submission.publishing_fault,
    )


NOTHING = (None, None, None, 0, "")


def letters(template="submission_published") -> int:
    return OutboxMessage.objects.filter(template=template).count()


@pytest.fixture
def failing(monkeypatch):
    """Has the worker fail with this error, until the result is called."""

    def fail_with(error):
        def publish(**said):
            raise error

        kind = dataclasses.replace(KIND, publish=publish)
        monkeypatch.setitem(kinds._kinds, KIND.slug, kind)
        return lambda: monkeypatch.setitem(kinds._kinds, KIND.slug, KIND)

    return fail_with


def test_reviewer_goes_on_at_once_and_the_worker_publishes_in_their_name(browser, reviewer):
    first = sent(language="ru")
    picture_of(first)
    second = sent(surname="Second", email="b@example.org")
    Submission.objects.filter(pk=second.pk).update(sent_at=timezone.now())

    answer = decide(browser, first, "approve", opened(browser, first))

    assert answer["Location"] == screen_of(second)
    assert (state_of(first), first.publishing_by, SHELF) == ("waiting", reviewer, {})
    assert first.reviewer is None, "if it fails, whoever comes first looks after it"
    assert letters() == 0, "nothing is promised before it is public"
    work_off_tasks()
    assert (state_of(first), noted(first)) == ("published", NOTHING)
    assert SHELF[first.key]["pictures"] == [first.pictures.get().picture.name]
    last = SubmissionEvent.objects.filter(submission=first.key).latest("pk")
    assert (last.to_state, last.actor, last.staff) == ("published", Actor.STAFF, reviewer)
    assert OutboxMessage.objects.get(template="submission_published").language == "ru"
    assert timedelta(0) < median_wait(reviewer) < timedelta(minutes=1)


def test_reviewer_is_answered_in_the_language_of_the_account(browser, reviewer):
    UserProfile.objects.create(user=reviewer, preferred_language="ru")
    submission = sent()
    picture_of(submission)

    decide(browser, submission, "approve", opened(browser, submission))

    told = browser.get(QUEUE).content.decode()
    with override("ru"):
        assert str(ACCEPTED[Accepted.HANDED_OVER]) in told
    assert str(ACCEPTED[Accepted.HANDED_OVER]) not in told, "the control: this is English"


def test_what_has_no_new_pictures_is_public_at_once(browser, reviewer):
    plain = sent()
    decide(browser, plain, "approve", opened(browser, plain))
    assert state_of(plain) == "published"

    submission = accepted(reviewer, email="b@example.org")
    work_off_tasks()
    for number, crop in ((1, (0, 0, 1000, 1000)), (2, (0, 0, 500, 1000))):
        typed = {"story": [f"Story {number}."]}
        save_step(
            submission=submission, step="story", fields=typed, seen_version=number, by_letter=True
        )
        picture = submission.pictures.get()
        change_picture(picture=picture, caption="New words", alive="nobody", crop=crop)
        send_submission(submission=submission, name="Anna", scopes=["publish"], by_letter=True)
        accept(submission=submission, user=reviewer, seen_version=version_of(submission))
        is_public_at_once = number == 1  # a part of a picture has to be taken in anew
        assert (state_of(submission) == "published") == is_public_at_once
        assert (SHELF[submission.key]["story"] == f"Story {number}.") == is_public_at_once
    work_off_tasks()
    assert SHELF[submission.key]["story"] == "Story 2."


@pytest.mark.parametrize("left_out", [True, False])
def test_picture_that_is_left_out_is_not_waited_for(left_out, reviewer):
    submission = sent()
    picture = picture_of(submission)
    version = review.edit_picture_for_publication(
        submission=submission,
        user=reviewer,
        seen_version=version_of(submission),
        picture=picture,
        caption="",
        is_left_out=left_out,
    )

    outcome = accept(submission=submission, user=reviewer, seen_version=version)

    assert outcome == (Accepted.PUBLISHED if left_out else Accepted.HANDED_OVER)


def withdraw(submission):
    page = f"/en/my/{submission.handle}/"
    sender = opened_by(submission)
    assert f"{page}withdraw/" in sender.get(page).content.decode()
    sender.post(f"{page}withdraw/")


def rewrite(submission):
    typed = {"story": ["Another story."]}
    save_step(submission=submission, step="story", fields=typed, seen_version=1, by_letter=True)


def crop(submission):
    picture = submission.pictures.get()
    change_picture(picture=picture, caption="", alive="nobody", crop=(0, 0, 500, 500))


def agree_to_less(submission):
    send_submission(submission=submission, name="Anna", scopes=["publish", "name"], by_letter=True)


def take_down(submission):
    staff = {"actor": Actor.STAFF, "staff": superuser("olga")}
    withdraw_submission(submission=submission, reason=Reason.OBJECTION, **staff)


def erase(submission):
    erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)


@pytest.mark.parametrize(
    ("meanwhile", "state", "fault"),
    [
        (withdraw, "withdrawn", ""),
        (take_down, "withdrawn", ""),
        (erase, "erased", ""),
        (rewrite, "waiting", "changed"),
        (crop, "waiting", "changed"),
        (agree_to_less, "waiting", "changed"),
        (lambda submission: None, "published", ""),  # the control
    ],
)
def test_decision_falls_with_what_it_was_made_on(meanwhile, state, fault, browser, reviewer):
    submission = accepted(reviewer)

    meanwhile(submission)
    work_off_tasks()

    assert (state_of(submission), noted(submission)) == (state, (None, None, None, 0, fault))
    is_public = state == "published"
    assert (submission.key in SHELF, letters()) == (is_public, int(is_public))
    if state == "waiting":
        page = browser.get(screen_of(submission)).content.decode()
        assert "It could not be published: it was changed meanwhile." in page
        assert "read it again, then decide" in page
        assert 'value="again"' not in page
        assert decide(browser, submission, "approve", opened(browser, submission))["Location"]
        work_off_tasks()
        assert state_of(submission) == "published"


FAULTS = [
    (PictureRefused("damaged"), "picture", "a picture cannot be read"),
    (OSError(errno.ENOSPC, "No space left on device"), "disk", "there is no room on the disk"),
    (FileNotFoundError(), "files", "a file could not be read or written"),
    (MemoryError(), "memory", "there was not enough memory"),
    (ValidationError("The consent has ended."), "refused", "does not allow it any more"),
    (PermissionDenied(), "refused", "does not allow it any more"),
]


@pytest.mark.parametrize(("error", "code", "words"), FAULTS)
def test_fault_loses_nothing_is_told_and_is_tried_again(
    error, code, words, failing, browser, reviewer
):
    submission = accepted(reviewer, language="fr")
    pictures = list(SubmittedPicture.objects.values())
    mend = failing(error)

    work_off_tasks()

    assert state_of(submission) == "waiting"
    assert (submission.publishing_by, submission.publishing_fault) == (reviewer, code)
    assert (SHELF, letters()) == ({}, 0)
    assert list(SubmittedPicture.objects.values()) == pictures
    other = signed_in(superuser("boris"))
    for page in (QUEUE, screen_of(submission)):
        told = other.get(page).content.decode()
        assert "It could not be published: " in told
        assert words in told
        assert "Try again" in told
    assert waiting_for(reviewer).number == 1, "somebody has to look after it"
    mend()
    other.post(screen_of(submission), {"action": "again"})
    assert submission.pk in Submission.objects.being_published().values_list("pk", flat=True)
    work_off_tasks()
    assert (state_of(submission), noted(submission), letters()) == ("published", NOTHING, 1)
    assert SubmissionEvent.objects.latest("pk").staff == reviewer, "boris has decided nothing"


def test_unknown_fault_is_told_and_no_task_or_log_keeps_its_words(failing, reviewer, caplog):
    submission = accepted(reviewer)
    failing(RuntimeError("DETAIL: Key (name)=(Anna) already exists."))

    with pytest.raises(UnknownFaultError) as raised:
        publish_accepted(submission.pk)

    assert noted(submission)[-1] == "unknown"
    kept = "".join(traceback.format_exception(raised.value))  # as the result of a task keeps it
    assert "UnknownFaultError: RuntimeError" in kept
    assert "publishing.py" in caplog.text, "where it was is told"
    assert "Anna" not in kept + caplog.text


def test_what_failed_is_reviewed_anew_like_any_other(failing, browser, reviewer):
    submission = accepted(reviewer)
    failing(MemoryError())
    work_off_tasks()
    boris = superuser("boris")
    other = signed_in(boris)

    assert other.post(QUEUE)["Location"] == screen_of(submission)
    assert 'value="again"' not in browser.get(screen_of(submission)).content.decode()
    assert not try_again(submission=submission, user=reviewer), "boris reviews it"
    data = opened(other, submission)
    decide(other, submission, "reject", data, reject_reason="duplicate")

    assert (state_of(submission), noted(submission)) == ("rejected", NOTHING)
    assert not try_again(submission=submission, user=boris)


def test_nobody_else_decides_on_what_is_being_published(failing, browser, reviewer):
    submission = sent()
    picture_of(submission)
    other = signed_in(superuser("boris"))
    data = opened(other, submission)
    decide(other, submission, "leave", {})
    accept(submission=submission, user=reviewer, seen_version=version_of(submission))

    def tries() -> list:
        other.post(screen_of(submission), {"action": "take"})
        page = other.get(screen_of(submission)).content.decode()
        rows = other.get(QUEUE).content.decode()
        return [
            "data-being-published" in page,
            "accepted, being published" in rows,
            "Review this" in page or 'value="approve"' in page,
            other.post(QUEUE)["Location"] == screen_of(submission),
            dashboard.submissions_to_review(reviewer).total,
            waiting_for(reviewer).number,
        ]

    assert tries() == [True, True, False, False, 0, 0]
    for action in ("approve", "ask", "reject", "save"):
        answer = decide(
            other, submission, action, data, ask_reason="unclear", reject_reason="duplicate"
        )
        if action == "save":  # nothing was typed, and so nothing is saved
            continue
        assert faults(answer) == [TAKEN]
    corrected = decide(other, submission, "save", data, **{"who-surname": "Corrected"})
    assert faults(corrected) == [TAKEN]
    failing(MemoryError())
    work_off_tasks()
    assert tries() == [False, False, True, True, 1, 1], "the control: it waits for somebody again"


def test_sender_is_told_that_it_is_read_until_it_is_public(reviewer):
    submission = accepted(reviewer)
    sender, page = opened_by(submission), f"/en/my/{submission.handle}/"

    before = sender.get(page).content.decode()
    with pack_everything(submission) as archive:
        assert len(archive.read()) > 1000
    work_off_tasks()

    assert "We have it. Somebody of the staff reads it before it is published." in before
    assert "It is published." not in before
    assert "It is published." in sender.get(page).content.decode()


def test_second_of_two_hands_it_over_and_the_first_is_answered_at_once(browser, reviewer):
    SubmissionSection.objects.create(slug="letters", needs_two=True)
    submission = sent()
    picture_of(submission)
    other = superuser("boris")

    decide(browser, submission, "approve", opened(browser, submission))
    assert (noted(submission), submission.first_approval_by) == (NOTHING, reviewer)
    assert not DBTaskResult.objects.ready().exists()
    with pytest.raises(ValidationError, match="somebody else has to agree"):
        accept(submission=submission, user=reviewer, seen_version=version_of(submission))
    accept(submission=submission, user=other, seen_version=version_of(submission))
    work_off_tasks()

    assert state_of(submission) == "published"
    assert SubmissionEvent.objects.latest("pk").staff == other


@pytest.mark.parametrize("needs_two", [True, False])
def test_rule_of_two_that_begins_meanwhile_holds(needs_two, reviewer):
    submission = accepted(reviewer)

    SubmissionSection.objects.create(slug="letters", needs_two=needs_two)
    work_off_tasks()

    assert noted(submission) == NOTHING
    assert (submission.key in SHELF) != needs_two
    assert submission.first_approval_by == (reviewer if needs_two else None)


def test_who_decided_has_left_and_nobody_answers_for_it(reviewer):
    submission = accepted(reviewer)

    reviewer.delete()
    work_off_tasks()

    assert (state_of(submission), SHELF) == ("waiting", {})
    assert noted(submission) == (None, None, None, 0, "refused")


def test_first_approval_of_two_takes_the_place_of_what_failed(failing, reviewer):
    submission = accepted(reviewer)
    failing(MemoryError())
    work_off_tasks()
    SubmissionSection.objects.create(slug="letters", needs_two=True)

    seen = {"user": superuser("boris"), "seen_version": version_of(submission)}
    assert accept(submission=submission, **seen) == Accepted.FIRST

    assert noted(submission) == NOTHING
    assert not try_again(submission=submission, user=reviewer)


def test_decision_on_what_was_changed_since_is_not_tried_again(failing, reviewer):
    submission = accepted(reviewer)
    failing(MemoryError())
    work_off_tasks()
    rewrite(submission)
    submission.refresh_from_db()

    assert submission.publishing_fault == "memory"
    assert not try_again(submission=submission, user=superuser("boris"))


def test_who_does_not_review_the_kind_tries_nothing_again(failing, reviewer):
    submission = accepted(reviewer)
    failing(MemoryError())
    work_off_tasks()

    assert not try_again(submission=submission, user=staff_account("pieter", CENTRE_EDITORS))
    assert try_again(submission=submission, user=superuser("boris"))


@pytest.mark.parametrize("meanwhile", [withdraw, rewrite, None])
def test_worker_that_has_begun_asks_once_more_before_it_publishes(meanwhile, reviewer):
    submission = accepted(reviewer)
    decision = publishing._begin(submission.pk)

    if meanwhile:
        meanwhile(submission)
    publishing._carry_out(decision)
    publishing._carry_out(decision)

    assert (submission.key in SHELF) == (meanwhile is None)
    assert letters() == int(meanwhile is None)


def test_task_that_comes_twice_or_late_publishes_once(reviewer):
    submission = accepted(reviewer)

    for _time in range(2):
        publish_accepted(submission.pk)

    assert letters() == 1
    assert SubmissionEvent.objects.filter(to_state="published").count() == 1


def test_killed_worker_is_followed_by_another_but_not_for_ever(reviewer):
    submission = accepted(reviewer)
    DBTaskResult.objects.all().delete()  # lost with their worker
    now = timezone.now()

    assert publish_forgotten(now) == 0, "it may be at work"
    for number in range(MOST_TRIES):
        now += PATIENCE + timedelta(seconds=1)
        assert (publish_forgotten(now), publish_forgotten(now)) == (1, 0)
        later = now + PATIENCE + timedelta(seconds=1)
        assert publish_forgotten(later) == 0, "it stands in the queue"
        assert publishing._begin(submission.pk), "and now the worker is killed"
        DBTaskResult.objects.all().delete()
        assert noted(submission)[3] == number + 1
    publish_accepted(submission.pk)

    assert (state_of(submission), noted(submission)[-1]) == ("waiting", "killed")
    assert publish_forgotten(now + 2 * PATIENCE) == 0
    assert publish_forgotten in [job.function for job in registered_jobs()]
    assert try_again(submission=submission, user=reviewer)
    work_off_tasks()
    assert state_of(submission) == "published"


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_does(locked, monkeypatch):
    submission = sent()
    picture_of(submission)
    version = version_of(submission)
    people = [superuser("vera"), superuser("boris")]

    def decision(meet):
        def unlocked(one):
            found = Submission.objects.get(pk=one.pk)
            meet()  # both have read it before either decides
            return found

        if locked:
            meet()
        else:
            monkeypatch.setattr(publishing, "lock_submission", unlocked)
            monkeypatch.setattr(review, "lock_submission", unlocked)
            monkeypatch.setattr(review.SubmittedWords.objects, "select_for_update", lambda: rows)
        seen = {"submission": submission, "user": people.pop(), "seen_version": version}
        try:
            return accept(**seen).name
        except ValidationError as refusal:
            return refusal.messages[0]

    rows = review.SubmittedWords.objects.all()
    results = at_once(decision, 2)

    assert sorted(results) == (["HANDED_OVER", TAKEN] if locked else ["HANDED_OVER"] * 2)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock')"
        )
        return cursor.fetchone()[0]


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.django_db(transaction=True)
def test_worker_that_comes_in_the_middle_of_a_withdrawal_finds_nothing(
    locked, monkeypatch, reviewer
):
    submission = accepted(reviewer)
    roles = ["sender", "worker"]
    if not locked:
        monkeypatch.setattr(publishing, "_locked", lambda pk: Submission.objects.get(pk=pk))

    def part(meet):
        if roles.pop() == "worker":
            meet()
            try:
                publish_accepted(submission.pk)
            except IntegrityError:
                return "broken"
            return "nothing to do"
        with transaction.atomic():
            withdraw_submission(submission=submission)
            meet()
            while not somebody_waits():
                time.sleep(0.01)
        return "withdrawn"

    results = at_once(part, 2)

    assert sorted(results) == ["nothing to do" if locked else "broken", "withdrawn"]
    assert (state_of(submission), SHELF) == ("withdrawn", {})


@pytest.mark.django_db(transaction=True)
def test_what_a_worker_is_at_keeps_no_periodic_job_waiting(monkeypatch, reviewer):
    submission = accepted(reviewer)
    later = timezone.now() + PATIENCE + timedelta(seconds=1)
    roles = ["clock", "worker"]

    def part(meet):
        if roles.pop() == "worker":

            def publish(**said):
                meet()  # the worker is in the middle
                meet()  # and the job has looked
                return KIND.publish(**said)

            kind = dataclasses.replace(KIND, publish=publish)
            monkeypatch.setitem(kinds._kinds, KIND.slug, kind)
            publish_accepted(submission.pk)
            return "published"
        meet()
        found = publish_forgotten(later)
        meet()
        return f"{found} forgotten"

    assert sorted(at_once(part, 2)) == ["0 forgotten", "published"]


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.django_db(transaction=True)
def test_withdrawal_in_the_middle_of_publishing_waits_for_it_and_holds(
    locked, monkeypatch, reviewer
):
    submission = accepted(reviewer)
    roles = ["sender", "worker"]
    lock = endings.lock_submission

    def publish_when_both_are_there(meet):
        def publish(**said):
            meet()
            return KIND.publish(**said)

        kind = dataclasses.replace(KIND, publish=publish)
        monkeypatch.setitem(kinds._kinds, KIND.slug, kind)
        publish_accepted(submission.pk)
        return "published"

    def part(meet):
        if roles.pop() == "worker":
            return publish_when_both_are_there(meet)
        before = Submission.objects.get(pk=submission.pk)
        meet()
        if not locked:  # the worker is done, and the sender has read what was before
            monkeypatch.setattr(endings, "lock_submission", lambda one: (lock(one), before)[1])
        try:
            withdraw_submission(submission=submission)
        except IntegrityError as refusal:
            return str(refusal).partition(".")[0]
        return "withdrawn"

    results = at_once(part, 2)

    if locked:
        assert sorted(results) == ["published", "withdrawn"]
        assert (state_of(submission), SHELF) == ("withdrawn", {})
    else:  # the log holds it even then
        assert "The submission is not in the state that it is said to leave" in results
        assert state_of(submission) == "published"


SINCE = {"publishing_since": "2020-05-09T10:00Z"}


@pytest.mark.parametrize(
    ("is_published", "values", "rule"),
    [
        (False, SINCE, "submission_publishing_whole"),
        (False, {"publishing_version": 1}, "submission_publishing_whole"),
        (False, {"publishing_tries": 1}, "submission_publishing_whole"),
        (False, {"publishing_fault": "because of Anna"}, "submission_publishing_fault_known"),
        (True, {**SINCE, "publishing_version": 1}, "submission_publishing_waits"),
        (True, {"publishing_fault": PublishingFault.CHANGED}, "submission_publishing_waits"),
    ],
)
def test_database_keeps_what_is_noted_together_and_only_while_it_waits(
    is_published, values, rule, reviewer
):
    submission = sent()
    if is_published:
        accept(submission=submission, user=reviewer, seen_version=version_of(submission))
    rows = Submission.objects.filter(pk=submission.pk)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        rows.update(**values)


def test_database_keeps_a_decision_and_why_one_fell():
    rows = Submission.objects.filter(pk=sent().pk)

    assert rows.update(**SINCE, publishing_version=1, publishing_tries=2) == 1
    assert rows.update(publishing_fault=PublishingFault.DISK) == 1
    assert rows.update(**{**NOT_PUBLISHING, "publishing_fault": PublishingFault.CHANGED}) == 1


def test_queue_takes_no_query_more_for_what_is_being_published(browser, reviewer):
    sent(email="z@example.org")
    browser.get(QUEUE)
    with CaptureQueriesContext(connection) as before:
        browser.get(QUEUE)
    accepted(reviewer)
    accepted(reviewer, email="b@example.org")
    with CaptureQueriesContext(connection) as after:
        browser.get(QUEUE)

    assert len(after) == len(before)
