"""The addresses under which other programs find a record. Never changed once published."""

from django.urls import reverse


def manifest_path(slug: str) -> str:
    """`/iiif/presentation/3/photo/<slug>/manifest.json`."""
    return reverse("photo_manifest", args=[slug])


def collection_path(slug: str, page: int | None = None) -> str:
    """`/iiif/presentation/3/collection/<slug>/collection.json`, or one page of it."""
    if page is None:
        return reverse("collection_manifest", args=[slug])
    return reverse("collection_manifest_page", args=[slug, page])


def record_path(slug: str) -> str:
    """`/data/photos/<slug>.json`: one record in the form of `/data/photos.jsonl`."""
    return reverse("photo_record", args=[slug])
