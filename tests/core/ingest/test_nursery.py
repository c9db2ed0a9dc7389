import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from commemoration.core.ingest import nursery, process
from commemoration.core.ingest.services import PUBLIC, STAFF, PictureRefused, ingest_picture
from tests.factories import pictures


@pytest.fixture
def ingest(tmp_path):
    process.close_idle_nurseries()
    path, work_dir = tmp_path / "picture", tmp_path / "work"
    work_dir.mkdir()

    def run(data: bytes, limits=PUBLIC):
        path.write_bytes(data)
        for made in work_dir.iterdir():
            made.unlink()
        return ingest_picture(path, work_dir=work_dir, limits=limits)

    yield run
    process.close_idle_nurseries()


def only_nursery():
    (found,) = process._idle
    return found.process


def test_nursery_is_kept_from_one_picture_to_the_next(ingest):
    ingest(pictures.jpeg())
    first = only_nursery().pid

    ingest(pictures.jpeg(300, 200))

    assert only_nursery().pid == first


@pytest.mark.parametrize(
    ("limits", "data", "code"),
    [
        (replace(PUBLIC, max_seconds=0), pictures.jpeg(), "too_slow"),
        (
            replace(PUBLIC, max_memory=35 * 1024 * 1024),
            pictures.jpeg(3000, 3000, exif=pictures.orientation_exif(6)),
            "too_much_memory",
        ),
        (PUBLIC, pictures.jpeg()[:-2000], "damaged"),
    ],
)
def test_refused_picture_leaves_nothing_for_the_next(ingest, limits, data, code):
    with pytest.raises(PictureRefused) as refused:
        ingest(data, limits)
    assert refused.value.code == code

    # It has its own limits again, of memory and of processor time, and all of both.
    picture = ingest(pictures.jpeg(3000, 3000, exif=pictures.orientation_exif(6)), STAFF)

    assert (picture.width, picture.height) == (3000, 3000)


def test_lost_nursery_costs_nobody_the_picture(ingest):
    ingest(pictures.jpeg())
    lost = only_nursery()
    os.kill(lost.pid, signal.SIGKILL)

    picture = ingest(pictures.jpeg())

    assert picture.width == 400
    assert only_nursery().pid != lost.pid


def test_nursery_lost_at_work_is_asked_no_third_time(ingest, monkeypatch, tmp_path):
    monkeypatch.setattr(process, "PROJECT", tmp_path)  # where there is no such program

    with pytest.raises(RuntimeError, match=r"could not run.*No module named"):
        ingest(pictures.jpeg())


def test_spawned_workers_do_the_same(ingest, monkeypatch):
    monkeypatch.setattr(process, "WAY", nursery.SPAWN)

    assert ingest(pictures.jpeg()).width == 400
    with pytest.raises(PictureRefused) as refused:
        ingest(pictures.jpeg(), replace(PUBLIC, max_seconds=0))

    assert refused.value.code == "too_slow"


def test_worker_ends_with_the_server_that_asked(tmp_path):
    (tmp_path / "work").mkdir()
    slow = tmp_path / "slow.png"
    slow.write_bytes(pictures.png_with_header(6000, 6000, b"\0" * (6000 * 3 + 1) * 6000))
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(slow), str(tmp_path / "work")])
    workers = _wait_for(
        lambda: [each for child in _children(server.pid) for each in _children(child)]
    )
    nurseries = _children(server.pid)

    server.kill()
    server.wait()

    assert len(workers) == len(nurseries) == 1
    _wait_for(lambda: not _is_running(workers[0]) and not _is_running(nurseries[0]))


SERVER = """
import sys
from pathlib import Path
from commemoration.core.ingest.services import PUBLIC, ingest_picture
ingest_picture(Path(sys.argv[1]), work_dir=Path(sys.argv[2]), limits=PUBLIC)
"""


def _children(pid):
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_for(question):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if answer := question():
            return answer
        time.sleep(0.01)
    raise AssertionError("That never happened")
