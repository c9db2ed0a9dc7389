"""Dates in English words."""

import re

from commemoration.core.edtf.languages.writing import Language, Part, joined
from commemoration.core.edtf.shapes import Point

MONTHS = (
    "January", "February", "March", "April",
    "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
PREPOSITIONS = {
    "before": "before",
    "after": "after",
    "since": "from",
    "until": "until",
    "from": "from",
    "to": "to",
    "between": "between",
    "and": "and",
}
ABOUT = r"(?:(?:about|around|approximately|approx|circa|ca) |(?:approx|ca|c)\.)"


def ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


class English(Language):
    code = "en"
    unknown = "date unknown"
    example = (
        "Write for example “9 May 1945”, “May 1943”, “about 1915”, “before May 1943”, "
        "“between May and June 1943” or “unknown”."
    )
    refusals = {
        "not_understood": "“{text}” is not understood as a date.",
        "impossible": "“{text}” is not a day of the calendar.",
        "ambiguous": "“{text}” can be read in more than one way: write the year with four figures.",
        "wrong_order": "“{text}” ends before it begins.",
        "out_of_range": "“{text}” lies outside the years 1800 to 2100.",
    }
    missing = {
        "day": "day unknown",
        "month": "month unknown",
        "month_and_day": "month and day unknown",
    }
    start_unknown, end_unknown = "start unknown", "end unknown"
    or_word, and_word = "or", "and"

    unknown_words = frozenset(
        {"unknown", "date unknown", "undated", "no date", "n.d", "nd", "not known"}
    )
    months = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
        "oct": 10, "nov": 11, "dec": 12,
    }  # fmt: skip
    seasons = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
    fillers = re.compile(r"^(?:in |on |the |of |, ?)+")
    about = re.compile(rf"^{ABOUT}(.+)$")
    uncertain = re.compile(
        r"^(?:possibly|perhaps|probably|maybe) (.+)$|^(.+?) ?\((?:uncertain|\?)\)$"
    )
    phrases = {
        "between": (re.compile(r"^between (.+?) and (.+)$"),),
        "before": (re.compile(r"^(?:before|prior to) (.+)$"),),
        "after": (re.compile(r"^after (.+)$"),),
        "since": (re.compile(r"^(?:from|since) (.+?)(?: onwards?| on)?$"),),
        "until": (re.compile(r"^(?:until|till|up to) (.+)$"),),
        "range": (re.compile(r"^(?:from )?(.+?) (?:to|until|till) (.+)$"),),
    }
    decade = re.compile(r"^(?:decade )?(\d{3})0(?:['’]?s|–\d{3}9)$")
    short_decade = re.compile(r"^['’]?([2-9])0['’]?s$")
    century = re.compile(r"^(\d{2})(?:th|st) century$")
    ambiguous = re.compile(r"^\d{2}00['’]?s$")

    def write_part(self, point: Point, part: Part) -> str:
        alone = part.role == "alone"
        core = self._core(point, part)
        if point.precision in ("decade", "century") and (not alone or point.is_about):
            core = f"the {core}"
        if point.is_about:
            core = f"about {core}"
        if point.is_uncertain:
            core = f"possibly {core}" if alone else f"{core} (uncertain)"
        note = f"({self.missing[point.missing]})" if point.missing else ""
        onwards = "onwards" if part.role == "since" else ""
        return joined(PREPOSITIONS.get(part.role, ""), core, note, onwards)

    def _core(self, point: Point, part: Part) -> str:
        year = "" if part.year_is_said else point.year
        match point.precision:
            case "century":
                return f"{ordinal(int(point.year[:2]) + 1)} century"
            case "decade" if point.year.endswith("0X"):
                return f"decade {point.year[:3]}0–{point.year[:3]}9"
            case "decade":
                return f"{point.year[:3]}0s"
            case "season":
                return joined(SEASONS[int(point.month)], year)
            case "day":
                month = "" if part.month_is_said else MONTHS[int(point.month) - 1]
                return joined(str(int(point.day)), month, year)
            case "month":
                return joined(MONTHS[int(point.month) - 1], year)
        return point.year
