"""What a picture's file says of itself, as suggestions for its record. Nothing is taken over.

The values were read at ingest (EXIF, IPTC, XMP). Where several places say something, the newest
standard is believed first: XMP, which is always Unicode, then IPTC, then EXIF. EXIF dates are left
out: on a scan they are those of the scanning.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from photos.enums import RightsStatement

# What cameras and scanners write where nobody wrote anything.
_NOISE = re.compile(
    r"(?i)(olympus |minolta )?digital camera|sony dsc|dav|default|untitled|"
    r"exif_jpeg.*|created with .*|.*software.*|processed with .*|screenshot|ole|cof|\W*"
)
_DAY = re.compile(r"(\d{4})[:-]?(\d{2})?[:-]?(\d{2})?(?:[T ].*)?")


@dataclass(frozen=True)
class Suggestion:
    """`field` is that of the record or of its text; `place` the standard and the name there."""

    field: str
    label: str
    value: str
    place: str


_PLACES = {
    "title": (
        _("Title"),
        (("xmp", "title"), ("iptc", "ObjectName"), ("iptc", "Headline"), ("exif", "XPTitle")),
    ),
    "caption": (
        _("Caption"),
        (
            ("xmp", "description"),
            ("iptc", "Caption"),
            ("exif", "ImageDescription"),
            ("exif", "XPComment"),
            ("exif", "UserComment"),
            ("text", "Description"),
        ),
    ),
    "photographer": (
        _("Photographer"),
        (("xmp", "creator"), ("iptc", "Byline"), ("exif", "Artist"), ("exif", "XPAuthor")),
    ),
    "date": (_("Date"), (("xmp", "DateCreated"), ("iptc", "DateCreated"))),
    "credit": (
        _("Credit"),
        (
            ("xmp", "Credit"),
            ("iptc", "Credit"),
            ("xmp", "rights"),
            ("iptc", "CopyrightNotice"),
            ("exif", "Copyright"),
        ),
    ),
    "subjects": (
        _("Subjects"),
        (("xmp", "subject"), ("iptc", "Keywords"), ("exif", "XPKeywords")),
    ),
    "rights": (
        _("Rights"),
        (("xmp", "WebStatement"), ("xmp", "license"), ("xmp", "rights"), ("exif", "Copyright")),
    ),
}


def suggestions(metadata: dict) -> list[Suggestion]:
    """From an image's `embedded_metadata`, one suggestion for each field that has any."""
    found = (_suggestion(field, metadata) for field in _PLACES)
    return [suggestion for suggestion in found if suggestion]


def _suggestion(field: str, metadata: dict) -> Suggestion | None:
    label, places = _PLACES[field]
    for standard, name in places:
        value = _read(field, metadata.get(standard, {}).get(name, ""))
        if value:
            return Suggestion(field, label, value, f"{standard.upper()} {name}")
    return None


def _read(field: str, text: str) -> str:
    text = text.strip()
    if not text or _NOISE.fullmatch(text):
        return ""
    if field == "rights":
        statement = RightsStatement.from_text(text)
        return statement.value if statement else ""
    if field == "date":
        return _edtf(text)
    if field == "subjects":
        return "\n".join(dict.fromkeys(part.strip() for part in re.split(r" \| |;", text) if part))
    if field in ("title", "caption"):
        return text.split(" | ")[0]  # the default of several languages
    return ", ".join(dict.fromkeys(text.split(" | ")))


def _edtf(text: str) -> str:
    """A year, month or day as EDTF; zeros stand for what is not known."""
    match = _DAY.fullmatch(text)
    if not match or match[1] == "0000":
        return ""
    parts = [match[1]]
    for part in (match[2], match[3]):
        if not part or part == "00":
            break
        parts.append(part)
    return "-".join(parts)
