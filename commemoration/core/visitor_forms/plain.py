"""Fields for what anybody may type: words without signs that steer a screen or a terminal.

HTML stays as it was typed, since pages show it as words.
"""

import re
import unicodedata

from django import forms

# They turn the direction of what follows, or cannot be seen at all; a soft hyphen comes along when
# somebody copies. Those that join or part two letters are kept: Persian and Hindi are written so.
UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def plain_line(text: str) -> str:
    """On one line, with single spaces."""
    return " ".join(_readable(BREAKS.sub(" ", text)).split())


def plain_paragraphs(text: str) -> str:
    """With its line breaks, of which no more than two stand together."""
    lines = [line.rstrip() for line in _readable(BREAKS.sub("\n", text)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _readable(text: str) -> str:
    composed = unicodedata.normalize("NFC", UNSEEN.sub("", text.replace("\t", " ")))
    return "".join(
        sign for sign in composed if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"}
    )


class LineField(forms.CharField):
    """One line of words."""

    def to_python(self, value):
        return plain_line(super().to_python(value))


class ParagraphsField(forms.CharField):
    """Words with line breaks, each of which counts as one sign."""

    widget = forms.Textarea

    def to_python(self, value):
        return plain_paragraphs(super().to_python(value))


class LinesField(ParagraphsField):
    """A list, one thing on each line: `most` of them, each of at most `longest` signs."""

    def __init__(self, *args, most: int, longest: int, too_many: str, too_long: str, **kwargs):
        self.most, self.longest = most, longest
        self.too_many, self.too_long = too_many, too_long
        super().__init__(*args, max_length=most * (longest + 1), **kwargs)

    def clean(self, value) -> list[str]:
        lines = [" ".join(line.split()) for line in super().clean(value).split("\n")]
        kept = list(dict.fromkeys(filter(None, lines)))
        if len(kept) > self.most:
            raise forms.ValidationError(self.too_many)
        if any(len(line) > self.longest for line in kept):
            raise forms.ValidationError(self.too_long)
        return kept
