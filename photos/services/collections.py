"""Collections that come and go with imports."""

from django.db import transaction

from photos.models.collections import Collection
from photos.selectors.usage import versions_in_collection


def find_or_make_collection(slug: str, *, section: str) -> Collection:
    """The collection of this short name; a new one belongs to `section` and has no texts yet."""
    return Collection.objects.get_or_create(slug=slug, defaults={"section": section})[0]


@transaction.atomic
def remove_if_unused(collection: Collection) -> bool:
    """Remove a collection that an import made and in which nothing is left; whether it went.

    One that somebody has described since, or has made a page for, stays.
    """
    collection = Collection.objects.select_for_update().get(pk=collection.pk)
    in_use = (
        collection.photos.exists()
        or collection.texts.exists()
        or collection.pages.exists()
        or versions_in_collection(collection).exists()
    )
    if not in_use:
        collection.delete()
    return not in_use
