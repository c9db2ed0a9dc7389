"""The form that every row of a list of photographs passes, and what is asked beside the list."""

from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.accounts.selectors import sections_of
from commemoration.core.imports.archives import FileFolder
from commemoration.core.imports.importer import ImportContext, OptionsForm
from photos.accession import normalise_accession
from photos.enums import ContentWarning, TextLanguage
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.models.texts import PhotoText

from .cells import (
    YES,
    ChoiceTextField,
    DegreesField,
    ListField,
    PlainTextField,
    RightsField,
    WordsField,
    YesNoField,
    plain_text,
)
from .columns import MARKS, TEXT_FIELDS
from .row_format import ROW_FORMAT, unguard

WITHDRAWN = "withdrawn"
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


class PhotoOptionsForm(OptionsForm):
    collection = forms.ModelChoiceField(
        label=_("Collection"),
        queryset=Collection.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("As the list says in its column “collection”"),
        help_text=_("All photographs of the list go into this collection."),
    )
    language = forms.ChoiceField(
        label=_("Language of the texts"),
        choices=TextLanguage,
        help_text=_(
            "For headers that do not name a language, such as “title”, and for dates in words."
        ),
    )
    publish = forms.BooleanField(
        label=_("Publish now"),
        required=False,
        help_text=_("Without this the photographs are kept as drafts for somebody to look at."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        sections = sections_of(user)
        self.fields["collection"].queryset = Collection.objects.filter(section__in=sections)
        self.fields["language"].initial = get_language()
        if not user.has_perm("photos.publish_photo"):
            del self.fields["publish"]

    def options(self):
        collection = self.cleaned_data["collection"]
        return {
            "collection": collection.slug if collection else "",
            "section": collection.section if collection else "",
            "language": self.cleaned_data["language"],
            "publish": self.cleaned_data.get("publish", False),
        }


class PhotoRowForm(forms.Form):
    """One row. `notes` says, by column, what was understood differently from how it stands."""

    accession = forms.CharField(max_length=100)
    part_of = forms.CharField(required=False)
    uuid = forms.UUIDField(required=False)
    verso_uuid = forms.UUIDField(required=False)
    file = forms.CharField()
    verso_file = forms.CharField(required=False)
    collection = forms.SlugField(required=False)
    date_is_approximate = forms.CharField(required=False)
    latitude = DegreesField(limit=90, required=False)
    longitude = DegreesField(limit=180, required=False)
    rights = RightsField()
    content_warning = ChoiceTextField(choices=ContentWarning, required=False)
    original_language = ChoiceTextField(choices=TextLanguage, required=False)

    def __init__(self, values: dict[str, str], *, context: ImportContext):
        exact = values.get("row_format", "").strip() == ROW_FORMAT
        if exact:
            values = {name: unguard(text) for name, text in values.items()}
        super().__init__(values)
        self.values = values
        self.is_withdrawn = exact and values.get("status") == WITHDRAWN
        self.files: FileFolder | None = context.files
        self.notes: dict[str, list[str]] = {}
        language = context.options.get("language", context.language)
        self.fields["date_edtf"] = WordsField(language=language, required=False)
        self._add_lists_and_texts(exact=exact)
        if self.is_withdrawn:
            self.fields["file"].required = self.fields["rights"].required = False

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
        return normalise_accession(self.cleaned_data["accession"])

    def clean_file(self):
        return self._found("file")

    def clean_verso_file(self):
        return self._found("verso_file")

    def _found(self, column: str) -> Path | None:
        """The file that the cell names. Without any files, what is there already is kept."""
        name = self.cleaned_data[column]
        if not name or self.files is None:
            return None
        path = self.files.find(name)
        if path is None and urlsplit(name).scheme in ("http", "https"):
            path = self.files.find(unquote(urlsplit(name).path.rpartition("/")[2]))
            if path is None:
                raise forms.ValidationError(
                    _("Nothing is fetched from the web. Send the file “%(name)s” with the list."),
                    params={"name": unquote(urlsplit(name).path.rpartition("/")[2])[:100]},
                )
            self.note(column, _("The file was found by its name; nothing was fetched."))
        if path is None:
            raise forms.ValidationError(
                _("There is no file “%(name)s” among the pictures."), params={"name": name[:100]}
            )
        return path

    def clean(self):
        cleaned = super().clean()
        if self.is_withdrawn:
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
        if cleaned.get("part_of") and self.errors:
            self.add_error(
                "part_of",
                forms.ValidationError(
                    _(
                        "It is a part of “%(whole)s”. A photograph has one row: name its front "
                        "in the column “file” and its back in the column “verso_file”."
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

    def _note_markup(self):
        for name, field in self.fields.items():
            text = self.values.get(name, "").strip()
            if isinstance(field, PlainTextField) and not field.exact and plain_text(text) != text:
                self.note(name, _("HTML tags were taken out; the text was kept."))

    def note(self, column: str, text) -> None:
        self.notes.setdefault(column, []).append(str(text))
