"""Writes what a bench measured to var/bench/<name>.json."""

import json
import os

from django.conf import settings
from django.utils import timezone


def write_report(name: str, **figures) -> None:
    target = settings.STATE_DIR / "bench" / f"{name}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "measured_at": timezone.now().isoformat(timespec="seconds"),
        "processors": os.cpu_count(),
        **figures,
    }
    target.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
