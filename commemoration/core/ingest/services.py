"""Ingest: the one way for a picture into the site, whoever sends it."""

import errno
import hashlib
import shutil
from pathlib import Path

from commemoration.core.ingest import limits, sniffing
from commemoration.core.ingest.limits import PUBLIC, STAFF, Limits
from commemoration.core.ingest.pictures import Derivative, IngestedPicture
from commemoration.core.ingest.process import run_worker
from commemoration.core.ingest.refusals import PictureRefused

__all__ = ["PUBLIC", "STAFF", "IngestedPicture", "PictureRefused", "ingest_picture"]

_CHUNK = 1024 * 1024


def ingest_picture(path: Path, *, work_dir: Path, limits: Limits = PUBLIC) -> IngestedPicture:
    """Read the picture at `path` to its end and write what is kept of it into `work_dir`.

    The file at `path` is not changed. `work_dir` must exist and be empty; the caller removes it.
    Raises `PictureRefused` if the file is at fault, `OSError` if the disk is.
    """
    path, work_dir = Path(path).resolve(), Path(work_dir).resolve()
    size_bytes = path.stat().st_size
    media_type = check_type(path, size_bytes, limits)
    _check_room(work_dir, size_bytes)
    request = {
        "path": str(path),
        "media_type": media_type,
        "folder": str(work_dir),
        "limits": limits.as_dict(),
    }
    answer, end = run_worker(request, limits, work_dir)
    if "refused" in answer:
        raise PictureRefused(answer["refused"], **answer["params"])
    return IngestedPicture(
        sha256=_checksum(path),
        media_type=media_type,
        size_bytes=size_bytes,
        master_width=answer["master_width"],
        master_height=answer["master_height"],
        path=Path(answer["path"]),
        width=answer["width"],
        height=answer["height"],
        derivatives=[_derivative(each) for each in answer["derivatives"]],
        blurred=_derivative(answer["blurred"]),
        metadata=answer["metadata"],
        notes=answer["notes"],
        seconds=end.seconds,
        cpu_seconds=answer["cpu_seconds"],
        peak_bytes=max(answer["peak_bytes"], end.peak_bytes),
    )


def check_type(path: Path, size_bytes: int, bounds: Limits) -> str:
    """The media type by size and first bytes alone; raises `PictureRefused`."""
    if size_bytes == 0:
        raise PictureRefused("empty")
    if size_bytes > bounds.max_bytes:
        raise PictureRefused(
            "too_many_bytes",
            megabytes=-(-size_bytes // limits.MEGABYTE),
            limit=bounds.max_bytes // limits.MEGABYTE,
        )
    with path.open("rb") as file:
        head = file.read(sniffing.HEAD_BYTES)
    media_type = sniffing.media_type_of(head)
    if media_type:
        return media_type
    found = sniffing.known_other(head)
    if found:
        raise PictureRefused("other_type", found=found)
    raise PictureRefused("not_a_picture")


def _derivative(said: dict) -> Derivative:
    return Derivative(**{**said, "path": Path(said["path"])})


def _check_room(folder: Path, size_bytes: int) -> None:
    """What is written stays below the size of the file and a few megabytes for the derivatives."""
    if shutil.disk_usage(folder).free < size_bytes + 64 * limits.MEGABYTE:
        raise OSError(errno.ENOSPC, "No space left to read a picture")


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
