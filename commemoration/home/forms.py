"""What a visitor may ask."""

import unicodedata

from django import forms

from photos.selectors.search import LONGEST_QUERY


class QueryField(forms.CharField):
    """Words to search for. Whatever is pasted becomes words: nothing is refused, only tidied."""

    def to_python(self, value):
        text = unicodedata.normalize("NFC", super().to_python(value))
        printable = (" " if unicodedata.category(sign)[0] == "C" else sign for sign in text)
        return " ".join("".join(printable).split())[:LONGEST_QUERY].strip()


class PageNumberField(forms.IntegerField):
    """The page of a list. A number that makes no sense means the first page."""

    def clean(self, value):
        try:
            return max(1, super().clean(value) or 1)
        except forms.ValidationError:
            return 1


class SearchForm(forms.Form):
    q = QueryField(required=False)
    page = PageNumberField(required=False, max_value=10_000)
