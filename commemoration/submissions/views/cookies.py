"""Cookies that stand for a person without an account: what a link says, as wide as the pages that
it opens, one for each language."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def give_cookie(
    response: HttpResponse, name: str, word: str, *, pages: str, age: timedelta
) -> None:
    """Keep `word` for the addresses below `pages`, a path that follows the language."""
    for code, path in _paths(pages):
        response.set_cookie(
            cookie_name(name, code),
            word,
            path=path,
            max_age=age,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


def take_cookie(response: HttpResponse, name: str, *, pages: str) -> None:
    """Close these pages on this device."""
    for code, path in _paths(pages):
        response.delete_cookie(cookie_name(name, code), path=path, samesite="Lax")


def read_cookie(request: HttpRequest, name: str) -> str:
    """What was kept for pages in the language of this one, "" for nothing."""
    return request.COOKIES.get(cookie_name(name, request.LANGUAGE_CODE), "")


def cookie_name(name: str, language: str) -> str:
    """Of the addresses in one language: an answer can set only one cookie of a name."""
    return f"{name}-{language}"


def private(response: HttpResponse) -> HttpResponse:
    """Nobody finds such a page by searching, and its address is told to no other site."""
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response


def _paths(pages: str) -> list[tuple[str, str]]:
    return [(code, f"/{code}/{pages}") for code, _name in settings.LANGUAGES]
