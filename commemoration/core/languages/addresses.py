"""Addresses that differ between languages only by their prefix."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def in_every_language(request: HttpRequest) -> dict[str, str]:
    """This request's own address by language, its query string kept: for `request.frame_urls`."""
    rest = request.get_full_path().removeprefix(f"/{get_language()}/")
    return {code: f"/{code}/{rest}" for code, _name in settings.LANGUAGES}
