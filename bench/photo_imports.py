"""A list of photographs imported, published and tiled by the task worker: speed and memory.

    python -m bench.photo_imports [--photos N] [--width W --height H | --folder DIR]

The pictures are synthetic (slow shapes under film grain) or those of a folder, each as often as is
needed to make N files that differ in their last bytes. The list is checked and imported by the
import service and the tiles are made by their task, all in one worker as the Procfile starts it;
plain pyvips `dzsave` of the same files runs before and after it in a process of its own. Processor
time is that of the worker and its children, without the database. Memory is the most that they hold
together (shared pages counted once). The whole is all that the worker did, the index of the search
included. The load of the machine is printed: beside other work seconds say little. Nothing is left
behind.

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
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

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
        result["load_before"] = os.getloadavg()
        plain = [_plain(files)]
        result |= _imported(files, Path(folder))
        plain.append(_plain(files))
        result["load_after"] = os.getloadavg()
    result["plain_dzsave"] = {key: mean(each[key] for each in plain) for key in plain[0]}
    for name in ("seconds", "cpu_seconds"):
        ratio = result["tiles"][name] / result["plain_dzsave"][name]
        result[f"tiles_to_dzsave_{name}"] = ratio
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
    checking = _work()
    parts = {"check": checking.cost_of(_tasks(run_import))}
    DBTaskResult.objects.all().delete()
    batch = ImportBatch.objects.get()
    services.confirm_batch(batch)
    working = _work()
    batch.refresh_from_db()
    ready = ArchiveImage.objects.filter(tile_state=TileState.READY).count()
    if (batch.state, Photo.objects.published().count(), ready) != (
        BatchState.FINISHED,
        len(files),
        len(files),
    ):
        raise SystemExit("Not every photograph was imported and tiled.")
    parts["import"] = working.cost_of(_tasks(run_import))
    parts["tiles"] = working.cost_of(_tasks(make_tiles))
    both = working.cost_of(DBTaskResult.objects.all())
    parts["whole"] = {key: parts["check"][key] + both[key] for key in both}
    for part in parts.values():
        part["photos_per_second"] = len(files) / part["seconds"]
    return {**parts, "peak_bytes": max(checking.peak_bytes, working.peak_bytes)}


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


class Watch(threading.Thread):
    """Looks now and then at what a worker and its children hold, and have used."""

    def __init__(self, worker: subprocess.Popen):
        super().__init__()
        self._worker, self._over = worker, threading.Event()
        self._used: list[tuple[float, float]] = []
        self.peak_bytes = 0

    def run(self):
        while not self._over.wait(0.2):
            family = list(_family(self._worker.pid))
            self.peak_bytes = max(self.peak_bytes, sum(_held_bytes(pid) for pid in family))
            self._used.append((time.time(), sum(_used_seconds(pid) for pid in family)))

    def end(self):
        self._over.set()
        self.join()

    def cost_of(self, tasks: QuerySet[DBTaskResult]) -> dict[str, float]:
        """From the beginning of the first of these tasks to the end of the last."""
        ends = tasks.aggregate(first=Min("started_at"), last=Max("finished_at"))
        first, last = ends["first"].timestamp(), ends["last"].timestamp()
        return {"seconds": last - first, "cpu_seconds": self._used_at(last) - self._used_at(first)}

    def _used_at(self, moment: float) -> float:
        """Between two looks it is taken to rise evenly; before the first the worker only loads."""
        earlier = max((each for each in self._used if each[0] <= moment), default=self._used[0])
        later = min((each for each in self._used if each[0] > moment), default=self._used[-1])
        if later[0] <= earlier[0]:
            return earlier[1]
        share = (moment - earlier[0]) / (later[0] - earlier[0])
        return earlier[1] + share * (later[1] - earlier[1])


def _work() -> Watch:
    """Run a worker until nothing waits."""
    worker = start_worker()
    watch = Watch(worker)
    watch.start()
    try:
        if worker.wait():
            raise SystemExit("The worker failed.")
    finally:
        watch.end()
    return watch


def _plain(files: list[Path]) -> dict:
    with tempfile.TemporaryDirectory(dir=settings.FILES_DIR) as folder:
        return _run(PLAIN, folder, [str(path) for path in files])


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
    """A process and all below it; each thread lists the children that it began."""
    yield pid
    for child in _children(pid):
        yield from _family(child)


def _children(pid: int) -> list[int]:
    found = []
    try:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            found.extend(map(int, (thread / "children").read_text().split()))
    except OSError:  # it has ended, or one of its threads has
        pass
    return found


def _used_seconds(pid: int) -> float:
    """Of all its threads and of those of its children that have ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


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
        print(
            f"  {name:13} {row['photos_per_second']:7.2f} photographs/s  {row['seconds']:7.1f} s  "
            f"{row['cpu_seconds'] / result['photos']:6.3f} s of processor each"
        )
    print(f"  worker and children: at most {result['peak_bytes'] / 1024 / 1024:.0f} MB")
    print(
        f"  the tiles take {result['tiles_to_dzsave_seconds']:.2f} times plain dzsave "
        f"({result['tiles_to_dzsave_cpu_seconds']:.2f} of processor; aim {AIM})"
    )
    loads = "; ".join(
        " ".join(f"{each:.1f}" for each in result[name]) for name in ("load_before", "load_after")
    )
    print(f"  load of the machine over 1, 5 and 15 minutes, before and after: {loads}")


if __name__ == "__main__":
    sys.exit(main())
