"""Decides what a reader sees while the database is away: an honest page that asks for patience."""

import logging

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from commemoration.core.http.errors import error_response

logger = logging.getLogger(__name__)


class DatabaseOutageMiddleware:
    """Turns a lost database connection into 503 with `Retry-After`, wherever it is noticed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError):
            return self._outage(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OperationalError | InterfaceError):
            return self._outage(request)
        return None

    def _outage(self, request: HttpRequest) -> HttpResponse:
        logger.exception("The database did not answer")
        return error_response(request, 503)
