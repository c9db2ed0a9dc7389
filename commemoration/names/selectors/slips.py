"""What of single records should be looked at again: for staff, who mend it or say that it is so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import DurationField, ExpressionWrapper, F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from commemoration.core.edtf import in_words
from commemoration.names.enums import Script, SlipKind
from commemoration.names.kinds import all_kinds
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.models.slips import CheckedSlip
from commemoration.names.scripts import script_of
from commemoration.names.selectors.pairs import Side, sides_of
from commemoration.names.slips import Slip
from commemoration.names.words import words_of

SLIPS_ON_A_PAGE = 20
YOUNGEST, OLDEST = 14, 100  # years; veterans of the jubilee are 95, and no slip
DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True)
class ShownSlip:
    """A slip with the person; `checked` is the answer of staff, None while nobody has looked."""

    slip: Slip
    side: Side
    checked: CheckedSlip | None


@dataclass(frozen=True)
class SlipList:
    """One page of the slips. `kinds` are the codes that there are, with label and count."""

    shown: list[ShownSlip]
    page: Page
    kinds: list[tuple[str, str | Promise, int]]


def slip_list(*, code: str = "", checked: bool = False, number: str | None = None) -> SlipList:
    """Those that wait, or those that staff have looked at; a bounded number of queries."""
    answers = {
        (each.person_id, each.code, each.evidence): each
        for each in CheckedSlip.objects.select_related("checked_by")
    }
    slips = [slip for slip in all_slips() if (_key(slip) in answers) == checked]
    counts: dict[str, int] = {}
    labels = {slip.code: slip.label for slip in slips}
    for slip in slips:
        counts[slip.code] = counts.get(slip.code, 0) + 1
    wanted = [slip for slip in slips if not code or slip.code == code]
    page = Paginator(wanted, SLIPS_ON_A_PAGE).get_page(number)
    people = NamedPerson.objects.filter(pk__in=[slip.person for slip in page])
    sides = sides_of(people.prefetch_related("forms"))
    return SlipList(
        shown=[
            ShownSlip(slip, sides[slip.person], answers.get(_key(slip)))
            for slip in page
            if slip.person in sides
        ],
        page=page,
        kinds=[(each, labels[each], count) for each, count in counts.items()],
    )


def all_slips() -> list[Slip]:
    """Every slip of every list, those that staff have looked at too."""
    own = [slip for kind in all_kinds() if kind.slips for slip in kind.slips()]
    return [*own, *_lifespans(), *_letters()]


def _key(slip: Slip) -> tuple[int, str, str]:
    return slip.person, slip.code, slip.evidence


def _lifespans() -> Iterator[Slip]:
    """Who certainly died too young, or too old. One query."""
    people = NamedPerson.objects.filter(birth_earliest__isnull=False, death_latest__isnull=False)
    days = ExpressionWrapper(F("death_latest") - F("birth_earliest"), DurationField())
    certain = ExpressionWrapper(F("death_earliest") - F("birth_latest"), DurationField())
    people = people.alias(days=days, certain=certain).filter(
        Q(days__lt=timedelta(YOUNGEST * DAYS_OF_A_YEAR))
        | Q(certain__gt=timedelta(OLDEST * DAYS_OF_A_YEAR))
    )
    for person in people.order_by("pk").iterator():
        oldest_age = _years(person.birth_earliest, person.death_latest)
        born, died = person.birth_latest, person.death_earliest
        youngest_age = _years(born, died) if born and died else 0
        age = oldest_age if oldest_age < YOUNGEST else youngest_age
        yield Slip(
            person=person.pk,
            code=SlipKind.LIFESPAN,
            label=SlipKind.LIFESPAN.label,
            evidence=f"{person.birth} {person.death}",
            sentence=_("Born %(birth)s, died %(death)s: at the age of about %(age)d.")
            % {"birth": in_words(person.birth), "death": in_words(person.death), "age": age},
        )


def _years(first: date, last: date) -> int:
    return int((last - first).days / DAYS_OF_A_YEAR)


def _letters() -> Iterator[Slip]:
    """Words that look right and are not: a Cyrillic letter in a Latin name. One query."""
    for form in NameForm.objects.filter(script=Script.MIXED).order_by("person", "pk"):
        for word in words_of(str(form)):
            if script_of(word) == Script.MIXED:
                yield Slip(
                    person=form.person_id,
                    code=SlipKind.LETTERS,
                    label=SlipKind.LETTERS.label,
                    evidence=str(form),
                    sentence=_("“%(word)s” mixes Latin and Cyrillic letters: %(letters)s.")
                    % {"word": word, "letters": _strangers_in(word)},
                )
                break


def _strangers_in(word: str) -> str:
    """The letters of the script of which the word has fewer."""
    cyrillic = [letter for letter in word if script_of(letter) == Script.CYRILLIC]
    latin = [letter for letter in word if letter not in cyrillic]
    return ", ".join(dict.fromkeys(min(cyrillic, latin, key=len)))
