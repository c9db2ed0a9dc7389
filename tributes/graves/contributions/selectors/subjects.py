"""The record that a contribution is about: found by its key, public or not.

The keys are `person-<number>`, since a number that was given once stays, and `site-<id>`.
"""

import re
from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import get_language

from commemoration.submissions.kinds import Subject
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.names import shown_name

_KEY = re.compile(r"(person|site)-([1-9][0-9]{0,8})", re.ASCII)
_PERSON = re.compile(r"/person/([1-9][0-9]{0,8})(?:/|$)", re.ASCII)
_SITE = re.compile(r"/burial-site/([-\w]{1,100})(?:/|$)", re.ASCII)


def key_of(record: Burial | BurialSite) -> str:
    """Of a record that has been published."""
    if isinstance(record, Burial):
        return f"person-{record.number}"
    return f"site-{record.pk}"


def record_of(key: str) -> Burial | BurialSite | None:
    """Public or not; None if there is none."""
    return _records({key}).get(key)


def find_subjects(keys: Collection[str]) -> dict[str, Subject]:
    """By key, titled for the present reader. Seven queries at most."""
    return {key: _subject(record) for key, record in _records(keys).items()}


def key_in(address: str) -> str:
    """The key of the published person or site whose page this is, "" for anything else."""
    if found := _PERSON.search(address):
        record = Burial.objects.filter(number=int(found[1])).first()
    elif found := _SITE.search(address):
        record = BurialSite.objects.filter(slug=found[1], first_published_at__isnull=False).first()
    else:
        record = None
    return key_of(record) if record else ""


def _records(keys: Collection[str]) -> dict[str, Burial | BurialSite]:
    read = [found for key in keys if (found := _KEY.fullmatch(key))]
    numbers = {kind: [int(each[2]) for each in read if each[1] == kind] for kind in _FIND}
    rows = [row for kind, find in _FIND.items() if numbers[kind] for row in find(numbers[kind])]
    return {key_of(row): row for row in rows}


def _burials(numbers: list[int]):
    burials = Burial.objects.filter(number__in=numbers)
    return burials.select_related("site", "named_person").prefetch_related(
        "named_person__forms", "site__texts"
    )


def _sites(ids: list[int]):
    published = BurialSite.objects.filter(pk__in=ids, first_published_at__isnull=False)
    return published.prefetch_related("texts")


_FIND = {"person": _burials, "site": _sites}


def _title(burial: Burial) -> str:
    """The name; of who has none the record and the site, since there are many of them."""
    name = shown_name(burial, get_language() or "")
    return name.spoken if name.is_name else f"{name.listed}, {burial.site}"


def _subject(record: Burial | BurialSite) -> Subject:
    if isinstance(record, Burial):
        title, edit = _title(record), "burial"
        is_shown = record.live and record.site.live
    else:
        title, edit, is_shown = str(record), "burialsite", record.live
    return Subject(
        title=title,
        url=record.get_absolute_url() if is_shown else "",
        edit_url=reverse(f"wagtailsnippets_graves_{edit}:edit", args=[record.pk]),
    )
