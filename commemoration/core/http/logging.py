"""How a log line is written: JSON in production, plain on a developer's screen."""

import json
import logging
from datetime import UTC, datetime

from commemoration.core.http.request_log import current_request, route_name


class RouteFilter(logging.Filter):
    """Puts the route in the place of an address, and the request's name on every line.

    Django's own warnings ("Not Found: /my/…") quote the path, and a path may hold a token.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None) or current_request.get()
        record.request_id = getattr(request, "request_id", "-")
        record.route = "-"
        if request is not None and hasattr(request, "META"):
            record.route = route_name(request)
            _hide_addresses(record, request)
        return True


def _hide_addresses(record: logging.LogRecord, request) -> None:
    if isinstance(record.args, tuple):
        addresses = {request.path, request.path_info, request.get_full_path()}
        record.args = tuple(
            record.route if isinstance(arg, str) and arg in addresses else arg
            for arg in record.args
        )


class JsonFormatter(logging.Formatter):
    """One object a line, as log collectors read it."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", "-"),
            "route": getattr(record, "route", "-"),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
