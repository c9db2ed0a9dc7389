"""Decides what kind of file this is by its first bytes; the name is never asked."""

JPEG = "image/jpeg"
PNG = "image/png"
TIFF = "image/tiff"
WEBP = "image/webp"
HEIC = "image/heic"

EXTENSIONS = {JPEG: "jpg", PNG: "png", TIFF: "tif", WEBP: "webp", HEIC: "heic"}

HEAD_BYTES = 512

# ISO/IEC 23008-12, annex B: brands of a file whose pictures are coded with HEVC.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_AVIF_BRANDS = {b"avif", b"avis"}

_SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)

# Files that people send by mistake, with the name they know them by.
_KNOWN_OTHERS = (
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"BM", "BMP"),
    (b"8BPS", "Photoshop"),
    (b"%!PS", "PostScript"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"PK\x03\x04", "ZIP"),
)


def media_type_of(head: bytes) -> str | None:
    """The media type that the first `HEAD_BYTES` bytes show, or None if it is not taken here."""
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if _brands(head) & _HEIC_BRANDS and not _brands(head) & _AVIF_BRANDS:
        return HEIC
    return None


def known_other(head: bytes) -> str:
    """The everyday name of a file type that is recognised but not taken, else an empty string."""
    if _brands(head) & _AVIF_BRANDS:
        return "AVIF"
    if b"<svg" in head.lower():
        return "SVG"
    return next((name for signature, name in _KNOWN_OTHERS if head.startswith(signature)), "")


def _brands(head: bytes) -> set[bytes]:
    if head[4:8] != b"ftyp":
        return set()
    size = min(int.from_bytes(head[:4], "big"), len(head))
    compatible = {head[at : at + 4] for at in range(16, size - 3, 4)}
    return compatible | {head[8:12]}
