"""What a visitor may ask of the index of names. Nothing typed breaks it."""

from django import forms

from commemoration.names.asked import readable
from commemoration.names.kinds import kind_of

FEW, MOST = 20, 100
# What is longer is cut before anything looks at it; `asked.LONGEST` says how much is used.
LONGEST_TYPED = 1_000


class TypedField(forms.CharField):
    """Whatever is pasted is tidied (`asked.readable`), nothing is refused."""

    def to_python(self, value):
        return readable(super().to_python(value)[:LONGEST_TYPED])


class NamesForm(forms.Form):
    """`q` any text, `kind` the slug of a list or "", `limit` 1 to `MOST` people."""

    q = TypedField(required=False)
    kind = TypedField(required=False)
    limit = TypedField(required=False)

    def clean_kind(self) -> str:
        """A list that does not exist means all lists."""
        slug = self.cleaned_data["kind"]
        return slug if kind_of(slug) else ""

    def clean_limit(self) -> int:
        """A number that makes no sense means the usual one."""
        number = self.cleaned_data["limit"]
        is_number = number.isascii() and number.isdigit() and len(number) < MOST
        return min(MOST, max(1, int(number))) if is_number else FEW
