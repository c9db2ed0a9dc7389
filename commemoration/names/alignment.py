"""Where two spellings of a name part, letter by letter: what a reader is told of a match.

The table of `likeness` once more, for one pair of names, with the way through it.
"""

from dataclasses import dataclass
from enum import StrEnum

from commemoration.names.confusions import (
    DOUBT,
    DOUBTFUL,
    ONE_FOR_TWO,
    SWAPPED,
    SWAPPED_AROUND,
    confused,
    heard,
    lost,
    seen,
)
from commemoration.names.sounds import Sound, is_cyrillic, read

# A difference that costs less is none for a reader: ц and ts, й and i.
LEAST_TOLD = 0.15


class Way(StrEnum):
    """How one spelling became the other."""

    HEARD = "heard"
    SEEN = "seen"
    MISSING = "missing"
    ADDED = "added"
    SWAPPED = "swapped"


@dataclass(frozen=True)
class Difference:
    """`asked` and `found` are the letters of the two spellings, both in the script of the found
    one; `cost` is what `confusions` says: 0 no difference, 1 a different letter."""

    way: Way
    asked: str
    found: str
    cost: float


_CYRILLIC_LETTERS = dict(
    zip("abdefgiklmnoprstuvzhjSZCXW", "абдэфгиклмнопрстувзхйшжчцщ", strict=True)
)
_LATIN_LETTERS = {"h": "kh", "S": "sh", "Z": "zh", "C": "ch", "X": "ts", "W": "shch"}


def differences(asked: str, found: str) -> list[Difference]:
    """What a reader may be told of two spellings of one name, in the order of the letters."""
    one, other = read(asked), read(found)
    table = _table(one, other)
    told: list[Difference] = []
    place = (len(one), len(other))
    while place != (0, 0):
        cost, former, way = table[place]
        step = cost - table[former][0]
        if way and step > LEAST_TOLD:
            letters = one[former[0] : place[0]], other[former[1] : place[1]]
            told.append(
                _told(way, *letters, cost=step, found_in=found, same_script=_alike(asked, found))
            )
        place = former
    return told[::-1]


_Place = tuple[int, int]
_Cell = tuple[float, _Place, Way | None]


def _table(one: list[Sound], other: list[Sound]) -> dict[_Place, _Cell]:
    table: dict[_Place, _Cell] = {(0, 0): (0.0, (0, 0), None)}
    for row in range(len(one) + 1):
        for column in range(len(other) + 1):
            if row or column:
                table[row, column] = min(_steps(table, one, other, row, column), key=lambda c: c[0])
    return table


def _steps(table, one: list[Sound], other: list[Sound], row: int, column: int):
    a = "".join(sound.symbol for sound in one[max(0, row - 3) : row])
    b = "".join(sound.symbol for sound in other[max(0, column - 3) : column])

    def step(rows: int, columns: int, cost: float, way: Way | None) -> _Cell:
        former = (row - rows, column - columns)
        return table[former][0] + cost, former, way

    if a and b:
        cost = confused(a[-1], b[-1])
        yield step(1, 1, cost, _way(a[-1], b[-1]) if cost else None)
    if a:
        yield step(1, 0, lost(a[-1]), Way.MISSING)
    if b:
        yield step(0, 1, lost(b[-1]), Way.ADDED)
    if b and (b[-1], a[-2:]) in ONE_FOR_TWO:
        yield step(2, 1, ONE_FOR_TWO[b[-1], a[-2:]], Way.SEEN)
    if a and (a[-1], b[-2:]) in ONE_FOR_TWO:
        yield step(1, 2, ONE_FOR_TWO[a[-1], b[-2:]], Way.SEEN)
    if len(a) > 1 and a[-2:] == b[-2:][::-1]:
        yield step(2, 2, SWAPPED, Way.SWAPPED)
    if len(a) == len(b) == 3 and (a[0], a[2]) == (b[2], b[0]):
        yield step(3, 3, SWAPPED_AROUND + confused(a[1], b[1]), Way.SWAPPED)


def _way(one: str, other: str) -> Way:
    """Whether an ear or an eye is likelier to take one for the other."""
    pairs = [(a, b) for a in DOUBTFUL.get(one, one) for b in DOUBTFUL.get(other, other)]
    by_ear = min(heard(*pair) for pair in pairs)
    by_eye = min(seen(*pair) for pair in pairs)
    return Way.HEARD if by_ear <= by_eye + DOUBT else Way.SEEN


def _alike(asked: str, found: str) -> bool:
    return is_cyrillic(asked) == is_cyrillic(found)


def _told(
    way: Way, one: list[Sound], other: list[Sound], *, cost: float, found_in: str, same_script: bool
) -> Difference:
    cyrillic = is_cyrillic(found_in)
    in_its_letters = "".join(_in_script(sound.symbol, cyrillic=cyrillic) for sound in one)
    asked = "".join(sound.letters for sound in one) if same_script else ""
    found = "".join(sound.letters for sound in other)
    # The second sound of a letter such as я has no letters of its own.
    if other and not found:
        found = "".join(_in_script(sound.symbol, cyrillic=cyrillic) for sound in other)
    return Difference(way, asked or in_its_letters, found, cost)


def _in_script(symbol: str, *, cyrillic: bool) -> str:
    """A letter for a sound, in the script in which the other name is written."""
    sound = DOUBTFUL.get(symbol, symbol)[0]
    letters = _CYRILLIC_LETTERS if cyrillic else _LATIN_LETTERS
    return letters.get(sound, sound)
