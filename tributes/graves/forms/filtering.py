"""What visitors ask of the list of sites, whatever stands in an address."""

from django import forms

from tributes.graves.enums import Nationality, Province, Role, SiteKind
from tributes.graves.selectors.asked import SORTS, AskedSites

FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST = 200
LARGEST_NUMBER = 2**63 - 1


class SiteFilterForm(forms.Form):
    """Whatever stands in an address: what is not understood is left out."""

    name = forms.CharField(required=False, max_length=LONGEST)
    province = forms.ChoiceField(required=False, choices=Province.choices)
    commune = forms.CharField(required=False, max_length=LONGEST)
    kind = forms.ChoiceField(required=False, choices=SiteKind.choices)
    role = forms.ChoiceField(required=False, choices=Role.choices)
    movement = forms.SlugField(required=False, max_length=100)
    nationality = forms.ChoiceField(required=False, choices=Nationality.choices)
    year_from = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    year_to = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    unknown = forms.BooleanField(required=False)
    protected = forms.BooleanField(required=False)
    near = forms.CharField(required=False, max_length=LONGEST)
    sort = forms.ChoiceField(required=False, choices=[(sort, sort) for sort in SORTS])

    def __init__(self, data):
        """`data` is the address, in which the years are called `from` and `to`."""
        values = {name: data.get(name, "") for name in self.base_fields}
        values |= {"year_from": data.get("from", ""), "year_to": data.get("to", "")}
        super().__init__({name: text[: LONGEST + 1] for name, text in values.items()})

    @property
    def asked(self) -> AskedSites:
        self.is_valid()
        return AskedSites(**{name: value for name, value in self.cleaned_data.items() if value})


def site_numbers(data) -> list[int]:
    """The sites that a map asks about: every `site` of an address that is a number."""
    field = forms.IntegerField(min_value=1, max_value=LARGEST_NUMBER)
    return [number for text in data.getlist("site") if (number := _cleaned(field, text))]


def _cleaned(field: forms.Field, text: str) -> int | None:
    try:
        return field.clean(text[:LONGEST])
    except forms.ValidationError:
        return None
