"""Which photographs may be scans of the same print."""

from django.db.models import BigIntegerField, F, Func, Value

from commemoration.core.ingest.likeness import MOST_BITS
from photos.models.records import Photo


def look_alikes(photo: Photo, limit: int = 5) -> list[Photo]:
    """The other photographs that may be scans of the same print, most alike first. One query."""
    if photo.image_id is None or photo.image.likeness is None:
        return []
    bits = Func(
        F("image__likeness"),
        Value(photo.image.likeness, output_field=BigIntegerField()),
        template="bit_count((%(expressions)s)::bit(64))",
        arg_joiner=" # ",
        output_field=BigIntegerField(),
    )
    others = Photo.objects.exclude(pk=photo.pk).annotate(differing_bits=bits)
    return list(
        others.filter(differing_bits__lte=MOST_BITS).order_by("differing_bits", "sort_key")[:limit]
    )
