"""What ingest gives back."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Derivative:
    """A smaller copy for the web; `format` is one of `limits.DERIVATIVE_FORMATS`."""

    width: int
    height: int
    format: str
    path: Path
    size_bytes: int


@dataclass(frozen=True)
class IngestedPicture:
    """A picture that was read to its end.

    `master_*` describe the file as it came; `path` is the picture as a JPEG of 8-bit sRGB, upright,
    without metadata, with `width` and `height` in pixels; `blurred` shows no more of it than a few
    spots of colour. `metadata` is what the master says of
    itself (strings, see `metadata.read_metadata`), position included: private. `notes` are codes of
    what was decided on the way (`first_page_of_many`, `profile_ignored`, `values_stretched`, …).
    """

    sha256: str
    media_type: str
    size_bytes: int
    master_width: int
    master_height: int
    path: Path
    width: int
    height: int
    derivatives: list[Derivative]
    blurred: Derivative
    metadata: dict
    notes: list[str]
    seconds: float
    cpu_seconds: float
    peak_bytes: int
