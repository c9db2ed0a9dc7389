"""Runs every bench, each in a process of its own: `make bench`."""

import subprocess
import sys

BENCHES = (
    "bench.pages",
    "bench.search",
    "bench.weight",
    "bench.ingest",
    "bench.tiles",
    "bench.photo_imports",
    "bench.names",
    "bench.lists",
    "bench.map",
    "bench.regiment",
    "bench.moderation",
    "bench.sending",
)


def main() -> int:
    return max(
        subprocess.run([sys.executable, "-m", bench], check=False).returncode for bench in BENCHES
    )


if __name__ == "__main__":
    sys.exit(main())
