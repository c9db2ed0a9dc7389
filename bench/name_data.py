"""The names that `bench.names` asks for: real stones, made slips, spellings in use."""

import csv
import random
import re
from dataclasses import dataclass
from pathlib import Path

from commemoration.core.languages.folding import fold
from commemoration.home.load_data.romanisations import NATIONS, romanise

FIRST_YEAR, LAST_YEAR = 1890, 1927
_LETTERS = "abcdefghijklmnoprstuvwz"


@dataclass(frozen=True)
class Case:
    """One name as it is asked for (`asked`, `given`), and as the index is told it (`told`, …).

    `year` is the year of birth, 0 where it is not known.
    """

    asked: str
    told: str
    given: str = ""
    told_given: str = ""
    year: int = 0


def stones(data: Path) -> list[Case]:
    """Soviet dead in Belgium whose stone and name are both known."""
    return [
        Case(
            asked=cyrillic[0],
            told=row["surname_inscribed"],
            given=cyrillic[1] if len(cyrillic) > 1 else "",
            told_given=row["given_inscribed"],
            year=int(row["birth_date_edtf"][:4]) if row["birth_date_edtf"][:4].isdigit() else 0,
        )
        for row in _rows(data / "burials" / "people.csv")
        if row["surname_inscribed"] and (cyrillic := row["name_cyrillic"].split())
    ]


def others(data: Path, count: int, rng: random.Random, *, weighted: bool) -> list[Case]:
    """Soviet men in mixed romanisations: each of another surname, or as often as the name is."""
    surnames = _men(data)
    if weighted:
        chosen = rng.choices(list(surnames), list(surnames.values()), k=count)
    else:
        chosen = sorted(surnames)
        rng.shuffle(chosen)
        chosen = chosen[:count]
    given, weights = _given_names(data)
    return [
        romanised(Case(name, "", rng.choices(given, weights)[0], "", _a_year(rng)), rng)
        for name in chosen
    ]


def romanised(case: Case, rng: random.Random, nation: str = "") -> Case:
    """The case as a clerk of a nation wrote it, by default of any."""
    nation = nation or rng.choice(NATIONS)
    told, told_given = romanise(case.asked, nation), romanise(case.given, nation)
    return Case(case.asked, told, case.given, told_given, case.year)


def slipped(case: Case, rng: random.Random) -> Case:
    """The case with one slip in what the index is told: a letter too many, too few, another one,
    or two that changed places."""
    letters = list(case.told.lower())
    place = rng.randrange(len(letters))
    match rng.choice(("added", "missing", "other", "swapped")):
        case "added":
            letters.insert(place, rng.choice(_LETTERS))
        case "missing" if len(letters) > 3:
            del letters[place]
        case "other":
            letters[place] = rng.choice([each for each in _LETTERS if each != letters[place]])
        case _:
            place = min(place, len(letters) - 2)
            letters[place : place + 2] = letters[place : place + 2][::-1]
    return Case(case.asked, "".join(letters), case.given, case.told_given, case.year)


def spellings(data: Path, rng: random.Random, count: int) -> list[Case]:
    """Russian surnames under Latin spellings that are really in use, met at least twice."""
    known = {fold(name) for name in _men(data)}
    cases = []
    with (data / "names" / "token_variants_ru_latin.tsv").open(encoding="utf-8") as lines:
        for russian, _total, variants in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if fold(russian) in known:
                found = re.findall(r"(\S+)\((\d+)\)", variants)
                cases += [Case(russian, spelling) for spelling, met in found if int(met) > 1]
    return rng.sample(cases, min(count, len(cases)))


def _men(data: Path) -> dict[str, int]:
    """Men's surnames and how often each is met."""
    found: dict[str, int] = {}
    for row in _rows(data / "names" / "freq_surnames.csv"):
        name = row["surname_m"]
        if name.endswith(("ова", "ева", "ёва", "ина", "ына")):
            name = name[:-1]
        elif name.endswith("ская"):
            name = f"{name[:-2]}ий"
        elif not name or name.endswith("ая"):
            continue
        found[name] = found.get(name, 0) + int(row["count"])
    return found


def _given_names(data: Path) -> tuple[list[str], list[int]]:
    rows = [row for row in _rows(data / "names" / "freq_first_names.csv") if row["gender"] == "m"]
    return [row["first_name"] for row in rows], [int(row["count"]) for row in rows]


def _a_year(rng: random.Random) -> int:
    return rng.randint(FIRST_YEAR, LAST_YEAR)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
