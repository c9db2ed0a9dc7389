"""Opens a picture by its true type, and refuses by its header what is too large to decode."""

from dataclasses import dataclass, field

import pyvips

from commemoration.core.ingest import limits, sniffing

_LOADERS = {
    sniffing.JPEG: pyvips.Image.jpegload,
    sniffing.PNG: pyvips.Image.pngload,
    sniffing.TIFF: pyvips.Image.tiffload,
    sniffing.WEBP: pyvips.Image.webpload,
}


class Refused(Exception):
    """An answer to the parent process; `code` is one of `refusals.MESSAGES`."""

    def __init__(self, code: str, **params):
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass
class OpenedPicture:
    """A picture whose header was read; `pixels()` gives the image, to be read once."""

    path: str
    media_type: str
    width: int
    height: int
    orientation: int = 1
    pages: int = 1
    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    texts: dict = field(default_factory=dict)
    heif: object = None

    def pixels(self) -> pyvips.Image:
        if self.heif is not None:
            return _heif_pixels(self.heif)
        return _LOADERS[self.media_type](self.path, access="sequential", fail_on="error")


def open_picture(path: str, media_type: str) -> OpenedPicture:
    """Read the header only. Raises `pyvips.Error`, `OSError` or `ValueError` on a broken one."""
    if media_type == sniffing.HEIC:
        return _open_heif(path)
    image = _LOADERS[media_type](path, access="sequential", fail_on="error")
    names = set(image.get_fields())

    def value(name, default):
        return image.get(name) if name in names else default

    return OpenedPicture(
        path=path,
        media_type=media_type,
        width=image.width,
        height=image.height,
        orientation=value("orientation", 1),
        pages=value("n-pages", 1),
        exif=bytes(value("exif-data", b"")),
        xmp=bytes(value("xmp-data", b"")),
        iptc=bytes(value("iptc-data", b"")),
        texts={name: image.get(name) for name in sorted(names) if name.startswith("png-comment")},
    )


def check_size(width: int, height: int, max_pixels: int) -> None:
    """Refuse by the header alone, before a pixel is decoded."""
    if width * height > max_pixels:
        raise Refused(
            "too_many_pixels",
            megapixels=round(width * height / limits.MEGAPIXEL),
            limit=max_pixels // limits.MEGAPIXEL,
            width=width,
            height=height,
        )
    long, short = max(width, height), min(width, height)
    if long > limits.LONGEST_SIDE or long > limits.STEEPEST_RATIO * short:
        raise Refused(
            "wrong_shape",
            width=width,
            height=height,
            longest=limits.LONGEST_SIDE,
            ratio=limits.STEEPEST_RATIO,
        )


def _open_heif(path: str) -> OpenedPicture:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 2
    pillow_heif.options.THUMBNAILS = False
    heif = pillow_heif.open_heif(path, convert_hdr_to_8bit=True, bgr_mode=False)
    info = heif.info
    width, height = heif.size
    return OpenedPicture(
        path=path,
        media_type=sniffing.HEIC,
        width=width,
        height=height,
        pages=len(heif),
        exif=info.get("exif") or b"",
        xmp=info.get("xmp") or b"",
        heif=heif,
    )


def _heif_pixels(heif) -> pyvips.Image:
    """Decode (libheif turns the picture upright by itself, as the format demands)."""
    bands = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}[heif.mode]
    width, height = heif.size
    rows = memoryview(heif.data)
    if heif.stride != width * bands:
        padded = pyvips.Image.new_from_memory(rows, heif.stride, height, 1, "uchar")
        rows = padded.crop(0, 0, width * bands, height).write_to_memory()
    image = pyvips.Image.new_from_memory(rows, width, height, bands, "uchar")
    image = image.copy(interpretation="b-w" if bands < 3 else "srgb")
    profile = heif.info.get("icc_profile")
    if profile:
        image = image.copy()
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    return image
