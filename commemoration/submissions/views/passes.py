"""Who may open "my submission": the holder of a cookie that a link was exchanged for.

Whatever is wrong with it (none, expired, cut short, of somebody else, made for another purpose),
the answer is the same: 404, with the way to a new link.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from commemoration.core.languages.addresses import in_every_language
from commemoration.submissions.links import LinkPurpose, Pass, read_pass, sign_pass
from commemoration.submissions.models.records import Submission
from commemoration.submissions.views.cookies import give_cookie, private, read_cookie, take_cookie

COOKIES = {LinkPurpose.OPEN: "my", LinkPurpose.CONFIRM: "my-address"}
COOKIE_AGE = timedelta(hours=24)  # then the link in the letter opens it again


def give_pass(
    response: HttpResponse,
    submission: Submission,
    purpose: LinkPurpose = LinkPurpose.OPEN,
    *,
    by_letter: bool,
) -> None:
    """Put what a link says into a cookie of that submission's own addresses, in each language."""
    word = sign_pass(submission, purpose, by_letter=by_letter)
    give_cookie(response, COOKIES[purpose], word, pages=_pages(submission), age=COOKIE_AGE)


def take_pass(response: HttpResponse, submission: Submission) -> None:
    """Close it on this device."""
    for name in COOKIES.values():
        take_cookie(response, name, pages=_pages(submission))


def for_sender(view: Callable | None = None, *, purpose: LinkPurpose = LinkPurpose.OPEN):
    """The view is called with the submission in place of its handle, and with the `Pass`."""
    if view is None:
        return lambda view: for_sender(view, purpose=purpose)

    @never_cache
    @csrf_protect
    @wraps(view)
    def with_pass(request: HttpRequest, handle: str, *args, **kwargs) -> HttpResponse:
        found = read_pass(read_cookie(request, COOKIES[purpose]), purpose, age=COOKIE_AGE)
        submission = _submission(handle) if found else None
        if submission is None or not found.opens(submission, purpose):
            return no_pass(request)
        request.frame_urls = in_every_language(request)
        return private(view(request, submission, found, *args, **kwargs))

    return with_pass


def no_pass(request: HttpRequest) -> HttpResponse:
    request.frame_title = gettext("My submission")
    return private(render(request, "submissions/no_pass.html", status=404))


def _submission(handle: str) -> Submission | None:
    rows = Submission.objects.select_related("contact", "words")
    return rows.filter(handle=handle).first()


def _pages(submission: Submission) -> str:
    return f"my/{submission.handle}/"


__all__ = ["Pass", "for_sender", "give_pass", "no_pass", "take_pass"]
