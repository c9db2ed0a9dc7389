"""Writes the files that are kept: the upright 8-bit picture, and the fixed list of derivatives."""

from pathlib import Path

import pyvips

from commemoration.core.ingest.limits import (
    BLURRED_SIDE,
    BLURRED_SPOTS,
    DERIVATIVE_FORMATS,
    DERIVATIVE_WIDTHS,
    SHORT_ENOUGH,
)

# Held in memory up to here when it has to be turned; larger ones go through a file.
_TURNED_IN_MEMORY = 40_000_000
_STREAMED_ORIENTATIONS = (1, 2)

# A WebP ends at 16,383 pixels; only pictures many times as tall as wide come near it.
_TALLEST_DERIVATIVE = 16_000


def upright(image: pyvips.Image, orientation: int) -> pyvips.Image:
    """Apply the EXIF orientation (1-8). What turns rows into columns must be held whole."""
    image = image.copy()
    image.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    if orientation not in _STREAMED_ORIENTATIONS:
        image = _held(image)
    return image.autorot()


def write_normalised(image: pyvips.Image, path: Path) -> None:
    """The picture everything else is made from: JPEG at 95 without loss of colour detail."""
    image.jpegsave(str(path), Q=95, subsample_mode="off", keep="none")


def widths_for(width: int, height: int) -> list[int]:
    """Widths of the derivatives: the fixed ones, never wider than the picture, and its own."""
    widths = [fixed for fixed in DERIVATIVE_WIDTHS if fixed < width]
    if width <= DERIVATIVE_WIDTHS[-1]:
        widths.append(width)
    else:
        widths.append(DERIVATIVE_WIDTHS[-1])
    if min(widths) * height / width > SHORT_ENOUGH:
        widths.append(max(1, SHORT_ENOUGH * width // height))
    widths = sorted(set(widths))
    return [each for each in widths if each * height / width <= _TALLEST_DERIVATIVE] or widths[:1]


def write_derivatives(normalised: Path, folder: Path, width: int, height: int) -> list[dict]:
    """Make every width in every format from the normalised picture, the largest first."""
    widths = widths_for(width, height)
    largest = _shrunk(normalised, widths[-1])
    made = []
    for each in widths:
        image = largest if each == largest.width else _narrowed(largest, each)
        for name in DERIVATIVE_FORMATS:
            path = folder / f"{each}.{name}"
            _SAVERS[name](image, str(path))
            made.append(_described(image, name, path))
    return made


def write_blurred(narrowest: Path, folder: Path, width: int, height: int) -> dict:
    """Spread what is left of the picture at a handful of pixels over a file of ordinary size.

    `width` and `height` are those of the picture itself, whose shape is kept.
    """
    share = BLURRED_SIDE / max(width, height)
    wide, high = (max(1, round(side * share)) for side in (width, height))
    spots = _shrunk(narrowest, BLURRED_SPOTS, BLURRED_SPOTS)
    image = spots.resize(wide / spots.width, vscale=high / spots.height, kernel="cubic")
    path = folder / "blurred.jpg"
    image.gaussblur(BLURRED_SIDE / BLURRED_SPOTS / 4).jpegsave(
        str(path), Q=60, optimize_coding=True, keep="none"
    )
    return _described(image, "jpg", path)


def _described(image: pyvips.Image, name: str, path: Path) -> dict:
    return {
        "width": image.width,
        "height": image.height,
        "format": name,
        "path": str(path),
        "size_bytes": path.stat().st_size,
    }


def _held(image: pyvips.Image) -> pyvips.Image:
    if image.width * image.height <= _TURNED_IN_MEMORY:
        return image.copy_memory()
    file = pyvips.Image.new_temp_file("%s.v")
    image.write(file)
    return file


def _shrunk(path: Path, width: int, height: int = 10_000_000) -> pyvips.Image:
    """Shrink while the JPEG is read: an eighth of the work for a large scan."""
    return pyvips.Image.thumbnail(
        str(path), width, height=height, size="down", fail_on="error"
    ).copy_memory()


def _narrowed(image: pyvips.Image, width: int) -> pyvips.Image:
    return image.thumbnail_image(width, height=10_000_000, size="down").copy_memory()


# Measured on 14 photographs of 640 to 1600 pixels: AVIF at effort 0 and 58 is as good (SSIM 0.962)
# as at effort 1 and 56, takes 1.0 seconds of processor time instead of 2.8, and 9 % more bytes.
# WebP at effort 2 instead of 3 takes 0.5 instead of 1.2, 4 % more bytes, and is 0.4 dB worse.
def _save_avif(image: pyvips.Image, path: str) -> None:
    image.heifsave(path, compression="av1", Q=58, effort=0, keep="none")


def _save_webp(image: pyvips.Image, path: str) -> None:
    image.webpsave(path, Q=76, effort=2, keep="none")


def _save_jpeg(image: pyvips.Image, path: str) -> None:
    image.jpegsave(path, Q=78, interlace=True, optimize_coding=True, keep="none")


_SAVERS = {"avif": _save_avif, "webp": _save_webp, "jpg": _save_jpeg}
