"""How to cite a photograph: in a sentence, as BibTeX, as RIS.

The sentence follows ISO 690 in its order (creator, title, medium, date, archive and reference,
address). RIS: https://en.wikipedia.org/wiki/RIS_(file_format), type ART, which programs for
references read as an artwork.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext

from commemoration.core.edtf.iso import as_iso_date
from commemoration.core.edtf.validation import bounds
from commemoration.core.edtf.words import in_words

LANGUAGE_NAMES = {"en": "english", "fr": "french", "nl": "dutch", "ru": "russian"}
_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
}


@dataclass(frozen=True)
class Source:
    """What a citation says. `date` is EDTF, `address` the permanent one."""

    slug: str
    title: str
    language: str
    photographer: str
    date: str
    archive: str
    reference: str
    accession: str
    site: str
    address: str

    @classmethod
    def of(cls, photo, title, site: str, address: str) -> "Source":
        """`title` is a `DisplayText`; the archive's own numbers win over the reference as given."""
        return cls(
            slug=photo.slug,
            title=title.text,
            language=title.language,
            photographer=photo.photographer,
            date=photo.date,
            archive=photo.institution,
            reference=_numbers_of(photo) or photo.reference,
            accession=photo.accession,
            site=site,
            address=address,
        )

    @property
    def year(self) -> str:
        """The year, where the date lies within one."""
        earliest, latest = bounds(self.date) if self.date else (None, None)
        return str(earliest.year) if earliest and latest and earliest.year == latest.year else ""

    @property
    def keeper(self) -> str:
        return ", ".join(filter(None, (self.archive, self.reference, self.accession)))


def as_sentence(source: Source, language: str, seen_on: date) -> str:
    """The citation to copy, with the day on which the page was seen."""
    title = gettext("%(title)s [photograph]") % {"title": source.title}
    when = in_words(source.date, language) if source.date else gettext("without date")
    seen = gettext("seen on %(date)s") % {"date": date_format(seen_on, "DATE_FORMAT")}
    parts = [source.photographer, title, capfirst(when), source.keeper, source.site]
    said = " ".join(part if part.endswith(".") else f"{part}." for part in filter(None, parts))
    return f"{said} {source.address} ({seen})"


def as_bibtex(source: Source) -> str:
    """One entry of BibTeX, in UTF-8 (for biber or any newer program)."""
    fields = {
        "author": source.photographer and f"{{{_bibtex(source.photographer)}}}",
        "title": f"{{{_bibtex(source.title)}}}",
        "date": as_iso_date(source.date),
        "year": source.year,
        "howpublished": _bibtex(source.site),
        "note": _bibtex(source.keeper),
        "language": LANGUAGE_NAMES[source.language],
        "url": source.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{source.slug},", *lines, "}", ""])


def as_ris(source: Source) -> str:
    """One record of RIS, its lines ended as the format asks (CR LF)."""
    tags = [
        ("TY", "ART"),
        ("AU", source.photographer),
        ("TI", source.title),
        ("PY", source.year),
        ("DB", source.archive),
        ("CN", source.reference),
        ("AN", source.accession),
        ("PB", source.site),
        ("LA", source.language),
        ("UR", source.address),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value or tag == "ER"]
    return "".join(f"{line}\r\n" for line in lines)


def _numbers_of(photo) -> str:
    """Fonds, inventory and file in the reader's words, for a bare number says nothing of itself.

    A number that brings its own word ("F. 1") is left as it is.
    """
    labelled = (
        (photo.fonds, gettext("Fonds")),
        (photo.inventory, gettext("Inventory")),
        (photo.file_reference, pgettext("archival unit", "File")),
    )
    return ", ".join(
        number if " " in number else f"{label.lower()} {number}"
        for number, label in labelled
        if number
    )


def _bibtex(text: str) -> str:
    return "".join(_BIBTEX_SIGNS.get(sign, sign) for sign in " ".join(text.split()))
