"""The columns of a list of photographs, and the headers of other archives that mean the same.

Other archives' headers are those of Dublin Core (https://www.dublincore.org/specifications/) and of
CollectionBuilder's metadata sheets (https://collectionbuilder.github.io/cb-docs/).
"""

from django.utils.translation import gettext as _

from commemoration.core.imports.columns import Column
from photos.enums import TextLanguage

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

FOREIGN_TEXT_HEADERS = {
    "title": ("title", "name"),
    "caption": ("description", "caption", "abstract"),
    "alt": ("image_alt_text", "alt_text", "alt"),
    "transcript": ("object_transcript", "transcript", "transcription"),
    "translator": ("translator",),
    "machine_translated": (),
}


def photo_columns(language: str) -> list[Column]:
    """`language` is what headers without a language, such as `dc:title`, are taken to be in."""
    return [
        *_identity_columns(),
        *_origin_columns(),
        *_scene_columns(),
        *_rights_columns(),
        *_text_columns(language),
    ]


def _identity_columns() -> list[Column]:
    """Which record it is, and which files and collection belong to it."""
    return [
        Column(
            "accession",
            _("Accession number"),
            required=True,
            aliases=("accession_number", "objectid", "object_id", "identifier"),
        ),
        Column("part_of", _("The object of which it is a part"), aliases=("parentid", "parent_id")),
        Column("row_format", _("How the row is written; exports of this site say so themselves")),
        Column("status", _("Published or withdrawn, in exports of this site")),
        Column("uuid", _("Public identifier of the picture, kept when it moves between systems")),
        Column(
            "file",
            _("File of the picture"),
            required=True,
            aliases=("filename", "file_name", "object_location", "image"),
        ),
        Column("verso_uuid", _("Public identifier of the back, kept likewise")),
        Column("verso_file", _("File of the back"), aliases=("verso", "back")),
        Column(
            "collection", _("Collection, by its short name"), aliases=("is_part_of", "ispartof")
        ),
    ]


def _origin_columns() -> list[Column]:
    """Where the original is kept, who made it and when."""
    return [
        Column("institution", _("Holding institution"), aliases=("repository", "provenance")),
        Column("fonds", _("Fonds")),
        Column("inventory", _("Inventory")),
        Column("file_reference", _("File in the inventory")),
        Column("reference", _("Reference as the institution writes it"), aliases=("source",)),
        Column("photographer", _("Photographer"), aliases=("creator", "artist")),
        Column(
            "date_edtf", _("Date, in words or as EDTF"), aliases=("date", "created", "temporal")
        ),
        Column(
            "date_is_approximate",
            _("The date is approximate (yes or no)"),
            aliases=("date_is_approximate_",),
        ),
    ]


def _scene_columns() -> list[Column]:
    """What it shows, and where."""
    return [
        Column(
            "place_then",
            _("Place, as it was called then"),
            aliases=("location", "coverage", "spatial", "place"),
        ),
        Column("place_now", _("Place, as it is called now")),
        Column("latitude", _("Latitude"), aliases=("lat",)),
        Column("longitude", _("Longitude"), aliases=("lon", "lng", "long")),
        Column("people", _("People shown, separated by |"), is_list=True, aliases=("persons",)),
        Column("event", _("Event")),
        Column(
            "subjects",
            _("Subjects, separated by |"),
            is_list=True,
            aliases=("subject", "keywords", "tags"),
        ),
    ]


def _rights_columns() -> list[Column]:
    """What readers may do with it, and what they are warned of."""
    return [
        Column(
            "rights",
            _("Rights: an address, a code or a name"),
            required=True,
            preferred=("rightsstatement", "rights_statement", "rights_uri"),
            aliases=("license", "licence", "access_rights"),
        ),
        Column(
            "credit", _("Credit line"), aliases=("credit_line", "rights_holder", "rightsholder")
        ),
        Column("content_warning", _("Content warning")),
    ]


def _text_columns(language: str) -> list[Column]:
    original = Column("original_language", _("Language of the archive's own text"))
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
            aliases=FOREIGN_TEXT_HEADERS[kind] if code == language else (),
        )
        for code, name in TextLanguage.choices
        for kind in TEXT_FIELDS
    ]
    return [original, *texts]
