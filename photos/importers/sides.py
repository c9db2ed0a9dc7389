"""Lists in which an object has a row of its own and one more for each of its sides.

CollectionBuilder calls them compound objects: the sides name their object in `parentid`, and the
object's own row names no file. Where the sender has so chosen, the first side is taken as the front
and the second as the back of one photograph. Which is which is a guess by their order, and is said.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commemoration.core.imports.columns import Column, row_values
from commemoration.core.imports.importer import ImportContext
from commemoration.core.imports.models import ImportBatch
from photos.accession import normalise_accession

from .forms import PhotoRowForm

MOST_SIDES = 2
COLUMNS = ("file", "verso_file")
ADMITTED = ("accession", "part_of", "file")


@dataclass
class Sides:
    """The objects of one list: their sides as (row number, number of the side, file)."""

    of: dict[str, list[tuple[int, str, str]]] = field(default_factory=lambda: defaultdict(list))
    objects: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, values: dict[str, str]) -> None:
        key = _key(values.get("accession", ""))
        whole = _key(values.get("part_of", ""))
        if whole and values.get("file"):
            self.of[whole].append((number, key, values["file"]))
        elif key and not values.get("file"):
            self.objects.setdefault(key, number)

    def whole(self, values: dict[str, str]) -> list[tuple[int, str, str]]:
        """The sides of this row's object, if the row itself names no file."""
        return [] if values.get("file") else self.of.get(_key(values.get("accession", "")), [])

    def side(self, values: dict[str, str]) -> str:
        """Where this row goes, if its object takes it."""
        whole = _key(values.get("part_of", ""))
        sides, row = self.of.get(whole, []), self.objects.get(whole)
        keys = [key for _number, key, _file in sides]
        own = _key(values.get("accession", ""))
        if row is None or len(sides) > MOST_SIDES or own not in keys:
            return ""
        text = (
            _("Taken as the front of “%(whole)s” (row %(row)d). Its other cells are not imported.")
            if keys.index(own) == 0
            else _(
                "Taken as the back of “%(whole)s” (row %(row)d). Its other cells are not imported."
            )
        )
        return text % {"whole": values["part_of"].strip(), "row": row}


def with_sides(values: dict[str, str], sides: Sides) -> tuple[dict[str, str], list]:
    """The row of an object with the files of its sides, and (column, note) on each."""
    taken = sides.whole(values)
    if len(taken) > MOST_SIDES:
        return values, []
    notes, files = [], {}
    for column, (row, key, file) in zip(COLUMNS, taken, strict=False):
        files[column] = file
        text = _("“%(file)s” was taken from “%(key)s” (row %(row)d), by the order of the rows.")
        notes.append((column, text % {"file": file[:200], "key": key, "row": row}))
    return {**values, **files}, notes


def refuse_many_sides(form: PhotoRowForm, sides: Sides) -> None:
    count = len(sides.whole(form.values))
    if count > MOST_SIDES:
        text = ngettext(
            "The object has %(count)d part, and a photograph only a front and a back.",
            "The object has %(count)d parts, and a photograph only a front and a back.",
            count,
        )
        form.add_error("file", text % {"count": count})


def sides_of(context: ImportContext, columns: Sequence[Column]) -> Sides:
    """Read the list once for each worker that is at it."""
    if "sides" not in context.memory:
        context.memory["sides"] = _read(context, columns)
    return context.memory["sides"]


def _read(context: ImportContext, columns: Sequence[Column]) -> Sides:
    batch = ImportBatch.objects.get(pk=context.batch_id)
    mapping = {key: name for key, name in batch.mapping.items() if name in ADMITTED}
    sides = Sides()
    for number, cells in batch.rows.order_by("number").values_list("number", "cells").iterator():
        sides.add(number, row_values(cells, batch.headers, mapping, columns))
    return sides


def _key(text: str) -> str:
    return normalise_accession(text).casefold()
