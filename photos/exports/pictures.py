"""Pictures as manifests name them: only what the public may fetch, in its true size."""

from typing import Any
from urllib.parse import urljoin

from photos import picture_files
from photos.enums import TileState
from photos.iiif.addresses import image_service
from photos.iiif.geometry import FULL
from photos.models.images import ArchiveImage
from photos.pictures import blurred_picture, published_picture

THUMBNAIL_WIDTH = 480
"""Pixels: the widest derivative within it, else the narrowest of all."""


def painting(image: ArchiveImage, site: str) -> dict[str, Any]:
    """What is painted on a canvas: the picture with its tiles, else the largest JPEG."""
    if image.tile_state == TileState.READY:
        service = urljoin(site, image_service(image.uuid))
        whole = _jpeg(f"{service}/{FULL}", image.tiled_width, image.tiled_height)
        return {**whole, "service": [{"id": service, "type": "ImageService3", "profile": "level0"}]}
    shown = published_picture(image)
    return _jpeg(urljoin(site, shown.largest), shown.width, shown.height)


def thumbnail(image: ArchiveImage, site: str) -> list[dict[str, Any]]:
    """A small picture; none while the image is not published."""
    shown = published_picture(image)
    if shown is None:
        return []
    public = picture_files.within(image.derivatives, image.public_limit)
    small = [size for size in public if size["width"] <= THUMBNAIL_WIDTH]
    size = (small or public[:1])[-1]
    address = urljoin(site, f"{shown.largest.rpartition('/')[0]}/{size['width']}.jpg")
    return [_jpeg(address, size["width"], size["height"])]


def blurred_thumbnail(image: ArchiveImage, site: str) -> list[dict[str, Any]]:
    """What lists of other sites may show of a picture under a content warning."""
    shown = blurred_picture(image)
    return [_jpeg(urljoin(site, shown.src), shown.width, shown.height)] if shown else []


def _jpeg(address: str, width: int, height: int) -> dict[str, Any]:
    return {
        "id": address,
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
    }
