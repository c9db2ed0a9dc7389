"""The forms that rows of the lists pass, and what is asked beside a list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.publication.importing import PublishOptionsForm
from photos.importers.cells import WordsField, YesNoField
from photos.importers.plain_cells import CodeField, KeyField, NumberField, PlainField
from tributes.graves.enums import (
    Confidence,
    InscribedBasis,
    Nationality,
    PositionPrecision,
    Role,
    SiteKind,
)
from tributes.graves.importers.fields import (
    DegreesInBelgiumField,
    LinesField,
    NationalityField,
    ProvinceField,
    YearsField,
)
from tributes.graves.models.positions import EAST, NORTH, SOUTH, WEST
from tributes.graves.services.burials import require_possible_dates

LONG = 5_000  # characters of a text


class PeopleOptionsForm(PublishOptionsForm):
    """The citizenship of everybody is chosen on purpose: the lists themselves seldom say it."""

    UNSTATED = "unstated"

    nationality = forms.ChoiceField(
        label=_("Citizenship then of those for whom the list does not say it"),
        choices=[
            ("", _("Choose")),
            (UNSTATED, _("Not known: leave it empty")),
            *Nationality.choices,
        ],
        help_text=_(
            "Citizenship at the time: Soviet is not the same as Russian. It fills what is empty, "
            "and never writes over what a record or a column “nationality” says."
        ),
    )

    def options(self):
        options = super().options()
        if options["nationality"] == self.UNSTATED:
            options["nationality"] = ""
        return options


class RowForm(forms.Form):
    """A row of any of the lists; the names of the fields are those of the columns."""

    is_withdrawn = False

    def __init__(self, values: dict[str, str], *, language: str):
        super().__init__(values)
        for field in self.fields.values():
            if isinstance(field, WordsField):
                field.language = language


class SiteRowForm(RowForm):
    site_id = KeyField(max_length=100)
    name_fr = PlainField(max_length=300)
    place = PlainField(max_length=200)
    commune = PlainField(max_length=200, required=True)
    province = ProvinceField(required=True)
    kind = CodeField(choices=SiteKind, required=True)
    latitude = DegreesInBelgiumField(smallest=SOUTH, largest=NORTH)
    longitude = DegreesInBelgiumField(smallest=WEST, largest=EAST)
    coordinate_precision = CodeField(choices=PositionPrecision)
    graves_total = NumberField(largest=100_000)
    unknown_total = NumberField(largest=100_000)
    located_year = NumberField(smallest=1900, largest=2100)
    restored_years = YearsField()
    caretaker = PlainField(max_length=300)
    inscription_fr = LinesField(max_length=LONG)
    note_en = PlainField(max_length=LONG)
    source = PlainField(max_length=LONG)

    def clean(self):
        cleaned = super().clean()
        self._check_position(cleaned)
        total, unknown = cleaned.get("graves_total"), cleaned.get("unknown_total")
        if total is not None and unknown is not None and unknown > total:
            self.add_error("unknown_total", _("There are not as many graves as unknown ones."))
        return cleaned

    def _check_position(self, cleaned):
        if "latitude" in self.errors or "longitude" in self.errors:
            return
        given = {name for name in ("latitude", "longitude") if cleaned.get(name)}
        if len(given) == 1:
            missing = ({"latitude", "longitude"} - given).pop()
            self.add_error(missing, _("Give both latitude and longitude, or neither."))
        elif (
            given
            and not cleaned.get("coordinate_precision")
            and ("coordinate_precision" not in self.errors)
        ):
            self.add_error("coordinate_precision", _("Say what the position stands for."))


class ExtraRowForm(RowForm):
    person_id = KeyField(max_length=150)
    inscribed_basis = CodeField(choices=InscribedBasis)
    name_variants = PlainField(max_length=500)
    rank_text_en = PlainField(max_length=300)
    occupation_en = PlainField(max_length=300)
    residence = PlainField(max_length=300)
    prisoner_number = PlainField(max_length=50)
    note_en = PlainField(max_length=LONG)


class PeopleRowForm(ExtraRowForm):
    site_id = KeyField(
        max_length=100,
        error_messages={"required": _("Give the short name of the burial site.")},
    )
    surname_inscribed = PlainField(max_length=200)
    given_inscribed = PlainField(max_length=200)
    surname_identified = PlainField(max_length=200)
    given_identified = PlainField(max_length=200)
    patronymic = PlainField(max_length=200)
    name_cyrillic = PlainField(max_length=600)
    name_cyrillic_confidence = CodeField(choices=Confidence)
    birth_date_edtf = WordsField(language="en", required=False)
    birth_place = PlainField(max_length=300)
    death_date_edtf = WordsField(language="en", required=False)
    death_place = PlainField(max_length=300)
    age_at_death = NumberField(largest=130)
    rank_or_role = CodeField(choices=Role)
    stalag_number = PlainField(max_length=100)
    is_unknown = YesNoField(required=False)
    nationality = NationalityField()
    grave_reference = PlainField(max_length=100)
    people_count = NumberField(largest=100_000)
    conflict_note = PlainField(max_length=LONG)
    source = PlainField(max_length=500)

    def __init__(self, values, *, language):
        super().__init__(values, language=language)
        self.is_withdrawn = values.get("status", "").strip() == "withdrawn"
        if self.is_withdrawn:
            self.fields["site_id"].required = False

    def clean(self):
        cleaned = super().clean()
        try:
            dates = (cleaned.get(name, "") for name in ("birth_date_edtf", "death_date_edtf"))
            require_possible_dates(*dates)
        except forms.ValidationError as error:
            for name, texts in error.message_dict.items():
                self.add_error(f"{name}_date_edtf", texts)
        count = cleaned.get("people_count")
        if count == 0 or (count and count > 1 and not cleaned.get("is_unknown")):
            self.add_error("people_count", _("Only unknown people are counted together."))
        elif count == 1:
            cleaned["people_count"] = None
        return cleaned
