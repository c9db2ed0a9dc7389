"""Answers with a file, whole or in part: without parts Safari plays no sound and no film.

RFC 9110: §13 conditional requests, §14 range requests. Several ranges in one request are answered
with the whole file, as §14.2 allows.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import File
from django.core.files.storage import Storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

_CHUNK = 256 * 1024
_ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII | re.IGNORECASE)
# Numbers longer than this are no position in a file; reading them costs time.
_MOST_DIGITS = 18

# What a browser may show in its own window. Everything else is saved to disk, unread.
SAFE_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt",
    "pdf": "application/pdf",
}


def file_response(
    request: HttpRequest, storage: Storage, name: str, *, cache_control: str
) -> HttpResponseBase:
    """The file `name` of a storage. Raises `Http404` if there is none or it may not be named."""
    file, size, modified = _open(storage, name)
    etag = f'"{int(modified.timestamp() * 1_000_000):x}-{size:x}"'
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": http_date(modified.timestamp()),
        "Cache-Control": cache_control,
        "X-Content-Type-Options": "nosniff",
        **_type_headers(name),
    }
    early = get_conditional_response(
        request, etag, int(modified.timestamp()), HttpResponse(headers=headers)
    )
    if early is not None and early.status_code != 200:
        file.close()
        early.headers.setdefault("ETag", etag)
        return early
    span = _span(request, etag, headers["Last-Modified"], size)
    if span is None:
        return _answer(request, file, 0, size, headers, status=200)
    first, length = span
    if length <= 0:
        file.close()
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {first}-{first + length - 1}/{size}"
    return _answer(request, file, first, length, headers, status=206)


def _open(storage: Storage, name: str) -> tuple[File, int, datetime]:
    parts = PurePosixPath(name).parts
    if not parts or any(part.startswith(".") for part in parts) or name.endswith(".part"):
        raise Http404
    try:
        modified = storage.get_modified_time(name)
        file = storage.open(name, "rb")
    except (OSError, SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    return file, file.size, modified.astimezone(UTC)


def _type_headers(name: str) -> dict[str, str]:
    media_type = SAFE_TYPES.get(PurePosixPath(name).suffix[1:].lower())
    if media_type:
        return {"Content-Type": media_type, "Content-Disposition": "inline"}
    return {"Content-Type": "application/octet-stream", "Content-Disposition": "attachment"}


def _span(request: HttpRequest, etag: str, modified: str, size: int) -> tuple[int, int] | None:
    """First byte and length of the part asked for; None for the whole; length 0 for neither."""
    asked = request.headers.get("Range", "")
    if request.method != "GET" or not _still_the_same(request, etag, modified):
        return None
    match = _ONE_RANGE.fullmatch(asked.replace(" ", ""))
    if not match or match.group(0).lower() == "bytes=-":
        return None
    first, last = match.groups()
    if max(len(first), len(last)) > _MOST_DIGITS:
        return None
    if not first:
        length = min(int(last), size)
        return size - length, length
    if last and int(last) < int(first):
        return None
    end = min(int(last), size - 1) if last else size - 1
    return int(first), end - int(first) + 1


def _still_the_same(request: HttpRequest, etag: str, modified: str) -> bool:
    """RFC 9110 §13.1.5: a part is only of use to somebody who holds the same file."""
    condition = request.headers.get("If-Range")
    if condition is None:
        return True
    if condition.startswith('"'):
        return condition == etag
    return parse_http_date_safe(condition) == parse_http_date_safe(modified) is not None


def _answer(
    request: HttpRequest, file: File, first: int, length: int, headers: dict, *, status: int
) -> HttpResponseBase:
    headers = {**headers, "Content-Length": str(length)}
    if request.method == "HEAD":
        file.close()
        return HttpResponse(status=status, headers=headers)
    file.seek(first)
    response = StreamingHttpResponse(_chunks(file, length), status=status, headers=headers)
    response._resource_closers.append(file.close)
    return response


def _chunks(file: File, length: int) -> Iterator[bytes]:
    while length > 0 and (chunk := file.read(min(_CHUNK, length))):
        length -= len(chunk)
        yield chunk
