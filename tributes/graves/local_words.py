"""What a visitor shows a caretaker: short sentences in the languages that are spoken at the place.

The sentences are not translated with the site: they belong to the place. What they mean is.
"""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tributes.graves.enums import Nationality, Province, SiteKind

DUTCH, FRENCH, GERMAN = "nl", "fr", "de"
IN_DUTCH = (
    *(Province.ANTWERP, Province.EAST_FLANDERS, Province.FLEMISH_BRABANT, Province.LIMBURG),
    Province.WEST_FLANDERS,
)
# The communes of the German language area, and the two of the district of Malmedy that serve
# people in German too, by their French and German names. Coordinated laws of 18 July 1966 on the
# use of languages in administrative matters, articles 5 and 8.
GERMAN_FIRST = {
    *("eupen", "kelmis", "la calamine", "lontzen", "raeren", "amel", "ambleve"),
    *("bullingen", "bullange", "burg reuland", "butgenbach", "sankt vith", "st vith"),
    "saint vith",
}
GERMAN_TOO = {"malmedy", "waimes", "weismes"}
WITHOUT_GRAVES = (SiteKind.MEMORIAL, SiteKind.MEMORIAL_SIGN)

GREETING = (
    _("Good day."),
    {
        DUTCH: "Goedendag.",
        FRENCH: "Bonjour.",
        GERMAN: "Guten Tag.",
    },
)
THE_GRAVE_OF = (
    _("I am looking for the grave of %(name)s."),
    {
        DUTCH: "Ik zoek het graf van %(name)s.",
        FRENCH: "Je cherche la tombe suivante : %(name)s.",
        GERMAN: "Ich suche das Grab von %(name)s.",
    },
)
SOVIET_GRAVES = (
    _("Could you show me the Soviet graves?"),
    {
        DUTCH: "Kunt u mij de Sovjetgraven tonen?",
        FRENCH: "Pourriez-vous me montrer les tombes soviétiques ?",
        GERMAN: "Könnten Sie mir die sowjetischen Gräber zeigen?",
    },
)
WAR_GRAVES = (
    _("Could you show me the war graves?"),
    {
        DUTCH: "Kunt u mij de oorlogsgraven tonen?",
        FRENCH: "Pourriez-vous me montrer les tombes de guerre ?",
        GERMAN: "Könnten Sie mir die Kriegsgräber zeigen?",
    },
)
THE_MEMORIAL = (
    _("Could you show me the way to the memorial?"),
    {
        DUTCH: "Kunt u mij de weg naar het monument wijzen?",
        FRENCH: "Pourriez-vous m’indiquer le chemin du monument ?",
        GERMAN: "Könnten Sie mir den Weg zum Denkmal zeigen?",
    },
)
PLOT_AND_ROW = (
    _("In which plot and in which row is it?"),
    {
        DUTCH: "In welk perk en in welke rij ligt het?",
        FRENCH: "Dans quelle parcelle et dans quelle rangée se trouve-t-elle ?",
        GERMAN: "In welchem Feld und in welcher Reihe liegt es?",
    },
)
REGISTER = (
    _("May I look at the register of the graves?"),
    {
        DUTCH: "Mag ik het register van de graven inkijken?",
        FRENCH: "Puis-je consulter le registre des tombes ?",
        GERMAN: "Darf ich das Verzeichnis der Gräber einsehen?",
    },
)
PHOTOGRAPH = (
    _("May I take a photograph of the stone?"),
    {
        DUTCH: "Mag ik een foto van de grafsteen maken?",
        FRENCH: "Puis-je photographier la pierre tombale ?",
        GERMAN: "Darf ich den Grabstein fotografieren?",
    },
)
CLOSING = (
    _("At what time does the cemetery close?"),
    {
        DUTCH: "Hoe laat sluit de begraafplaats?",
        FRENCH: "À quelle heure ferme le cimetière ?",
        GERMAN: "Um wie viel Uhr schließt der Friedhof?",
    },
)
THANKS = (
    _("Thank you very much."),
    {
        DUTCH: "Hartelijk dank.",
        FRENCH: "Merci beaucoup.",
        GERMAN: "Vielen Dank.",
    },
)


@dataclass(frozen=True)
class LocalSentence:
    """`meaning` is in the reader's language; `said` has (language, sentence) for each of the
    place."""

    meaning: str
    said: list[tuple[str, str]]


@dataclass(frozen=True)
class LocalWords:
    """`languages` are (code, name for the reader). `has_meanings` is False for readers whose own
    language is one of the place."""

    languages: list[tuple[str, str]]
    sentences: list[LocalSentence]
    has_meanings: bool


def languages_at(province: str, commune: str) -> list[str]:
    """Codes of the languages of a place, the first one first.

    Dutch in Flanders, French in Wallonia, both in Brussels, German too in the East cantons.
    """
    if province in IN_DUTCH:
        return [DUTCH]
    if province == Province.BRUSSELS:
        return [FRENCH, DUTCH]
    name = _plain(commune)
    if province == Province.LIEGE and name in GERMAN_FIRST:
        return [GERMAN, FRENCH]
    if province == Province.LIEGE and name in GERMAN_TOO:
        return [FRENCH, GERMAN]
    return [FRENCH]


def words_for_site(site, reader: str, *, nationalities: Collection[str]) -> LocalWords:
    """For whoever looks for all graves of a site, or for a memorial.

    `nationalities` are those of the people who are known to lie there.
    """
    if site.kind in WITHOUT_GRAVES and not nationalities:
        asked = [GREETING, THE_MEMORIAL, THANKS]
    else:
        asked = [GREETING, *_graves(nationalities), REGISTER, PHOTOGRAPH, CLOSING, THANKS]
    return _words(site, reader, asked, {}, {})


def words_for_person(site, reader: str, *, name: str, name_there: str) -> LocalWords:
    """For whoever looks for one grave: `name` as the reader reads it, `name_there` as people at the
    place do."""
    asked = [GREETING, THE_GRAVE_OF, PLOT_AND_ROW, REGISTER, PHOTOGRAPH, THANKS]
    return _words(site, reader, asked, {"name": name}, {"name": name_there})


def _graves(nationalities: Collection[str]) -> list:
    """Which graves to ask for; both where it is not known who lies there."""
    if not nationalities:
        return [SOVIET_GRAVES, WAR_GRAVES]
    return [SOVIET_GRAVES if Nationality.SOVIET in nationalities else WAR_GRAVES]


def _words(
    site, reader: str, asked: list, named: dict[str, str], named_there: dict[str, str]
) -> LocalWords:
    codes = languages_at(site.province, site.commune)
    names = {DUTCH: _("In Dutch"), FRENCH: _("In French"), GERMAN: _("In German")}
    sentences = [
        LocalSentence(
            meaning=str(meaning) % named,
            said=[(code, said[code] % named_there) for code in codes],
        )
        for meaning, said in asked
    ]
    languages = [(code, str(names[code])) for code in codes]
    return LocalWords(languages, sentences, has_meanings=reader not in codes)


def _plain(commune: str) -> str:
    """Without accents, capitals and hyphens: `Büllingen` and `BULLINGEN` are one."""
    letters = unicodedata.normalize("NFKD", commune.casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(kept.replace("-", " ").replace(".", " ").split())
