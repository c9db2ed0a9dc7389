"""Remembers what was erased, outside the database: a backup that is older than an erasure brings
the person back, and what stands here erases them again.

Each line names something by its random key, mostly a submission. The file is only ever added to,
and says nothing to whoever has not got the database.
"""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from commemoration.submissions.enums import SubmissionState
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.models.records import Submission

NAME = "erased.jsonl"


def tombstone_file() -> Path:
    return Path(settings.TOMBSTONE_DIR) / NAME


def write_tombstones(keys: Iterable[UUID]) -> None:
    """Add a line for each key; they are on the disk when this returns."""
    at = timezone.now().isoformat(timespec="seconds")
    lines = "".join(json.dumps({"submission": str(key), "at": at}) + "\n" for key in keys)
    if not lines:
        return
    path = tombstone_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("a", encoding="utf-8") as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def buried_keys() -> Iterator[UUID]:
    """All keys in the file. A line that was cut short when the machine stopped is passed over."""
    path = tombstone_file()
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            try:
                yield UUID(json.loads(line)["submission"])
            except (ValueError, KeyError, TypeError):
                continue


def mend_tombstones() -> int:
    """Write those that are missing, since the machine stopped after an erasure; how many."""
    known = set(buried_keys())
    submissions = Submission.objects.filter(state=SubmissionState.ERASED)
    objections = Objection.objects.filter(words=None)
    erased = [
        key for rows in (submissions, objections) for key in rows.values_list("key", flat=True)
    ]
    missing = [key for key in erased if key not in known]
    write_tombstones(missing)
    return len(missing)
