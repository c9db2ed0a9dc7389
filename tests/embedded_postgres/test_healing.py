import os
import pwd
import shutil
import subprocess

import pytest

from commemoration.embedded_postgres.places import (
    UNPRIVILEGED,
    ControlFolder,
    Place,
    _copied_binaries,
    find_place,
    make_socket_folder,
    packaged_binaries,
)
from commemoration.embedded_postgres.server import end_leftovers
from tests.embedded_postgres.holders import (
    ask,
    data_folder,
    kill_everything,
    server_processes,
    wait_until,
)


@pytest.fixture
def stranger(folder):
    """A living process of the server's own account that has nothing to do with it."""
    account = pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else None
    process = subprocess.Popen(
        ["sleep", "600"], cwd="/", **({"user": account.pw_uid} if account else {})
    )
    yield process
    process.kill()
    process.wait()


def test_process_id_that_was_given_to_another_does_not_block_the_start(folder, hold, stranger):
    holder = hold(folder)
    holder.socket_folder()
    kill_everything(folder)
    holder.kill()
    note = data_folder(folder) / "postmaster.pid"
    lines = note.read_text().splitlines()
    note.write_text("\n".join([str(stranger.pid), *lines[1:]]) + "\n")

    assert "already exists" in _start_without_healing(folder)  # the negative control
    again = hold(folder)

    assert ask(again.socket_folder(), "SELECT 1") == 1
    assert stranger.poll() is None


def test_leftovers_of_another_data_folder_are_not_touched(folder, hold, tmp_path):
    holder = hold(folder)
    socket_folder = holder.socket_folder()
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(data_folder(folder) / "postmaster.pid", other)

    end_leftovers(other)

    assert not (other / "postmaster.pid").exists()
    assert ask(socket_folder, "SELECT 1") == 1


def test_half_made_data_is_made_again(folder, hold):
    ControlFolder(folder).make()
    find_place(ControlFolder(folder))
    for name in ("data", "data.new"):
        half = data_folder(folder).with_name(name)
        half.mkdir()
        (half / "global").mkdir()

    holder = hold(folder)

    assert ask(holder.socket_folder(), "SELECT 1") == 1
    assert not data_folder(folder).with_name("data.new").exists()


def test_data_of_another_version_is_left_alone_and_named(folder, hold):
    holder = hold(folder)
    holder.socket_folder()
    kill_everything(folder)
    holder.kill()
    (data_folder(folder) / "PG_VERSION").write_text("17\n")

    refused = hold(folder)

    refused.process.wait(timeout=30)
    assert "was made by PostgreSQL 17, this is 18" in refused.process.stderr.read()
    assert data_folder(folder).exists()


def test_half_copied_binaries_are_copied_again(tmp_path):
    half = tmp_path / "postgresql-18.new" / "bin"
    half.mkdir(parents=True)
    (half / "postgres").write_text("half of it")

    binaries = _copied_binaries(packaged_binaries(), tmp_path)

    for program in ("postgres", "initdb"):
        command = [binaries / program, "--version"]
        answer = subprocess.run(command, capture_output=True, text=True)
        assert answer.stdout.startswith(f"{program} (PostgreSQL) 18"), answer.stderr
    assert not half.exists()
    assert _copied_binaries(packaged_binaries(), tmp_path) == binaries


def test_socket_folder_that_someone_else_opened_is_not_used(tmp_path):
    control = ControlFolder(tmp_path / "postgres")
    control.make()
    place = Place(tmp_path / "data", packaged_binaries(), None)
    first = make_socket_folder(control, place)
    assert make_socket_folder(control, place) == first  # the negative control
    first.chmod(0o777)

    second = make_socket_folder(control, place)

    assert second != first
    assert second.stat().st_mode & 0o777 == 0o700
    first.rmdir()
    second.rmdir()


def test_deleted_folder_starts_empty_and_leaves_nothing_outside(folder, hold):
    first = hold(folder)
    ask(first.socket_folder(), "CREATE TABLE kept AS SELECT 1")
    first.leave()
    tidied = data_folder(folder)
    wait_until(lambda: not server_processes(folder))
    shutil.rmtree(folder)

    second = hold(folder)

    assert ask(second.socket_folder(), "SELECT to_regclass('kept')::text") is None
    assert data_folder(folder) != tidied or tidied.parent == folder
    assert not tidied.exists() or tidied.parent == folder


def test_copied_folder_gets_data_of_its_own_and_a_moved_one_keeps_it(folder, hold):
    first = hold(folder)
    ask(first.socket_folder(), "CREATE TABLE kept AS SELECT 1945 AS year")
    first.leave()
    wait_until(lambda: not server_processes(folder))
    if os.geteuid() == 0:  # as root the data is elsewhere, and a copied note must not share it
        copy = folder.with_name("copy")
        shutil.copytree(folder, copy)
        of_copy = hold(copy)
        assert ask(of_copy.socket_folder(), "SELECT to_regclass('kept')::text") is None
        of_copy.leave()
    moved = folder.rename(folder.with_name("moved"))

    of_moved = hold(moved)

    assert ask(of_moved.socket_folder(), "SELECT year FROM kept") == 1945


def _start_without_healing(folder) -> str:
    place = find_place(ControlFolder(folder))
    tried = subprocess.run(
        [place.binaries / "postgres", "-D", place.data, "-c", "listen_addresses="],
        cwd="/",
        env={"LC_ALL": "C"},
        capture_output=True,
        text=True,
        timeout=30,
        **place.as_account(),
    )
    return tried.stderr
