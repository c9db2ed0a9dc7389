"""The model field for wartime dates: EDTF text beside its first and last day, for sorting.

A model declares three fields, in this order::

    date = EdtfField(_("date"))
    date_earliest = models.DateField(null=True, editable=False)
    date_latest = models.DateField(null=True, editable=False)

`save()`, `objects.create()`, `bulk_create()` and `update_or_create()` fill both bounds. Three paths
write only the columns they are told: with `bulk_update()` and `save(update_fields=…)` call
`set_bounds(instance)` and name all three fields; with `QuerySet.update()` pass the values of
`dated(date="1943-05")`.
"""

from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from commemoration.core.edtf.forms import WordsDateField
from commemoration.core.edtf.validation import MAX_LENGTH, bounds, validate_edtf


class EdtfField(models.CharField):
    """EDTF text, "" if nothing is known. Keeps `<name>_earliest` and `<name>_latest` right."""

    default_validators = [validate_edtf]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", MAX_LENGTH)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        set_bounds_of(model_instance, self.attname)
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": WordsDateField, "max_length": None, **kwargs})

    def check(self, **kwargs):
        return [*super().check(**kwargs), *self._check_bounds()]

    def _check_bounds(self):
        """The bounds must exist, and come after this field: fields are saved in their order."""
        names = [field.name for field in self.model._meta.concrete_fields]
        for bound in (f"{self.name}_earliest", f"{self.name}_latest"):
            try:
                self.model._meta.get_field(bound)
            except FieldDoesNotExist:
                return [
                    checks.Error(f"{self} needs a DateField “{bound}”.", obj=self, id="edtf.E001")
                ]
            if names.index(bound) < names.index(self.name):
                message = f"{self} must be declared before “{bound}”."
                return [checks.Error(message, obj=self, id="edtf.E002")]
        return []


def set_bounds(instance: models.Model) -> None:
    """Brings the bounds of all dates of an instance up to date; ValidationError on bad EDTF."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, EdtfField):
            set_bounds_of(instance, field.attname)


def set_bounds_of(instance: models.Model, name: str) -> None:
    earliest, latest = bounds(getattr(instance, name) or "")
    setattr(instance, f"{name}_earliest", earliest)
    setattr(instance, f"{name}_latest", latest)


def dated(**dates: str) -> dict:
    """The columns to hand to `QuerySet.update`: `dated(date="1943")` names date and its bounds."""
    columns = {}
    for name, text in dates.items():
        earliest, latest = bounds(text)
        columns |= {name: text, f"{name}_earliest": earliest, f"{name}_latest": latest}
    return columns
