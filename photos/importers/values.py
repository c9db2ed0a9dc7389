"""The values of a photograph as a list writes them, and as the archive keeps them."""

from typing import Any

from photos.enums import TextLanguage
from photos.models.records import Photo

from .columns import MARKS, SHORT_FIELDS, TEXT_FIELDS

PLAIN_FIELDS = (
    *(*SHORT_FIELDS, "people", "subjects"),
    *("rights", "content_warning", "original_language"),
)


def current_values(record: Photo) -> dict[str, Any]:
    """Everything of a record that a list can set, shaped as the cells are."""
    newest = record.get_latest_revision_as_object()
    values = {name: getattr(newest, name) for name in PLAIN_FIELDS}
    values |= {
        "collection": newest.collection.slug,
        "date_edtf": newest.date,
        "latitude": "" if newest.latitude is None else f"{newest.latitude:.6f}",
        "longitude": "" if newest.longitude is None else f"{newest.longitude:.6f}",
        "file": newest.image.sha256,
        "verso_file": newest.verso.sha256 if newest.verso else "",
        "published": record.live,
        "withdrawn": record.withdrawn_at is not None,
    }
    texts = {text.language: text for text in newest.texts.all()}
    for code in TextLanguage.values:
        for kind, field in TEXT_FIELDS.items():
            nothing = False if kind in MARKS else ""
            values[f"{kind}_{code}"] = getattr(texts.get(code), field, nothing)
    return values


def fields_of(values: dict[str, Any]) -> dict[str, Any]:
    """The fields of `Photo` among these values, as its services take them."""
    fields = {name: values[name] for name in PLAIN_FIELDS if name in values}
    if "date_edtf" in values:
        fields["date"] = values["date_edtf"]
    for name in ("latitude", "longitude"):
        if name in values:
            fields[name] = values[name] or None
    return fields


def texts_of(values: dict[str, Any]) -> dict[str, dict]:
    """The texts among these values, by language."""
    texts: dict[str, dict] = {}
    for code in TextLanguage.values:
        for kind, field in TEXT_FIELDS.items():
            if f"{kind}_{code}" in values:
                value = values[f"{kind}_{code}"]
                texts.setdefault(code, {})[field] = bool(value) if kind in MARKS else value or ""
    return texts
