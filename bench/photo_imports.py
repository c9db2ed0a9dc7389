"""A list of photographs imported, published and tiled by the task worker: speed and memory.

    python -m bench.photo_imports [--photos N] [--width W --height H | --folder DIR]

The pictures are synthetic (slow shapes under film grain) or those of a folder, each as often as is
needed to make N files that differ in their last bytes. The list is checked and imported by the
import service and the tiles are made by their task, all in one worker as the Procfile starts it;
plain pyvips `dzsave` of the same files follows in a process of its own. Memory is the most that
the worker and its children hold together (shared pages counted once). Nothing is left behind.

Writes var/bench/photo_imports.json.
"""

import argparse
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db.models import Max, Min, QuerySet  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from bench.database import own_database  # noqa: E402
from bench.reports import write_report  # noqa: E402
from bench.tiles import AIM, PLAIN  # noqa: E402
from bench.workers import start_worker  # noqa: E402
from commemoration.core.imports import services  # noqa: E402
from commemoration.core.imports.enums import BatchState  # noqa: E402
from commemoration.core.imports.models import ImportBatch  # noqa: E402
from commemoration.core.imports.tasks import run_import  # noqa: E402
from photos.enums import TileState  # noqa: E402
from photos.importers import PhotoImporter  # noqa: E402
from photos.models import ArchiveImage, Photo  # noqa: E402
from photos.tasks import make_tiles  # noqa: E402

# One process draws them all; the numbers of the pictures are the seeds of their grain.
DRAW = """
import sys, pyvips
width, height, photos, folder = *map(int, sys.argv[1:4]), sys.argv[4]
for number in range(1, photos + 1):
    shapes = pyvips.Image.perlin(width, height, cell_size=400, seed=number).linear(60, 128)
    grain = pyvips.Image.gaussnoise(width, height, sigma=5, mean=0, seed=number)
    image = shapes.bandjoin([shapes.rot180(), shapes.fliphor()]) + grain
    image.cast("uchar").copy(interpretation="srgb").jpegsave(f"{folder}/{number:05d}.jpg", Q=92)
"""


def main() -> int:
    options = _options()
    with own_database(), tempfile.TemporaryDirectory(prefix="bench-imports-") as folder:
        call_command("lay_foundation", stdout=io.StringIO())
        files = _copied(options, Path(folder)) if options.folder else _drawn(options, Path(folder))
        result = {"photos": len(files), "bytes": sum(path.stat().st_size for path in files)}
        result |= _imported(files, Path(folder))
        with tempfile.TemporaryDirectory(dir=settings.FILES_DIR) as plain:
            result["plain_dzsave"] = _run(PLAIN, plain, [str(path) for path in files])
    result["tiles_to_dzsave"] = result["tiles"]["seconds"] / result["plain_dzsave"]["seconds"]
    _print(options, result)
    write_report("photo_imports", **result)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--width", type=int, default=1800)
    parser.add_argument("--height", type=int, default=1200)
    parser.add_argument("--folder", type=Path, help="take these JPEG files instead of drawing any")
    return parser.parse_args()


def _drawn(options: argparse.Namespace, folder: Path) -> list[Path]:
    size = [str(number) for number in (options.width, options.height, options.photos)]
    subprocess.run([sys.executable, "-c", DRAW, *size, str(folder)], check=True)
    return sorted(folder.glob("*.jpg"))


def _copied(options: argparse.Namespace, folder: Path) -> list[Path]:
    """Bytes after the end of a JPEG change nothing but its checksum."""
    sources = sorted(options.folder.glob("*.jpg"))
    if not sources:
        raise SystemExit(f"There is no *.jpg in {options.folder}.")
    for number in range(1, options.photos + 1):
        content = sources[number % len(sources)].read_bytes()
        (folder / f"{number:05d}.jpg").write_bytes(content + f"{number:05d}".encode())
    return sorted(folder.glob("*.jpg"))


def _imported(files: list[Path], folder: Path) -> dict:
    """Check and import a list of these files and make the tiles, each in the worker."""
    batch = services.start_batch(
        importer=PhotoImporter(),
        file=_list_of(files),
        original_name="bench.csv",
        options={
            "collection": "bench",
            "make_collection": True,
            "section": "embassy",
            "language": "en",
            "publish": True,
            "by_command": True,
        },
        files_folder=folder,
    )
    services.dry_run(batch)
    checked = _work()
    check = _span(_tasks(run_import))
    DBTaskResult.objects.all().delete()
    batch = ImportBatch.objects.get()
    services.confirm_batch(batch)
    peak = max(checked, _work())
    batch.refresh_from_db()
    ready = ArchiveImage.objects.filter(tile_state=TileState.READY).count()
    if (batch.state, Photo.objects.published().count(), ready) != (
        BatchState.FINISHED,
        len(files),
        len(files),
    ):
        raise SystemExit("Not every photograph was imported and tiled.")
    seconds = {
        "check": check,
        "import": _span(_tasks(run_import)),
        "tiles": _span(_tasks(make_tiles)),
    }
    seconds["whole"] = sum(seconds.values())
    parts = {
        name: {"seconds": value, "photos_per_second": len(files) / value}
        for name, value in seconds.items()
    }
    return {**parts, "peak_bytes": peak}


def _list_of(files: list[Path]) -> io.BytesIO:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["accession", "file", "title_en", "rights"])
    for path in files:
        name = f"Synthetic photograph {path.stem}"
        writer.writerow([f"BENCH-{path.stem}", path.name, name, "CC0-1.0"])
    return io.BytesIO(text.getvalue().encode())


def _tasks(task) -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.filter(task_path=task.module_path)


def _span(tasks: QuerySet[DBTaskResult]) -> float:
    """Seconds from the beginning of the first to the end of the last."""
    ends = tasks.aggregate(first=Min("started_at"), last=Max("finished_at"))
    return (ends["last"] - ends["first"]).total_seconds()


def _work() -> int:
    """Run a worker until nothing waits; the most bytes that it and its children held together."""
    worker = start_worker()
    peak, over = [0], threading.Event()

    def watch():
        while not over.wait(0.2):
            peak[0] = max(peak[0], sum(_held_bytes(pid) for pid in _family(worker.pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        if worker.wait():
            raise SystemExit("The worker failed.")
    finally:
        over.set()
        watcher.join()
    return peak[0]


def _run(code: str, argument: str, paths: list[str]) -> dict:
    answer = subprocess.run(
        [sys.executable, "-c", code, argument],
        input=json.dumps(paths),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    measured = json.loads(answer.stdout.splitlines()[-1])
    return {**measured, "photos_per_second": len(paths) / measured["seconds"]}


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held_bytes(pid: int) -> int:
    """A shared page counts in part for each process that has it; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _print(options: argparse.Namespace, result: dict) -> None:
    what = options.folder or f"{options.width} × {options.height} pixels"
    megabytes = result["bytes"] / 1e6
    print(f"{result['photos']} photographs ({what}), {megabytes:.0f} MB, published, with tiles")
    for name in ("check", "import", "tiles", "whole", "plain_dzsave"):
        row = result[name]
        print(f"  {name:13} {row['photos_per_second']:7.2f} photographs/s  {row['seconds']:7.1f} s")
    print(f"  worker and children: at most {result['peak_bytes'] / 1024 / 1024:.0f} MB")
    print(f"  the tiles take {result['tiles_to_dzsave']:.2f} times plain dzsave (aim {AIM})")


if __name__ == "__main__":
    sys.exit(main())
