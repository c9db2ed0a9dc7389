"""Wartime dates: stored as EDTF (ISO 8601-2), sorted by their bounds, read and written in words."""

from commemoration.core.edtf.reading import parse_words
from commemoration.core.edtf.validation import bounds, validate_edtf
from commemoration.core.edtf.words import in_words

__all__ = ["bounds", "in_words", "parse_words", "validate_edtf"]
