"""What visitors ask of the wall, whatever stands in an address."""

from django import forms

from tributes.regiment.enums import BelgianLink, Fate
from tributes.regiment.selectors.asked import AskedEntries

LONGEST = 200
EITHER = [("yes", "yes"), ("no", "no")]
LINKS = [*EITHER, *BelgianLink.choices]


class WallFilterForm(forms.Form):
    """What is not understood is left out."""

    name = forms.CharField(required=False, max_length=LONGEST)
    birthplace = forms.CharField(required=False, max_length=LONGEST)
    town = forms.CharField(required=False, max_length=LONGEST)
    fate = forms.ChoiceField(required=False, choices=Fate.choices)
    decorated = forms.ChoiceField(required=False, choices=EITHER)
    decoration = forms.CharField(required=False, max_length=LONGEST)
    belgium = forms.ChoiceField(required=False, choices=LINKS)

    def __init__(self, data):
        """`data` is the address."""
        super().__init__({name: data.get(name, "")[: LONGEST + 1] for name in self.base_fields})

    @property
    def asked(self) -> AskedEntries:
        self.is_valid()
        return AskedEntries(**{name: value for name, value in self.cleaned_data.items() if value})
