"""Ingest of a synthetic 24-megapixel JPEG, beside plain pyvips making the same files.

    python -m bench.ingest

Prints medians and writes var/bench/ingest.json. Memory is the most that either process held.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commemoration.settings.dev")
django.setup()

from django.conf import settings  # noqa: E402

from commemoration.core.ingest.services import STAFF, ingest_picture  # noqa: E402

WIDTH, HEIGHT, ROUNDS = 6000, 4000, 3

# A picture of slow shapes under film grain: what a scan of a photograph costs an encoder.
DRAW = """
import sys, pyvips
width, height, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
shapes = pyvips.Image.perlin(width, height, cell_size=400, seed=75).linear(60, 128)
grain = pyvips.Image.gaussnoise(width, height, sigma=5, mean=0, seed=45)
bands = [shapes, shapes.rot180(), shapes.fliphor()]
image = bands[0].bandjoin(bands[1:]) + grain
image.cast("uchar").copy(interpretation="srgb").jpegsave(path, Q=92)
"""

PLAIN = """
import json, resource, sys, time
started = time.perf_counter()
import pyvips
source, folder = sys.argv[1], sys.argv[2]
pyvips.Image.new_from_file(source, access="sequential").jpegsave(
    f"{folder}/normalised.jpg", Q=95, subsample_mode="off", keep="none")
for width in (320, 480, 640, 960, 1440, 2048):
    image = pyvips.Image.thumbnail(source, width, height=10_000_000).copy_memory()
    image.heifsave(f"{folder}/{width}.avif", compression="av1", Q=58, effort=0, keep="none")
    image.webpsave(f"{folder}/{width}.webp", Q=76, effort=2, keep="none")
    image.jpegsave(f"{folder}/{width}.jpg", Q=78, interlace=True, optimize_coding=True, keep="none")
used = resource.getrusage(resource.RUSAGE_SELF)
lines = open("/proc/self/status").read().splitlines()
peak = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
print(json.dumps({"seconds": time.perf_counter() - started,
                  "cpu_seconds": used.ru_utime + used.ru_stime, "peak_bytes": peak}))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.jpg"
        _python(DRAW, str(WIDTH), str(HEIGHT), str(source))
        source_bytes = source.stat().st_size
        rounds = [(_ingest(source), _plain(source)) for _ in range(ROUNDS)]
    result = {
        "source": {"width": WIDTH, "height": HEIGHT, "bytes": source_bytes},
        "rounds": ROUNDS,
        "ingest": _medians([each[0] for each in rounds]),
        "plain_pyvips": _medians([each[1] for each in rounds]),
    }
    _report(result)
    target = Path(settings.STATE_DIR) / "bench" / "ingest.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def _ingest(source: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        picture = ingest_picture(source, work_dir=Path(folder), limits=STAFF)
    return {
        "seconds": picture.seconds,
        "cpu_seconds": picture.cpu_seconds,
        "peak_bytes": picture.peak_bytes,
    }


def _plain(source: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        return json.loads(_python(PLAIN, str(source), folder))


def _python(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _medians(rounds: list[dict]) -> dict:
    return {key: statistics.median(each[key] for each in rounds) for key in rounds[0]}


def _report(result: dict) -> None:
    source = result["source"]
    megapixels = source["width"] * source["height"] / 1e6
    print(f"Ingest of a JPEG of {megapixels:.0f} megapixels, {source['bytes'] / 1e6:.1f} MB")
    print(f"(the upright picture and 18 derivatives; medians of {result['rounds']} rounds)")
    for name in ("ingest", "plain_pyvips"):
        row = result[name]
        print(
            f"  {name:13} {row['seconds']:6.2f} s  {row['cpu_seconds']:6.2f} s of processor  "
            f"{row['peak_bytes'] / 1024 / 1024:5.0f} MB"
        )


if __name__ == "__main__":
    main()
