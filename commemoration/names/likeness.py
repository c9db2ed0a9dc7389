"""How unlike two rows of sounds are: an edit distance whose costs know how names go wrong.

Libraries of edit distances count every letter alike. Here a letter for another costs what
`confusions` says, two neighbours may change places, and one sound may stand for two.
"""

from functools import cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from commemoration.names.confusions import (
    ONE_FOR_TWO,
    SWAPPED,
    SWAPPED_AROUND,
    SYMBOLS,
    confused,
    lost,
)

# Short names have few letters to be alike in: a difference counts as if there were this many.
SHORTEST = 4
_FAR = 9.0


def unlikeness(asked: str, others: list[str]) -> np.ndarray:
    """The distance of `asked` from each of `others`, per sound of the longer: 0 the same, 1 nothing
    in common. All are rows of sounds (`sounds_of`); shape `(len(others),)`."""
    if not others:
        return np.zeros(0)
    lengths = np.fromiter(map(len, others), int, len(others))
    distance = _distances(asked, _codes(others, lengths.max()))[np.arange(len(others)), lengths]
    return distance / np.maximum(lengths, max(len(asked), SHORTEST))


def roughly_nearest(asked: str, others: list[str], *, most: int) -> list[str]:
    """At most so many of `others`, the nearest when every sound counts alike: what is worth the
    exact comparison of `unlikeness`."""
    if len(others) <= most:
        return others
    distances = process.cdist([asked], others, scorer=OSA.normalized_distance)[0]
    return [others[place] for place in np.argsort(distances, kind="stable")[:most]]


def _distances(asked: str, others: np.ndarray) -> np.ndarray:
    """The distance of `asked` from every beginning of each of the others: `(others, letters + 1)`.

    One row of the usual table for each sound asked, all others at once.
    """
    costs = _costs()
    count, width = others.shape
    gaps = costs.lost[others]
    row = np.zeros((count, width + 1), np.float32)
    np.cumsum(gaps, axis=1, out=row[:, 1:])
    rows = [row]
    codes = [_CODE[symbol] for symbol in asked]
    for place, code in enumerate(codes):
        former, row = row, np.empty_like(row)
        row[:, 0] = former[:, 0] + costs.lost[code]
        best = np.minimum(
            former[:, :-1] + costs.confused[code][others], former[:, 1:] + costs.lost[code]
        )
        if width > 1:
            pairs = costs.two_for_one[others[:, :-1], others[:, 1:], code]
            best[:, 1:] = np.minimum(best[:, 1:], former[:, :-2] + pairs)
        if place > 0:
            _take_two(best, codes[place - 1], code, rows[place - 1], others)
        if place > 1 and width > 2:
            _take_three(best, codes[place - 2 : place + 1], rows[place - 2], others)
        for column in range(width):
            row[:, column + 1] = np.minimum(best[:, column], row[:, column] + gaps[:, column])
        rows.append(row)
    return row


def _take_two(best: np.ndarray, one: int, two: int, before: np.ndarray, others: np.ndarray) -> None:
    """Two sounds asked for one of the others, or for the same two the other way round."""
    costs = _costs()
    np.minimum(best, before[:, :-1] + costs.two_for_one[one, two][others], out=best)
    if others.shape[1] > 1:
        swapped = (others[:, :-1] == two) & (others[:, 1:] == one)
        turned = np.where(swapped, before[:, :-2] + SWAPPED, _FAR)
        best[:, 1:] = np.minimum(best[:, 1:], turned)


def _take_three(best: np.ndarray, asked: list[int], before: np.ndarray, others: np.ndarray) -> None:
    """Two sounds that changed places around a third one."""
    one, middle, two = asked
    swapped = (others[:, :-2] == two) & (others[:, 2:] == one)
    between = _costs().confused[middle][others[:, 1:-1]]
    turned = np.where(swapped, before[:, :-3] + SWAPPED_AROUND + between, _FAR)
    best[:, 2:] = np.minimum(best[:, 2:], turned)


class _Costs:
    """The costs of `confusions` as tables by the codes of the symbols; 0 is the empty place."""

    def __init__(self) -> None:
        size = len(SYMBOLS) + 1
        self.lost = np.zeros(size, np.float32)
        self.confused = np.full((size, size), _FAR, np.float32)
        self.two_for_one = np.full((size, size, size), _FAR, np.float32)
        for one, code in _CODE.items():
            self.lost[code] = lost(one)
            for other, other_code in _CODE.items():
                self.confused[code, other_code] = confused(one, other)
        for (one, two), cost in ONE_FOR_TWO.items():
            first, second = two
            self.two_for_one[_CODE[first], _CODE[second], _CODE[one]] = cost


_CODE = {symbol: code for code, symbol in enumerate(SYMBOLS, 1)}
_OF_BYTE = np.zeros(128, np.uint8)
for _symbol, _code in _CODE.items():
    _OF_BYTE[ord(_symbol)] = _code


@cache
def _costs() -> _Costs:
    return _Costs()


def _codes(rows: list[str], width: int) -> np.ndarray:
    """The rows as codes, filled up with 0: `(rows, width)`."""
    letters = "".join(row.ljust(width, "\0") for row in rows).encode("ascii")
    return _OF_BYTE[np.frombuffer(letters, np.uint8)].reshape(len(rows), width)
