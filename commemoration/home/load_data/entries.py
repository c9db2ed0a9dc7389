"""Synthetic entries of the Immortal Regiment, each an invented example with a shared portrait."""

import random

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from commemoration.home.load_data.counting import (
    Added,
    Report,
    analyse,
    batches,
    remove_with_people,
)
from commemoration.home.load_data.invented import names_of
from commemoration.home.load_data.pictures import originals
from commemoration.names.services.people import PersonFacts, record_people
from photos.models import ArchiveImage
from photos.services.pictures import publish_pictures
from tributes.regiment.enums import PERSON_KIND, BelgianLink, Fate, Relation
from tributes.regiment.models import RegimentEntry, RegimentPicture

SOURCE = "Synthetic record (example)"
AT_ONCE = 5000
LANGUAGES = ("ru", "ru", "ru", "fr", "nl", "en")
PICTURES_OF_AN_ENTRY = 2
TOWNS = 60
VILLAGES = 500
DECORATIONS = 30


def synthetic_entries() -> QuerySet[RegimentEntry]:
    return RegimentEntry.objects.filter(is_example=True, unit=SOURCE)


def add_entries(total: int, report: Report) -> Added:
    """Make synthetic entries until there are `total`, published, each with two pictures."""
    before = synthetic_entries().count()
    wanted = list(range(before + 1, total + 1))
    pictures = originals()
    publish_pictures(pictures)
    for numbers in batches(wanted, AT_ONCE, "entries", report):
        _add(numbers, pictures)
    analyse()
    return Added(before=before, added=len(wanted))


def remove_entries(report: Report) -> int:
    """Remove the synthetic entries with their names; the pictures go with those of photographs."""
    return remove_with_people(synthetic_entries(), AT_ONCE, "entries", report)


@transaction.atomic
def _add(numbers: list[int], pictures: list[ArchiveImage]) -> None:
    last = RegimentEntry.objects.aggregate(last=Max("number"))["last"] or 0
    entries = [_entry(number, last + place) for place, number in enumerate(numbers, 1)]
    people = record_people(
        (
            PersonFacts(
                kind=PERSON_KIND,
                birth=entry.birth,
                death=entry.death,
                birthplace=entry.birthplace,
                is_public=True,
            ),
            names_of(random.Random(f"entry {number}"), SOURCE),
        )
        for number, entry in zip(numbers, entries, strict=True)
    )
    for entry, person in zip(entries, people, strict=True):
        entry.named_person = person
    RegimentEntry.objects.bulk_create(entries)
    RegimentPicture.objects.bulk_create(
        RegimentPicture(
            entry=entry, image=pictures[(place + each) % len(pictures)], sort_order=each
        )
        for place, entry in enumerate(entries)
        for each in range(PICTURES_OF_AN_ENTRY)
    )


def _entry(number: int, published_as: int) -> RegimentEntry:
    """The row as `publish_entry` leaves it; the same for a number each time."""
    chance = random.Random(f"entry of {number}")
    link = chance.choice(BelgianLink.values) if chance.random() < 0.2 else ""
    born = chance.randint(1885, 1927)
    died = chance.choice([1941, 1942, 1943, 1944, 1945, 1960, 1975, 1990])
    return RegimentEntry(
        is_example=True,
        number=published_as,
        birth=chance.choice([str(born), f"{born}~", f"{born}-05-12", ""]),
        death=chance.choice([str(died), f"{died}-09", ""]),
        birthplace=f"Synthetic village {chance.randrange(VILLAGES):03d}",
        rank=chance.choice(["", "Synthetic rank"]),
        unit=SOURCE,
        decorations=[f"Synthetic decoration {chance.randrange(DECORATIONS)}"]
        if chance.random() < 0.4
        else [],
        fate=chance.choice(Fate.values),
        belgian_link=link,
        belgium="Synthetic link (example)." if link else "",
        language=chance.choice(LANGUAGES),
        story="Synthetic story (example).\n\n" + "It says nothing. " * chance.randint(10, 200),
        relation=chance.choice(Relation.values),
        sender_town=f"Synthetic town {chance.randrange(TOWNS):02d}"
        if chance.random() < 0.5
        else "",
        live=True,
        first_published_at=timezone.now(),
    )
