"""What the benches run on: the settings of the tests, in a database of their own."""

import os
from pathlib import Path

from commemoration.settings.test import *  # noqa: F403
from commemoration.settings.test import DATABASES, FILES_DIR, STORAGES

DATABASES["default"]["TEST"] = {"NAME": "commemoration_bench"}

# The processes that a bench starts work on its files.
if "BENCH_FILES_DIR" in os.environ:
    FILES_DIR = Path(os.environ["BENCH_FILES_DIR"])
    MEDIA_ROOT = FILES_DIR / "media"
    for _name in ("working", "masters", "papers", "submitted"):
        STORAGES[_name]["OPTIONS"]["location"] = str(FILES_DIR / _name)

# The database of a bench, for the servers and workers that it starts.
if "BENCH_DATABASE" in os.environ:
    DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
