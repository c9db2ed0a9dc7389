import struct

import pytest
from PIL import Image

from commemoration.core.ingest import sniffing
from commemoration.core.ingest.metadata import LONGEST_VALUE, decode, read_metadata
from commemoration.core.ingest.opening import OpenedPicture
from tests.factories import pictures


def read(**blocks) -> dict:
    return read_metadata(OpenedPicture("", sniffing.JPEG, 1, 1, **blocks))


def iptc(number: int, value: bytes) -> bytes:
    return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value


def test_exif_and_position_are_read_apart():
    found = read(exif=pictures.private_exif())

    assert found == {
        "exif": {
            "ImageDescription": "Parade",
            "Artist": "Private Person",
            "BodySerialNumber": "SERIAL-4711",
        },
        "gps": {
            "GPSLatitudeRef": "N",
            "GPSLatitude": "(50.0, 51.0, 1.25)",
            "GPSLongitudeRef": "E",
            "GPSLongitude": "(4.0, 21.0, 2.5)",
        },
    }


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_iptc_in_russian_is_read_in_either_encoding(encoding):
    block = (
        b"Photoshop 3.0\x008BIM"
        + iptc(120, "Парад Победы".encode(encoding))
        + iptc(25, "Москва".encode(encoding))
        + iptc(25, "1945".encode(encoding))
    )

    assert read(iptc=block) == {"iptc": {"Caption": "Парад Победы", "Keywords": "Москва | 1945"}}


def test_exif_in_windows_1251_is_read():
    exif = Image.Exif()
    exif[0x010E] = "Brussels"
    block = exif.tobytes().replace(b"Brussels", "Брюссель".encode("cp1251"))

    assert read(exif=block) == {"exif": {"ImageDescription": "Брюссель"}}


def test_xmp_properties_and_lists_are_read():
    block = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Архив">
          <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Встреча</rdf:li></rdf:Alt></dc:title>
          <dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></dc:subject>
        </rdf:Description>
      </rdf:RDF>
    </x:xmpmeta>""".encode()

    assert read(xmp=block) == {"xmp": {"Credit": "Архив", "title": "Встреча", "subject": "a | b"}}


@pytest.mark.parametrize(
    "block",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
        b"<x><unclosed>",
        b"\xff\xfe nonsense",
        b"<x>" + b"a" * 2_000_000 + b"</x>",
    ],
)
def test_hostile_xmp_is_left_out(block):
    assert read(xmp=block, iptc=iptc(120, b"kept")) == {"iptc": {"Caption": "kept"}}


@pytest.mark.parametrize("block", [b"Exif\0\0", b"Exif\0\0garbage", b"\0" * 100, b"II*\0\xff"])
def test_broken_exif_is_left_out(block):
    assert read(exif=block) == {}


def test_values_are_bounded_and_hold_no_control_characters():
    found = read(iptc=iptc(120, b"a\x00b" + b"x" * 30_000))

    assert found["iptc"]["Caption"].startswith("abxxx")
    assert len(found["iptc"]["Caption"]) == LONGEST_VALUE


def test_bytes_of_no_known_encoding_are_still_text():
    assert decode(b"\x98") == "\x98"
