"""Where log lines go: standard error, for whatever runs the site to collect."""


def logging_to_stderr(formatter: str, level: str = "INFO") -> dict:
    """`formatter` is `json` or `plain`. No line holds an address, only its route."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"route": {"()": "commemoration.core.http.logging.RouteFilter"}},
        "formatters": {
            "json": {"()": "commemoration.core.http.logging.JsonFormatter"},
            "plain": {"format": "{levelname} {name} {message}", "style": "{"},
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "filters": ["route"],
                "formatter": formatter,
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        # Django's own handlers would write a second line, with the address in it.
        "loggers": {
            "django": {"handlers": [], "propagate": True, "level": level},
            "django.server": {"handlers": [], "propagate": False},
        },
    }
