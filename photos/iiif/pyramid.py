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
    largest = folder / geometry.whole(size)
    if largest.exists():
        _link(largest, folder / geometry.FULL)
    else:
        _write(reduced, picture, folder / geometry.FULL)
    for factor in geometry.scale_factors(*size):
        level = geometry.level_size(*size, factor)
        path = folder / geometry.whole(level)
        if level not in geometry.listed_sizes(*size) or path.exists():
            continue
        if factor == 1:
            _link(folder / geometry.FULL, path)
        else:
            _save(_joined(folder, size, factor), path)


def _joined(folder: Path, size: Size, factor: int) -> pyvips.Image:
    """A level put together from its tiles.

    That spares decoding the picture once more, and costs nothing to the eye: the tiles meet on
    the grid of JPEG and are quantised as before.
    """
    width, height = geometry.level_size(*size, factor)
    tiles = [
        pyvips.Image.new_from_file(str(folder / name))
        for name in geometry.tiles_of_level(*size, factor)
    ]
    across = -(-width // geometry.TILE)
    side = geometry.TILE
    joined = pyvips.Image.arrayjoin(tiles, across=across, hspacing=side, vspacing=side)
    return joined.crop(0, 0, width, height)


def _write(reduced: pyvips.Image | None, picture: Path, path: Path) -> None:
    if reduced is None:
        _link(picture, path)
    else:
        _save(reduced, path)


def _save(image: pyvips.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.jpegsave(str(path), Q=QUALITY, keep="none")


def _shrunk(picture: Path, size: Size) -> pyvips.Image:
    width, height = size
    return pyvips.Image.thumbnail(
        str(picture), width, height=height, size="force", fail_on="error"
    ).copy_memory()


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
