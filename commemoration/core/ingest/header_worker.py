"""The process that reads the headers of many files; `headers` starts it and asks.

It takes a request a line, `{"path": …, "media_type": …}`, and answers each with a line. It limits
itself before the first file is opened, and knows nothing of Django.
"""

import json
import resource
import sys

from commemoration.core.ingest import worker
from commemoration.core.ingest.metadata import read_metadata
from commemoration.core.ingest.opening import open_picture

PROCESSOR_SECONDS = 30


def main() -> None:
    bounds = json.loads(sys.stdin.readline())
    worker.restrict(bounds)
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, bounds["max_seconds"]))
    for line in sys.stdin:
        request = json.loads(line)
        try:
            found = read_metadata(open_picture(request["path"], request["media_type"]))
        except Exception:  # noqa: BLE001 - whatever a header makes a library do, it says nothing
            found = {}
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
