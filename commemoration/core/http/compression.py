"""Decides what is compressed on its way: pages and lists, never a file or a part of one."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PageCompressionMiddleware(GZipMiddleware):
    """Leaves files alone: pictures gain nothing, and a range counts the bytes of the file itself.

    A length that varies at random keeps a secret from being guessed by the size of a page (BREACH).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.has_header("Accept-Ranges"):
            return response
        return super().process_response(request, response)
