"""`{% load edtf %}{{ photo.date|edtf_words }}`: the date in words."""

from django import template
from django.core.exceptions import ValidationError

from commemoration.core.edtf import in_words

register = template.Library()


@register.filter
def edtf_words(value: str | None) -> str:
    """The date in words; text that is no valid EDTF is shown as it stands."""
    try:
        return in_words(value or "")
    except ValidationError:
        return value
