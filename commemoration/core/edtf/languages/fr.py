"""Dates in French words."""

import re

from commemoration.core.edtf.languages.writing import Language, Part, joined
from commemoration.core.edtf.shapes import Point

MONTHS = (
    "janvier", "février", "mars", "avril",
    "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SEASONS = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}
ROMAN = {18: "XVIII", 19: "XIX", 20: "XX", 21: "XXI"}
VOWELS = "aàâeéèêiîoôuû"

# The preposition of each role, joined with: no article, "le", "l'", "les".
FROM = {"": "de ", "d'": "d’", "le": "du ", "l'": "de l’", "les": "des "}
TO = {"": "à ", "le": "au ", "l'": "à l’", "les": "aux "}
UNTIL = {"": "jusqu’en ", "le": "jusqu’au ", "l'": "jusqu’à l’", "les": "jusqu’aux "}
ARTICLES = {"": "", "le": "le ", "l'": "l’", "les": "les "}
PLAIN = {
    "before": "avant ",
    "after": "après ",
    "between": "entre ",
    "and": "et ",
    "about": "vers ",
}


class French(Language):
    code = "fr"
    unknown = "date inconnue"
    example = (
        "Écrivez par exemple « 9 mai 1945 », « mai 1943 », « vers 1915 », « avant mai 1943 », "
        "« entre mai et juin 1943 » ou « inconnue »."
    )
    refusals = {
        "not_understood": "« {text} » n’est pas reconnu comme une date.",
        "impossible": "« {text} » n’est pas un jour du calendrier.",
        "ambiguous": "« {text} » peut se lire de plusieurs façons : écrivez l’année en entier.",
        "wrong_order": "« {text} » finit avant de commencer.",
        "out_of_range": "« {text} » n’est pas compris entre les années 1800 et 2100.",
    }
    missing = {
        "day": "jour inconnu",
        "month": "mois inconnu",
        "month_and_day": "mois et jour inconnus",
    }
    start_unknown, end_unknown = "début inconnu", "fin inconnue"
    or_word, and_word = "ou", "et"

    unknown_words = frozenset(
        {"inconnue", "inconnu", "date inconnue", "sans date", "non daté", "non datée", "s.d", "sd"}
    )
    months = {name: number for number, name in enumerate(MONTHS, 1)} | {
        "fevrier": 2, "aout": 8, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4,
        "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
    }  # fmt: skip
    seasons = {name: number for number, name in SEASONS.items()} | {"ete": 22}
    fillers = re.compile(r"^(?:en |au |aux |à |dans |le |la |les |l’|du |de |des |d’|, ?)+")
    about = re.compile(
        r"^(?:(?:vers|environ|autour de|aux environs de|circa|ca) |(?:ca|v)\.)(.+)$|^(.+?) environ$"
    )
    uncertain = re.compile(
        r"^(?:peut-être|probablement|sans doute) (.+)$|^(.+?) ?\((?:incertain|\?)\)$"
    )
    phrases = {
        "between": (re.compile(r"^entre (.+?) et (.+)$"),),
        "before": (re.compile(r"^avant (.+)$"),),
        "after": (re.compile(r"^après (.+)$"),),
        "since": (
            re.compile(r"^à partir d(?:e |u |es |’)(.+)$"),
            re.compile(r"^(?:depuis|dès) (.+)$"),
        ),
        "until": (re.compile(r"^jusqu(?:’en |’au |’aux |’à |e vers )(.+)$"),),
        "range": (
            re.compile(r"^(?:de |du |des |d’)(.+?) (?:à |au |aux |jusqu’(?:en|au|aux|à) )(.+)$"),
        ),
    }
    decade = re.compile(r"^années (\d{3})0$")
    short_decade = re.compile(r"^années ([2-9])0$")
    century = re.compile(r"^(xviii|xix|xx|xxi|\d{2})e siècle$")

    def write_part(self, point: Point, part: Part) -> str:
        if part.role == "alone":
            return self._alone(point)
        core = self._core(point, part)
        article = self._article(point, core)
        start = {
            "from": FROM["d'"] if not article and core[0] in VOWELS else FROM[article],
            "to": TO[article],
            "until": UNTIL[article],
            "item": "",
        }.get(part.role)
        if part.role == "since":
            start = "à partir " + FROM["d'" if not article and core[0] in VOWELS else article]
        if start is None:
            start = PLAIN[part.role] + ARTICLES[article]
        return joined(
            start + core,
            "environ" if point.is_about else "",
            "(incertain)" if point.is_uncertain else "",
            self._note(point),
        )

    def _alone(self, point: Point) -> str:
        core = self._core(point, Part("alone"))
        if point.is_about:
            core = f"vers {ARTICLES[self._article(point, core)]}{core}"
        if point.is_uncertain:
            core = f"peut-être {core}"
        return joined(core, self._note(point))

    def _note(self, point: Point) -> str:
        return f"({self.missing[point.missing]})" if point.missing else ""

    def _article(self, point: Point, core: str) -> str:
        match point.precision:
            case "decade":
                return "les"
            case "season" if core[0] in VOWELS or core.startswith("h"):
                return "l'"
            case "century" | "day" | "season":
                return "le"
        return ""

    def _core(self, point: Point, part: Part) -> str:
        year = "" if part.year_is_said else point.year
        match point.precision:
            case "century":
                return f"{ROMAN[int(point.year[:2]) + 1]}e siècle"
            case "decade":
                return f"années {point.year[:3]}0"
            case "season":
                return joined(SEASONS[int(point.month)], year)
            case "day":
                day = "1er" if int(point.day) == 1 else str(int(point.day))
                month = "" if part.month_is_said else MONTHS[int(point.month) - 1]
                return joined(day, month, year)
            case "month":
                return joined(MONTHS[int(point.month) - 1], year)
        return point.year
