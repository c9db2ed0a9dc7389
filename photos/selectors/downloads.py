"""Which files of a photograph may be downloaded, as its rights decide."""

from dataclasses import dataclass
from typing import NamedTuple

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

    Asks neither the database nor the storage: the row knows how large its files are.
    """
    image = photo.image
    if image is None or image.published_at is None:
        return []
    limit = image.public_limit
    allowed = [
        each for each in _files(image) if limit is None or max(each.width, each.height) <= limit
    ]
    offered = [each for each in allowed if each.width >= SMALLEST_WIDTH] or allowed[-1:]
    return [
        Download(
            url=reverse("photo_download", args=[photo.slug, each.width]),
            is_whole=each.width == image.width,
            **each._asdict(),
        )
        for each in offered
    ]


class _File(NamedTuple):
    """A JPEG in the working storage; `size` in bytes."""

    width: int
    height: int
    size: int
    name: str


def _files(image) -> list[_File]:
    """Every JPEG of a picture, the whole one last."""
    folder = picture_files.folder_of(image.file.name)
    files = [
        _File(size["width"], size["height"], size["jpg"], f"{folder}/{size['width']}.jpg")
        for size in image.derivatives
    ]
    if image.width > max((each.width for each in files), default=0):
        files.append(_File(image.width, image.height, image.file_size, image.file.name))
    return files
