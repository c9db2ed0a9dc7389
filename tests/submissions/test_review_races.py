"""Two members of staff at the same submission at the same moment."""

import pytest
from django.db import connection

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.enums import Reason
from commemoration.submissions.models import (
    Submission,
)
from commemoration.submissions.services import review, states
from commemoration.submissions.services.review import take_for_review
from tests.core.threads import at_once
from tests.factories.staff import superuser
from tests.factories.submissions import sent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_once_one_gets_it(locked, monkeypatch):
    submission = sent()
    people = [superuser("vera"), superuser("boris")]
    if not locked:
        monkeypatch.setattr(
            review, "lock_submission", lambda one: Submission.objects.get(pk=one.pk)
        )
    is_taken = review._is_taken

    def taken_by(meet):
        user = people.pop()

        def looked(*args):
            found = is_taken(*args)
            if not locked:
                meet()  # both have looked before either writes
            return found

        looks[user.pk] = looked
        if locked:
            meet()
        return take_for_review(submission=submission, user=user)

    looks = {}
    monkeypatch.setattr(review, "_is_taken", lambda one, user: looks[user.pk](one, user))

    results = at_once(taken_by, 2)

    assert sorted(results) == ([False, True] if locked else [True, True])


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_once_one_does(locked, monkeypatch):
    submission = sent()
    version = submission.words.version
    people = [superuser("vera"), superuser("boris")]
    if not locked:  # neither in the row nor in the log
        with connection.cursor() as cursor:
            cursor.execute(
                "ALTER TABLE submissions_submissionevent DISABLE TRIGGER submissions_event_follows"
            )

    def decision(meet):
        user = people.pop()

        def unlocked(one):
            found = Submission.objects.get(pk=one.pk)
            meet()  # both have read it before either decides
            return found

        if locked:
            meet()
        else:
            monkeypatch.setattr(review, "lock_submission", unlocked)
        seen = {"submission": submission, "user": user, "seen_version": version}
        try:
            review.ask_for_changes(**seen, reason=Reason.UNCLEAR, question="Who is it?")
        except states.WrongState as refusal:
            return refusal.messages
        return "decided"

    results = at_once(decision, 2)

    letters = OutboxMessage.objects.filter(template="submission_asked").count()
    if locked:
        refused = ["This is no longer possible: the submission is now “changes requested”."]
        assert sorted(map(str, results)) == sorted(["decided", str(refused)])
        assert letters == 1
    else:
        assert results == ["decided", "decided"]
        assert letters == 2
