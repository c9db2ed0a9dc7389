"""What a visitor may ask of the photographs: words, years, facts. Nothing typed breaks it.

Words are tidied, a page that makes no sense is the first, a year that makes none is refused beside
its field while the rest of the question is answered.
"""

import unicodedata

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from photos.enums import RightsStatement, TextLanguage
from photos.facets import FACETS
from photos.selectors.asked import Asked
from photos.selectors.criteria import Sort
from photos.selectors.words import LONGEST_QUERY

FIRST_YEAR, LAST_YEAR = 1800, 2100
MOST_VALUES = 30
LONGEST_VALUE = 300
# The names in the address: "from" is no name that Python could use.
NAMES = {"year_from": "from", "year_to": "to"}
KNOWN = {"rights": RightsStatement.values, "caption": TextLanguage.values}


class QueryField(forms.CharField):
    """Words to search for. Whatever is pasted becomes words: nothing is refused, only tidied."""

    def to_python(self, value):
        text = unicodedata.normalize("NFC", super().to_python(value))
        return _tidied(text)[:LONGEST_QUERY].strip()


class PageNumberField(forms.IntegerField):
    """The page of a list. A number that makes no sense means the first page."""

    def clean(self, value):
        try:
            return max(1, super().clean(value) or 1)
        except forms.ValidationError:
            return 1


class YearField(forms.IntegerField):
    """A year in digits; `from` and `to` are plain fields that need no script."""

    def __init__(self, **kwargs):
        message = _("Write the year in four digits, for example 1944.")
        super().__init__(
            required=False,
            min_value=FIRST_YEAR,
            max_value=LAST_YEAR,
            widget=forms.TextInput,  # a number field would drop what it does not understand
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
            **kwargs,
        )

    def to_python(self, value):
        return super().to_python((value or "").strip()[:20])


class FindingForm(forms.Form):
    """The question in an address. `asked` is what is left of it when faults are put aside."""

    q = QueryField(required=False, strip=False)
    year_from = YearField(label=_("From the year"))
    year_to = YearField(label=_("To the year"))
    sort = forms.CharField(required=False)
    page = PageNumberField(required=False, max_value=100_000)

    def __init__(self, data: QueryDict):
        super().__init__(data, auto_id="id_%s")
        for name in NAMES:
            self.fields[name].widget.attrs |= {"form": "finder", "inputmode": "numeric", "size": 6}
        self.full_clean()

    def add_prefix(self, field_name):
        return NAMES.get(field_name, field_name)

    def clean_sort(self):
        sort = self.cleaned_data["sort"]
        return sort if sort in Sort.values else ""

    def clean(self):
        first, last = self.cleaned_data.get("year_from"), self.cleaned_data.get("year_to")
        if first and last and last < first:
            self.add_error("year_to", _("The last year lies before the first."))
            self.cleaned_data.pop("year_from")
        return self.cleaned_data

    @property
    def asked(self) -> Asked:
        return Asked(
            query=self.cleaned_data.get("q", ""),
            year_from=self.cleaned_data.get("year_from"),
            year_to=self.cleaned_data.get("year_to"),
            sort=self.cleaned_data.get("sort", ""),
            chosen={name: values for name in FACETS if (values := self._values(name))},
        )

    def _values(self, name: str) -> tuple[str, ...]:
        asked = self.data.getlist(name)[:MOST_VALUES]
        values = dict.fromkeys(value.replace("\x00", "").strip() for value in asked)
        known = KNOWN.get(name)
        return tuple(
            value
            for value in values
            if value and len(value) <= LONGEST_VALUE and (known is None or value in known)
        )


def _tidied(text: str) -> str:
    printable = (" " if unicodedata.category(sign)[0] == "C" else sign for sign in text[:10_000])
    return " ".join("".join(printable).split())
