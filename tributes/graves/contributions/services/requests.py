"""Photographs that families ask for: opened when staff accept it, closed with a letter."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from commemoration.submissions.enums import ENDED_STATES, Actor, Reason
from commemoration.submissions.models.records import Submission
from commemoration.submissions.services.endings import withdraw_submission
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.states import lock_submission
from tributes.graves.contributions.selectors.requests import open_requests_of
from tributes.graves.contributions.services.records import about, public_record
from tributes.graves.enums import RequestEnd
from tributes.graves.models.burials import Burial
from tributes.graves.models.contributions import PhotoRequest
from tributes.graves.models.sites import BurialSite


@transaction.atomic
def open_request(
    *, submission: Submission, values: Mapping[str, Any], pictures: Collection, user=None
) -> PhotoRequest:
    """What staff have accepted is asked for from now on; accepted again, the note is another.

    ValidationError while the record that it is about is not public.
    """
    record = public_record(submission.about)
    request = PhotoRequest.objects.select_for_update().filter(key=submission.key).first()
    request = request or PhotoRequest(key=submission.key, asked_at=timezone.now())
    for name, value in about(record).items():
        setattr(request, name, value)
    request.language, request.note = submission.language, values.get("note", "")
    request.full_clean()
    request.save()
    return request


@transaction.atomic
def close_request(request: PhotoRequest, *, how: RequestEnd, words: str = "", user=None) -> bool:
    """The search is over: the family is told by letter, with the `words` of whoever closes it, and
    what tells who asked is erased when its time is over. False if it was closed already."""
    submission = Submission.objects.filter(key=request.key).first()
    if submission is not None:
        submission = lock_submission(submission)  # first, as when its sender withdraws it
    if not _close(request, how):
        return False
    if submission is None or submission.state in ENDED_STATES:
        return True
    write_to_sender(
        submission,
        "photo_request_closed",
        how=str(how),
        words=words.strip(),
    )
    withdraw_submission(
        submission=submission,
        reason=Reason.TIME_OVER,
        actor=Actor.STAFF,
        staff=user,
        writes=False,
    )
    return True


def answer_requests(record: Burial | BurialSite, *, user=None) -> int:
    """A photograph of this record has arrived: tell all who wait for it; how many."""
    requests = list(open_requests_of(record))
    return sum(close_request(each, how=RequestEnd.ARRIVED, user=user) for each in requests)


@transaction.atomic
def take_back_request(key: UUID, *, user=None) -> None:
    """The family asks no longer."""
    for request in PhotoRequest.objects.filter(key=key, closed_at=None):
        _close(request, RequestEnd.TAKEN_BACK)


def keep_request(key: UUID, scopes: Collection[str], *, user=None) -> None:
    """Nothing of a request rests on one scope alone."""


def erase_request(key: UUID) -> None:
    PhotoRequest.objects.filter(key=key).delete()


def _close(request: PhotoRequest, how: RequestEnd) -> bool:
    """False if somebody has closed it already. Nobody needs the note any more."""
    found = PhotoRequest.objects.filter(pk=request.pk, closed_at=None)
    return bool(found.update(closed_at=timezone.now(), closed_how=how, note=""))
