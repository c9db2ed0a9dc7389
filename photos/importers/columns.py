"""The columns of a list of photographs; `foreign_headers` says what others call them."""

from functools import partial

from django.utils.translation import gettext as _

from commemoration.core.imports.columns import Column
from photos.enums import ContentWarning, RightsStatement, TextLanguage

from .foreign_headers import FOREIGN_HEADERS, text_headers

TEXT_FIELDS = {
    "title": "title",
    "caption": "caption",
    "alt": "alt_text",
    "transcript": "transcript",
    "translator": "translator",
    "machine_translated": "is_machine_translated",
}
"""Beginning of a column's name → field of `PhotoText`."""

MARKS = ("machine_translated",)
"""Those that are yes or no."""

SHORT_FIELDS = (
    "institution",
    "fonds",
    "inventory",
    "file_reference",
    "reference",
    "photographer",
    "place_then",
    "place_now",
    "event",
    "credit",
)
"""Columns of the record that hold a short text, by the name of its field."""


def photo_columns(language: str) -> list[Column]:
    """`language` is what headers without a language, such as `dc:title`, are taken to be in."""
    return [
        *_identity_columns(),
        *_origin_columns(),
        *_scene_columns(),
        *_rights_columns(),
        *_text_columns(language),
    ]


def _column(name: str, label: str, **options) -> Column:
    return Column(name, label, aliases=FOREIGN_HEADERS.get(name, ()), **options)


_shared_column = partial(_column, shared=True)


def _identity_columns() -> list[Column]:
    """Which record it is, and which files and collection belong to it."""
    return [
        _column("accession", _("Accession number"), required=True),
        _column("part_of", _("The object of which it is a part")),
        _column("row_format", _("How the row is written; exports of this site say so themselves")),
        _column("status", _("Published or withdrawn, in exports of this site")),
        _column("uuid", _("Public identifier of the picture, kept when it moves between systems")),
        _column("file", _("File of the picture"), required=True, is_file=True),
        _column("verso_uuid", _("Public identifier of the back, kept likewise")),
        _column("verso_file", _("File of the back"), is_file=True),
        _column("collection", _("Collection, by its short name")),
    ]


def _origin_columns() -> list[Column]:
    """Where the original is kept, who made it and when."""
    return [
        _shared_column("institution", _("Holding institution")),
        _shared_column("fonds", _("Fonds")),
        _shared_column("inventory", _("Inventory")),
        _column("file_reference", _("File in the inventory")),
        _column("reference", _("Reference as the institution writes it")),
        _shared_column("photographer", _("Photographer")),
        _shared_column("date_edtf", _("Date, in words or as EDTF")),
        _column("date_is_approximate", _("The date is approximate (yes or no)")),
    ]


def _scene_columns() -> list[Column]:
    """What it shows, and where."""
    return [
        _shared_column("place_then", _("Place, as it was called then")),
        _shared_column("place_now", _("Place, as it is called now")),
        _column("latitude", _("Latitude")),
        _column("longitude", _("Longitude")),
        _column("people", _("People shown, separated by |"), is_list=True),
        _shared_column("event", _("Event")),
        _shared_column("subjects", _("Subjects, separated by |"), is_list=True),
    ]


def _rights_columns() -> list[Column]:
    """What readers may do with it, and what they are warned of."""
    return [
        _shared_column(
            "rights",
            _("Rights: an address, a code or a name"),
            required=True,
            preferred=("rightsstatement", "rights_statement", "rights_uri"),
            choices=tuple(RightsStatement.choices),
        ),
        _shared_column("credit", _("Credit line")),
        _shared_column(
            "content_warning", _("Content warning"), choices=tuple(ContentWarning.choices)
        ),
    ]


def _text_columns(language: str) -> list[Column]:
    original = _shared_column(
        "original_language",
        _("Language of the archive's own text"),
        choices=tuple(TextLanguage.choices),
    )
    labels = {
        "title": _("Title (%(language)s)"),
        "caption": _("Caption (%(language)s)"),
        "alt": _("Text for those who cannot see the picture (%(language)s)"),
        "transcript": _("Transcript (%(language)s)"),
        "translator": _("Translator (%(language)s)"),
        "machine_translated": _("Translated by machine, yes or no (%(language)s)"),
    }
    texts = [
        Column(
            f"{kind}_{code}",
            labels[kind] % {"language": name},
            aliases=text_headers(kind, code, language),
        )
        for code, name in TextLanguage.choices
        for kind in TEXT_FIELDS
    ]
    return [original, *texts]
