"""Files for the public, and files for people with access to the admin."""

from django.core.files.storage import default_storage, storages
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from commemoration.core.media.ranges import file_response

# An hour: a picture that is withdrawn should not live on in caches for long, and asking again
# costs a reader one short answer.
_PUBLIC_CACHE = "public, max-age=3600"


@require_safe
def public_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of MEDIA, where no server in front of this one gives it out."""
    return file_response(request, default_storage, name, cache_control=_PUBLIC_CACHE)


@require_safe
def working_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file that staff work on. Registered below the admin, whose access check it relies on."""
    return file_response(request, storages["working"], name, cache_control="private, no-store")
