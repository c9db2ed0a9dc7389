"""Servers of their own for the tests of the embedded server; the suite's own is left in peace."""

from pathlib import Path

import pytest

from tests.embedded_postgres.holders import Holder, tidy


@pytest.fixture
def hold():
    """Start a process that joins the server of a folder: `hold(folder)`.

    At the end of the test all of them are killed and their servers are gone.
    """
    holders, folders = [], set()

    def start(folder: Path, **environment: str) -> Holder:
        folders.add(folder)
        holders.append(Holder(folder, environment))
        return holders[-1]

    yield start
    for holder in holders:
        holder.kill()
    for folder in folders:
        tidy(folder)


@pytest.fixture
def folder(tmp_path):
    """An empty control folder."""
    return tmp_path / "postgres"
