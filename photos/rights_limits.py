"""How large a picture the public may fetch, decided by the rights statement of its photograph."""

from collections.abc import Iterable

from django.conf import settings

from photos.enums import RightsStatement

# No right, or none known, that a large picture could infringe; the licences allow copies.
_FREE_BEGINNINGS = ("NoC-", "NKC", "CC0-", "CC-BY-", "PDM-")


def longest_side(rights: str) -> int | None:
    """The greatest length in pixels of the longer side of anything the public may fetch.

    `rights` is a code of `RightsStatement`. None means no limit. What is in copyright, what nobody
    has cleared (CNE, UND) and what is no statement of ours are limited.
    """
    known = rights in RightsStatement.values
    if known and rights.startswith(_FREE_BEGINNINGS):
        return None
    return settings.LIMITED_LONGEST_SIDE


def strictest_limit(statements: Iterable[str]) -> int | None:
    """The limit for a picture that photographs with these statements share.

    Limited where there are none: nobody has said that the picture is free.
    """
    limits = [longest_side(rights) for rights in statements] or [settings.LIMITED_LONGEST_SIDE]
    return min((limit for limit in limits if limit is not None), default=None)
