"""Pictures imported, tiled and served: photographs a second, memory, and tiles a second.

    python -m bench.tiles [--photos N] [--rounds N]

Synthetic photographs of 6 megapixels with film grain are imported by `import_photos` and published;
then their tiles are made as the task worker makes them, in turn with plain pyvips `dzsave` of the
same files, each in a process of its own. The tiles are then fetched through the web server of the
Procfile, and by nginx from the same folder as docs/deploy.md describes it, by one client with a few
connections that are kept open. The client shares the processors with what it measures.

Writes var/bench/tiles.json.
"""

import argparse
import csv
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench import tile_servers  # noqa: E402
from bench.database import own_database  # noqa: E402
from bench.ingest import DRAW  # noqa: E402
from bench.reports import write_report  # noqa: E402
from bench.workers import environment  # noqa: E402
from photos import picture_files  # noqa: E402
from photos.enums import TileState  # noqa: E402
from photos.iiif import geometry, tile_files  # noqa: E402
from photos.models import ArchiveImage, Photo  # noqa: E402

WIDTH, HEIGHT = 3000, 2000
AIM = 1.3  # times plain dzsave

# Both read the files named on standard input and say what it cost them; loading is not counted.
_MEASURED = """
import json, resource, sys, time
paths = json.load(sys.stdin)
{prepare}
def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
open("/proc/self/clear_refs", "w").write("5")
started, used = time.perf_counter(), cpu()
for number, path in enumerate(paths):
    {work}
lines = open("/proc/self/status").read().splitlines()
print(json.dumps({{
    "seconds": time.perf_counter() - started,
    "cpu_seconds": cpu() - used,
    "peak_bytes": next(int(l.split()[1]) * 1024 for l in lines if l.startswith("VmHWM")),
}}))
"""
PLAIN = _MEASURED.format(
    prepare="import pyvips",
    work="pyvips.Image.new_from_file(path, access='sequential').dzsave(f'{sys.argv[1]}/{number}', "
    "layout='iiif3', tile_size=512, suffix='.jpg[Q=82,keep=none]')",
)
OURS = _MEASURED.format(
    prepare="""
import django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from photos.iiif import pyramid
from photos.models import ArchiveImage
from photos.services.tiles import make_tiles_of
ids = {str(image.uuid): image.pk for image in ArchiveImage.objects.all()}
""",
    work="assert make_tiles_of(ids[path])",
)


def main() -> int:
    options = _options()
    with own_database(), tempfile.TemporaryDirectory() as folder:
        call_command("lay_foundation", stdout=io.StringIO())
        imported = _import(Path(folder), options.photos)
        making = _making(options.rounds)
        serving = _serving(options.requests)
    result = {
        "photos": options.photos,
        "pixels": [WIDTH, HEIGHT],
        "tiles_of_each": len(geometry.addresses(WIDTH, HEIGHT)),
        "rounds": options.rounds,
        "import": imported,
        "making": making,
        "serving": serving,
    }
    _print(result)
    write_report("tiles", **result)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3, help="how often all tiles are made")
    parser.add_argument("--requests", type=int, default=6000, help="tiles fetched from each server")
    return parser.parse_args()


def _import(folder: Path, photos: int) -> dict:
    """Import and publish new pictures; seconds, and the most memory a reading process held."""
    rows = [_drawn(folder, number) for number in range(1, photos + 1)]
    sheet = folder / "list.csv"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    started = time.perf_counter()
    call_command("import_photos", sheet, images=folder, collection="bench", stdout=io.StringIO())
    seconds = time.perf_counter() - started
    if Photo.objects.published().count() != photos:
        raise SystemExit("Not every photograph was imported.")
    return {"seconds": seconds, "photos_per_second": photos / seconds}


def _drawn(folder: Path, number: int) -> dict:
    name = f"bench-{number:04d}.jpg"
    code = DRAW.replace("seed=75", f"seed={number}").replace("seed=45", f"seed={number}")
    command = [sys.executable, "-c", code, str(WIDTH), str(HEIGHT), str(folder / name)]
    subprocess.run(command, check=True)
    return {
        "accession": f"BENCH-{number:04d}",
        "file": name,
        "title_en": f"Synthetic photograph {number}",
        "rights": "CC0-1.0",
    }


def _making(rounds: int) -> dict:
    images = list(ArchiveImage.objects.order_by("pk"))
    storage = picture_files.working_storage()
    files = [storage.path(image.file.name) for image in images]
    uuids = [str(image.uuid) for image in images]
    measured = {"site": [], "plain_dzsave": []}
    for _round in range(rounds):
        with tempfile.TemporaryDirectory(dir=settings.FILES_DIR) as folder:
            measured["plain_dzsave"].append(_run(PLAIN, folder, files))
        for uuid in uuids:
            tile_files.remove_tiles(uuid)
        ArchiveImage.objects.update(
            tile_state=TileState.WAITING, tile_attempts=0, tiled_width=None, tiled_height=None
        )
        measured["site"].append(_run(OURS, connection.settings_dict["NAME"], uuids))
    result = {name: _medians(each) for name, each in measured.items()}
    for each in result.values():
        each["photos_per_second"] = len(images) / each["seconds"]
    pairs = list(zip(measured["site"], measured["plain_dzsave"], strict=True))
    result["ratio"] = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
    result["ratio_cpu"] = statistics.median(a["cpu_seconds"] / b["cpu_seconds"] for a, b in pairs)
    return result


def _run(code: str, argument: str, paths: list[str]) -> dict:
    answer = subprocess.run(
        [sys.executable, "-c", code, argument],
        input=json.dumps(paths),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    return json.loads(answer.stdout.splitlines()[-1])


def _medians(rounds: list[dict]) -> dict:
    return {key: statistics.median(each[key] for each in rounds) for key in rounds[0]}


def _serving(requests: int) -> dict:
    addresses = [
        f"/{tile_files.FOLDER}/{uuid}/{name}"
        for uuid in ArchiveImage.objects.values_list("uuid", flat=True)
        for name in sorted(geometry.addresses(WIDTH, HEIGHT) - {geometry.FULL})
    ]
    asked = [addresses[number % len(addresses)] for number in range(requests)]
    result = {"requests": requests, "connections": tile_servers.CONNECTIONS}
    for name, server in tile_servers.SERVERS.items():
        with server() as port:
            result[name] = tile_servers.fetch(port, asked) if port else None
    return result


def _print(result: dict) -> None:
    making, serving = result["making"], result["serving"]
    print(
        f"{result['photos']} photographs of {WIDTH} × {HEIGHT} pixels, {result['tiles_of_each']} "
        f"files of tiles each; medians of {result['rounds']} rounds"
    )
    print(f"  import and publication {result['import']['photos_per_second']:6.2f} photographs/s")
    for name in ("site", "plain_dzsave"):
        row = making[name]
        print(
            f"  tiles, {name:13} {row['photos_per_second']:6.2f} photographs/s  "
            f"{row['cpu_seconds'] / result['photos']:5.2f} s of processor each  "
            f"{row['peak_bytes'] / 1024 / 1024:5.0f} MB"
        )
    print(
        f"  the site takes {making['ratio']:.2f} times plain dzsave "
        f"({making['ratio_cpu']:.2f} of processor; aim {AIM})"
    )
    for name in tile_servers.SERVERS:
        if (row := serving[name]) is None:
            print(f"  {name} is not installed: not measured")
            continue
        print(
            f"  {name:6} {row['per_second']:6.0f} tiles/s over {serving['connections']} "
            f"connections, median {row['median_ms']:.1f} ms, {row['megabytes_per_second']:.0f} MB/s"
        )


if __name__ == "__main__":
    sys.exit(main())
