"""Which files of a photograph may be downloaded, as its rights decide."""

from dataclasses import dataclass

from django.urls import reverse

from photos import picture_files
from photos.models.records import Photo

SMALLEST_WIDTH = 960  # smaller ones are for screens


@dataclass(frozen=True)
class Download:
    """One JPEG. `width` and `height` in pixels, `size` in bytes; `name` in the working storage."""

    url: str
    width: int
    height: int
    size: int
    name: str
    is_whole: bool


def downloads_for(photo: Photo) -> list[Download]:
    """The files on offer, from small to the whole picture; none for one that is not published.

    Asks the storage for the size of each file, and the database for nothing.
    """
    image = photo.image
    if image is None or image.published_at is None:
        return []
    limit = image.public_limit
    allowed = [
        (width, height, name)
        for width, height, name in _files(image)
        if limit is None or max(width, height) <= limit
    ]
    offered = [each for each in allowed if each[0] >= SMALLEST_WIDTH] or allowed[-1:]
    storage = picture_files.working_storage()
    return [
        Download(
            url=reverse("photo_download", args=[photo.slug, width]),
            width=width,
            height=height,
            size=storage.size(name),
            name=name,
            is_whole=width == image.width,
        )
        for width, height, name in offered
    ]


def _files(image) -> list[tuple[int, int, str]]:
    """Width, height and name of every JPEG of a picture, the whole one last."""
    folder = picture_files.folder_of(image.file.name)
    files = [
        (size["width"], size["height"], f"{folder}/{size['width']}.jpg")
        for size in image.derivatives
    ]
    if image.width > max((width for width, _height, _name in files), default=0):
        files.append((image.width, image.height, image.file.name))
    return files
