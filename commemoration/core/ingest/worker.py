"""The process that touches the bytes of one picture; `nursery` begins it and watches from outside.

Takes a request and writes one JSON answer to `answer.json` in the folder of the request. It limits
itself before the first byte of the picture is read.
"""

import json
import os
import resource
import sys
from pathlib import Path

from commemoration.core.ingest import limits

ANSWER = "answer.json"

# How libraries say that the limit of memory was reached; a thread needs room for its stack.
_STARVED = ("out of memory", "nsufficient memory", "allocate", "creating thread", "AOM error")


def work(request: dict) -> None:
    """Read the picture of `request` and write the answer; never called twice in one process."""
    # What must be held in a file lies beside the picture, and goes with it.
    os.environ["TMPDIR"] = request["folder"]
    restrict(request["limits"])
    answer = _answer_to(request)
    answer["peak_bytes"] = peak_bytes()
    answer["cpu_seconds"] = cpu_seconds()
    partial = Path(request["folder"]) / f"{ANSWER}.part"
    partial.write_text(json.dumps(answer), encoding="utf-8")
    partial.rename(Path(request["folder"]) / ANSWER)


def load_libraries() -> None:
    """What `work` needs, without reading anything."""
    from commemoration.core.ingest import colours, encoding, metadata, opening  # noqa: F401


def restrict(bounds: dict) -> None:
    """Set the limits that hold until the size of the picture is known."""
    _limit("RLIMIT_CORE", 0, 0)
    # libtiff, libheif and libaom take one thread each beside the two of libvips.
    _limit("RLIMIT_STACK", limits.MEGABYTE, None)
    ordinary = min(limits.ORDINARY_MEMORY, bounds["max_memory"])
    _limit("RLIMIT_DATA", ordinary, _reserved(bounds))
    _limit("RLIMIT_CPU", limits.HEADER_SECONDS, bounds["max_seconds"])
    _limit("RLIMIT_FSIZE", 4 * bounds["max_pixels"], 4 * bounds["max_pixels"])


def allow_for(pixels: int, bounds: dict) -> None:
    """Raise the soft limits to what a picture of this many pixels may cost."""
    if pixels > limits.ORDINARY_PIXELS:
        _limit("RLIMIT_DATA", bounds["max_memory"], _reserved(bounds))
    seconds = limits.HEADER_SECONDS + limits.SECONDS_PER_MEGAPIXEL * pixels / limits.MEGAPIXEL
    _limit("RLIMIT_CPU", min(int(seconds) + 1, bounds["max_seconds"]), bounds["max_seconds"])


def allow_encoding(bounds: dict) -> None:
    """From here on it is our own picture of known size that is encoded."""
    _limit("RLIMIT_DATA", _reserved(bounds), _reserved(bounds))
    seconds = int(cpu_seconds()) + limits.ENCODING_SECONDS
    _limit("RLIMIT_CPU", min(seconds, bounds["max_seconds"]), bounds["max_seconds"])


def _reserved(bounds: dict) -> int:
    return limits.RESERVED_FOR_EACH_HELD * bounds["max_memory"]


def cpu_seconds() -> float:
    """Processor time of this process so far, over all its threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_bytes() -> int:
    """Most memory this process ever held; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def _limit(name: str, soft: int, hard: int | None) -> None:
    kind = getattr(resource, name)
    if hard is None:
        hard = resource.getrlimit(kind)[1]
    try:
        resource.setrlimit(kind, (min(soft, hard), hard) if hard >= 0 else (soft, hard))
    except (ValueError, OSError):
        # macOS knows the name of a limit and refuses to set it; the watch from outside remains.
        return


def _answer_to(request: dict) -> dict:
    from commemoration.core.ingest.opening import Refused

    try:
        return _ingest(request)
    except Refused as refusal:
        return {"refused": refusal.code, "params": refusal.params}
    except MemoryError:
        return {"refused": "too_much_memory", "params": {}}
    except Exception as error:  # noqa: BLE001 - whatever a decoder raises, the file is the cause
        detail = f"{type(error).__name__}: {error}"
        starved = any(sign in detail for sign in _STARVED)
        code = "too_much_memory" if starved else "damaged"
        return {"refused": code, "params": {}, "detail": detail}


def _ingest(request: dict) -> dict:
    import pyvips

    from commemoration.core.ingest.encoding import write_blurred, write_derivatives

    pyvips.cache_set_max(0)
    bounds, normalised = request["limits"], Path(request["folder"]) / "normalised.jpg"
    answer = _normalise(request, bounds, normalised)
    # What was decoded has been let go of by now: encoders need room too.
    allow_encoding(bounds)
    folder, size = normalised.parent, (answer["width"], answer["height"])
    answer["derivatives"] = write_derivatives(normalised, folder, *size)
    narrowest = next(each for each in answer["derivatives"] if each["format"] == "jpg")
    answer["blurred"] = write_blurred(Path(narrowest["path"]), folder, *size)
    return answer


def _normalise(request: dict, bounds: dict, normalised: Path) -> dict:
    from commemoration.core.ingest.colours import is_deep_grey, to_srgb, with_full_range
    from commemoration.core.ingest.encoding import upright, write_normalised
    from commemoration.core.ingest.metadata import read_metadata
    from commemoration.core.ingest.opening import check_size, open_picture

    notes: list[str] = []
    opened = open_picture(request["path"], request["media_type"])
    check_size(opened.width, opened.height, bounds["max_pixels"])
    allow_for(opened.width * opened.height, bounds)
    if opened.pages > 1:
        notes.append("first_page_of_many")

    image = opened.pixels()
    if is_deep_grey(image):
        image = with_full_range(image, opened.pixels().max(), notes)
    image = upright(to_srgb(image, notes), opened.orientation)
    write_normalised(image, normalised)
    return {
        "path": str(normalised),
        "width": image.width,
        "height": image.height,
        "master_width": opened.width,
        "master_height": opened.height,
        "metadata": read_metadata(opened),
        "notes": notes,
    }


if __name__ == "__main__":
    os.umask(0o077)
    work(json.loads(sys.stdin.read()))
