"""The form that every row of a list of photographs passes."""

from decimal import Decimal
from functools import partial
from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.imports.archives import FileFolder
from commemoration.core.imports.importer import ImportContext
from photos.accession import normalise_accession
from photos.enums import ContentWarning, TextLanguage
from photos.models.records import Photo
from photos.models.texts import PhotoText

from .cells import (
    YES,
    ChoiceTextField,
    DegreesField,
    LanguageField,
    ListField,
    PlainTextField,
    RightsField,
    WordsField,
    YesNoField,
    plain_text,
)
from .columns import MARKS, SHORT_FIELDS, TEXT_FIELDS
from .row_format import ROW_FORMAT, WITHDRAWN, unguard
from .scans import find_scan, is_address, name_in_address


class PhotoRowForm(forms.Form):
    """One row. `notes` says, by column, what was understood differently from how it stands.

    `side` says of a row that is a side of another row's photograph where it went.
    """

    accession = forms.CharField(
        max_length=100,
        error_messages={"required": _("The row has no number by which it could be known.")},
    )
    part_of = forms.CharField(required=False)
    uuid = forms.UUIDField(required=False)
    verso_uuid = forms.UUIDField(required=False)
    file = forms.CharField(error_messages={"required": _("The row names no file.")})
    verso_file = forms.CharField(required=False)
    collection = forms.SlugField(required=False)
    date_is_approximate = forms.CharField(required=False)
    latitude = DegreesField(limit=90, required=False)
    longitude = DegreesField(limit=180, required=False)
    rights = RightsField(
        error_messages={
            "required": _(
                "The row says nothing of rights. Correct the list, or choose a statement for all "
                "such rows beside the columns."
            )
        }
    )
    content_warning = ChoiceTextField(choices=ContentWarning, required=False)
    original_language = LanguageField(required=False)

    def __init__(self, values: dict[str, str], *, context: ImportContext, side: str = ""):
        exact = values.get("row_format", "").strip() == ROW_FORMAT
        if exact:
            values = {name: unguard(text) for name, text in values.items()}
        super().__init__(values)
        self.values = values
        self.is_withdrawn = exact and values.get("status") == WITHDRAWN
        self.side = side
        self.files: FileFolder | None = context.files
        self.notes: dict[str, list[str]] = {}
        language = context.options.get("language", context.language)
        self.fields["date_edtf"] = WordsField(language=language, required=False)
        self._add_lists_and_texts(exact=exact)
        if self.asks_nothing:
            self.fields["file"].required = self.fields["rights"].required = False

    @property
    def asks_nothing(self) -> bool:
        """The row is only read: of a withdrawn record, or a side that its object's row takes."""
        return self.is_withdrawn or bool(self.side)

    def _add_lists_and_texts(self, *, exact: bool):
        """Those that an export of this site writes in a way of its own."""
        for name in ("people", "subjects"):
            self.fields[name] = ListField(exact=exact, required=False)
        plain = partial(PlainTextField, exact=exact, required=False)
        for name in SHORT_FIELDS:
            self.fields[name] = plain(max_length=Photo._meta.get_field(name).max_length)
        for code in TextLanguage.values:
            for kind, field in TEXT_FIELDS.items():
                longest = PhotoText._meta.get_field(field).max_length
                self.fields[f"{kind}_{code}"] = (
                    YesNoField(required=False) if kind in MARKS else plain(max_length=longest)
                )

    def clean_accession(self):
        accession = normalise_accession(self.cleaned_data["accession"])
        if accession != self.values["accession"].strip():
            self.note("accession", _("It was written as “%(text)s”.") % {"text": accession})
        return accession

    def clean_date_edtf(self):
        date, written = self.cleaned_data["date_edtf"], self.values.get("date_edtf", "").strip()
        if date != written:
            text = _("“%(written)s” was understood as %(date)s.")
            self.note("date_edtf", text % {"written": written, "date": date or _("not known")})
        return date

    def clean_latitude(self):
        return self._rounded("latitude")

    def clean_longitude(self):
        return self._rounded("longitude")

    def _rounded(self, column: str) -> str:
        degrees, written = self.cleaned_data[column], self.fields[column].number
        if degrees and Decimal(degrees) != written:
            text = _("%(written)s was rounded to %(degrees)s degrees, a tenth of a metre.")
            self.note(column, text % {"written": written, "degrees": degrees})
        return degrees

    def clean_file(self):
        return self._found("file")

    def clean_verso_file(self):
        return self._found("verso_file")

    def _found(self, column: str) -> Path | None:
        """The file that the cell names. Without any files, what is there already is kept."""
        name = self.cleaned_data[column]
        if not name or self.files is None or self.side:
            return None
        path = find_scan(self.files, name)
        if path is None and is_address(name):
            raise forms.ValidationError(
                _("Nothing is fetched from the web. Send the file “%(name)s” with the list."),
                params={"name": name_in_address(name)[:100]},
            )
        if path and is_address(name):
            self.note(column, _("The file was found by its name; nothing was fetched."))
        if path is None:
            raise forms.ValidationError(
                _("There is no file “%(name)s” among the pictures."), params={"name": name[:100]}
            )
        return path

    def clean(self):
        cleaned = super().clean()
        if self.side:
            self.note("part_of", self.side)
        cleaned["file_name"] = self.values.get("file", "")
        if self.asks_nothing:
            return cleaned
        self._check_position(cleaned)
        self._check_titles(cleaned)
        self._mark_approximate(cleaned)
        self._explain_part(cleaned)
        self._note_markup()
        return cleaned

    def _check_position(self, cleaned):
        if "latitude" in self.errors or "longitude" in self.errors:
            return
        if bool(cleaned.get("latitude")) != bool(cleaned.get("longitude")):
            empty = "longitude" if cleaned.get("latitude") else "latitude"
            self.add_error(empty, _("Give both latitude and longitude, or neither."))

    def _check_titles(self, cleaned):
        names = [f"title_{code}" for code in TextLanguage.values]
        if any(cleaned.get(name) for name in names) or any(name in self.errors for name in names):
            return
        first = next((name for name in names if name in self.values), names[0])
        self.add_error(first, _("Give a title in at least one language."))

    def _explain_part(self, cleaned):
        """Other systems write a row for each side of a card; here one row has both files."""
        if cleaned.get("part_of") and not self.errors:
            text = _("It is a part of “%(whole)s”; the archive does not keep this.")
            self.note("part_of", text % {"whole": cleaned["part_of"][:100]})
        elif cleaned.get("part_of"):
            self.add_error(
                "part_of",
                forms.ValidationError(
                    _(
                        "It is a part of “%(whole)s”. A photograph has one row: name its front "
                        "in the column “file” and its back in the column “verso_file”, or have "
                        "the parts taken as the two sides (beside the columns)."
                    ),
                    params={"whole": cleaned["part_of"][:100]},
                ),
            )

    def _mark_approximate(self, cleaned):
        date = cleaned.get("date_edtf")
        if cleaned.get("date_is_approximate", "").casefold() not in YES or not date:
            return
        if not any(sign in date for sign in "~%?/.[]{}"):
            cleaned["date_edtf"] = f"{date}~"
            text = _("The date is said to be approximate: %(date)s.")
            self.note("date_is_approximate", text % {"date": cleaned["date_edtf"]})
        else:
            self.note("date_is_approximate", _("The date says so already; nothing was added."))

    def _note_markup(self):
        for name, field in self.fields.items():
            text = self.values.get(name, "").strip()
            if isinstance(field, PlainTextField) and not field.exact and plain_text(text) != text:
                self.note(name, _("HTML tags were taken out; the text was kept."))
            if isinstance(field, ListField) and not field.exact and field.repeats(text):
                self.note(name, _("A value that stands in the cell twice was taken once."))

    def note(self, column: str, text) -> None:
        self.notes.setdefault(column, []).append(str(text))
