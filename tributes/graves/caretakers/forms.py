"""The one form of a caretaker: a visit, what was seen and done, and how to get there."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.languages.choices import TextLanguage
from commemoration.core.languages.names import OWN_NAMES
from commemoration.core.visitor_forms.plain import LineField, ParagraphsField
from commemoration.submissions.enums import Alive
from commemoration.submissions.forms import CHOOSE
from tributes.graves.caretakers.enums import Scope
from tributes.graves.enums import SiteState
from tributes.graves.models.positions import EAST, NORTH, OUTSIDE, SOUTH, WEST

# Days first, as people in Belgium write them, whatever the language of the page.
DAYS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]
FIRST_YEAR = 1945
NO_DAY = _("Write the day of your visit, for example 8.5.2020.")
NO_POSITION = _("Write two numbers as your map app gives them, for example 50.13235, 5.78962.")


class PositionField(LineField):
    """Latitude and longitude within Belgium, to six decimals; None if left empty."""

    def clean(self, value) -> tuple[Decimal, Decimal] | None:
        typed = super().clean(value)
        if not typed:
            return None
        parts = typed.replace(";", ",").replace(", ", ",").split(",")
        if len(parts) != 2:
            raise forms.ValidationError(NO_POSITION)
        try:
            latitude, longitude = (round(Decimal(part.strip()), 6) for part in parts)
        except InvalidOperation:
            raise forms.ValidationError(NO_POSITION) from None
        if not (latitude.is_finite() and longitude.is_finite()):
            raise forms.ValidationError(NO_POSITION)
        if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
            raise forms.ValidationError(OUTSIDE)
        return latitude, longitude


class VisitForm(forms.Form):
    visited = forms.DateField(
        label=_("Day of the visit"),
        input_formats=DAYS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": NO_DAY, "invalid": NO_DAY},
    )
    state = forms.ChoiceField(
        label=_("In which state is the place?"),
        choices=SiteState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    done = ParagraphsField(
        label=_("What was done, and what is still to be done"),
        help_text=_("For example: the grass was cut; the third stone has fallen."),
        max_length=4000,
        required=False,
    )
    way_there = ParagraphsField(
        label=_("The nearest stop, and the way from it"),
        help_text=_("Only if what the site says is missing or wrong. Left empty, nothing changes."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    opening_hours = ParagraphsField(
        label=_("Opening hours"),
        help_text=_("Only if what the site says is missing or wrong. Left empty, nothing changes."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    gate = PositionField(
        label=_("Position of the gate"),
        help_text=_(
            "Two numbers as your map app gives them, for example 50.13235, 5.78962. Left empty, "
            "nothing changes."
        ),
        max_length=60,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Language in which you write"),
        choices=lambda: [(code, OWN_NAMES[code]) for code in TextLanguage.values],
        initial=get_language,
    )

    def clean_visited(self):
        day = self.cleaned_data["visited"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has yet to come."))
        if day.year < FIRST_YEAR:
            raise forms.ValidationError(NO_DAY)
        return day


class PictureForm(forms.Form):
    """What is said of one photograph, beside it in the same form."""

    caption = forms.CharField(label=_("Caption"), max_length=500, required=False)
    alive = forms.ChoiceField(
        label=_("Is anyone in the picture alive?"),
        choices=Alive.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # It is asked for when the report is sent; until then a caption is kept without it.
        self.fields["alive"].required = not self.is_bound


class AgreementForm(forms.Form):
    """What a caretaker agrees to, with each report that is sent."""

    scopes = forms.MultipleChoiceField(
        label=_("I agree"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Nothing can be shown without your agreement.")},
    )
