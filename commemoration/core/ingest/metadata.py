"""Reads what a picture says of itself: EXIF, IPTC, XMP. Never fails, never grows without bound.

All values are strings, kept privately beside the picture for the archivist. Old programs wrote
Russian captions in Windows-1251 without saying so: bytes are read as UTF-8, else as 1251.
"""

import re
from xml.etree import ElementTree

from PIL import ExifTags, Image

from commemoration.core.ingest import sniffing

LONGEST_VALUE = 2_000
MOST_VALUES = 200
LARGEST_BLOCK = 1024 * 1024

# IPTC-NAA Information Interchange Model 4.2, record 2.
_IPTC_NAMES = {
    5: "ObjectName",
    15: "Category",
    25: "Keywords",
    40: "SpecialInstructions",
    55: "DateCreated",
    60: "TimeCreated",
    80: "Byline",
    85: "BylineTitle",
    90: "City",
    92: "Sublocation",
    95: "ProvinceState",
    101: "Country",
    103: "TransmissionReference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "CopyrightNotice",
    118: "Contact",
    120: "Caption",
    122: "Writer",
}
_EXIF_SKIPPED = {
    "MakerNote",
    "PrintImageMatching",
    "JPEGInterchangeFormat",
    "ExifOffset",
    "GPSInfo",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def read_metadata(opened) -> dict[str, dict[str, str]]:
    """`{"exif": …, "gps": …, "iptc": …, "xmp": …, "text": …}`, each a flat dict of strings."""
    readers = {
        "exif": lambda: _exif(opened),
        "gps": lambda: _gps(opened),
        "iptc": lambda: _iptc(opened.iptc),
        "xmp": lambda: _xmp(opened.xmp),
        "text": lambda: _texts(opened.texts),
    }
    found = {}
    for name, read in readers.items():
        try:
            values = read()
        except Exception:  # noqa: BLE001 - broken metadata must not cost anybody the picture
            values = {}
        if values:
            found[name] = dict(list(values.items())[:MOST_VALUES])
    return found


def decode(value: bytes) -> str:
    """Bytes of unknown encoding as text: UTF-8, else Windows-1251, else Latin-1."""
    for encoding in ("utf-8", "cp1251", "latin-1"):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _clean(value) -> str:
    if isinstance(value, bytes):
        value = decode(value)
    return _CONTROL.sub("", str(value)).strip()[:LONGEST_VALUE]


def _exif_of(opened) -> Image.Exif:
    if opened.media_type == sniffing.TIFF:
        with Image.open(opened.path) as image:
            return image.getexif()
    exif = Image.Exif()
    if opened.exif and len(opened.exif) <= LARGEST_BLOCK:
        exif.load(opened.exif if opened.exif[:6] == b"Exif\0\0" else b"Exif\0\0" + opened.exif)
    return exif


def _exif(opened) -> dict[str, str]:
    exif = _exif_of(opened)
    found = {}
    for directory in (exif, exif.get_ifd(ExifTags.IFD.Exif)):
        for tag, value in directory.items():
            name = ExifTags.TAGS.get(tag)
            if name and name not in _EXIF_SKIPPED and not isinstance(value, dict):
                text = _exif_text(name, value)
                if text:
                    found[name] = text
    return found


def _gps(opened) -> dict[str, str]:
    directory = _exif_of(opened).get_ifd(ExifTags.IFD.GPSInfo)
    return {ExifTags.GPSTAGS.get(tag, str(tag)): _clean(value) for tag, value in directory.items()}


def _exif_text(name: str, value) -> str:
    if isinstance(value, bytes):
        if name.startswith("XP"):
            return _clean(value.decode("utf-16-le", "replace"))
        if name == "UserComment":
            kind, value = value[:8], value[8:]
            if kind.startswith(b"UNICODE"):
                return _clean(value.decode("utf-16", "replace"))
        printable = sum(each >= 32 or each in b"\r\n\t" for each in value)
        return _clean(value) if value and printable > 0.9 * len(value) else ""
    if isinstance(value, str):
        # Pillow reads EXIF text as Latin-1, which keeps every byte.
        try:
            return _clean(value.encode("latin-1"))
        except UnicodeEncodeError:
            return _clean(value)
    return _clean(value)


def _iptc(block: bytes) -> dict[str, str]:
    """Data sets of record 2; repeated ones (keywords) are joined with ` | `."""
    found: dict[str, list[str]] = {}
    at = block.find(b"\x1c\x02")
    while 0 <= at < min(len(block), LARGEST_BLOCK) - 5 and block[at] == 0x1C:
        record, number = block[at + 1], block[at + 2]
        size = int.from_bytes(block[at + 3 : at + 5], "big")
        if size > 0x7FFF:
            break
        if record == 2 and number in _IPTC_NAMES:
            value = _clean(block[at + 5 : at + 5 + size])
            if value:
                found.setdefault(_IPTC_NAMES[number], []).append(value)
        at += 5 + size
    return {name: " | ".join(values)[:LONGEST_VALUE] for name, values in found.items()}


def _xmp(block: bytes) -> dict[str, str]:
    """Simple properties and lists of an XMP packet, by their local names."""
    start, end = block.find(b"<"), block.rfind(b">")
    block = block[start : end + 1]
    if not block or len(block) > LARGEST_BLOCK or b"<!DOCTYPE" in block or b"<!ENTITY" in block:
        return {}
    found: dict[str, list[str]] = {}

    def keep(name: str, value: str | None):
        text = _clean(value or "")
        if text:
            found.setdefault(name, []).append(text)

    root = ElementTree.fromstring(block)  # noqa: S314 - no DTD, bounded, in a limited process
    for description in root.iter():
        if not description.tag.endswith("}Description"):
            continue
        for name, value in description.attrib.items():
            keep(_local(name), value)
        for item in description:
            texts = [each.text for each in item.iter() if len(each) == 0]
            for text in texts:
                keep(_local(item.tag), text)
    found.pop("about", None)
    return {name: " | ".join(dict.fromkeys(texts))[:LONGEST_VALUE] for name, texts in found.items()}


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _texts(values: dict) -> dict[str, str]:
    """Text chunks of a PNG: libvips names them `png-comment-<number>-<key>`."""
    texts = {}
    for name, value in values.items():
        key = _clean(name.split("-", 3)[-1])
        if key and not key.lower().startswith("raw profile"):
            texts[key[:100]] = _clean(value)
    return texts
