"""What of a burial does not go together: its dates and its stone, its dates and its age."""

import re
from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commemoration.core.edtf import in_words
from commemoration.core.edtf.reading import parse_words
from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.folding import fold
from commemoration.names.slips import Slip
from tributes.graves.enums import BurialSlip, Nationality
from tributes.graves.models.burials import Burial
from tributes.graves.models.texts import BurialSiteText

# 02.04.1944 · 3-11-1944 · 2 avril 1944 · 1944
_WRITTEN_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2} [^\W\d_]{3,12} \d{4}|\d{4})(?!\d)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A year from then on is one of death: nobody who fell was born so late.
FIRST_DEATH_YEAR = 1936
INVASION = date(1941, 6, 22)  # Soviet citizens were at war from this day
DAYS_OF_A_YEAR = 365.25


def burial_slips() -> Iterator[Slip]:
    """All slips in records of people with a name; five queries, however many there are."""
    yield from _stones()
    yield from _ages()
    yield from _early_deaths()


def _stones() -> Iterator[Slip]:
    """Dates in the inscriptions of the site, beside a name, that the record contradicts."""
    inscriptions: dict[int, list[str]] = {}
    for text in BurialSiteText.objects.filter(inscription__regex=r"[0-9]{4}").order_by("pk"):
        inscriptions.setdefault(text.site_id, []).extend(text.inscription.splitlines())
    burials = (
        Burial.objects.filter(site__in=inscriptions, named_person__isnull=False)
        .select_related("named_person")
        .prefetch_related("named_person__forms")
        .order_by("site", "pk")
    )
    at_site: dict[int, list[Burial]] = {}
    for burial in burials:
        at_site.setdefault(burial.site_id, []).append(burial)
    for site, people in at_site.items():
        for line in inscriptions[site]:
            for burial, dates in _dates_of(line, people):
                for written in dict.fromkeys(dates):
                    if sentence := _contradiction(written, burial):
                        evidence = f"{written} {burial.birth} {burial.death}"
                        yield _slip(burial, BurialSlip.STONE, evidence, sentence)


def _dates_of(line: str, people: list[Burial]) -> Iterator[tuple[Burial, list[str]]]:
    """Who is named in a line, with the dates (EDTF) that belong to the name.

    Where a line names several people, a date belongs to the name before it.
    """
    places = sorted(
        (place, number)
        for number, burial in enumerate(people)
        if (place := _place_of(burial, line)) is not None
    )
    dates = [(match.start(), match[0]) for match in _WRITTEN_DATE.finditer(line)]
    for turn, (place, number) in enumerate(places):
        end = places[turn + 1][0] if turn + 1 < len(places) else len(line)
        start = place if turn else 0
        mine = (_edtf(text) for where, text in dates if start <= where < end)
        yield people[number], [each for each in mine if each]


def _place_of(burial: Burial, line: str) -> int | None:
    """Where the surname stands in a line, in any of its forms; None if it does not."""
    surnames = {fold(form.surname) for form in burial.named_person.forms.all()} - {""}
    for word in _WORD.finditer(line):
        if fold(word[0]) in surnames:
            return word.start()
    return None


def _edtf(text: str) -> str:
    try:
        return parse_words(text, "fr")
    except ValidationError:
        return ""


def _contradiction(written: str, burial: Burial) -> str:
    """What to say of a date on the stone that is neither that of birth nor that of death."""
    if _agree(written, burial.birth) or _agree(written, burial.death):
        return ""
    earliest, _latest = bounds(written)
    is_death = earliest is not None and earliest.year >= FIRST_DEATH_YEAR
    known = burial.death if is_death else burial.birth
    told = {"stone": in_words(written), "file": in_words(known) if known else ""}
    if is_death:
        if not known:
            return _("Death: the stone has %(stone)s, the file has no date.") % told
        return _("Death: the stone has %(stone)s, the file has %(file)s.") % told
    if not known:
        return _("Birth: the stone has %(stone)s, the file has no date.") % told
    return _("Birth: the stone has %(stone)s, the file has %(file)s.") % told


def _agree(one: str, other: str) -> bool:
    """Whether two dates (EDTF) may be one; nothing agrees with a date that is not known."""
    if not other:
        return False
    (first, last), (earliest, latest) = bounds(one), bounds(other)
    starts_in_time = first is None or latest is None or first <= latest
    return starts_in_time and (earliest is None or last is None or earliest <= last)


def _ages() -> Iterator[Slip]:
    burials = Burial.objects.filter(
        named_person__isnull=False,
        age_at_death__isnull=False,
        birth_latest__isnull=False,
        death_latest__isnull=False,
    )
    for burial in burials.order_by("pk").iterator():
        if None in (burial.birth_earliest, burial.death_earliest):
            continue
        youngest = int((burial.death_earliest - burial.birth_latest).days / DAYS_OF_A_YEAR)
        oldest = int((burial.death_latest - burial.birth_earliest).days / DAYS_OF_A_YEAR)
        # "In the 19th year" and the like: a year more or less is a way to count.
        if not youngest - 1 <= burial.age_at_death <= oldest + 1:
            text = _("Born %(birth)s, died %(death)s, but a source gives the age as %(age)d.")
            told = {
                "birth": in_words(burial.birth),
                "death": in_words(burial.death),
                "age": burial.age_at_death,
            }
            evidence = f"{burial.birth} {burial.death} {burial.age_at_death}"
            yield _slip(burial, BurialSlip.AGE, evidence, text % told)


def _early_deaths() -> Iterator[Slip]:
    burials = Burial.objects.filter(
        named_person__isnull=False, nationality=Nationality.SOVIET, death_latest__lt=INVASION
    )
    for burial in burials.order_by("pk").iterator():
        text = _("A Soviet citizen who died %(death)s, before the invasion of 22 June 1941.")
        sentence = text % {"death": in_words(burial.death)}
        yield _slip(burial, BurialSlip.EARLY, burial.death, sentence)


def _slip(burial: Burial, kind: BurialSlip, evidence: str, sentence: str) -> Slip:
    return Slip(
        person=burial.named_person_id,
        code=kind,
        label=kind.label,
        evidence=evidence,
        sentence=sentence,
    )
