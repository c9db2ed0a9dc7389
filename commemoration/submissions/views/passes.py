"""Who may open "my submission": the holder of a cookie that a link was exchanged for.

Whatever is wrong with it (none, expired, cut short, of somebody else, made for another purpose),
the answer is the same: 404, with the way to a new link.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from commemoration.core.languages.addresses import in_every_language
from commemoration.submissions.links import LinkPurpose, Pass, read_pass, sign_pass
from commemoration.submissions.models.records import Submission

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
    for code, path in _paths(submission):
        response.set_cookie(
            cookie_name(purpose, code),
            word,
            path=path,
            max_age=COOKIE_AGE,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


def take_pass(response: HttpResponse, submission: Submission) -> None:
    """Close it on this device."""
    for code, path in _paths(submission):
        for purpose in COOKIES:
            response.delete_cookie(cookie_name(purpose, code), path=path, samesite="Lax")


def cookie_name(purpose: LinkPurpose, language: str) -> str:
    """Of the addresses in one language: an answer can set only one cookie of a name."""
    return f"{COOKIES[purpose]}-{language}"


def for_sender(view: Callable | None = None, *, purpose: LinkPurpose = LinkPurpose.OPEN):
    """The view is called with the submission in place of its handle, and with the `Pass`."""
    if view is None:
        return lambda view: for_sender(view, purpose=purpose)

    @never_cache
    @csrf_protect
    @wraps(view)
    def with_pass(request: HttpRequest, handle: str, *args, **kwargs) -> HttpResponse:
        word = request.COOKIES.get(cookie_name(purpose, request.LANGUAGE_CODE), "")
        found = read_pass(word, purpose, age=COOKIE_AGE)
        submission = _submission(handle) if found else None
        if submission is None or not found.opens(submission, purpose):
            return no_pass(request)
        request.frame_urls = in_every_language(request)
        return _private(view(request, submission, found, *args, **kwargs))

    return with_pass


def no_pass(request: HttpRequest) -> HttpResponse:
    request.frame_title = gettext("My submission")
    return _private(render(request, "submissions/no_pass.html", status=404))


def _submission(handle: str) -> Submission | None:
    rows = Submission.objects.select_related("contact", "words")
    return rows.filter(handle=handle).first()


def _private(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response


def _paths(submission: Submission) -> list[tuple[str, str]]:
    """Each language with its address of the submission."""
    return [(code, f"/{code}/my/{submission.handle}/") for code, _name in settings.LANGUAGES]


__all__ = ["Pass", "for_sender", "give_pass", "no_pass", "take_pass"]
