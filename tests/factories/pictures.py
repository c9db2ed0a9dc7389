"""Picture files made by code: ordinary ones, odd ones, and hostile ones."""

import io
import struct
import zlib

import pillow_heif
from PIL import Image, ImageCms, TiffImagePlugin

# Four colours that survive JPEG and tell every orientation apart.
RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 180, 60), (40, 60, 200), (230, 210, 40)


def quarters(width: int = 400, height: int = 300) -> Image.Image:
    """Red and green above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    half_width, half_height = width // 2, height // 2
    for colour, place in ((RED, (0, 0)), (GREEN, (1, 0)), (BLUE, (0, 1)), (YELLOW, (1, 1))):
        image.paste(
            colour,
            (
                place[0] * half_width,
                place[1] * half_height,
                place[0] * half_width + half_width,
                place[1] * half_height + half_height,
            ),
        )
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    buffer = io.BytesIO()
    if kind == "JPEG":
        options = {"quality": 95, "subsampling": 0, **options}
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(width: int = 400, height: int = 300, **options) -> bytes:
    return encoded(quarters(width, height), **options)


def foliage(width: int, height: int) -> bytes:
    """A JPEG with detail of every size: compressed, it weighs as much as a scan of a photograph."""
    image = Image.new("L", (width, height), 128)
    for cell, share in ((64, 0.5), (16, 0.35), (4, 0.22), (1, 0.12)):
        noise = Image.effect_noise((width // cell, height // cell), 110)
        image = Image.blend(image, noise.resize((width, height)), share)
    return encoded(image, quality=90)


def orientation_exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


def private_exif(artist: str = "Private Person") -> bytes:
    """EXIF with a position, a name and a camera's number."""
    exif = Image.Exif()
    exif[0x010E] = "Parade"
    exif[0x013B] = artist
    exif[0x8769] = {0xA431: "SERIAL-4711"}
    exif[0x8825] = {1: "N", 2: (50.0, 51.0, 1.25), 3: "E", 4: (4.0, 21.0, 2.5)}
    return exif.tobytes()


def grey_gradient_16(width: int = 256, height: int = 64, white: int = 65535) -> bytes:
    """A TIFF of 16-bit grey, black at the left edge and `white` at the right."""
    row = b"".join(struct.pack("<H", x * white // (width - 1)) for x in range(width))
    return encoded(Image.frombytes("I;16", (width, height), row * height), "TIFF")


def cmyk(kind: str = "JPEG", **options) -> bytes:
    """Pure cyan, magenta, yellow and black, as four upright bars."""
    image = Image.new("CMYK", (400, 100))
    for number in range(4):
        ink = tuple(255 if number == each else 0 for each in range(4))
        image.paste(ink, (number * 100, 0, number * 100 + 100, 100))
    return encoded(image, kind, **options)


def swapped_profile_jpeg() -> bytes:
    """Red by its numbers, green by its profile: sRGB with the red and green primaries exchanged."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", profile, 128)[0]
    entries = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * count, 12)}
    red, green = entries[b"rXYZ"], entries[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return encoded(Image.new("RGB", (64, 64), (250, 10, 10)), icc_profile=bytes(profile))


def multi_page_tiff() -> bytes:
    pages = [Image.new("RGB", (60, 40), colour) for colour in (RED, GREEN, BLUE)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    return buffer.getvalue()


def bilevel_tiff() -> bytes:
    image = Image.new("1", (80, 40), 1)
    image.paste(0, (0, 0, 40, 40))
    return encoded(image, "TIFF", compression="group4")


def heic(width: int = 400, height: int = 300, **options) -> bytes:
    buffer = io.BytesIO()
    pillow_heif.from_pillow(quarters(width, height)).save(buffer, quality=90, **options)
    return buffer.getvalue()


def png_with_header(width: int, height: int, data: bytes = b"", depth: int = 8) -> bytes:
    """A PNG whose header promises any size, whatever its data holds."""
    header = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(data))
        + _chunk(b"IEND", b"")
    )


def tiff_with_endless_directories() -> bytes:
    """A TIFF whose directory names itself as the next one."""
    entries = struct.pack("<HHHII", 1, TiffImagePlugin.IMAGEWIDTH, 4, 1, 10)
    return b"II*\x00" + struct.pack("<I", 8) + entries + struct.pack("<I", 8)


def svg_with_script() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
