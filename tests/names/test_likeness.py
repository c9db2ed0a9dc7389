import pytest

from commemoration.names.confusions import (
    ONE_FOR_TWO,
    SWAPPED,
    SWAPPED_AROUND,
    SYMBOLS,
    confused,
    lost,
)
from commemoration.names.likeness import SHORTEST, unlikeness
from commemoration.names.sounds import sounds_of


def distance(one: str, other: str) -> float:
    """The same distance by the textbook's table, one pair at a time."""
    table = {(0, 0): 0.0}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            ways = [table[0, 0]] if i == j == 0 else []
            if i:
                ways.append(table[i - 1, j] + lost(one[i - 1]))
            if j:
                ways.append(table[i, j - 1] + lost(other[j - 1]))
            if i and j:
                ways.append(table[i - 1, j - 1] + confused(one[i - 1], other[j - 1]))
            if i and j > 1:
                pair = ONE_FOR_TWO.get((one[i - 1], other[j - 2 : j]), 9)
                ways.append(table[i - 1, j - 2] + pair)
            if i > 1 and j:
                pair = ONE_FOR_TWO.get((other[j - 1], one[i - 2 : i]), 9)
                ways.append(table[i - 2, j - 1] + pair)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                ways.append(table[i - 2, j - 2] + SWAPPED)
            if i > 2 and j > 2 and (one[i - 3], one[i - 1]) == (other[j - 1], other[j - 3]):
                between = confused(one[i - 2], other[j - 2])
                ways.append(table[i - 3, j - 3] + SWAPPED_AROUND + between)
            table[i, j] = min(ways)
    return table[len(one), len(other)] / max(len(one), len(other), SHORTEST)


NAMES = [
    sounds_of(name)
    for name in (
        "Бобельцов", "Robelsovs", "Янков", "Jankour", "Минаев", "Minay", "Шелипов", "Skepilow",
        "Гренатовский", "Gutekanovsky", "Ли", "Li", "Шемчук", "Schentskuk", "Федор", "Tjedor",
    )
]  # fmt: skip


def test_all_at_once_gives_what_one_by_one_gives():
    for asked in NAMES:
        assert unlikeness(asked, NAMES) == pytest.approx(
            [distance(asked, other) for other in NAMES], abs=1e-5
        )


@pytest.mark.parametrize(
    ("asked", "nearer", "farther"),
    [
        ("Бобельцов", "Robelsovs", "Соболев"),
        ("Шелипов", "Schelipow", "Skepilow"),
        ("Исаков", "Isakoff", "Казаков"),
        ("Кузовов", "Kusowow", "Kuznetsov"),
        ("Янков", "Jankour", "Янин"),
    ],
)
def test_a_name_is_nearer_to_its_own_spelling(asked, nearer, farther):
    near, far = unlikeness(sounds_of(asked), [sounds_of(nearer), sounds_of(farther)])

    assert near < far


def test_nothing_to_compare_is_no_fault():
    assert list(unlikeness("ivanov", [])) == []
    assert list(unlikeness("", ["ivan"])) == pytest.approx([sum(map(lost, "ivan")) / 4])


def test_costs_are_even_handed_and_know_every_symbol():
    for one in SYMBOLS:
        assert confused(one, one) == 0 < lost(one) <= 1
        for other in SYMBOLS:
            assert 0 <= confused(one, other) == confused(other, one) <= 1.1
