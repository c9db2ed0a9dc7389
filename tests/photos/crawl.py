"""Asks the site for everything that it could give out, as somebody without an account.

What is asked comes from four sides: every address that the site knows, filled with the values of a
record; every file that lies in a storage; what pages, manifests and feeds name; and what somebody
could guess who knows how the addresses are made.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pyvips
from django.conf import settings
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import get_resolver
from django.utils.regex_helper import normalize

from commemoration.core.ingest.limits import DERIVATIVE_FORMATS
from photos.iiif import geometry
from photos.picture_files import masters_storage, working_storage

MOST_ADDRESSES = 4_000
MOST_QUERIES = 2  # of one path: lists link to themselves with every filter
# Wagtail's own screens, which ask everybody for a password, whatever the address goes on with.
BEHIND_A_PASSWORD = ("/admin/",)

_NAMED = re.compile(r"""(?:https?://testserver)?(/[^\s"'<>\\,;)]*)""")
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG|RIFF....WEBP|....ftyp|II\*\0|MM\0\*|GIF8", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What an address answered; `size` in pixels if its body is a picture of any name."""

    status: int
    size: tuple[int, int] | None
    body: bytes

    @property
    def longest(self) -> int:
        return max(self.size) if self.size else 0


def crawl(client: Client, addresses: Iterable[str]) -> dict[str, Answer]:
    """The answers of all addresses, and of those that their bodies name, and so on."""
    waiting, answers, asked = list(addresses), {}, Counter()
    while waiting:
        address = waiting.pop()
        path = address.partition("?")[0]
        if address in answers or not _is_ours(address) or asked[path] > MOST_QUERIES:
            continue
        asked[path] += 1
        answers[address] = answer = ask(client, address)
        assert len(answers) < MOST_ADDRESSES, "the crawl does not end"
        if answer.size is None and not path.startswith(BEHIND_A_PASSWORD):
            waiting += named_in(answer.body)
    return answers


def ask(client: Client, address: str, **headers) -> Answer:
    response = client.get(address, headers=headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    to = response.headers.get("Location", "").encode()
    size = None
    if _PICTURE.match(body):
        picture = pyvips.Image.new_from_buffer(body, "")
        size = picture.width, picture.height
    return Answer(response.status_code, size, body or to)


def named_in(body: bytes) -> Iterator[str]:
    """Every address of the site that a page, a manifest or a list of addresses contains."""
    for found in _NAMED.finditer(unescape(body.decode(errors="replace"))):
        yield found.group(1).partition("#")[0]


def known_addresses(values: dict[str, list]) -> Iterator[str]:
    """Every address that the site knows, with each of the values that its parts can have.

    Raises KeyError for a part that `values` does not name: whoever adds an address says here what
    may stand in it. Parts of the admin's addresses that are not named become "1".
    """
    for template, parts in sorted(address_templates(get_resolver())):
        staff = template.startswith("admin/")
        filled = [template.replace("%%", "%")]
        for part in parts:
            options = values.get(part, ["1"]) if staff else values[part]
            filled = [each.replace(f"%({part})s", str(one)) for each in filled for one in options]
        yield from (f"/{each}" for each in filled)


def published_files() -> list[str]:
    """The address of every public file."""
    return [f"{settings.MEDIA_URL}{name}" for name in _names_in(default_storage)]


def private_files() -> list[str]:
    """Every private JPEG, as somebody might ask for it."""
    media = settings.MEDIA_URL
    return [
        f"{before}{name}"
        for storage in (working_storage(), masters_storage())
        for name in _names_in(storage)
        if name.endswith(".jpg")
        for before in (media, f"{media}../working/", "/admin/files/")
    ]


def picture_addresses(uuid, slug: str, sizes: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Files, tiles and downloads as they are named, in sizes that there are or might be."""
    for width, height in sizes:
        yield f"/photo/{slug}/{width}.jpg"
        for extension in DERIVATIVE_FORMATS:
            yield f"{settings.MEDIA_URL}pictures/{uuid}/{width}.{extension}"
        for name in geometry.addresses(width, height):
            yield f"/iiif/3/{uuid}/{name}"


def odd_addresses(uuid, slug: str, width: int) -> Iterator[str]:
    """What somebody tries who looks for another way to a picture of this width."""
    yield f"/photo/{slug}/{width}.jpg?width={width}&format=tif"
    yield f"{settings.MEDIA_URL}iiif/3/{uuid}/full/max/0/default.jpg"
    for size in (f"{width},", f"^{width},", "^max", "pct:100", f"!{width},{width}"):
        yield f"/iiif/3/{uuid}/full/{size}/0/default.jpg"
    for name in (width, "original", "picture", "master"):
        for extension in ("png", "tif", "JPG"):
            yield f"{settings.MEDIA_URL}pictures/{uuid}/{name}.{extension}"
            yield f"/photo/{slug}/{name}.{extension}"


def _names_in(storage) -> list[str]:
    files = (path for path in Path(storage.location).rglob("*") if path.is_file())
    return sorted(path.relative_to(storage.location).as_posix() for path in files)


def _is_ours(address: str) -> bool:
    """Addresses on this site that are no part of its own look."""
    return not address.startswith(("//", settings.STATIC_URL))


def address_templates(resolver, before: str = "") -> set[tuple[str, tuple[str, ...]]]:
    """Addresses with `%(part)s` for what may vary, and the names of these parts."""
    found = set()
    for _view, entries in resolver.reverse_dict.lists():
        for possibilities, *_rest in entries:
            found.update((before + text, tuple(parts)) for text, parts in possibilities)
    for prefix, inner in resolver.namespace_dict.values():
        ((text, parts),) = normalize(prefix) or [("", [])]
        assert not parts, "a part that varies stands before a namespace"
        found |= address_templates(inner, before + text)
    return found
