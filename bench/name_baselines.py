"""What `bench.names` measures the search against, and how a rank among equals is told."""

from collections import defaultdict
from collections.abc import Callable

from bench.name_data import Case
from commemoration.home.load_data.romanisations import romanise

NOT_FOUND = 10**7
Rank = Callable[[str, int], float]


def middle_rank(found: list[tuple], target: int) -> float:
    """The rank of the target; those that are no better and no worse share the middle of theirs."""
    order = {(*each[:-1],): place for place, each in reversed(list(enumerate(found)))}
    mine = next((each for each in found if each[-1] == target), None)
    if mine is None:
        return NOT_FOUND
    equals = sum(each[:-1] == mine[:-1] for each in found)
    return order[(*mine[:-1],)] + 1 + (equals - 1) / 2


def baselines(told: list[Case], people: list[int]) -> dict[str, Rank]:
    """Trigram similarity and exact match of one romanisation, the English one."""
    of_name: dict[str, list[int]] = defaultdict(list)
    for case, person in zip(told, people, strict=True):
        of_name[_latin(case.told)].append(person)
    grams = {name: _trigrams(name) for name in of_name}
    having = defaultdict(list)
    for name, own in grams.items():
        for gram in own:
            having[gram].append(name)

    def by_trigrams(query: str, target: int) -> float:
        asked = _trigrams(_latin(query))
        shared: dict[str, int] = defaultdict(int)
        for gram in asked:
            for name in having[gram]:
                shared[name] += 1
        found = [
            (-count / len(asked | grams[name]), person)
            for name, count in shared.items()
            for person in of_name[name]
        ]
        return middle_rank(sorted(found), target)

    def exactly(query: str, target: int) -> float:
        return middle_rank([(0, person) for person in of_name.get(_latin(query), [])], target)

    return {"trigrams": by_trigrams, "exact": exactly}


def _latin(name: str) -> str:
    return romanise(name, "en").lower()


def _trigrams(name: str) -> set[str]:
    """As PostgreSQL's pg_trgm cuts words: two blanks before, one behind."""
    padded = f"  {name} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
