"""What visitors ask of the roll of veterans, whatever stands in an address."""

from django import forms

from tributes.veterans.selectors.asked import AskedVeterans

FIRST_YEAR, LAST_YEAR = 1945, 2100
LONGEST = 200


class VeteranFilterForm(forms.Form):
    """What is not understood is left out."""

    name = forms.CharField(required=False, max_length=LONGEST)
    town = forms.CharField(required=False, max_length=LONGEST)
    presentation = forms.SlugField(required=False, max_length=100)
    year = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    letter = forms.CharField(required=False, max_length=1)

    def __init__(self, data):
        """`data` is the address."""
        super().__init__({name: data.get(name, "")[: LONGEST + 1] for name in self.base_fields})

    @property
    def asked(self) -> AskedVeterans:
        self.is_valid()
        return AskedVeterans(**{name: value for name, value in self.cleaned_data.items() if value})
