"""What a downloaded photograph says of itself: an XMP packet, put into a JPEG as it is sent.

The picture is not encoded again: the packet is one more segment in front of it. Places of the
values: XMP Specification Part 3 (JPEG, 1.1.3) and the IPTC Photo Metadata Standard.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from django.http import StreamingHttpResponse

from commemoration.core.edtf.iso import as_iso_date

CHUNK = 64 * 1024
NAMESPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
}
for _prefix, _uri in NAMESPACES.items():
    ElementTree.register_namespace(_prefix, _uri)

SIGNATURE = b"http://ns.adobe.com/xap/1.0/\0"
LARGEST_SEGMENT = 65_533  # what two bytes can count, less these two
LARGEST_PACKET = LARGEST_SEGMENT - len(SIGNATURE)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def packet_for(photo, address: str) -> bytes:
    """The XMP packet of a `Photo` loaded with its texts; `address` is its permanent one.

    Titles and captions stand in every language there is, the original or English as the default.
    Captions are left out where all would not fit into a segment of a JPEG.
    """
    packet = _packet(photo, address, with_captions=True)
    return packet if len(packet) <= LARGEST_PACKET else _packet(photo, address, with_captions=False)


def opening_with(packet: bytes, jpeg: BinaryIO) -> bytes:
    """The beginning of the file `jpeg` with the packet in it; the rest is left to be read.

    The packet stands behind the JFIF segment, which has to be the first. Raises `ValueError` for
    what is no JPEG or a packet that is too large.
    """
    if len(packet) > LARGEST_PACKET:
        raise ValueError("The packet does not fit into a segment.")
    beginning = jpeg.read(4)
    if beginning[:3] != b"\xff\xd8\xff":
        raise ValueError("The file is no JPEG.")
    segment = b"\xff\xe1" + (2 + len(SIGNATURE) + len(packet)).to_bytes(2, "big")
    own = segment + SIGNATURE + packet
    if beginning[3] != 0xE0:  # no JFIF segment: ours stands first
        return beginning[:2] + own + beginning[2:]
    size = jpeg.read(2)
    return beginning + size + jpeg.read(int.from_bytes(size, "big") - 2) + own


def sent_with(packet: bytes, jpeg: BinaryIO, size: int) -> StreamingHttpResponse:
    """The answer that sends an open file of `size` bytes with the packet in it, and closes it."""
    opening = opening_with(packet, jpeg)
    length = len(opening) + size - jpeg.tell()

    def body() -> Iterator[bytes]:
        with jpeg:
            yield opening
            while chunk := jpeg.read(CHUNK):
                yield chunk

    response = StreamingHttpResponse(body(), content_type="image/jpeg")
    response["Content-Length"] = length
    response["Accept-Ranges"] = "none"  # also keeps it from being compressed on the way
    return response


def _packet(photo, address: str, *, with_captions: bool) -> bytes:
    root = Element(_name("x:xmpmeta"))
    about = SubElement(
        SubElement(root, _name("rdf:RDF")), _name("rdf:Description"), {_name("rdf:about"): ""}
    )
    texts = _in_order(photo)
    _alternatives(about, "dc:title", [(text.language, text.title) for text in texts])
    if with_captions:
        captions = [(text.language, text.caption) for text in texts if text.caption.strip()]
        _alternatives(about, "dc:description", captions)
    _list(about, "dc:creator", "rdf:Seq", [photo.photographer] if photo.photographer else [])
    _list(about, "dc:subject", "rdf:Bag", photo.subjects)
    _simple(about, "dc:identifier", photo.accession)
    _simple(about, "dc:source", address)
    _simple(about, "photoshop:Credit", photo.credit)
    _simple(about, "photoshop:Source", photo.institution)
    _simple(about, "photoshop:DateCreated", as_iso_date(photo.date))
    statement = photo.rights_statement
    if statement:
        _alternatives(about, "dc:rights", [("en", f"{photo.credit} {statement.uri}".strip())])
        _simple(about, "xmpRights:WebStatement", statement.uri)
        if statement.is_protected is not None:
            _simple(about, "xmpRights:Marked", str(statement.is_protected))
    body = ElementTree.tostring(root, encoding="unicode")
    start = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{start}{body}<?xpacket end="r"?>'.encode()


def _in_order(photo) -> list:
    """The texts, the original language first, else English."""
    first = photo.original_language or "en"
    return sorted(photo.texts.all(), key=lambda text: (text.language != first, text.language))


def _name(name: str) -> str:
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text).strip()


def _simple(parent: Element, name: str, text: str) -> None:
    if text := _clean(text):
        SubElement(parent, _name(name)).text = text


def _list(parent: Element, name: str, kind: str, values: list[str]) -> None:
    values = [text for value in values if (text := _clean(value))]
    if values:
        group = SubElement(SubElement(parent, _name(name)), _name(kind))
        for value in values:
            SubElement(group, _name("rdf:li")).text = value


def _alternatives(parent: Element, name: str, texts: list[tuple[str, str]]) -> None:
    """One text in several languages; the first is also the default for programs that know none."""
    if not texts:
        return
    group = SubElement(SubElement(parent, _name(name)), _name("rdf:Alt"))
    for language, text in [("x-default", texts[0][1]), *texts]:
        SubElement(group, _name("rdf:li"), {_XML_LANG: language}).text = _clean(text)
