"""Leads a refused form to a page of its own, so that Back and Reload ask nobody to send it again.

What was typed is kept with the submission. The boxes that were ticked stand in the address, signed,
so that no other link ticks a box.
"""

from collections.abc import Sequence
from datetime import timedelta

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode

from commemoration.submissions.models.records import Submission

REFUSED = "refused"
AGE = timedelta(hours=1)  # a link that was kept ticks no box of today


def to_refused(address: str, submission: Submission, ticked: Sequence[str]) -> HttpResponse:
    """To the form at this address, which says there what is wrong."""
    known = [scope for scope in submission.of_kind.scopes if scope in ticked]
    word = signing.dumps(known, salt=_salt(submission))
    return HttpResponseRedirect(f"{address}?{urlencode({REFUSED: word})}")


def was_refused_with(request: HttpRequest, submission: Submission) -> list[str] | None:
    """The boxes that were ticked in the form that was refused; None if none was."""
    try:
        return signing.loads(request.GET.get(REFUSED, ""), salt=_salt(submission), max_age=AGE)
    except signing.BadSignature:
        return None


def _salt(submission: Submission) -> str:
    return f"{__name__} {submission.handle}"
