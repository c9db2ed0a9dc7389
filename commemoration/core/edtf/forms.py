"""The form field for a date that is not always exactly known: staff and families write words."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from commemoration.core.edtf.reading import parse_words
from commemoration.core.edtf.words import in_words


class WordsDateField(forms.CharField):
    """Shows a stored date in the reader's words, reads words, figures or EDTF, gives EDTF.

    An empty field and "unknown" give "".
    """

    def to_python(self, value):
        return parse_words(super().to_python(value), get_language())

    def prepare_value(self, value):
        if not value:
            return value
        try:
            return in_words(value)
        except ValidationError:
            return value  # what was typed, shown again as it was

    def has_changed(self, initial, data):
        try:
            return (initial or "") != self.to_python(data)
        except ValidationError:
            return True
