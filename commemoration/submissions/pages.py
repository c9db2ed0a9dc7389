"""Whose business a page of this site is: each app says it of its own addresses at start-up."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from commemoration.core.enums import Section

_WITHOUT_SCHEME = re.compile(r"[\w.-]+\.\w{2,}(:\d+)?/")

_asked: list[Callable[[str], str]] = []


def register_pages(section_at: Callable[[str], str]) -> None:
    """`section_at(path)` gives the section that answers for the page of this path, with or without
    its language; "" for a page of others."""
    _asked.append(section_at)


def pages_of(section: Section, *parts: str) -> None:
    """The section answers for all pages whose address begins with one of these parts, after the
    language."""
    address = re.compile(rf"/(?:[a-z]{{2}}/)?(?:{'|'.join(map(re.escape, parts))})/.")
    register_pages(lambda path: section if address.match(path) else "")


def section_at(path: str) -> str:
    """The section that answers for the page; "" if nobody knows."""
    return next((str(found) for ask in _asked if (found := ask(path))), "")


def path_of(page: str) -> str:
    """The path of a page of this site, from its address as somebody has typed it; "" for words, and
    for a page of another site."""
    parts = _parts(page)
    return parts.path if parts and not _is_elsewhere(parts) else ""


def is_elsewhere(page: str) -> bool:
    """Is this the address of a page of another site?"""
    parts = _parts(page)
    return parts is not None and _is_elsewhere(parts)


def _parts(page: str):
    page = page.strip()
    try:
        parts = urlsplit(f"//{page}" if _WITHOUT_SCHEME.match(page) else page)
        return parts if parts.hostname or parts.path else None
    except ValueError:
        return None


def _is_elsewhere(parts) -> bool:
    host = (parts.hostname or "").rstrip(".")
    own = (*settings.ALLOWED_HOSTS, urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname)
    return bool(host) and not validate_host(host, own)
