"""The lines that a process in production writes, kept in a file, and beside it what they would be
if nothing hid addresses."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from commemoration.core.http.logging import JsonFormatter, RouteFilter


@dataclass(frozen=True)
class KeptLogs:
    site: Path
    unhidden: Path


@contextmanager
def logs_kept(folder: Path) -> Iterator[KeptLogs]:
    """All lines from now on, of every logger that hands them on; the mail server of the tests is
    another house, and keeps its own."""
    logs = KeptLogs(folder / "site.log", folder / "unhidden.log")
    root, level = logging.getLogger(), logging.getLogger().level
    plain, hiding = (logging.FileHandler(path) for path in (logs.unhidden, logs.site))
    hiding.addFilter(RouteFilter())
    hiding.setFormatter(JsonFormatter())
    handlers = (plain, hiding)  # in this order: hiding changes the line itself
    for handler in handlers:
        handler.addFilter(lambda record: record.name != "mail.log")
        root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield logs
    finally:
        root.setLevel(level)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()
