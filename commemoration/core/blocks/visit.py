"""Blocks for a visitor who comes, writes or calls."""

from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ContactValue(blocks.StructValue):
    @property
    def telephone_link(self) -> str:
        """The number as a telephone dials it: digits, with the leading + where there is one."""
        return "".join(sign for sign in self.get("telephone", "") if sign.isdigit() or sign == "+")


class ContactBlock(blocks.StructBlock):
    """Where an institution is and how to reach it."""

    address = blocks.TextBlock(label=_("Address"), required=False, rows=3)
    telephone = blocks.CharBlock(label=_("Telephone"), required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    website = blocks.URLBlock(label=_("Website"), required=False)

    class Meta:
        label = _("Contact")
        icon = "mail"
        template = "blocks/contact_block.html"
        value_class = ContactValue


class OpeningTimeBlock(blocks.StructBlock):
    """One or more days in a row with the same hours. Two spans a day are two entries."""

    first_day = blocks.ChoiceBlock(choices=list(WEEKDAYS.items()), label=_("From"))
    last_day = blocks.ChoiceBlock(
        choices=list(WEEKDAYS.items()),
        label=_("to"),
        required=False,
        help_text=_("Leave empty for a single day."),
    )
    opens = blocks.TimeBlock(label=_("Opens at"))
    closes = blocks.TimeBlock(label=_("Closes at"))

    def clean(self, value):
        value = super().clean(value)
        if value["closes"] <= value["opens"]:
            raise _refusal("closes", _("Closing time must be later than opening time."))
        if value["last_day"] and int(value["last_day"]) < int(value["first_day"]):
            raise _refusal("last_day", _("The last day must come after the first."))
        return value

    class Meta:
        label = _("Days and hours")


class OpeningHoursValue(blocks.StructValue):
    """Opening hours in the order and the words of the reader's language."""

    @property
    def rows(self) -> list[dict]:
        """One row for each span of days: `days` in words, `times` as a list of (opens, closes)."""
        rows: dict[tuple[int, int], list] = {}
        for entry in self.get("times", []):
            first = int(entry["first_day"])
            last = int(entry["last_day"] or first)
            rows.setdefault((first, last), []).append((entry["opens"], entry["closes"]))
        return [{"days": _days(*span), "times": sorted(rows[span])} for span in sorted(rows)]


class OpeningHoursBlock(blocks.StructBlock):
    """When a place is open, as structured times: weekday names need no translation."""

    times = blocks.ListBlock(OpeningTimeBlock(), label=_("Hours"), min_num=1)
    remark = blocks.CharBlock(
        label=_("Remark"), required=False, help_text=_("For example: closed on public holidays.")
    )

    def clean(self, value):
        value = super().clean(value)
        for row in value.rows:
            for (_opens, closes), (opens, _closes) in pairwise(row["times"]):
                if opens < closes:
                    raise _refusal("times", _("Two spans of the same days overlap."))
        return value

    class Meta:
        label = _("Opening hours")
        icon = "time"
        template = "blocks/opening_hours_block.html"
        value_class = OpeningHoursValue


def _days(first: int, last: int):
    if first == last:
        return _day(first)
    return gettext("%(first)s to %(last)s") % {"first": _day(first), "last": _day(last)}


def _day(number: int) -> str:
    """A weekday as it stands within a sentence: only English gives it a capital."""
    name = str(WEEKDAYS[number])
    return name if get_language() == "en" else name.lower()


def _refusal(field: str, message) -> blocks.StructBlockValidationError:
    return blocks.StructBlockValidationError({field: ValidationError(message)})
