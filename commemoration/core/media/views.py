"""Files for the public, and files for people with access to the admin."""

from django.core.files.storage import default_storage, storages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from commemoration.core.media.ranges import file_response

# An hour: a picture that is withdrawn should not live on in caches for long, and asking again
# costs a reader one short answer.
_PUBLIC_CACHE = "public, max-age=3600"

# Wagtail keeps its files beside the public ones. Documents go out at /documents/, which asks
# whether their folder is private; what waits in the upload screen goes out nowhere. Tiles have
# addresses of their own.
_NOT_PUBLIC = {"documents", "iiif", "wagtail_uploads"}


@require_safe
def public_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of MEDIA, where no server in front of this one gives it out."""
    if _NOT_PUBLIC.intersection(name.split("/")):
        raise Http404
    return file_response(request, default_storage, name, cache_control=_PUBLIC_CACHE)


@require_safe
def working_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file that staff work on. Registered below the admin, whose access check it relies on."""
    return file_response(request, storages["working"], name, cache_control="private, no-store")
