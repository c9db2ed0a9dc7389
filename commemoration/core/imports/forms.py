"""The forms of the import screens."""

from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _

from . import limits
from .columns import Column
from .services.aside import archive_set_aside
from .services.intake import server_folders


class UploadForm(forms.Form):
    """The list itself, and the files that belong to it if the kind of list has any."""

    file = forms.FileField(
        label=_("List"),
        help_text=_(
            "A table as CSV or Excel workbook (.xlsx), with one line of headers. "
            "Nothing is changed before you have seen the report and confirmed."
        ),
    )
    archive = forms.FileField(
        label=_("Files as one ZIP archive"),
        required=False,
        help_text=_("The files that the list names. The archive is deleted after the import."),
    )
    server_folder = forms.ChoiceField(
        label=_("Or a folder already on the server"),
        required=False,
        help_text=_("For large sets of scans that the administrators have put on the server."),
    )

    # A word for files that came with a list that was refused: see `services.aside`.
    kept_files = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, accepts_files: bool, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        folders = server_folders() if accepts_files else []
        if not accepts_files:
            del self.fields["archive"], self.fields["kept_files"]
        if folders:
            choices = [("", _("No folder")), *((name, name) for name in folders)]
            self.fields["server_folder"].choices = choices
        else:
            del self.fields["server_folder"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > limits.MAX_SHEET_BYTES:
            raise forms.ValidationError(
                _("The list is larger than %(size)d MB. Split it into several files."),
                params={"size": limits.MAX_SHEET_BYTES // 1024**2},
            )
        return file

    def clean_archive(self):
        archive = self.cleaned_data["archive"]
        if archive and Path(archive.name).suffix.lower() != ".zip":
            raise forms.ValidationError(_("Pack the files as a ZIP archive."))
        if archive and archive.size > limits.MAX_ARCHIVE_BYTES:
            raise forms.ValidationError(
                _("The archive is larger than %(size)d GB. Split it into several imports."),
                params={"size": limits.MAX_ARCHIVE_BYTES // 1024**3},
            )
        return archive

    def clean_kept_files(self):
        word = self.cleaned_data["kept_files"]
        if word:
            self._tell_kept(word)
        return word

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("archive") and cleaned.get("server_folder"):
            self.add_error("server_folder", _("Send an archive or choose a folder, but not both."))
        return cleaned

    def keep_files(self, word: str) -> None:
        """Carry the word for files that have been set aside to the next attempt."""
        self.data = self.data.copy()
        self.data["kept_files"] = word
        self._tell_kept(word)

    def _tell_kept(self, word: str) -> None:
        if name := archive_set_aside(word, user=self.user):
            text = _("“%(name)s” is kept and need not be sent again.")
            self["archive"].help_text = text % {"name": name}


class FilesForm(UploadForm):
    """Other files for a list that is here already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, accepts_files=True, **kwargs)
        del self.fields["file"], self.fields["kept_files"]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("archive") or cleaned.get("server_folder")):
            self.add_error("archive", _("Choose the archive."))
        return cleaned


class MappingForm(forms.Form):
    """For each header of the list: which column it fills, or none. `examples` are cells by
    position."""

    def __init__(
        self, *args, headers: list[str], columns: list[Column], mapping: dict, examples: dict, **kw
    ):
        super().__init__(*args, **kw)
        choices = [("", _("Do not import"))]
        choices += [(column.name, f"{column.label} ({column.name})") for column in columns]
        for position, header in enumerate(headers):
            if header:
                self.fields[f"column_{position}"] = forms.ChoiceField(
                    label=header,
                    required=False,
                    choices=choices,
                    initial=mapping.get(str(position), ""),
                    help_text=examples.get(position, ""),
                )

    def mapping(self) -> dict[str, str]:
        return {
            name.removeprefix("column_"): column
            for name, column in self.cleaned_data.items()
            if column
        }

    def clean(self):
        cleaned = super().clean()
        seen: dict[str, str] = {}
        for name, column in list(cleaned.items()):
            if column and column in seen:
                self.add_error(
                    name,
                    forms.ValidationError(
                        _("“%(header)s” fills this column already."),
                        params={"header": self.fields[seen[column]].label},
                    ),
                )
            elif column:
                seen[column] = name
        return cleaned


class SharedValuesForm(forms.Form):
    """What holds for every row that says nothing in a column, such as one credit line for all."""

    def __init__(self, *args, columns: list[Column], shared: dict, **kwargs):
        super().__init__(*args, prefix="shared", **kwargs)
        for column in columns:
            if column.shared:
                self.fields[column.name] = self._field(column, shared.get(column.name, ""))

    def _field(self, column: Column, initial: str) -> forms.Field:
        options = {"label": column.label, "required": False, "initial": initial}
        if column.choices:
            choices = [("", _("Nothing")), *column.choices]
            return forms.ChoiceField(choices=choices, **options)
        return forms.CharField(max_length=500, **options)

    def values(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value}
