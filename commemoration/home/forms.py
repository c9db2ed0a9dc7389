"""What a visitor may ask."""

from django import forms

from photos.forms.finding import PageNumberField, QueryField


class SearchForm(forms.Form):
    q = QueryField(required=False)
    page = PageNumberField(required=False, max_value=10_000)
