"""Headers that Django has no setting for, and how long an answer may be kept."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Nothing of a visitor's device is asked for; the check-in at the door asks for the camera itself.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)
# A page may be kept by the browser and by caches, but is asked for again: an unchanged one costs
# a 304. What has been withdrawn is therefore gone at once.
ASK_AGAIN = "no-cache"
# What other archives show and read in their own pages: pictures, manifests, data. Nothing there
# depends on who asks. Refusals are readable too, so that a program learns why.
OPEN_TO_OTHER_SITES = ("/iiif/", "/data/", f"/{settings.MEDIA_URL.strip('/')}/pictures/")


class HeadersMiddleware:
    """Adds what an answer does not say for itself, to files too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path_info.startswith(OPEN_TO_OTHER_SITES):
            response["Access-Control-Allow-Origin"] = "*"
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if "Cache-Control" not in response.headers:
            private = "cookie" in response.headers.get("Vary", "").lower()
            response["Cache-Control"] = f"private, {ASK_AGAIN}" if private else ASK_AGAIN
        return response
