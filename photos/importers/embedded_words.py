"""What a picture file says of itself, beside what a list says of it.

It is named in the report, and used only if the sender has so chosen and neither the list nor the
archive says anything in that place: nothing that a person wrote is replaced.
"""

import re
from pathlib import Path

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from commemoration.core.imports.importer import ImportContext
from commemoration.core.ingest.headers import HeaderReader
from photos.embedded import Suggestion, suggestions
from photos.models.records import Photo

from .forms import PhotoRowForm
from .row_format import ROW_FORMAT
from .values import current_values

COLUMNS = {"date": "date_edtf", "title": "title_{}", "caption": "caption_{}"}
_CYRILLIC = re.compile("[\u0400-\u04ff]")

Notes = list[tuple[str, str]]


def with_embedded_words(
    values: dict[str, str], path: Path | None, record: Photo | None, context: ImportContext
) -> tuple[dict[str, str], Notes]:
    """The row with what was taken from its file, and a note on everything the file suggests."""
    if path is None or values.get("row_format", "").strip() == ROW_FORMAT:
        return values, []
    known = current_values(record) if record else {}
    found = {}
    for suggestion in suggestions(_reader(context).read(path)):
        column = _column(suggestion, context.options.get("language", context.language))
        if not (values.get(column, "").strip() or known.get(column)):
            found[column] = suggestion
    if not context.options.get("use_embedded"):
        return values, [(column, _told(each)) for column, each in found.items()]
    return _taken(values, known, found, context)


def _taken(values, known, found: dict[str, Suggestion], context) -> tuple[dict[str, str], Notes]:
    taken, notes = dict(values), []
    for column, suggestion in found.items():
        value = suggestion.value.replace("\n", "|") if column == "subjects" else suggestion.value
        if column.startswith("caption_") and not _has_title(column, values, known, found):
            text = _(
                "The file says “%(value)s” (%(place)s). It was not used, since there is no title "
                "to go with it."
            )
            notes.append((column, text % _parts(suggestion)))
        elif PhotoRowForm({column: value}, context=context).errors.get(column):
            text = _(
                "The file says “%(value)s” (%(place)s). It was not used, since it does not fit in "
                "here."
            )
            notes.append((column, text % _parts(suggestion)))
        else:
            taken[column] = value
            text = _("Taken from the file (%(place)s): “%(value)s”.")
            notes.append((column, text % _parts(suggestion)))
    return taken, notes


def _has_title(caption: str, *sources: dict) -> bool:
    title = caption.replace("caption_", "title_")
    return any(source.get(title) for source in sources)


def _column(suggestion: Suggestion, language: str) -> str:
    """Words in Cyrillic letters go to the Russian text, others to that of the list's language."""
    if _CYRILLIC.search(suggestion.value):
        language = "ru"
    return COLUMNS.get(suggestion.field, suggestion.field).format(language)


def _told(suggestion: Suggestion) -> str:
    text = _("The file says “%(value)s” (%(place)s). It was not used.")
    return text % _parts(suggestion)


def _parts(suggestion: Suggestion) -> dict[str, str]:
    value = suggestion.value.replace("\n", "; ")
    return {"value": Truncator(value).chars(300), "place": suggestion.place}


def _reader(context: ImportContext) -> HeaderReader:
    return context.memory.setdefault("headers", HeaderReader())
