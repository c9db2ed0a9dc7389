"""How well names are found across scripts, sounds and slips, and how fast.

    python -m bench.names [--data DIR] [--people N] [--large N …] [--asked N]

The index is told one spelling (what stands on the stone), the query is the Cyrillic name, among
`--people` other Soviet men in mixed national romanisations. A rank among equals counts as their
middle. Beside it, on the same names: trigram similarity over one romanisation, and exact match of
it. Intervals are Wilson's, 95 %. DIR holds burials/people.csv and names/*.csv with the columns of
the project's data; it is not part of the project. Writes var/bench/names.json.
"""

import argparse
import os
import random
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.db import connection  # noqa: E402

from bench.database import own_database  # noqa: E402
from bench.name_baselines import Rank, baselines, middle_rank  # noqa: E402
from bench.name_data import Case, others, romanised, slipped, spellings, stones  # noqa: E402
from bench.reports import write_report  # noqa: E402
from commemoration.home.load_data.romanisations import NATIONS  # noqa: E402
from commemoration.names.enums import NameRole  # noqa: E402
from commemoration.names.models import NamedPerson, NameForm, SurnameSound  # noqa: E402
from commemoration.names.selectors.finding import find_people  # noqa: E402
from commemoration.names.selectors.matching import Band  # noqa: E402
from commemoration.names.services.people import (  # noqa: E402
    NameFacts,
    PersonFacts,
    record_people,
)

KIND = "bench"
AT_ONCE = 100_000  # a million people at once need some gigabytes
SHOWN = 10
AIMS = {
    "stones": 0.85, "stones, with year of birth": 0.95,
    "clean, Latin told": 0.98, "clean, Russian told": 0.98,
}  # fmt: skip
MOST_SURE_OF_ABSENT = 5
P95_AT_100_000 = 50  # milliseconds


def main() -> int:
    options = _options()
    report: dict = {"people": options.people}
    with own_database():
        for weighted in (False, True):
            title = "surnames as often as they are" if weighted else "each of another surname"
            report[title] = _quality(options, weighted=weighted, title=title)
        report["speed"] = [_speed(options, count) for count in options.large]
    write_report("names", **report)
    return 0


def _quality(options, *, weighted: bool, title: str) -> dict:
    rng = random.Random(options.seed)
    population = others(options.data, options.people + options.asked, rng, weighted=weighted)
    asked = rng.sample(range(len(population)), options.asked)
    groups = {
        "stones": stones(options.data),
        "one slip": [slipped(population[n], rng) for n in asked[0::4]],
        "clean, Latin told": [romanised(population[n], rng, NATIONS[n % 4]) for n in asked[1::4]],
        "clean, Russian told": [
            replace(case, asked=case.told, told=case.asked, given=case.told_given)
            for case in (population[n] for n in asked[2::4])
        ],
        "spellings in use": spellings(options.data, rng, options.asked // 4),
    }
    absent = [population[n] for n in asked[3::4]]
    left_out = {population[n].asked for n in asked}
    rest = [case for case in population if case.asked not in left_out][: options.people]
    told = [*rest, *(case for cases in groups.values() for case in cases)]
    people, built_in = _fill(told)
    print(f"\n## {len(people)} people, {title}; index built in {built_in:.1f} s")
    of_case = {id(case): person for case, person in zip(told, people, strict=True)}
    measures = {"own": _own_rank, **baselines(told, people)}
    figures = {}
    for name, cases in groups.items():
        targets = [(case, of_case[id(case)]) for case in cases]
        _measure(figures, name, targets, measures, lambda case: case.asked)
        with_year = [(case, target) for case, target in targets if case.year]
        _measure(
            figures, f"{name}, with year of birth", with_year, {"own": _own_rank},
            lambda case: f"{case.asked} {case.year}",
        )  # fmt: skip
        with_given = [(case, target) for case, target in targets if case.given]
        _measure(
            figures, f"{name}, with given name", with_given, {"own": _own_rank},
            lambda case: f"{case.given} {case.asked}",
        )  # fmt: skip
    figures["absent"] = _absent(absent)
    return figures


def _fill(told: list[Case]) -> tuple[list[int], float]:
    """Empty the index and tell it the cases; the numbers of the people, and the seconds."""
    NameForm.objects.all().delete()
    NamedPerson.objects.all().delete()
    SurnameSound.objects.all().delete()
    started = time.perf_counter()
    people = []
    for start in range(0, len(told), AT_ONCE):
        part = told[start : start + AT_ONCE]
        people += [each.pk for each in record_people((_facts(c), [_name(c)]) for c in part)]
    _vacuum()
    return people, time.perf_counter() - started


def _facts(case: Case) -> PersonFacts:
    birth = str(case.year) if case.year else ""
    return PersonFacts(kind=KIND, is_public=True, birth=birth)


def _name(case: Case) -> NameFacts:
    return NameFacts(role=NameRole.INSCRIBED, surname=case.told, given_name=case.told_given)


def _vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE names_namedperson, names_nameform, names_surnamesound")


def _own_rank(query: str, target: int) -> float:
    matches = find_people(query).matches
    return middle_rank([(m.band, round(m.cost, 6), m.person.pk) for m in matches], target)


def _measure(figures, name, targets, measures: dict[str, Rank], query) -> None:
    for measure, rank in measures.items():
        ranks = [rank(query(case), target) for case, target in targets]
        at_1, at_10 = (sum(rank <= most for rank in ranks) for most in (1.5, SHOWN))
        figures[f"{name} · {measure}"] = result = {
            "asked": len(ranks),
            "recall@1": _share(at_1, len(ranks)),
            "recall@10": _share(at_10, len(ranks)),
        }
        aim = AIMS.get(name) if measure == "own" else None
        verdict = f"  aim {aim}" if aim else ""
        print(
            f"{name:38} {measure:9} n={len(ranks):4}  @1 {_told(result['recall@1'])}"
            f"  @10 {_told(result['recall@10'])}{verdict}"
        )


def _absent(cases: list[Case]) -> dict:
    """What is shown to those who ask for somebody who is in no list."""
    sure, shown = [], []
    for case in cases:
        matches = find_people(case.asked).matches
        sure.append(sum(match.band is not Band.POSSIBLE for match in matches))
        shown.append(len(matches))
    print(
        f"{len(cases)} who are not there: exact or same sound {statistics.mean(sure):.2f}"
        f" on average (aim {MOST_SURE_OF_ABSENT}), shown at all {statistics.mean(shown):.1f}"
    )
    return {"sure": statistics.mean(sure), "shown": statistics.mean(shown)}


def _speed(options, count: int) -> dict:
    rng = random.Random(options.seed)
    population = others(options.data, count, rng, weighted=True)
    _people, built_in = _fill(population)
    asked = [slipped(case, rng) for case in rng.sample(population, options.asked)]
    figures = {"people": count, "built_in_s": round(built_in, 1)}
    print(f"\n## speed among {count} people; index built in {built_in:.1f} s")
    for name, query in {
        "surname": lambda case: case.told,
        "surname and year": lambda case: f"{case.told} {case.year}",
        "given name, surname, year": lambda case: f"{case.given} {case.asked} {case.year}",
    }.items():
        times = []
        for case in asked:
            started = time.perf_counter()
            find_people(query(case))
            times.append((time.perf_counter() - started) * 1000)
        cuts = statistics.quantiles(times, n=20)
        figures[name] = {"median": round(cuts[9], 1), "p95": round(cuts[18], 1)}
        print(f"{name:28} median {cuts[9]:.1f} ms, 95th percentile {cuts[18]:.1f} ms")
    return figures


def _share(count: int, of: int) -> list[float]:
    """A share, and Wilson's interval of 95 % around it."""
    if not of:
        return [0.0, 0.0, 1.0]
    z, share = 1.96, count / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    return [round(share, 3), round(middle - half, 3), round(middle + half, 3)]


def _told(share: list[float]) -> str:
    return f"{share[0]:.3f} ({share[1]:.2f} to {share[2]:.2f})"


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--large", type=int, nargs="*", default=[100_000])
    parser.add_argument("--asked", type=int, default=800)
    parser.add_argument("--seed", type=int, default=1945)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
