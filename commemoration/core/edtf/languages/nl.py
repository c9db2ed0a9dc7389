"""Dates in Dutch words."""

import re

from commemoration.core.edtf.languages.writing import Language, Part, joined
from commemoration.core.edtf.shapes import Point

MONTHS = (
    "januari", "februari", "maart", "april",
    "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
SEASONS = {21: "lente", 22: "zomer", 23: "herfst", 24: "winter"}
PREPOSITIONS = {
    "before": "vóór",
    "after": "na",
    "since": "vanaf",
    "until": "tot en met",
    "from": "van",
    "to": "tot en met",
    "between": "tussen",
    "and": "en",
}


class Dutch(Language):
    code = "nl"
    unknown = "datum onbekend"
    example = (
        "Schrijf bijvoorbeeld “9 mei 1945”, “mei 1943”, “omstreeks 1915”, “vóór mei 1943”, "
        "“tussen mei en juni 1943” of “onbekend”."
    )
    refusals = {
        "not_understood": "“{text}” wordt niet als datum herkend.",
        "impossible": "“{text}” is geen dag van de kalender.",
        "ambiguous": "“{text}” kan meer dan één datum zijn: schrijf het jaar met vier cijfers.",
        "wrong_order": "“{text}” eindigt voordat het begint.",
        "out_of_range": "“{text}” valt buiten de jaren 1800 tot 2100.",
    }
    missing = {
        "day": "dag onbekend",
        "month": "maand onbekend",
        "month_and_day": "maand en dag onbekend",
    }
    start_unknown, end_unknown = "begin onbekend", "einde onbekend"
    or_word, and_word = "of", "en"

    unknown_words = frozenset(
        {"onbekend", "datum onbekend", "ongedateerd", "zonder datum", "z.d", "zd", "s.d"}
    )
    months = {name: number for number, name in enumerate(MONTHS, 1)} | {
        "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
        "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
    }  # fmt: skip
    seasons = {name: number for number, name in SEASONS.items()} | {"voorjaar": 21, "najaar": 23}
    fillers = re.compile(r"^(?:in |op |de |het |van |, ?)+")
    about = re.compile(r"^(?:(?:omstreeks|rond|ongeveer|circa|ca) |(?:ca|c)\.)(.+)$")
    uncertain = re.compile(
        r"^(?:mogelijk|misschien|waarschijnlijk|wellicht) (.+)$|^(.+?) ?\((?:onzeker|\?)\)$"
    )
    phrases = {
        "between": (re.compile(r"^tussen (.+?) en (.+)$"),),
        "before": (re.compile(r"^(?:vóór|voor) (.+)$"),),
        "after": (re.compile(r"^na (.+)$"),),
        "since": (re.compile(r"^(?:vanaf|sinds) (.+)$"),),
        "until": (re.compile(r"^(?:tot en met|tot|t/m) (.+)$"),),
        "range": (re.compile(r"^(?:van |vanaf )?(.+?) (?:tot en met|tot|t/m) (.+)$"),),
    }
    decade = re.compile(r"^jaren (\d{3})0$")
    short_decade = re.compile(r"^jaren ['’]?([2-9])0$")
    century = re.compile(r"^(\d{2})(?:e|ste|de) eeuw$")

    def write_part(self, point: Point, part: Part) -> str:
        alone = part.role == "alone"
        core = self._core(point, part, definite=not alone or point.is_about)
        if point.is_about:
            core = f"omstreeks {core}"
        if point.is_uncertain:
            core = f"mogelijk {core}" if alone else f"{core} (onzeker)"
        note = f"({self.missing[point.missing]})" if point.missing else ""
        return joined(PREPOSITIONS.get(part.role, ""), core, note)

    def _core(self, point: Point, part: Part, *, definite: bool) -> str:
        year = "" if part.year_is_said else point.year
        the = "de" if definite else ""
        match point.precision:
            case "century":
                return joined(the, f"{int(point.year[:2]) + 1}e eeuw")
            case "decade":
                return joined(the, f"jaren {point.year[:3]}0")
            case "season":
                return joined(the, SEASONS[int(point.month)], "van" if the and year else "", year)
            case "day":
                month = "" if part.month_is_said else MONTHS[int(point.month) - 1]
                return joined(str(int(point.day)), month, year)
            case "month":
                return joined(MONTHS[int(point.month) - 1], year)
        return point.year
