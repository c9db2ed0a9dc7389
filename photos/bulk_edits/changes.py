"""What a bulk edit asks of each photograph, and what that makes of its present values.

`changes` is JSON: `{"set": {name: value}, "subjects": {"mode": mode, "values": [text]}}`, either
part absent where nothing is asked. Values are shaped as `current_values` shapes them.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from photos.enums import ContentWarning, RightsStatement
from photos.models.collections import Collection
from photos.models.records import Photo

PLACE_FIELDS = ("place_then", "place_now", "latitude", "longitude")


class SubjectsMode(models.TextChoices):
    ADD = "add", _("Add these")
    REMOVE = "remove", _("Take these away")
    REPLACE = "replace", _("Put these in place of all others")


def current_values(photo: Photo) -> dict[str, Any]:
    """What the newest version of a record says in all that a bulk edit can change.

    Coordinates are texts with six decimals or empty, the collection is its key, subjects a list.
    """
    newest = photo.get_latest_revision_as_object()
    return {
        "place_then": newest.place_then,
        "place_now": newest.place_now,
        "latitude": degrees(newest.latitude),
        "longitude": degrees(newest.longitude),
        "rights": newest.rights,
        "content_warning": newest.content_warning,
        "collection": newest.collection_id,
        "subjects": list(newest.subjects),
    }


def degrees(number) -> str:
    return "" if number is None else f"{number:.6f}"


def wanted_values(changes: dict[str, Any], current: dict[str, Any]) -> dict[str, Any]:
    """What the changes make of these values; silent on the rest."""
    wanted = dict(changes.get("set", {}))
    if "subjects" in changes:
        wanted["subjects"] = _subjects(changes["subjects"], current["subjects"])
    return wanted


def fields_of(values: dict[str, Any]) -> dict[str, Any]:
    """These values as the services of the archive take them."""
    fields = dict(values)
    for name in ("latitude", "longitude"):
        if name in fields:
            fields[name] = fields[name] or None
    if "collection" in fields:
        fields["collection"] = Collection.objects.get(pk=fields["collection"])
    return fields


def _subjects(asked: dict[str, Any], present: list[str]) -> list[str]:
    """Words that differ in capitals only are the same subject."""
    given = {word.casefold(): word for word in asked["values"]}
    if asked["mode"] == SubjectsMode.REPLACE:
        return list(given.values())
    if asked["mode"] == SubjectsMode.REMOVE:
        return [word for word in present if word.casefold() not in given]
    known = {word.casefold() for word in present}
    return present + [word for key, word in given.items() if key not in known]


LABELS = {
    "place_then": _("Place, as it was called then"),
    "place_now": _("Place, as it is called now"),
    "latitude": _("Latitude"),
    "longitude": _("Longitude"),
    "rights": _("Rights"),
    "content_warning": _("Content warning"),
    "collection": _("Collection"),
    "subjects": _("Subjects"),
}
_NOTHING = pgettext_lazy("value of a field", "nothing")
_CODES = {"rights": RightsStatement, "content_warning": ContentWarning}


def value_text(name: str, value: Any, collections: dict[int, str]) -> str:
    """A value in words. `collections` gives what the collections are called, by key."""
    if value in ("", None, []):
        return str(_NOTHING)
    if name == "collection":
        return collections.get(value, str(value))
    if name in _CODES:
        return str(dict(_CODES[name].choices).get(value, value))
    return ", ".join(value) if isinstance(value, list) else str(value)


def names_of_collections() -> dict[int, str]:
    return {each.pk: str(each) for each in Collection.objects.all()}
