"""What publishing and unpublishing do to picture files, whichever way a record went there."""

from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.services.pictures import publish_pictures, withdraw_pictures


def show_pictures(photo: Photo) -> None:
    """Publish the files of a record that has become public, and take back those it used before."""
    publish_pictures(_pictures(photo.picture_ids))
    withdraw_pictures(_pictures(_unused(photo) - photo.picture_ids))


def hide_pictures(photo: Photo) -> None:
    """Take back the files of a record that is no longer public, unless another one uses them."""
    withdraw_pictures(_pictures(_unused(photo)))


def _unused(photo: Photo) -> set[int]:
    """Pictures of any version of this record that no published record uses."""
    versions = photo.revisions.values_list("content__image", "content__verso")
    ids = photo.picture_ids.union(*versions) - {None}
    published = Photo.objects.published()
    in_use = (
        published.filter(image__in=ids)
        .values_list("image_id", flat=True)
        .union(published.filter(verso__in=ids).values_list("verso_id", flat=True))
    )
    return ids - set(in_use)


def _pictures(ids: set[int]) -> list[ArchiveImage]:
    return list(ArchiveImage.objects.filter(pk__in=ids)) if ids else []
