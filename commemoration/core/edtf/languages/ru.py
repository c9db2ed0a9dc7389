"""Dates in Russian words: each preposition takes its case, and «год» is written after a year."""

import re

from commemoration.core.edtf.languages.writing import Language, Part, joined
from commemoration.core.edtf.shapes import Point

NOMINATIVE, GENITIVE, ACCUSATIVE, INSTRUMENTAL = range(4)

# Nominative, genitive, accusative, instrumental, prepositional.
MONTHS = (
    ("январь", "января", "январь", "январём", "январе"),
    ("февраль", "февраля", "февраль", "февралём", "феврале"),
    ("март", "марта", "март", "мартом", "марте"),
    ("апрель", "апреля", "апрель", "апрелем", "апреле"),
    ("май", "мая", "май", "маем", "мае"),
    ("июнь", "июня", "июнь", "июнем", "июне"),
    ("июль", "июля", "июль", "июлем", "июле"),
    ("август", "августа", "август", "августом", "августе"),
    ("сентябрь", "сентября", "сентябрь", "сентябрём", "сентябре"),
    ("октябрь", "октября", "октябрь", "октябрём", "октябре"),
    ("ноябрь", "ноября", "ноябрь", "ноябрём", "ноябре"),
    ("декабрь", "декабря", "декабрь", "декабрём", "декабре"),
)
SEASONS = {
    21: ("весна", "весны", "весну", "весной", "весне"),
    22: ("лето", "лета", "лето", "летом", "лете"),
    23: ("осень", "осени", "осень", "осенью", "осени"),
    24: ("зима", "зимы", "зиму", "зимой", "зиме"),
}
YEAR = ("год", "года", "год", "годом")
YEARS = ("годы", "годов", "годы", "годами")
CENTURY = ("век", "века", "век", "веком")
DECADE_ENDINGS = ("е", "х", "е", "ми")
ROMAN = {18: "XVIII", 19: "XIX", 20: "XX", 21: "XXI"}

ROLES = {
    "alone": ("", NOMINATIVE),
    "item": ("", NOMINATIVE),
    "about": ("около", GENITIVE),
    "before": ("до", GENITIVE),
    "after": ("после", GENITIVE),
    "since": ("с", GENITIVE),
    "from": ("с", GENITIVE),
    "until": ("по", ACCUSATIVE),
    "to": ("по", ACCUSATIVE),
    "between": ("между", INSTRUMENTAL),
    "and": ("и", INSTRUMENTAL),
}
NOTES = {"": "", "?": "(предположительно)", "~": "(примерно)", "%": "(примерно) (предположительно)"}


class Russian(Language):
    code = "ru"
    unknown = "дата неизвестна"
    example = (
        "Напишите, например: «9 мая 1945 г.», «май 1943 года», «около 1915 года», "
        "«до мая 1943 года», «между маем и июнем 1943 года» или «неизвестно»."
    )
    refusals = {
        "not_understood": "Дата «{text}» не распознана.",
        "impossible": "Дня «{text}» нет в календаре.",
        "ambiguous": "Дату «{text}» можно прочитать по-разному: запишите год четырьмя цифрами.",
        "wrong_order": "Период «{text}» заканчивается раньше, чем начинается.",
        "out_of_range": "Дата «{text}» не входит в 1800–2100 годы.",
    }
    missing = {
        "day": "день неизвестен",
        "month": "месяц неизвестен",
        "month_and_day": "месяц и день неизвестны",
    }
    start_unknown, end_unknown = "начало неизвестно", "окончание неизвестно"
    or_word, and_word = "или", "и"

    unknown_words = frozenset(
        {"неизвестно", "неизвестна", "дата неизвестна", "дата не известна", "без даты",
         "б.д", "б. д", "бд", "не датировано"}
    )  # fmt: skip
    months = {
        form: number for number, forms in enumerate(MONTHS, 1) for form in forms
    } | {
        "янв": 1, "фев": 2, "февр": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8,
        "сен": 9, "сент": 9, "окт": 10, "нояб": 11, "ноя": 11, "дек": 12,
    }  # fmt: skip
    months |= {form.replace("ё", "е"): number for form, number in months.items()}
    seasons = {form: number for number, forms in SEASONS.items() for form in forms}
    fillers = re.compile(r"^(?:в |во |на |, ?)+")
    about = re.compile(
        r"^(?:(?:около|примерно|приблизительно|ориентировочно|ок) |ок\.)(.+)$"
        r"|^(.+?) ?\(примерно\)$"
    )
    uncertain = re.compile(
        r"^(?:возможно|предположительно|вероятно|предп\.),? (.+)$"
        r"|^(.+?) ?\((?:предположительно|\?)\)$"
    )
    phrases = {
        "between": (re.compile(r"^между (.+?) и (.+)$"),),
        "before": (re.compile(r"^(?:до|ранее|раньше) (.+)$"),),
        "after": (re.compile(r"^(?:после|позднее|позже) (.+)$"),),
        "since": (re.compile(r"^(?:начиная )?(?:с|со) (.+)$"),),
        "until": (re.compile(r"^(?:по|вплоть до) (.+)$"),),
        "range": (re.compile(r"^(?:с |со )?(.+?) (?:по|до) (.+)$"),),
    }
    year_words = re.compile(
        r"(?<=[\dехи]) ?(?:(?:года|году|годом|годами|годах|годов|годы|год)\b|гг?\b\.?)"
    )
    decade = re.compile(r"^(\d{3})0-(?:е|х|ми|м)$")
    short_decade = re.compile(r"^([2-9])0-(?:е|х|ми|м)$")
    century = re.compile(
        r"^(xviii|xix|xx|xxi|хviii|хiх|хх|ххi|\d{2})(?:-й|-го)? (?:век(?:а|е|ом)?|в)$"
    )

    def write_part(self, point: Point, part: Part) -> str:
        role = "about" if part.role == "alone" and point.is_about else part.role
        preposition, case = ROLES[role]
        core = self._core(point, part, case)
        if preposition == "с" and re.match(r"2\b", core):
            preposition = "со"  # «со второго»
        if part.role == "alone":
            note, maybe = "", "возможно," if point.is_uncertain else ""
        else:
            note, maybe = NOTES[point.qualifier], ""
        missing = f"({self.missing[point.missing]})" if point.missing else ""
        return joined(maybe, preposition, core, note, missing)

    def _core(self, point: Point, part: Part, case: int) -> str:
        year = "" if part.year_is_said else f"{point.year} года"
        match point.precision:
            case "century":
                return f"{ROMAN[int(point.year[:2]) + 1]} {CENTURY[case]}"
            case "decade":
                return f"{point.year[:3]}0-{DECADE_ENDINGS[case]} {YEARS[case]}"
            case "season":
                return joined(SEASONS[int(point.month)][case], year)
            case "day":
                month = "" if part.month_is_said else MONTHS[int(point.month) - 1][GENITIVE]
                return joined(str(int(point.day)), month, year)
            case "month":
                return joined(MONTHS[int(point.month) - 1][case], year)
        if part.unit_is_said:
            return point.year
        return f"{point.year} {(YEARS if part.is_plural else YEAR)[case]}"
