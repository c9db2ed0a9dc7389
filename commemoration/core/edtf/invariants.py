"""What must be true of every date, in whatever table."""

from collections.abc import Iterator

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.edtf.validation import bounds
from commemoration.core.invariants.registry import register_invariant


def register_edtf_invariants() -> None:
    register_invariant("edtf.bounds_follow_the_date", wrong_bounds)


def wrong_bounds() -> Iterator[str]:
    """Dates that cannot be read, and first and last days that are not those of the date."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EdtfField):
                yield from _wrong_bounds_of(model, field.attname)


def _wrong_bounds_of(model: type[Model], name: str) -> Iterator[str]:
    columns = ("pk", name, f"{name}_earliest", f"{name}_latest")
    rows = model._default_manager.order_by("pk").values_list(*columns)
    for key, text, earliest, latest in rows.iterator():
        row = f"{model._meta.label} {key}: {name} “{text}”"
        try:
            wanted = bounds(text)
        except ValidationError:
            yield f"{row} is no date"
            continue
        if (earliest, latest) != wanted:
            yield f"{row} is kept as {earliest} to {latest}, not {wanted[0]} to {wanted[1]}"
