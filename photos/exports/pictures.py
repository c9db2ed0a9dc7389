"""Pictures as manifests name them: only what the public may fetch, in its true size."""

from typing import Any
from urllib.parse import urljoin

from photos.models.images import ArchiveImage
from photos.pictures import published_picture

THUMBNAIL_WIDTH = 480
"""Pixels: the widest derivative within it, else the narrowest of all."""


def painting(image: ArchiveImage, site: str) -> dict[str, Any]:
    """What is painted on a canvas: the largest JPEG that is published."""
    shown = published_picture(image)
    return _jpeg(urljoin(site, shown.largest), shown.width, shown.height)


def thumbnail(image: ArchiveImage, site: str) -> list[dict[str, Any]]:
    """A small picture; none while the image is not published."""
    shown = published_picture(image)
    if shown is None:
        return []
    small = [size for size in image.derivatives if size["width"] <= THUMBNAIL_WIDTH]
    size = (small or image.derivatives[:1])[-1]
    address = urljoin(site, f"{shown.largest.rpartition('/')[0]}/{size['width']}.jpg")
    return [_jpeg(address, size["width"], size["height"])]


def _jpeg(address: str, width: int, height: int) -> dict[str, Any]:
    return {
        "id": address,
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
    }
