"""Every step is asked for in every state of a submission, in its order and out of it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import transaction

from commemoration.core.consent.models import ConsentRecord
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.enums import TRANSITIONS, Actor, Reason, SubmissionState
from commemoration.submissions.models import (
    Contact,
    Submission,
    SubmissionEvent,
    SubmittedPicture,
    SubmittedWords,
)
from commemoration.submissions.services.drafts import confirm_address, save_step, send_submission
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.pictures import (
    add_picture,
    change_picture,
    put_first,
    remove_picture,
)
from commemoration.submissions.services.review import (
    approve,
    ask_for_changes,
    edit_for_publication,
    edit_picture_for_publication,
    reject,
)
from commemoration.submissions.services.states import WrongState
from tests.factories.pictures import jpeg
from tests.factories.regiment import sent_picture
from tests.factories.staff import superuser
from tests.factories.submissions import SHELF, draft

pytestmark = pytest.mark.django_db

# What follows: a state; "." where it is done and the state stays, or was done already; "no" where
# it is refused and nothing changes.
TABLE = """
step            draft       unconfirmed waiting   changes   published rejected  withdrawn erased
write           .           .           .         .         .         no        no        no
add_picture     .           .           .         .         .         no        no        no
describe        .           .           .         .         .         no        no        no
put_first       .           .           .         .         .         no        no        no
take_out        .           .           .         .         .         no        no        no
send            unconfirmed .           .         waiting   waiting   no        no        no
send_by_letter  waiting     waiting     .         waiting   waiting   no        no        no
confirm         .           waiting     .         .         .         .         .         .
edit            no          no          .         no        no        no        no        no
edit_picture    no          no          .         no        no        no        no        no
approve         no          no          published no        no        no        no        no
ask             no          no          changes   no        no        no        no        no
reject          no          no          rejected  no        no        no        no        no
withdraw        withdrawn   withdrawn   withdrawn withdrawn withdrawn .         .         .
erase           erased      erased      erased    erased    erased    erased    erased    .
"""
HEADS, *ROWS = (line.split() for line in TABLE.strip().splitlines())
STATES = HEADS[1:]

# Each gets the submission as it was read before, its picture, a reviewer, and the version seen.
STEPS: dict[str, Callable] = {
    "write": lambda sent, **_: save_step(
        submission=sent, step="who", fields={"surname": ["X"]}, seen_version=1, by_letter=False
    ),
    "add_picture": lambda sent, **_: add_picture(
        submission=sent, file=ContentFile(jpeg(60, 60)), name="a.jpg"
    ),
    "describe": lambda picture, **_: change_picture(picture=picture, caption="X", alive="agreed"),
    "put_first": lambda picture, **_: put_first(picture),
    "take_out": lambda picture, **_: remove_picture(picture),
    "send": lambda sent, **_: send(sent, by_letter=False),
    "send_by_letter": lambda sent, **_: send(sent, by_letter=True),
    "confirm": lambda sent, **_: confirm_address(sent),
    "edit": lambda sent, **seen: edit_for_publication(
        submission=sent, step="who", fields={"surname": ["X"]}, **without_picture(seen)
    ),
    "edit_picture": lambda sent, **seen: edit_picture_for_publication(
        submission=sent, caption="X", is_left_out=False, **seen
    ),
    "approve": lambda sent, **seen: approve(submission=sent, **without_picture(seen)),
    "ask": lambda sent, **seen: ask_for_changes(
        submission=sent, reason=Reason.UNCLEAR, question="Who?", **without_picture(seen)
    ),
    "reject": lambda sent, **seen: reject(
        submission=sent, reason=Reason.UNTRUE, answer="No.", **without_picture(seen)
    ),
    "withdraw": lambda sent, **_: withdraw_submission(submission=sent),
    "erase": lambda sent, **_: erase_submission(
        submission=sent, reason=Reason.BY_SENDER, actor=Actor.SENDER
    ),
}
WAYS = {
    "draft": [],
    "unconfirmed": ["send"],
    "waiting": ["send", "confirm"],
    "changes": ["send", "confirm", "ask"],
    "published": ["send", "confirm", "approve"],
    "rejected": ["send", "confirm", "reject"],
    "withdrawn": ["send", "confirm", "withdraw"],
    "erased": ["send", "confirm", "withdraw", "erase"],
}


def send(submission: Submission, *, by_letter: bool) -> None:
    send_submission(submission=submission, name="Anna", scopes=["publish"], by_letter=by_letter)


def without_picture(seen: dict) -> dict:
    return {name: value for name, value in seen.items() if name != "picture"}


def take(step: str, submission: Submission, picture: SubmittedPicture, user) -> None:
    words = SubmittedWords.objects.filter(submission=submission).first()
    version = words.version if words else 0
    STEPS[step](sent=submission, picture=picture, user=user, seen_version=version)


def everything() -> list[Any]:
    """All that a step could change."""
    models = (Submission, Contact, SubmittedWords, SubmittedPicture, SubmissionEvent)
    rows = [list(model.objects.order_by("pk").values()) for model in models]
    letters = list(OutboxMessage.objects.order_by("pk").values_list("pk", "template"))
    consents = list(ConsentRecord.objects.order_by("pk").values())
    return [*rows, letters, consents, copy.deepcopy(SHELF)]


def answer_to(step: str, submission: Submission, picture: SubmittedPicture, user) -> str:
    """What the table says of it. Everything is as before afterwards."""
    before, shelf, state = everything(), copy.deepcopy(SHELF), submission.state
    told = SubmissionEvent.objects.count()
    with transaction.atomic():
        try:
            take(step, Submission.objects.get(pk=submission.pk), picture, user)
        except WrongState:
            assert everything() == before, f"{step}: refused, and yet done"
            answer = "no"
        else:
            now = Submission.objects.get(pk=submission.pk).state
            changes = SubmissionEvent.objects.count() - told
            assert (changes > 0) == (now != state), f"{step}: the log tells every change"
            answer = "." if now == state else now
        transaction.set_rollback(True)
    SHELF.clear()
    SHELF.update(shelf)
    return answer


@pytest.mark.parametrize("state", STATES)
def test_only_what_the_table_allows_is_done(state):
    submission, user = draft(), superuser()
    picture = sent_picture(submission)
    for step in WAYS[state]:
        take(step, submission, picture, user)
        submission.refresh_from_db()
    assert submission.state == state

    answers = {step: answer_to(step, submission, picture, user) for step in STEPS}

    place = HEADS.index(state)
    assert answers == {row[0]: row[place] for row in ROWS}


def test_table_has_every_state_and_step_and_follows_the_list_of_the_database():
    assert set(STATES) == set(SubmissionState.values) == set(WAYS)
    assert [row[0] for row in ROWS] == list(STEPS)
    for step, *cells in ROWS:
        for before, after in zip(STATES, cells, strict=True):
            direct = after in (".", "no") or after in TRANSITIONS[before]
            assert direct or step == "erase", "who erases what stands withdraws it first"
