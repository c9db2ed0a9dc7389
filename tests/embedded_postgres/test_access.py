import os
import pwd
import subprocess
import sys

import psycopg2
import pytest

from tests.embedded_postgres.holders import PROJECT, ask, data_folder

STRANGER = "daemon"


def test_cyrillic_is_folded_and_stemmed(folder, hold):
    socket_folder = hold(folder).socket_folder()

    assert ask(socket_folder, "SELECT lower('ПЁТР ЩУКИН')") == "пётр щукин"
    assert ask(socket_folder, "SELECT upper('и ёж')") == "И ЁЖ"
    found = "SELECT to_tsvector('russian', 'памятники солдатам') @@ to_tsquery('russian', 'солдат')"
    assert ask(socket_folder, found) is True
    other = "SELECT to_tsvector('russian', 'памятники солдатам') @@ to_tsquery('russian', 'мост')"
    assert ask(socket_folder, other) is False


def test_inherited_settings_of_another_server_and_language_do_not_matter(folder, hold):
    holder = hold(
        folder,
        LC_ALL="ru_RU.KOI8-R",
        LANG="xx_XX",
        PGPORT="6000",
        PGHOST="db.example.org",
        PGDATABASE="other",
        PGUSER="other",
        PGOPTIONS="-c search_path=other",
        PGSERVICE="other",
        PGDATA="/nowhere",
        PGSERVER_POSTGRES_VERSION="16",
    )

    socket_folder = holder.socket_folder()

    assert ask(socket_folder, "SHOW server_encoding") == "UTF8"
    assert ask(socket_folder, "SELECT lower('Ё')") == "ё"


def test_server_listens_on_no_network_and_to_no_one_else(folder, hold):
    socket_folder = hold(folder).socket_folder()

    assert ask(socket_folder, "SHOW listen_addresses") == ""
    assert socket_folder.stat().st_mode & 0o777 == 0o700
    assert data_folder(folder).stat().st_mode & 0o777 == 0o700
    rules = (data_folder(folder) / "pg_hba.conf").read_text()
    assert rules == "local all all peer map=house\n"
    me = pwd.getpwuid(os.geteuid()).pw_name
    map_of_names = (data_folder(folder) / "pg_ident.conf").read_text()
    assert map_of_names == f'house "{me}" postgres\nhouse "{me}" commemoration\n'


def test_role_of_another_name_is_refused(folder, hold):
    socket_folder = hold(folder).socket_folder()
    ask(socket_folder, "CREATE ROLE visitor LOGIN", user="postgres")

    with pytest.raises(psycopg2.OperationalError, match="Peer authentication failed"):
        ask(socket_folder, "SELECT 1", user="visitor")


def test_site_does_not_work_as_superuser_but_may_make_test_databases(folder, hold):
    socket_folder = hold(folder).socket_folder()

    roles = "SELECT rolsuper::text || rolcreatedb FROM pg_roles WHERE rolname = current_user"
    assert ask(socket_folder, roles) == "falsetrue"


def test_path_longer_than_a_socket_may_have(tmp_path, hold):
    folder = tmp_path
    for _ in range(4):
        folder = folder / ("très-long-chemin " + "x" * 40)
    folder = folder / "postgres"

    socket_folder = hold(folder).socket_folder()

    assert len(str(folder)) > 200
    assert ask(socket_folder, "SELECT 1") == 1


def test_start_changes_the_mode_of_no_folder_that_it_did_not_make(tmp_path, hold):
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    folder = closed / "var" / "postgres"
    watched = [closed, *closed.parents]
    before = [(path, path.stat().st_mode, path.stat().st_uid) for path in watched]

    socket_folder = hold(folder).socket_folder()

    assert ask(socket_folder, "SELECT 1") == 1
    assert [(path, path.stat().st_mode, path.stat().st_uid) for path in watched] == before


def test_another_user_of_the_machine_cannot_come_in(folder, hold):
    """Only root can try to be someone else; an ordinary user sees that the door is closed."""
    socket_folder = hold(folder).socket_folder()
    if os.geteuid() != 0:
        assert socket_folder.stat().st_uid == os.geteuid()
        assert socket_folder.stat().st_mode & 0o077 == 0
        return
    assert "Permission denied" in _connect_as_stranger(socket_folder)
    socket_folder.chmod(0o755)
    (socket_folder / ".s.PGSQL.5432").chmod(0o777)

    # With the folder open, the server itself still asks the kernel who is calling.
    assert "Peer authentication failed" in _connect_as_stranger(socket_folder)


def _connect_as_stranger(socket_folder) -> str:
    account = pwd.getpwnam(STRANGER)
    program = (
        "import os, sys, psycopg2\n"
        f"os.setgroups([]); os.setgid({account.pw_gid}); os.setuid({account.pw_uid})\n"
        "try: psycopg2.connect(host=sys.argv[1], user='postgres', dbname='postgres')\n"
        "except psycopg2.OperationalError as error: print(error)\n"
        "else: print('let in')\n"
    )
    tried = subprocess.run(
        [sys.executable, "-c", program, socket_folder], cwd=PROJECT, capture_output=True, text=True
    )
    return tried.stdout or tried.stderr
