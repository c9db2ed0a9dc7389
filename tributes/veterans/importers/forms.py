"""The form that a row of the list of veterans passes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commemoration.core.edtf.validation import bounds
from photos.importers.cells import WordsField, YesNoField
from photos.importers.plain_cells import CodeField, KeyField, PlainField
from tributes.veterans.enums import AwardState, LifeStatus
from tributes.veterans.models.veterans import BIRTH_YEARS, FIRST_YEAR, LAST_YEAR

LONG = 20_000  # characters of a biography
ONLY_YEAR = _(
    "Write the year alone, with four figures: the day of birth of a living person is never kept."
)


class BirthYearField(PlainField):
    """A year, None where the cell is empty; never a date."""

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and len(text) == 4):
            raise ValidationError(ONLY_YEAR)
        if not FIRST_YEAR <= int(text) <= LAST_YEAR:
            raise ValidationError(BIRTH_YEARS)
        return int(text)


class VeteranRowForm(forms.Form):
    """The names of the fields are those of the columns."""

    is_withdrawn = False

    veteran_id = KeyField(max_length=150)
    surname = PlainField(max_length=200)
    given_name = PlainField(max_length=200)
    patronymic = PlainField(max_length=200)
    name_cyrillic = PlainField(max_length=600)
    birth_year = BirthYearField()
    town = PlainField(max_length=200)
    life_status = CodeField(choices=LifeStatus)
    death_date_edtf = WordsField(language="en", required=False)
    death_source = PlainField(max_length=500)
    medal = PlainField(max_length=100)
    award_state = CodeField(choices=AwardState)
    presentation = PlainField(max_length=100)
    biography_en = PlainField(max_length=LONG)
    biography_fr = PlainField(max_length=LONG)
    biography_nl = PlainField(max_length=LONG)
    biography_ru = PlainField(max_length=LONG)
    source = PlainField(max_length=5_000)
    is_example = YesNoField(required=False)
    town_en = PlainField(max_length=200)
    town_fr = PlainField(max_length=200)
    town_nl = PlainField(max_length=200)
    town_ru = PlainField(max_length=200)

    def __init__(self, values: dict[str, str], *, language: str):
        super().__init__(values)
        self.fields["death_date_edtf"].language = language

    def clean(self):
        cleaned = super().clean()
        self._check_death(cleaned)
        if not cleaned.get("medal") and "medal" not in self.errors:
            for name in ("award_state", "presentation"):
                if cleaned.get(name):
                    self.add_error(name, _("Say which medal this is about."))
        return cleaned

    def _check_death(self, cleaned):
        death, source = cleaned.get("death_date_edtf"), cleaned.get("death_source")
        died = cleaned.get("life_status") == LifeStatus.DIED
        if died and not source and "death_source" not in self.errors:
            text = _("A death needs its source. Without one the veteran counts as living.")
            self.add_error("death_source", text)
        if (death or source) and not died and "life_status" not in self.errors:
            text = _("A death is told beside, but the veteran is not said to have died.")
            self.add_error("life_status", text)
        latest = bounds(death)[1] if death else None
        if latest and cleaned.get("birth_year") and latest.year < cleaned["birth_year"]:
            self.add_error("death_date_edtf", _("The death lies before the birth."))
