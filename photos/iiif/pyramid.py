"""Makes all tiles of one picture. Knows nothing of Django: it reads a file and fills a folder."""

import os
import shutil
from pathlib import Path

import pyvips

from photos.iiif import geometry
from photos.iiif.geometry import Size

# On grainy photographs as good to the eye as 90 at two thirds of the bytes.
QUALITY = 82


class TilesIncompleteError(Exception):
    """Libvips did not write every file that the geometry promises."""


def write_pyramid(picture: Path, folder: Path, *, limit: int | None) -> Size:
    """Fill the new `folder` with every tile and listed size of a picture; returns its size.

    `picture` is upright 8-bit sRGB; its longer side is first reduced to `limit` pixels (None: not
    at all). Raises `pyvips.Error` or `OSError` if the disk is full or the picture damaged.
    """
    image = pyvips.Image.new_from_file(str(picture), access="sequential", fail_on="error")
    own = image.width, image.height
    size = geometry.reduced_size(*own, limit)
    if size != own:
        image = _shrunk(picture, size)
    image.dzsave(
        str(folder),
        layout="iiif3",
        tile_size=geometry.TILE,
        overlap=0,
        suffix=f".jpg[Q={QUALITY},keep=none]",
    )
    (folder / "info.json").unlink()
    (folder.parent / "vips-properties.xml").unlink(missing_ok=True)
    _add_whole_pictures(picture, folder, size, image if size != own else None)
    _require_complete(folder, size)
    return size


def _add_whole_pictures(picture: Path, folder: Path, size: Size, reduced) -> None:
    """The listed sizes that are no tile, and `full/max`, which libvips never writes."""
    image = reduced
    for each in reversed(geometry.listed_sizes(*size)):
        path = folder / geometry.whole(each)
        if path.exists():
            continue
        if each == size and reduced is None:
            _link(picture, path)
            continue
        image = _shrunk(picture, each) if image is None else _resized(image, each)
        path.parent.mkdir(parents=True, exist_ok=True)
        image.jpegsave(str(path), Q=QUALITY, keep="none")
    own = folder / geometry.whole(size)
    _link(own if own.exists() else picture, folder / geometry.FULL)


def _shrunk(picture: Path, size: Size) -> pyvips.Image:
    width, height = size
    return pyvips.Image.thumbnail(
        str(picture), width, height=height, size="force", fail_on="error"
    ).copy_memory()


def _resized(image: pyvips.Image, size: Size) -> pyvips.Image:
    if (image.width, image.height) == size:
        return image
    return image.thumbnail_image(size[0], height=size[1], size="force").copy_memory()


def _link(source: Path, path: Path) -> None:
    """The same file under a second name; a copy where the two lie on different disks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, path)
    except OSError:
        shutil.copyfile(source, path)


def _require_complete(folder: Path, size: Size) -> None:
    missing = [name for name in geometry.addresses(*size) if not (folder / name).exists()]
    if missing:
        raise TilesIncompleteError(f"{len(missing)} files are missing, such as {missing[0]}")
