"""Pictures that tell where and by whom they were taken, and pictures made to do harm."""

import io
import struct

import pillow_heif

from tests.factories import pictures

SECRETS = (b"Private Person", b"SERIAL-4711", b"XMP-SECRET", b"IPTC-SECRET")
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="XMP-SECRET"/></rdf:RDF></x:xmpmeta>'
)


def telling_jpeg(width: int = 400, height: int = 500) -> bytes:
    """A JPEG with position, name and number in EXIF, and more in XMP and IPTC."""
    data = pictures.jpeg(width, height, exif=pictures.private_exif(), xmp=XMP)
    return _with_segment(data, 0xED, b"Photoshop 3.0\0" + _iptc(b"IPTC-SECRET"))


def telling_heic(width: int = 300, height: int = 400) -> bytes:
    file = io.BytesIO()
    image = pillow_heif.from_pillow(pictures.quarters(width, height))
    image.save(file, quality=90, exif=pictures.private_exif(), xmp=XMP)
    return file.getvalue()


def asking_pictures(url: str) -> dict[str, bytes]:
    """Files that have something fetched from `url` if they are read too trustingly."""
    entity = f'<!DOCTYPE x [<!ENTITY % a SYSTEM "{url}dtd"> %a; <!ENTITY b SYSTEM "{url}b">]>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}svg"/><text>&b;</text></svg>'
    xmp = f"{entity}<x:xmpmeta xmlns:x='adobe:ns:meta/'>&b;</x:xmpmeta>"
    profile = f"#!{url}icc ".encode() * 20
    return {
        "drawing.svg": (entity + svg).encode(),
        "drawing.jpg": (f"<?xml version='1.0'?>{entity}" + svg).encode(),
        "named.jpg": pictures.jpeg(xmp=xmp.encode(), comment=f"{url}comment".encode()),
        "profile.jpg": pictures.jpeg(icc_profile=profile),
        "playlist.jpg": f"#EXTM3U\n#EXTINF:1,\n{url}m3u\n".encode(),
        "mvg.png": f"push graphic-context\nimage over 0,0 0,0 '{url}mvg'\n".encode(),
        "vips.jpg": f"{url}vips[page=1]".encode(),
    }


def hostile_files() -> dict[str, bytes]:
    """Files of every kind of malice, with names that try something too."""
    good = pictures.jpeg()
    return {
        "empty.jpg": b"",
        "../../../etc/passwd": b"root:x:0:0",
        "zeros.jpg": b"\0" * 10_000,
        "<script>xq(1)</script>.jpg": good[:900],
        "picture.svg": pictures.svg_with_script(),
        "nul\x00.jpg": good[:100],
        "page.jpg": b"<!doctype html><script>xq(1)</script>",
        "bomb.png": pictures.png_with_header(60_000, 60_000),
        "strip.png": pictures.png_with_header(60_000, 600),
        "hollow.png": pictures.png_with_header(900, 900),
        "loop.tif": pictures.tiff_with_endless_directories(),
        "cut.heic": pictures.heic()[:2000],
        "moving.gif": pictures.encoded(pictures.quarters(), "GIF"),
        "=cmd.pdf": pictures.encoded(pictures.quarters(), "PDF"),
        "\u202egpj.exe": b"MZ" + b"\0" * 200,
        "n" * 400 + ".jpg": good + b"PK\x03\x04<script>xq(1)</script>",
        "profile.jpg": pictures.jpeg(icc_profile=b"not a profile" * 40),
    }


def _iptc(value: bytes) -> bytes:
    record = b"\x1c\x02\x50" + struct.pack(">H", len(value)) + value  # 2:80, the author
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)


def _with_segment(data: bytes, marker: int, content: bytes) -> bytes:
    """A JPEG with one more segment behind its first two bytes."""
    return (
        data[:2]
        + b"\xff"
        + bytes([marker])
        + struct.pack(">H", len(content) + 2)
        + content
        + data[2:]
    )
