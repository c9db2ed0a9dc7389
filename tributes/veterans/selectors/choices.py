"""What a reader of the roll can choose: letters, towns, presentations and their years."""

from dataclasses import dataclass

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import ExtractYear, Left

from commemoration.core.languages.sort_keys import natural_key
from commemoration.core.languages.texts import pick, reading_order
from commemoration.names.enums import Script
from commemoration.names.shown import script_of_reader
from tributes.veterans.models.medals import Award
from tributes.veterans.models.presentations import PresentationText
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.selectors.asked import AskedVeterans

PRESENTATIONS_OFFERED = 100
"""The newest with veterans who are listed; the address takes any other, and then offers it too."""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool
    address: str = ""


def letters_of(veterans: QuerySet, asked: AskedVeterans, language: str) -> list[Choice]:
    """The first letters of the names that answer, the reader's script first. One query."""
    counted = veterans.order_by().values(first=Left("shown_as", 1))
    found = dict(counted.annotate(number=Count("pk")).values_list("first", "number"))
    others = script_of_reader(language) != Script.CYRILLIC
    return [
        Choice(
            value=letter,
            label=letter.upper(),
            count=found[letter],
            is_chosen=letter == natural_key(asked.letter)[:1],
            address=asked.parameters(letter=letter.upper()),
        )
        for letter in sorted(
            filter(None, found),
            key=lambda letter: (("а" <= letter <= "я") == others, natural_key(letter)),
        )
    ]


def filter_choices(asked: AskedVeterans, language: str) -> dict[str, list[Choice]]:
    """What can be chosen, each with how many public veterans there are in all. Four queries."""
    towns, names = _towns(language)
    years = (
        _listed_awards()
        .annotate(year=ExtractYear("presentation__date_earliest"))
        .values_list("year")
        .annotate(number=Count("veteran", distinct=True))
    )
    at, titles = _presentations(asked, language)
    return {
        "town": _choices(towns, asked.town, names),
        "presentation": _choices(at, asked.presentation, titles),
        "year": _choices({str(y or ""): n for y, n in years}, str(asked.year or ""), {}),
    }


def _listed_awards() -> QuerySet[Award]:
    """Of public veterans at public presentations."""
    veterans = Veteran.objects.published().values("pk")
    return Award.objects.filter(presentation__live=True, veteran__in=veterans).order_by()


def _presentations(asked: AskedVeterans, language: str) -> tuple[dict[str, int], dict[str, str]]:
    """By their short names how many veterans they have, and their titles. At most three queries."""
    counted = (
        _listed_awards()
        .values_list("presentation__slug")
        .annotate(number=Count("veteran", distinct=True))
        .order_by("-presentation__date_latest", "-presentation")
    )
    at = dict(counted[:PRESENTATIONS_OFFERED])
    if asked.presentation:
        at |= dict(counted.filter(presentation__slug=asked.presentation))
    texts = PresentationText.objects.titles().filter(presentation__live=True)
    titles = {}
    for text in texts.filter(presentation__slug__in=[*at, asked.presentation]).annotate(
        slug=F("presentation__slug")
    ):
        titles.setdefault(text.slug, []).append(text)
    order = reading_order(language)
    return at, {slug: str(pick(found, "title", order)) for slug, found in titles.items()}


def _towns(language: str) -> tuple[dict[str, int], dict[str, str]]:
    """By the town as it is recorded how many live or lived there, and what it is called in this
    language, where anybody has said so. One query."""
    here = Q(texts__language=language, texts__town__gt="")
    found = (
        Veteran.objects.published()
        .order_by()
        .values_list("town")
        .annotate(number=Count("pk", distinct=True), name=Max("texts__town", filter=here))
    )
    counts = {town: number for town, number, _name in found}
    return counts, {town: name for town, _number, name in found if name}


def _choices(counts: dict[str, int], chosen: str, labels: dict[str, str]) -> list[Choice]:
    """What is chosen stays in the list, even if nobody has it."""
    if chosen:
        counts.setdefault(chosen, 0)
    found = [
        Choice(value, labels.get(value, value), number, value == chosen)
        for value, number in counts.items()
        if value
    ]
    return sorted(found, key=lambda choice: natural_key(choice.label))
