"""Why a person is shown for a query, in plain words of the reader's language.

A match is never a claim that two people are one: it says what is written, and how it could have
come from what was asked.
"""

from django.utils.translation import gettext, pgettext

from commemoration.core.languages.folding import fold
from commemoration.names.alignment import Difference, Way, differences
from commemoration.names.confusions import OTHER_LETTER
from commemoration.names.enums import NameRole
from commemoration.names.given_names import likely_forms
from commemoration.names.models.forms import NameForm
from commemoration.names.selectors.matching import SAME_SOUND, Band, Match

# More differences than these nobody reads.
MOST_DIFFERENCES = 2
_ONE_SIDED = (Way.ADDED, Way.MISSING)
_NEARLY_OTHER = OTHER_LETTER - 0.25


def band_in_words(band: Band) -> str:
    """The band as the first word of a reason."""
    return {
        Band.EXACT: pgettext("match", "Exact"),
        Band.SAME_SOUND: pgettext("match", "Same sound"),
        Band.POSSIBLE: pgettext("match", "Possible"),
    }[band]


def reasons_of(match: Match) -> list[str]:
    """Sentences that say why, the weightiest first; at least one."""
    return [
        *_about_number(match),
        *_about_surname(match),
        *_about_given_name(match),
        *_about_years(match),
    ] or [gettext("The given name agrees; no surname was asked for.")]


def _about_number(match: Match) -> list[str]:
    if not match.number:
        return []
    number = match.person.prisoner_number
    return [gettext("The prisoner's number is %(number)s.") % {"number": number}]


def _about_surname(match: Match) -> list[str]:
    if match.form is None or not match.reading.surname:
        return []
    asked = match.reading.surname
    if match.spelled_same:
        told = [gettext("The surname is written as you asked.")]
    elif match.distance <= SAME_SOUND:
        told = [_written(match.form), gettext("It sounds like “%(name)s”.") % {"name": asked}]
    else:
        told = [_written(match.form), *_parted(asked, match.form.surname)]
    return told + _about_inscription(match)


def _about_inscription(match: Match) -> list[str]:
    """How the stone comes from the name, where another source agreed with what was asked."""
    stone = next((form for form in match.forms if form.role == NameRole.INSCRIBED), None)
    if match.band is Band.POSSIBLE or stone in {None, match.form} or not stone.surname:
        return []
    parted = _parted(match.reading.surname, stone.surname)
    return [_written(stone), *parted] if parted else []


def _parted(asked: str, found: str) -> list[str]:
    """The weightiest differences between two spellings."""
    parted = sorted(
        differences(asked, found), key=lambda each: (each.way in _ONE_SIDED, -each.cost)
    )
    told = [_difference(each) for each in parted[:MOST_DIFFERENCES]]
    if len(parted) > MOST_DIFFERENCES:
        told.append(gettext("Other letters differ too."))
    return told


def _written(form: NameForm) -> str:
    """Who wrote the form of the name, and how."""
    sentence = {
        NameRole.INSCRIBED: gettext("The inscription reads “%(name)s”."),
        NameRole.REGISTERED: gettext("A register has “%(name)s”."),
        NameRole.IDENTIFIED: gettext("Identified as “%(name)s”."),
        NameRole.FAMILY: gettext("The family writes “%(name)s”."),
        NameRole.ALIAS: gettext("Also known as “%(name)s”."),
    }[NameRole(form.role)]
    return sentence % {"name": form.surname}


def _difference(each: Difference) -> str:
    letters = {"asked": each.asked.upper(), "found": each.found.upper()}
    if each.way in {Way.HEARD, Way.SEEN} and each.cost >= _NEARLY_OTHER:
        return gettext("%(found)s stands in place of %(asked)s.") % letters
    return {
        Way.HEARD: gettext("%(found)s and %(asked)s sound alike."),
        Way.SEEN: gettext("%(found)s and %(asked)s are easily confused."),
        Way.MISSING: gettext("%(asked)s is missing."),
        Way.ADDED: gettext("%(found)s is added."),
        Way.SWAPPED: gettext("%(found)s stands for %(asked)s."),
    }[each.way] % letters


def _about_given_name(match: Match) -> list[str]:
    if not match.given:
        return []
    names = {"known": match.given, "asked": match.reading.given_name}
    if not match.given_agrees:
        return [gettext("The given name is another one: %(known)s.") % names]
    if fold(match.given) == fold(match.reading.given_name):
        return [gettext("The given name agrees.")]
    if likely_forms(match.given) & likely_forms(match.reading.given_name):
        return [gettext("%(known)s and %(asked)s are forms of one given name.") % names]
    return [gettext("The given name %(known)s may stand for %(asked)s.") % names]


def _about_years(match: Match) -> list[str]:
    return [_about_year(year) for year in match.years]


def _about_year(year) -> str:
    years = {"known": year.known, "asked": year.asked}
    if year.is_birth:
        if not year.off:
            return gettext("Born in %(known)s, as you asked.") % years
        return gettext("Born in %(known)s; you asked for %(asked)s.") % years
    if not year.off:
        return gettext("Died in %(known)s, as you asked.") % years
    return gettext("Died in %(known)s; you asked for %(asked)s.") % years
