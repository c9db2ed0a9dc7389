"""What a bulk edit would do or did, counted and in words."""

from collections import Counter
from dataclasses import dataclass, field

from commemoration.core.imports.enums import Outcome, RowState
from commemoration.core.imports.models import ImportBatch, ImportRow
from photos.models.records import Photo

from .changes import LABELS, names_of_collections, value_text
from .effects import NOT_YOURS, Effect

CHANGES_SHOWN = 20
EXAMPLES_SHOWN = 12
MADE_STATES = (RowState.DONE, RowState.UNDONE, RowState.KEPT)


@dataclass(frozen=True)
class ChangeLine:
    """One value that becomes another, on so many records."""

    label: str
    before: str
    after: str
    number: int


@dataclass
class Reason:
    """Why so many records are left out, or what is to be known of them, with some of them."""

    text: str
    number: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)  # accession, where it is edited

    @property
    def more(self) -> int:
        return self.number - len(self.examples) if self.examples else 0


@dataclass(frozen=True)
class Summary:
    """`changed` counts the records that are to be changed, or were; the others are parts of it."""

    total: int
    changed: int
    unchanged: int
    public: int
    drafts: int
    waiting: int
    remade: int
    lines: list[ChangeLine]
    more_lines: int
    left_out: list[Reason]
    notes: list[Reason]

    @property
    def number_left_out(self) -> int:
        return sum(reason.number for reason in self.left_out)


def summary_of(batch: ImportBatch) -> Summary:
    """Everything about a bulk edit that its page tells. Four queries, whatever the number."""
    rows = list(batch.rows.defer("cells", "warnings"))
    changed = [row for row in rows if _is_change(row)]
    effects = Counter(row.memo.get("effect") for row in changed)
    lines = _lines(changed)
    named = Photo.objects.filter(accession__in=_keys(rows)).only("accession")
    addresses = {photo.accession: photo.edit_address for photo in named}
    return Summary(
        total=len(rows),
        changed=len(changed),
        unchanged=sum(row.outcome == Outcome.UNCHANGED for row in rows),
        public=effects[Effect.PUBLIC],
        drafts=effects[Effect.DRAFT],
        waiting=effects[Effect.WAITING],
        remade=sum(bool(row.memo.get("remakes")) for row in changed),
        lines=lines[:CHANGES_SHOWN],
        more_lines=max(0, len(lines) - CHANGES_SHOWN),
        left_out=_left_out(rows, addresses),
        notes=_notes(rows, addresses),
    )


def _is_change(row: ImportRow) -> bool:
    return row.outcome == Outcome.UPDATED and row.state in (RowState.READY, *MADE_STATES)


def _lines(rows: list[ImportRow]) -> list[ChangeLine]:
    """The most frequent change of each field first, the fields in their own order."""
    names = names_of_collections()
    counted = Counter(
        (name, value_text(name, change["before"], names), value_text(name, change["after"], names))
        for row in rows
        for name, change in row.changes.items()
    )
    order = list(LABELS)
    ranked = sorted(counted.items(), key=lambda item: (order.index(item[0][0]), -item[1]))
    return [
        ChangeLine(str(LABELS[name]), before, after, number)
        for (name, before, after), number in ranked
    ]


def _left_out(rows: list[ImportRow], addresses: dict[str, str]) -> list[Reason]:
    reasons: dict[str, Reason] = {}
    for row in rows:
        for name, texts in row.errors.items():
            for text in texts:
                _count(reasons, text, None if name == NOT_YOURS else row, addresses)
        if row.state == RowState.FAILED and not row.errors:
            _count(reasons, row.note, row, addresses)
    return list(reasons.values())


def _notes(rows: list[ImportRow], addresses: dict[str, str]) -> list[Reason]:
    """What has to be known once the former values are back."""
    reasons: dict[str, Reason] = {}
    for row in rows:
        if row.note and row.state in (RowState.KEPT, RowState.UNDONE):
            _count(reasons, row.note, row, addresses)
    return list(reasons.values())


def _count(reasons: dict, text: str, row: ImportRow | None, addresses: dict[str, str]) -> None:
    reason = reasons.setdefault(text, Reason(text))
    reason.number += 1
    if row is not None and len(reason.examples) < EXAMPLES_SHOWN:
        reason.examples.append((row.key, addresses.get(row.key, "")))


def _keys(rows: list[ImportRow]) -> list[str]:
    """The accession numbers that may be named: a few of each reason, so of few rows."""
    return [row.key for row in rows if row.errors or row.note]
