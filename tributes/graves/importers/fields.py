"""The fields of a row that only lists of burial sites have."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from photos.importers.cells import DegreesField as AnyDegreesField
from photos.importers.cells import choice_named
from photos.importers.plain_cells import CodeField, PlainField
from tributes.graves.enums import PROVINCES_IN_FRENCH, Nationality, Province
from tributes.graves.models.positions import OUTSIDE, degrees

RUSSIAN = ("russ", "рус", "росси")


class LinesField(PlainField):
    """Several texts in one cell, separated by ` | `; the value has one on each line."""

    def to_python(self, value):
        parts = super().to_python(value).split("|")
        return "\n".join(part.strip() for part in parts if part.strip())


class NationalityField(CodeField):
    """Citizenship at the time. What “Russian” means is not guessed."""

    def __init__(self, **kwargs):
        super().__init__(choices=Nationality, **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            text = str(value).strip().casefold()
            if not text.startswith(RUSSIAN):
                raise
            raise ValidationError(
                _(
                    "“%(text)s” does not say which citizenship it was. Write “soviet” for a "
                    "citizen of the Soviet Union, whatever the birthplace, “stateless” or “other”."
                ),
                params={"text": str(value).strip()[:60]},
            ) from error


class ProvinceField(PlainField):
    """A province by its French name, its code, or its name in another language of the site."""

    def to_python(self, value):
        text = super().to_python(value)
        in_french = {name.casefold(): code for code, name in PROVINCES_IN_FRENCH.items()}
        if not text:
            return ""
        found = in_french.get(text.casefold()) or choice_named(Province, text)
        if found is None:
            raise ValidationError(
                _("“%(text)s” is not known here. Known are: %(known)s."),
                params={"text": text[:60], "known": ", ".join(PROVINCES_IN_FRENCH.values())},
            )
        return found.value


class YearsField(PlainField):
    """Years separated by semicolons, as a list of numbers."""

    def to_python(self, value):
        parts = [part.strip() for part in super().to_python(value).split(";") if part.strip()]
        if not all(re.fullmatch(r"(19|20)\d\d", part, re.ASCII) for part in parts):
            raise ValidationError(_("Write years with four figures, separated by “;”."))
        return [int(part) for part in parts]


class DegreesInBelgiumField(AnyDegreesField):
    """Degrees within the country; the value is text as exports write it."""

    def __init__(self, *, smallest: Decimal, largest: Decimal, **kwargs):
        super().__init__(limit=180, required=False, **kwargs)
        self.bounds = smallest, largest

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return ""
        smallest, largest = self.bounds
        if not smallest <= Decimal(text) <= largest:
            raise ValidationError(OUTSIDE)
        return degrees(Decimal(text))
