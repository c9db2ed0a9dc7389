"""What a killed process held in hand goes, and what a living one holds stays."""

import os
import tempfile
import time

import pytest

from commemoration.core.media.work_folders import (
    FORGOTTEN_AFTER,
    Work,
    folders_of,
    remove_forgotten_folders,
    work_folder,
)
from commemoration.core.runtime.periodic import registered_jobs


@pytest.mark.parametrize("work", list(Work))
def test_folder_of_a_killed_process_goes_and_that_of_a_living_one_stays(
    monkeypatch, tmp_path, work
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, others = tmp_path / f"commemoration-{work}-left", tmp_path / "commemoration-else"
    for folder in (left, others):
        folder.mkdir()
        (folder / "master").write_bytes(b"picture")
        long_ago = time.time() - FORGOTTEN_AFTER.total_seconds() - 60
        os.utime(folder, (long_ago, long_ago))

    with work_folder(work) as held:
        before = folders_of(work)
        removed = remove_forgotten_folders()

        assert (left in before, removed) == (True, 1)
        assert sorted(map(str, tmp_path.iterdir())) == sorted([held, str(others)])


def test_it_is_asked_for_at_intervals():
    assert remove_forgotten_folders in [job.function for job in registered_jobs()]
