from tests.embedded_postgres.holders import (
    Holder,
    ask,
    keepers,
    kill_everything,
    postmaster,
    server_processes,
    tidy,
    wait_until,
)

FORKING_PROGRAM = """
import os, sys
from pathlib import Path
from commemoration import embedded_postgres
print(embedded_postgres.join(Path(sys.argv[1]), durable=False), flush=True)
if os.fork():
    os._exit(0)
sys.stdin.read()
"""


def test_server_runs_until_its_last_user_leaves(folder, hold):
    first, second = hold(folder), hold(folder)
    first.socket_folder()
    socket_folder = second.socket_folder()

    first.leave()

    assert ask(socket_folder, "SELECT 1") == 1  # the negative control: one user is enough
    second.leave()
    wait_until(lambda: not server_processes(folder))
    assert not socket_folder.exists()


def test_server_stops_when_its_last_user_is_killed(folder, hold):
    holder = hold(folder)
    holder.socket_folder()
    assert server_processes(folder)

    holder.kill()

    wait_until(lambda: not server_processes(folder))


def test_forked_child_keeps_the_server_after_its_parent(folder):
    parent = Holder(folder, {}, FORKING_PROGRAM)
    socket_folder = parent.socket_folder()
    parent.process.wait(timeout=10)

    assert ask(socket_folder, "SELECT 1") == 1

    parent.process.stdin.close()  # the child reads the end of its input, and ends
    wait_until(lambda: not server_processes(folder))
    parent.kill()
    tidy(folder)


def test_processes_that_start_at_once_share_one_server(folder, hold):
    holders = [hold(folder) for _ in range(4)]

    sockets = {holder.socket_folder() for holder in holders}

    assert len(sockets) == 1
    assert len(keepers(folder)) == 1


def test_start_while_the_last_server_is_stopping_gets_a_new_one(folder, hold):
    for _round in range(4):
        holder = hold(folder)
        socket_folder = holder.socket_folder()
        assert ask(socket_folder, "SELECT 1") == 1
        holder.process.stdin.close()  # leaves; the next one is not waiting for the end of it


def test_data_outlives_the_server(folder, hold):
    first = hold(folder)
    ask(first.socket_folder(), "CREATE TABLE kept AS SELECT 'Память' AS word")
    first.leave()
    wait_until(lambda: not server_processes(folder))

    second = hold(folder)

    assert ask(second.socket_folder(), "SELECT word FROM kept") == "Память"


def test_killed_server_comes_back_under_a_process_that_lives_on(folder, hold):
    holder = hold(folder)
    socket_folder = holder.socket_folder()
    ask(socket_folder, "CREATE TABLE kept AS SELECT 1945 AS year")
    killed = postmaster(folder)

    killed.kill()

    wait_until(lambda: _answers(socket_folder))
    assert ask(socket_folder, "SELECT year FROM kept") == 1945
    assert postmaster(folder).pid != killed.pid


def test_start_heals_what_kill_of_everything_left(folder, hold):
    holder = hold(folder)
    socket_folder = holder.socket_folder()
    ask(socket_folder, "CREATE TABLE kept AS SELECT 1945 AS year")
    kill_everything(folder)
    holder.kill()

    again = hold(folder)

    # The same socket: a process that outlived the crash finds its server again.
    assert again.socket_folder() == socket_folder
    assert ask(socket_folder, "SELECT year FROM kept") == 1945


def test_start_replaces_a_server_whose_keeper_was_killed(folder, hold):
    survivor = hold(folder)
    socket_folder = survivor.socket_folder()
    keepers(folder)[0].kill()

    newcomer = hold(folder)

    assert newcomer.socket_folder() == socket_folder
    assert ask(socket_folder, "SELECT 1") == 1
    newcomer.leave()
    assert ask(socket_folder, "SELECT 1") == 1  # the survivor still counts


def _answers(socket_folder):
    from commemoration.embedded_postgres import accepts_connections

    return accepts_connections(socket_folder)
