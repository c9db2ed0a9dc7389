"""What publishing and unpublishing do to picture files, whichever way a record went there."""

from django.db import transaction

from photos.models.records import Photo
from photos.picture_users import shown_elsewhere
from photos.selectors.usage import published_uses
from photos.services.pictures import lock_pictures, publish_pictures, withdraw_pictures


@transaction.atomic
def settle_pictures(photo: Photo) -> None:
    """Bring the pictures of all versions of a record to what the published records need.

    What one of them shows is public, in the size that the strictest of their statements allows;
    what none of them shows is taken back.
    """
    # Asked under the lock: a record that is published meanwhile is seen, or sees this one.
    images = lock_pictures(_pictures_of_versions(photo))
    in_use = set(published_uses([image.pk for image in images]))
    for elsewhere in shown_elsewhere():
        in_use.update(elsewhere.filter(pk__in=[image.pk for image in images]))
    publish_pictures([image for image in images if image.pk in in_use])
    withdraw_pictures([image for image in images if image.pk not in in_use])


def _pictures_of_versions(photo: Photo) -> set[int]:
    versions = photo.revisions.values_list("content__image", "content__verso")
    return photo.picture_ids.union(*versions) - {None}
