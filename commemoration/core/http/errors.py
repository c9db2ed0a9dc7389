"""Answers when something is wrong: in the reader's language, and without needing the database.

A template context processor, a session or a menu could each touch the database that has just
failed; so these pages are rendered without a request.
"""

import sys
from dataclasses import dataclass

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RETRY_AFTER = 30  # seconds, when the database is away


@dataclass(frozen=True)
class ErrorPage:
    """What one status says: what happened, and what to do next."""

    status: int
    title: str | Promise
    text: str | Promise

    @property
    def has_search(self) -> bool:
        """Whether a search is likely to be answered: not while the site itself is in trouble."""
        return self.status < 500

    @property
    def is_fault(self) -> bool:
        """Whether somebody should look into it; a page that is gone is no fault."""
        return self.status not in {404, 410}

    @property
    def has_contact(self) -> bool:
        """Whether a message can be taken in: it is kept in the database that 503 says is away."""
        return self.status != 503


PAGES = {
    page.status: page
    for page in (
        ErrorPage(
            400,
            _("The site did not understand this request"),
            _("The address or what was sent with it is damaged. Open the page again from a link."),
        ),
        ErrorPage(
            403,
            _("This page is not open to you"),
            _(
                "If you sent a form: it may have been open for too long, or your browser refuses "
                "cookies. Go back, reload the page and send it again; what you typed is kept by "
                "most browsers."
            ),
        ),
        ErrorPage(
            404,
            _("There is no page at this address"),
            _("It may have moved, or the address may be mistyped. Search for it here."),
        ),
        ErrorPage(
            410,
            _("This was withdrawn"),
            _("It stood at this address once and has been taken down on purpose."),
        ),
        ErrorPage(
            500,
            _("Something went wrong on our side"),
            _("The fault has been recorded. Try again in a few minutes."),
        ),
        ErrorPage(
            503,
            _("The site is out of order for a moment"),
            _("It cannot reach its records. Nothing is lost. Reload this page in a minute."),
        ),
        ErrorPage(
            507,
            _("There is no room for this file just now"),
            _("What you have sent before is kept. Go back and send the file again in an hour."),
        ),
    )
}


def error_response(request: HttpRequest, status: int) -> HttpResponse:
    """The page for `status` (a key of `PAGES`) in the language of the address or the browser."""
    language = language_of(request)
    with translation.override(language):
        content = loader.render_to_string(
            "errors/error.html",
            {
                "page": PAGES[status],
                "language": language,
                "home_url": f"/{language}/",
                "search_url": f"/{language}/search/",
                "feedback_url": f"/{language}/feedback/",
                "request_id": getattr(request, "request_id", ""),
                "languages": [(code, f"/{code}/") for code, _name in settings.LANGUAGES],
            },
        )
    response = HttpResponse(content, status=status, headers={"Content-Language": language})
    response["Cache-Control"] = "no-store"
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def language_of(request: HttpRequest) -> str:
    """The language in the address; else the one the browser asks for; else English."""
    return translation.get_language_from_path(
        request.path_info
    ) or translation.get_language_from_request(request)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_response(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_response(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_response(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler of what nothing else caught, by whatever middleware or view it was met."""
    is_outage = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    return error_response(request, 503 if is_outage else 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_response(request, 403)


def full_disk_response(request: HttpRequest) -> HttpResponse:
    """For a file that could not be kept: the disk is full, and nothing of it was kept."""
    return error_response(request, 507)


def gone_response(request: HttpRequest) -> HttpResponse:
    """For a record that was withdrawn: 410, never 404 and never another page."""
    return error_response(request, 410)
