"""Answers requests for tiles before sessions, accounts and languages are looked at.

A viewer asks for dozens of tiles at once, from any site, and none of them depends on the reader.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve

from photos.iiif.addresses import ROOT

# Any site may show what is published here; §7.1 asks for it.
SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Link": '<http://iiif.io/api/image/3/level0.json>;rel="profile"',
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
}


class ImageServiceMiddleware:
    """Stands behind what secures every answer, before all that knows a reader."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(ROOT):
            return self.get_response(request)
        response = _answer(request)
        for name, value in SHARED.items():
            response.headers.setdefault(name, value)
        return response


def _answer(request: HttpRequest) -> HttpResponseBase:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        text = "There is no such picture.\n"
        return HttpResponse(text, status=404, content_type="text/plain; charset=utf-8")
    request.resolver_match = match
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    return match.func(request, *match.args, **match.kwargs)
