"""Gives each request a name and writes one line about it: what, how it ended, how long it took.

Never the address itself: addresses hold tokens and what people search for. The route names the
kind of page, and the request's name joins its lines.
"""

import logging
import re
import time
import uuid
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger("commemoration.access")
current_request: ContextVar[HttpRequest | None] = ContextVar("current_request", default=None)
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
QUIET_ROUTES = {"healthz", "readyz"}


class RequestLogMiddleware:
    """Stands first, so that it times everything and every line knows its request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        request.request_id = request_id(request)
        token = current_request.set(request)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request.request_id
            milliseconds = round((time.monotonic() - started) * 1000, 1)
            route = route_name(request)
            level = logging.DEBUG if route in QUIET_ROUTES else logging.INFO
            fields = {
                "method": request.method,
                "route": route,
                "status": response.status_code,
                "ms": milliseconds,
            }
            logger.log(
                level,
                "%s %s %s in %s ms",
                *fields.values(),
                extra={"fields": fields},
            )
        finally:
            current_request.reset(token)
        return response


def request_id(request: HttpRequest) -> str:
    """The name that a server in front gave the request, if it is harmless; else a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def route_name(request: HttpRequest) -> str:
    """What kind of page was asked for, such as `photos:photo`; never the address."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return "-"
    return match.view_name or "-"
