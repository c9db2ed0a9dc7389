"""Hand every file of a folder to ingest and print what became of it, with seconds and memory.

python -m bench.hostile FOLDER [--staff] [--keep FOLDER] [--quiet]
"""

import argparse
import collections
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commemoration.settings.dev")
django.setup()

from commemoration.core.ingest import process  # noqa: E402
from commemoration.core.ingest.services import (  # noqa: E402
    PUBLIC,
    STAFF,
    PictureRefused,
    ingest_picture,
)


def main() -> int:
    options = _options()
    files = sorted(path for path in options.folder.rglob("*") if path.is_file())
    verdicts, seconds, peaks, faults = collections.Counter(), [], [], []
    processor = []
    watched = _watch_peaks()
    for path in files:
        watched.clear()
        started = time.perf_counter()
        verdict = _verdict(path, options)
        seconds.append((time.perf_counter() - started, path.name))
        peaks.append((max((each[0] for each in watched), default=0), path.name))
        processor.append((max((each[1] for each in watched), default=0), path.name))
        verdicts[verdict.split(" ")[0]] += 1
        if verdict.startswith("FAULT"):
            faults.append(path.name)
        if not options.quiet or verdict.startswith("FAULT"):
            mb = peaks[-1][0] / 1024 / 1024
            print(f"{seconds[-1][0]:6.2f} s {mb:6.0f} MB  {verdict:60.60}  {path.name}")
    print(f"\n{len(files)} files: " + ", ".join(f"{n} {v}" for v, n in verdicts.most_common()))
    if files:
        print("longest: {:.2f} s {}".format(*max(seconds)))
        print("most processor time: {:.2f} s {}".format(*max(processor)))
        peak, name = max(peaks)
        print(f"largest: {peak / 1024 / 1024:.0f} MB {name}")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--staff", action="store_true", help="use the limits for staff")
    parser.add_argument("--keep", type=Path, help="keep the normalised pictures in this folder")
    parser.add_argument("--quiet", action="store_true")
    return parser.parse_args()


def _verdict(path: Path, options: argparse.Namespace) -> str:
    limits = STAFF if options.staff else PUBLIC
    with tempfile.TemporaryDirectory() as folder:
        try:
            picture = ingest_picture(path, work_dir=Path(folder), limits=limits)
        except PictureRefused as refusal:
            return f"refused {refusal.code}"
        except Exception as error:  # noqa: BLE001 - finding these is what this script is for
            return f"FAULT {type(error).__name__}: {error}"
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(picture.path, options.keep / f"{path.name}.jpg")
        notes = " ".join(picture.notes)
        return f"taken {picture.width}×{picture.height} {notes}"


def _watch_peaks() -> list[tuple[int, float]]:
    """Collect memory and processor time of every worker, also of those that refuse."""
    peaks: list[tuple[int, float]] = []
    run = process._answer

    def noting(folder, end):
        answer = run(folder, end)
        used = (max(end.peak_bytes, answer.get("peak_bytes", 0)), answer.get("cpu_seconds", 0))
        peaks.append(used)
        return answer

    process._answer = noting
    return peaks


if __name__ == "__main__":
    sys.exit(main())
