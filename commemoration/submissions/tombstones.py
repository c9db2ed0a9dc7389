"""Remembers what has ended, outside the database: a backup that is older brings it back, and what
stands here ends it again.

Each line names something by its random key, mostly a submission: that it was erased, that it was
withdrawn, or that links to it below a version open nothing. The file is only ever added to, and
says nothing to whoever has not got the database.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from commemoration.submissions.enums import Reason, SubmissionState
from commemoration.submissions.models.events import SubmissionEvent
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.models.records import FIRST_VERSION, Submission

NAME = "erased.jsonl"
ERASED, WITHDRAWN, LINK = "submission", "withdrawn", "link"  # what a line says of its key


def tombstone_file() -> Path:
    return Path(settings.TOMBSTONE_DIR) / NAME


def write_tombstones(keys: Iterable[UUID]) -> None:
    """Add a line for each key that was erased; they are on the disk when this returns."""
    _add({ERASED: str(key)} for key in keys)


def write_withdrawn(reasons: Mapping[UUID, str]) -> None:
    """Note for each key that it was withdrawn, and why."""
    _add({WITHDRAWN: str(key), "reason": str(reason)} for key, reason in reasons.items())


def write_closed_links(versions: Mapping[UUID, int]) -> None:
    """Note for each key that only links of this version and later ones open anything."""
    _add({LINK: str(key), "version": version} for key, version in versions.items())


def buried_keys() -> Iterator[UUID]:
    """The keys of all that was erased."""
    return (key for key, _line in _lines(ERASED))


def withdrawn_keys() -> dict[UUID, str]:
    """The keys of all that was withdrawn, with the reason."""
    return {key: str(line.get("reason", "")) for key, line in _lines(WITHDRAWN)}


def closed_links() -> dict[UUID, int]:
    """The lowest version of a link that opens anything, by key."""
    found: dict[UUID, int] = {}
    for key, line in _lines(LINK):
        if isinstance(version := line.get("version"), int):
            found[key] = max(version, found.get(key, 0))
    return found


def mend_tombstones() -> int:
    """Write those that are missing, since the machine stopped before they were; how many."""
    submissions = Submission.objects.filter(state=SubmissionState.ERASED)
    objections = Objection.objects.filter(words=None)
    erased = [
        key for rows in (submissions, objections) for key in rows.values_list("key", flat=True)
    ]
    return write_missing(erased) + _mend_withdrawn() + _mend_closed_links()


def write_missing(keys: Iterable[UUID]) -> int:
    """Note those of the erased that the file does not know yet; how many."""
    known = set(buried_keys())
    missing = [key for key in keys if key not in known]
    write_tombstones(missing)
    return len(missing)


def _mend_withdrawn() -> int:
    rows = Submission.objects.filter(state=SubmissionState.WITHDRAWN)
    missing = set(rows.values_list("key", flat=True)) - withdrawn_keys().keys()
    events = SubmissionEvent.objects.filter(to_state=SubmissionState.WITHDRAWN)
    reasons = events.filter(submission__in=missing).values_list("submission", "reason")
    write_withdrawn(dict(reasons))
    return len(missing)


def _mend_closed_links() -> int:
    """Links are closed by raising the version, which begins with FIRST_VERSION."""
    known = closed_links()
    rows = Submission.objects.filter(link_version__gt=FIRST_VERSION)
    versions = dict(rows.values_list("key", "link_version"))
    missing = {key: version for key, version in versions.items() if known.get(key, 0) < version}
    write_closed_links(missing)
    return len(missing)


def reason_of(code: str) -> Reason:
    """The reason of a line; `TIME_OVER` for what nobody knows any more."""
    return Reason(code) if code in Reason.values else Reason.TIME_OVER


def _add(lines: Iterable[dict[str, Any]]) -> None:
    at = timezone.now().isoformat(timespec="seconds")
    words = "".join(json.dumps({**line, "at": at}) + "\n" for line in lines)
    if not words:
        return
    path = tombstone_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("a", encoding="utf-8") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())


def _lines(what: str) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Those that say this, by key. One that was cut short when the machine stopped is passed
    over."""
    path = tombstone_file()
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for written in file:
            try:
                line = json.loads(written)
                yield UUID(line[what]), line
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
