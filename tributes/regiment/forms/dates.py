"""A date as families know it: exactly, about, between two years, or not at all.

The parts are plain fields, since nobody should have to learn how dates are written down; what comes
out is EDTF.
"""

from calendar import monthrange

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils.dates import MONTHS
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from commemoration.core.edtf import in_words
from commemoration.core.edtf.validation import validate_edtf

FIRST_YEAR, LAST_YEAR = 1800, 2100
PARTS = ("how", "day", "month", "year", "until")
LABELS = (_("How well is it known?"), _("Day"), _("Month"), _("Year"), _("and the year"))


class HowKnown(models.TextChoices):
    EXACTLY = "exactly", _("as written below")
    ABOUT = "about", _("about that time")
    BETWEEN = "between", _("between two years")
    UNKNOWN = "unknown", _("unknown")


class FamilyDateWidget(forms.MultiWidget):
    """Five small fields, each with its label; styles hide those that a choice does not need."""

    def __init__(self, attrs=None):
        month = [("", "—"), *((str(number), name) for number, name in MONTHS.items())]
        figures = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(
            {
                "how": forms.Select(choices=HowKnown.choices),
                "day": forms.TextInput({**figures, "maxlength": 2}),
                "month": forms.Select(choices=month),
                "year": forms.TextInput({**figures, "maxlength": 4}),
                "until": forms.TextInput({**figures, "maxlength": 4}),
            },
            attrs,
        )

    def decompress(self, value):
        return [None] * len(PARTS)

    def render(self, name, value, attrs=None, renderer=None):
        values = value if isinstance(value, list) else self.decompress(value)
        values = [*values, *[None] * len(PARTS)][: len(PARTS)]
        about = {key: value for key, value in (attrs or {}).items() if key.startswith("aria-")}
        base = (attrs or {}).get("id", f"id_{name}")
        parts = [
            {
                "key": key,
                "id": f"{base}_{key}",
                "label": str(label),
                "field": widget.render(
                    f"{name}_{key}", given, {**widget.attrs, **about, "id": f"{base}_{key}"}
                ),
            }
            for key, label, widget, given in zip(PARTS, LABELS, self.widgets, values, strict=True)
        ]
        return render_to_string("regiment/includes/date_parts.html", {"parts": parts})

    def id_for_label(self, id_):
        return f"{id_}_how" if id_ else ""


class FamilyDateField(forms.MultiValueField):
    """Gives EDTF, "" for what is not known. ValidationError says what is missing."""

    widget = FamilyDateWidget

    def __init__(self, **kwargs):
        fields = (
            forms.ChoiceField(choices=HowKnown.choices, required=False),
            *(forms.CharField(required=False, max_length=20) for _part in PARTS[1:]),
        )
        super().__init__(fields=fields, require_all_fields=False, required=False, **kwargs)

    def compress(self, parts) -> str:
        how, day, month, year, until = ([*parts, "", "", "", "", ""] if parts else [""] * 5)[:5]
        if how == HowKnown.UNKNOWN or not (day or month or year or until):
            return ""
        if how == HowKnown.BETWEEN:
            return _between(_year(year), _year(until))
        parts = [_year(year), _month(month), _day(day, month)]
        _require_real_day(*parts)
        text = "-".join(filter(None, parts))
        text += "~" if how == HowKnown.ABOUT else ""
        validate_edtf(text)
        return text


def _require_real_day(year: str, month: str, day: str) -> None:
    days = monthrange(int(year), int(month))[1] if day else 0
    if day and int(day) > days:
        raise ValidationError(
            _("There is no such day: %(month)s has %(days)s days."),
            params={"month": lazy(in_words, str)(f"{year}-{month}"), "days": days},
        )


def _between(first: str, last: str) -> str:
    if first > last:
        raise ValidationError(_("The second year lies before the first."))
    return first if first == last else f"[{first}..{last}]"


def _year(text: str) -> str:
    found = text.strip()
    if not (len(found) == 4 and found.isascii() and found.isdigit()):
        raise ValidationError(_("Write the year in four figures, such as 1915."))
    if not FIRST_YEAR <= int(found) <= LAST_YEAR:
        raise ValidationError(_("Write a year between 1800 and today."))
    return found


def _month(text: str) -> str:
    if not text:
        return ""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 12):
        raise ValidationError(_("Choose a month from the list."))
    return f"{int(text):02}"


def _day(text: str, month: str) -> str:
    found = text.strip()
    if not found:
        return ""
    if not month:
        raise ValidationError(_("Choose the month too, or leave the day empty."))
    if not (found.isascii() and found.isdigit() and 1 <= int(found) <= 31):
        raise ValidationError(_("Write the day as a number from 1 to 31."))
    return f"{int(found):02}"
