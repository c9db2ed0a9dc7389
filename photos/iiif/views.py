"""The image service: static files that need no query, and `info.json`, which needs one.

IIIF Image API 3.0: §2 addresses, §4 parameters, §7.1 media type and CORS, §7.3 errors. A server
of level 0 has certain sizes and regions; others are well understood, and not there (404).
"""

import json
import re
from hashlib import sha256
from uuid import UUID

from django.core.files.storage import default_storage
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from commemoration.core.media.ranges import file_response
from photos.enums import TileState
from photos.iiif import addresses, tile_files
from photos.iiif.information import CONTEXT, image_information
from photos.selectors.tiles import image_service

# An hour, then browsers ask again: what is withdrawn must go.
KEPT = "public, max-age=3600"
LD_JSON = "application/ld+json"

_THERE = re.compile(r"(?:full|\d+,\d+,\d+,\d+)/(?:max|\d+,\d+)/0/default\.jpg", re.ASCII)
_NUMBER = r"(?:\d+(?:\.\d+)?|\.\d+)"
_WELL_FORMED = re.compile(
    rf"""(?:full|square|\d+,\d+,\d+,\d+|pct:{_NUMBER}(?:,{_NUMBER}){{3}})
    /\^?(?:max|\d+,|,\d+|!?\d+,\d+|pct:{_NUMBER})
    /!?{_NUMBER}
    /(?:color|gray|bitonal|default)\.[a-z0-9]+""",
    re.ASCII | re.VERBOSE,
)


class SeeOther(HttpResponseRedirect):
    """§2.1.1: 303, since the picture itself is not what `info.json` says of it."""

    status_code = 303


@require_safe
def service(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The identifier alone leads to what is known of the picture, or says that it is gone."""
    found = image_service(uuid)
    if found is not None and found.is_withdrawn:
        return _absent(found)
    address = request.build_absolute_uri(addresses.information(uuid))
    return SeeOther(address)


@require_safe
def information(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """`info.json`, with the address under which the reader reached it. One query."""
    found = image_service(uuid)
    if found is None or found.tile_state != TileState.READY:
        return _absent(found)
    data = image_information(
        address=request.build_absolute_uri(addresses.image_service(uuid)),
        width=found.tiled_width,
        height=found.tiled_height,
        rights=found.rights,
    )
    text = json.dumps(data, ensure_ascii=False, indent=1)
    as_ld = LD_JSON in request.headers.get("Accept", "")
    media_type = f'{LD_JSON};profile="{CONTEXT}"' if as_ld else "application/json"
    etag = f'"{sha256((media_type + text).encode()).hexdigest()[:32]}"'
    response = HttpResponse(
        text, content_type=media_type, headers={"ETag": etag, "Cache-Control": KEPT}
    )
    patch_vary_headers(response, ["Accept"])
    return get_conditional_response(request, etag, None, response)


@require_safe
def tile(request: HttpRequest, uuid: UUID, name: str) -> HttpResponseBase:
    """A tile or a whole picture. No query where it is there."""
    if _THERE.fullmatch(name):
        try:
            return file_response(
                request, default_storage, f"{tile_files.FOLDER}/{uuid}/{name}", cache_control=KEPT
            )
        except Http404:
            return _absent(image_service(uuid))
    if not _WELL_FORMED.fullmatch(name):
        return _plain(400, "This is no request of the IIIF Image API 3.0.")
    return _absent(image_service(uuid))


def _absent(found) -> HttpResponse:
    """Gone, if the public has seen it; else not there, perhaps not yet."""
    if found is not None and found.is_withdrawn:
        return _plain(410, "This picture was withdrawn.")
    return _plain(404, "There is no such picture, or not in this size or part.")


def _plain(status: int, text: str) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(
        f"{text}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers
    )
