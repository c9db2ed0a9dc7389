"""Synthetic people who lie at synthetic sites, with the forms of their invented names."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction
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
from commemoration.home.load_data.sites import add_sites, synthetic_sites
from commemoration.home.load_data.texts import LABELS
from commemoration.names.services.people import NameFacts, PersonFacts, record_people
from tributes.graves.enums import PERSON_KIND, BurialKind, Cause, Country, Nationality, Role
from tributes.graves.models import Burial
from tributes.graves.models.burials import BurialSource
from tributes.graves.models.texts import BurialText

PREFIX = "synthetic-person-"
SOURCE = "Synthetic record (example)"
AT_ONCE = 5000
# Where no sites were asked for, one for so many people is made.
PEOPLE_OF_A_SITE = 25
# A few sites hold many people, most hold few.
_SKEW = 3
_UNKNOWN = 0.05
_FIRST_DEATH = date(1941, 7, 1)
_DAYS = (date(1945, 12, 31) - _FIRST_DEATH).days
_LANGUAGES = tuple(LABELS)


def synthetic_people() -> QuerySet[Burial]:
    return Burial.objects.filter(key__regex=rf"^{PREFIX}[0-9]{{6}}$")


def add_people(total: int, report: Report) -> Added:
    """Make synthetic people until there are `total`, published, each with one to three names."""
    known = set(synthetic_people().values_list("key", flat=True))
    wanted = [number for number in range(1, total + 1) if key_of(number) not in known]
    if not synthetic_sites().exists():
        add_sites(-(-total // PEOPLE_OF_A_SITE), report)
    sites = list(synthetic_sites().order_by("slug").values_list("pk", flat=True))
    for numbers in batches(wanted, AT_ONCE, "people", report):
        _add(numbers, sites)
    analyse()
    return Added(before=len(known), added=len(wanted))


def remove_people(report: Report) -> int:
    """Remove the synthetic people with their names and the keys that nobody else needs."""
    removed = remove_with_people(synthetic_people(), AT_ONCE, "people", report)
    if removed:
        _forget_sounds()
    return removed


def key_of(number: int) -> str:
    return f"{PREFIX}{number:06d}"


@transaction.atomic
def _add(numbers: list[int], sites: list[int]) -> None:
    last = Burial.objects.aggregate(last=Max("number"))["last"] or 0
    burials = [_burial(number, last + place, sites) for place, number in enumerate(numbers, 1)]
    named = [burial for burial in burials if burial.kind == BurialKind.PERSON]
    people = record_people(_facts(burial) for burial in named)
    for burial, person in zip(named, people, strict=True):
        burial.named_person = person
    Burial.objects.bulk_create(burials)
    BurialSource.objects.bulk_create(
        BurialSource(burial=burial, text=SOURCE, subject="record") for burial in burials
    )
    BurialText.objects.bulk_create(
        BurialText(burial=burial, language=code, note=LABELS[code])
        for burial, code in _with_a_language(burials)
    )


def _burial(number: int, published_as: int, sites: list[int]) -> Burial:
    """The row as `publish_burial` leaves it; the same for a number each time."""
    chance = random.Random(f"person {number}")
    is_named = chance.random() >= _UNKNOWN
    death = _FIRST_DEATH + timedelta(days=chance.randrange(_DAYS))
    birth = death - timedelta(days=chance.randint(18 * 365, 50 * 365))
    return Burial(
        key=key_of(number),
        number=published_as,
        kind=BurialKind.PERSON if is_named else BurialKind.UNKNOWN,
        site_id=sites[int(len(sites) * chance.random() ** _SKEW)],
        grave_reference=f"Synthetic {number}",
        birth=_dated(birth, chance) if is_named else "",
        birth_place=f"Synthetic village {chance.randrange(500):03d}" if is_named else "",
        birth_country_now=chance.choice(Country.values) if is_named else "",
        death=_dated(death, chance),
        cause=chance.choice(["", *Cause.values]),
        nationality=chance.choice([Nationality.SOVIET, Nationality.SOVIET, *Nationality.values]),
        role=chance.choice([Role.PRISONER_OF_WAR, Role.PRISONER_OF_WAR, *Role.values]),
        prisoner_number=str(chance.randrange(1_000, 200_000)) if chance.random() < 0.4 else "",
        live=True,
        first_published_at=timezone.now(),
    )


def _dated(day: date, chance: random.Random) -> str:
    """The day, or as much of it as lists often have: the month, the year, about the year."""
    return chance.choice([str(day), str(day), str(day), f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}~"])


def _facts(burial: Burial) -> tuple[PersonFacts, list[NameFacts]]:
    facts = PersonFacts(
        kind=PERSON_KIND,
        is_public=True,
        birth=burial.birth,
        death=burial.death,
        birthplace=burial.birth_place,
        prisoner_number=burial.prisoner_number,
    )
    return facts, names_of(random.Random(f"name {burial.key}"), SOURCE)


def _with_a_language(burials: list[Burial]) -> Iterator[tuple[Burial, str]]:
    for place, burial in enumerate(burials):
        yield burial, _LANGUAGES[place % len(_LANGUAGES)]


def _forget_sounds() -> None:
    """Remove the keys of surnames that no form of a name has any more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM names_surnamesound WHERE sounds NOT IN"
            " (SELECT unnest(surname_sounds) FROM names_nameform)"
        )
