"""The forms in which staff write records."""

import re

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commemoration.core.publication.forms import RecordForm
from commemoration.names.record_forms import NewNameForm
from tributes.graves.enums import BurialKind
from tributes.graves.services.burials import require_possible_dates

YEAR = re.compile(r"(19|20)\d\d", re.ASCII)


class DegreesField(forms.DecimalField):
    """Maps give up to fifteen decimals; six are a tenth of a metre, and six are kept."""

    def to_python(self, value):
        number = super().to_python(value)
        return round(number, 6) if number is not None and number.is_finite() else number


class YearsField(SimpleArrayField):
    """Separated by commas, or by semicolons as in the lists."""

    def to_python(self, value):
        parts = re.split(r"[,;]", value) if isinstance(value, str) else value or []
        years = [str(part).strip() for part in parts if str(part).strip()]
        if not all(YEAR.fullmatch(year) for year in years):
            raise ValidationError(_("Write years with four figures, separated by commas."))
        return [int(year) for year in years]


class BurialSiteForm(RecordForm):
    """Says what is missing beside the field in which it is missing."""

    class Meta:
        field_classes = {
            **dict.fromkeys(("latitude", "longitude"), DegreesField),
            **dict.fromkeys(("gate_latitude", "gate_longitude"), DegreesField),
            "restored_years": YearsField,
        }

    def clean(self):
        cleaned = super().clean()
        pair = _("Give both latitude and longitude, or neither.")
        gate = _("Give both latitude and longitude of the gate, or neither.")
        self._require_both("latitude", "longitude", pair)
        self._require_both("gate_latitude", "gate_longitude", gate)
        if cleaned.get("latitude") is not None and cleaned.get("precision") == "":
            self.add_error("precision", _("Say what the position stands for."))
        graves, unknown = cleaned.get("graves_total"), cleaned.get("unknown_total")
        if None not in (graves, unknown) and unknown > graves:
            self.add_error("unknown_total", _("There are not as many graves as unknown ones."))
        year = cleaned.get("located_year")
        if year is not None and not YEAR.fullmatch(str(year)):
            self.add_error("located_year", _("Write a year with four figures."))
        return cleaned

    def _require_both(self, one: str, other: str, text: str) -> None:
        empty = [name for name in (one, other) if self.cleaned_data.get(name, "") is None]
        if len(empty) == 1:
            self.add_error(empty[0], text)


class BurialForm(NewNameForm):
    def clean(self):
        cleaned = super().clean()
        try:
            require_possible_dates(cleaned.get("birth") or "", cleaned.get("death") or "")
        except ValidationError as error:
            for name, texts in error.message_dict.items():
                self.add_error(name, texts)
        kind, people = cleaned.get("kind"), cleaned.get("people_count") or 1
        if people > 1 and kind and kind != BurialKind.COUNT:
            self.add_error("people_count", _("Only unknown people are counted together."))
        is_person = kind == BurialKind.PERSON
        if is_person and not self.has_name:
            self.add_error("name_surname", _("Give a name, or say that the person is unknown."))
        return cleaned
