"""How many entries there are, and of which kinds. A small wall is counted anew each time; of a
large one each process keeps the counts for half a minute: counting costs more than the page."""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Func, Q, QuerySet, Value

from commemoration.core.languages.sort_keys import natural_key
from tributes.regiment.enums import BelgianLink, Fate
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.selectors.asked import AskedEntries

LARGE = 5_000  # entries
KEPT_SECONDS = 30
MOST_KEPT = 200  # answers
MOST_NAMED = 100  # towns, and decorations
NO_DECORATIONS = Q(decorations=[])
NO_LINK = Q(belgium="", belgian_link="")


@dataclass(frozen=True)
class Counts:
    """Of all public entries: `told` by what they tell ("listed", "decorated", "linked", each fate
    and each kind of link), `towns` of families and `decorations` by name, the most frequent of them
    in the order of the alphabet."""

    told: dict[str, int]
    towns: dict[str, int]
    decorations: dict[str, int]


_kept: dict[Hashable, tuple[float, Any]] = {}
_lock = threading.Lock()


def count_entries() -> Counts:
    """Two queries, or none."""
    return _count_or_keep("", _count_all, lambda counts: counts.told["listed"])


def count_answers(asked: AskedEntries, found: QuerySet[RegimentEntry], listed: int) -> int:
    """How many of all that are `listed` answer: one query, or none."""
    return _count_or_keep(asked, found.count, lambda _number: listed)


def forget_counts() -> None:
    """Count anew with the next request."""
    with _lock:
        _kept.clear()


def _count_or_keep(key: Hashable, count: Callable[[], Any], size: Callable[[Any], int]) -> Any:
    now = time.monotonic()
    with _lock:
        since, counted = _kept.get(key, (0.0, None))
        if counted is not None:
            if now - since < KEPT_SECONDS:
                return counted
            # Others take what is kept while this request counts.
            _kept[key] = now, counted
    counted = count()
    with _lock:
        _kept.pop(key, None)
        if size(counted) >= LARGE:
            if len(_kept) >= MOST_KEPT:
                _kept.clear()
            _kept[key] = time.monotonic(), counted
    return counted


def _count_all() -> Counts:
    told = RegimentEntry.objects.published().aggregate(
        listed=Count("pk"),
        decorated=Count("pk", filter=~NO_DECORATIONS),
        linked=Count("pk", filter=~NO_LINK),
        **{fate.value: Count("pk", filter=Q(fate=fate)) for fate in Fate},
        **{f"link_{link.value}": Count("pk", filter=Q(belgian_link=link)) for link in BelgianLink},
    )
    return Counts(told, **_named())


def _named() -> dict[str, dict[str, int]]:
    """Towns and decorations with their numbers. One query."""
    entries = RegimentEntry.objects.published().order_by()
    each = Func("decorations", function="unnest", output_field=CharField())
    parts = {
        "towns": entries.exclude(sender_town="").annotate(word=F("sender_town")),
        "decorations": entries.exclude(NO_DECORATIONS).annotate(word=each),
    }
    most = [
        part.values("word")
        .annotate(number=Count("pk"))
        .annotate(part=Value(name))
        .order_by("-number", "word")
        .values_list("part", "word", "number")[:MOST_NAMED]
        for name, part in parts.items()
    ]
    found: dict[str, dict[str, int]] = {name: {} for name in parts}
    for name, word, number in sorted(most[0].union(most[1], all=True), key=_by_word):
        found[name][word] = number
    return found


def _by_word(row: tuple[str, str, int]) -> str:
    return natural_key(row[1])
