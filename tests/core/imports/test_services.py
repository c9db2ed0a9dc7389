import errno
import io
import os
import signal
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from commemoration.core.imports import services
from commemoration.core.imports.columns import Column
from commemoration.core.imports.enums import BatchState, Outcome, RowState
from commemoration.core.imports.models import MAX_ATTEMPTS, ImportBatch
from commemoration.core.imports.reports import report_lines, whole_list_messages
from commemoration.core.models import User
from tests.factories.worker import work_off_tasks

from .conftest import SHEET
from .test_archives import archive_of


def outcomes(batch):
    return [row.outcome for row in batch.rows.all()]


def states(batch):
    return [row.state for row in batch.rows.all()]


def test_dry_run_says_what_would_happen_and_changes_nothing(send):
    User.objects.create(username="anna", first_name="Ann")

    batch = send.check()

    first, second = batch.rows.all()
    assert batch.state == BatchState.CHECKED
    assert (first.outcome, second.outcome) == (Outcome.UPDATED, Outcome.CREATED)
    assert first.changes == {
        "given_name": {"before": "Ann", "after": "Anna"},
        "family_name": {"before": "", "after": "Smirnova"},
    }
    assert list(User.objects.values_list("first_name", flat=True)) == ["Ann"]


def test_errors_are_told_by_row_and_column(send):
    text = (
        "login,given_name,mail\n"
        "anna,,anna@\n"
        "boris,Boris,b@example.org\n"
        "boris,Boris,\n"
        "vera,Vera,v@example.org,more\n"
    )

    batch = send.check(text)

    told = {row.number: row.errors for row in batch.rows.with_problems()}
    assert told == {
        2: {"given_name": ["This field is required."], "mail": ["Enter a valid email address."]},
        4: {"": ["“boris” stands in row 3 already."]},
        5: {"": ["The row has more cells than there are headers. Is a quotation mark missing?"]},
    }


def test_refused_rows_are_left_out_and_the_others_imported(send):
    batch = send.run("login,given_name\nanna,Anna\nno good,X\n")

    assert states(batch) == [RowState.DONE, RowState.REFUSED]
    assert list(User.objects.values_list("username", flat=True)) == ["anna"]


def test_same_file_twice_changes_nothing(send):
    send.run()
    before = list(User.objects.order_by("pk").values())

    batch = send.run()

    assert outcomes(batch) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert list(User.objects.order_by("pk").values()) == before


def test_second_import_changes_only_what_differs_and_says_so(send):
    send.run()

    batch = send.run(SHEET.replace("Petrov", "Pavlov"))

    assert outcomes(batch) == [Outcome.UNCHANGED, Outcome.UPDATED]
    assert batch.rows.last().changes == {"family_name": {"before": "Petrov", "after": "Pavlov"}}
    assert User.objects.get(username="boris").last_name == "Pavlov"


def test_empty_cell_erases_nothing(send):
    send.run()

    batch = send.run("login,given_name,family_name\nanna,Anna,\n")

    assert outcomes(batch) == [Outcome.UNCHANGED]
    assert User.objects.get(username="anna").last_name == "Smirnova"


def test_refused_row_is_named_and_does_not_stand_in_the_way_of_its_correction(send):
    batch = send.check("login,given_name\nanna,\nanna,Anna\n")

    assert [row.key for row in batch.rows.all()] == ["anna", "anna"]
    assert states(batch) == [RowState.REFUSED, RowState.READY]


def test_missing_required_column_stops_the_check(send):
    batch = send.start("login,family_name\nanna,Smirnova\n")

    with pytest.raises(services.ImportRefused, match="lacks these columns: given_name"):
        services.dry_run(batch)


def test_mapping_makes_a_foreign_list_importable(send):
    batch = send.start("identifier,Vorname\nanna,Anna\n")
    assert batch.mapping == {"0": "login"}

    services.set_mapping(batch, mapping={"0": "login", "1": "given_name"})
    services.dry_run(batch, in_background=False)
    send.work(batch)

    assert outcomes(batch) == [Outcome.CREATED]


def test_undo_removes_what_was_new_and_restores_what_was_changed(send):
    User.objects.create(username="anna", first_name="Ann", last_name="Old")
    batch = send.run()

    send.undo(batch)

    assert batch.state == BatchState.UNDONE
    assert states(batch) == [RowState.UNDONE, RowState.UNDONE]
    assert list(User.objects.values_list("username", "first_name", "last_name")) == [
        ("anna", "Ann", "Old")
    ]


def test_undo_leaves_what_somebody_changed_since_and_says_so(send):
    User.objects.create(username="anna", first_name="Ann", last_name="Old")
    batch = send.run()
    User.objects.update(last_name="Corrected")

    send.undo(batch)

    first, second = batch.rows.all()
    assert list(User.objects.order_by("pk").values_list("first_name", "last_name")) == [
        ("Ann", "Corrected"),
        ("Boris", "Corrected"),
    ]
    assert (first.state, second.state) == (RowState.KEPT, RowState.KEPT)
    assert first.note == ("Somebody has changed it since, so this was left as it is: family_name.")
    assert second.note == "Somebody has changed it since (family_name), so it was kept."


def test_undo_of_a_record_that_is_gone_is_no_error(send):
    batch = send.run()
    User.objects.filter(username="anna").delete()

    send.undo(batch)

    assert states(batch) == [RowState.UNDONE, RowState.UNDONE]
    assert batch.rows.first().note == "It was already gone."


def test_import_that_changed_nothing_cannot_be_undone(send):
    send.run()
    batch = send.run()

    with pytest.raises(services.ImportRefused, match="nothing to undo"):
        services.undo_batch(batch)


def test_decision_taken_twice_is_refused(send):
    batch = send.check()
    stale = ImportBatch.objects.get(pk=batch.pk)
    services.confirm_batch(batch, in_background=False)

    with pytest.raises(services.ImportRefused, match="already gone on"):
        services.confirm_batch(stale, in_background=False)


def test_fault_in_one_row_does_not_stop_the_others(send, members, monkeypatch, caplog):
    batch = send.check()
    create = members.create

    def create_with_a_fault(key, *args):
        record = create(key, *args)
        if key == "anna":
            raise ZeroDivisionError
        return record

    monkeypatch.setattr(members, "create", create_with_a_fault)
    services.confirm_batch(batch, in_background=False)
    send.work(batch)

    assert states(batch) == [RowState.FAILED, RowState.DONE]
    assert "ZeroDivisionError" in batch.rows.first().note
    assert list(User.objects.values_list("username", flat=True)) == ["boris"]


def test_lost_database_leaves_the_rows_to_the_next_attempt(send, members, monkeypatch):
    batch = send.check()
    create = members.create

    def lose_the_database(*args):
        raise OperationalError

    monkeypatch.setattr(members, "create", lose_the_database)
    services.confirm_batch(batch, in_background=False)
    with pytest.raises(OperationalError):
        services.work_on_batch(batch.pk)
    monkeypatch.setattr(members, "create", create)
    let_lease_expire(batch)
    send.work(batch)

    assert batch.state == BatchState.FINISHED
    assert outcomes(batch) == [Outcome.CREATED, Outcome.CREATED]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_full_disk_leaves_the_rows_and_the_files_to_the_next_attempt(
    send, members, monkeypatch, number
):
    batch = send.check(archive=archive_of(("a.jpg", b"1")))
    folder = Path(batch.files_folder)
    create = members.create

    def find_the_disk_full(*args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(members, "create", find_the_disk_full)
    services.confirm_batch(batch, in_background=False)
    for _attempt in range(MAX_ATTEMPTS):
        with pytest.raises(OSError, match=os.strerror(number)):
            services.work_on_batch(batch.pk)
        let_lease_expire(batch)
    batch.refresh_from_db()
    assert batch.is_stalled
    assert states(batch) == [RowState.READY, RowState.READY]
    assert folder.is_dir()

    monkeypatch.setattr(members, "create", create)
    services.continue_batch(batch)
    work_off_tasks()
    batch.refresh_from_db()

    assert batch.state == BatchState.FINISHED
    assert states(batch) == [RowState.DONE, RowState.DONE]
    assert not folder.exists()


def test_missing_file_is_a_fault_of_its_row_only(send, members, monkeypatch, caplog):
    batch = send.check()
    create = members.create

    def create_or_miss(key, *args):
        if key == "anna":
            raise FileNotFoundError(errno.ENOENT, "No such file")
        return create(key, *args)

    monkeypatch.setattr(members, "create", create_or_miss)
    services.confirm_batch(batch, in_background=False)
    send.work(batch)

    assert batch.state == BatchState.FINISHED
    assert states(batch) == [RowState.FAILED, RowState.DONE]


def let_lease_expire(batch):
    past = timezone.now() - timedelta(seconds=1)
    ImportBatch.objects.filter(pk=batch.pk).update(lease_until=past)


def test_held_batch_is_not_worked_on_by_a_second_worker(send):
    batch = send.check()
    services.confirm_batch(batch, in_background=False)
    future = timezone.now() + timedelta(minutes=1)
    ImportBatch.objects.filter(pk=batch.pk).update(lease_until=future)

    send.work(batch)

    assert batch.state == BatchState.RUNNING
    assert User.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_killed_import_goes_on_from_the_rows_done(send, members):
    text = "login,given_name\n" + "".join(f"m{n},Name{n}\n" for n in range(6))
    batch = send.check(text)
    services.confirm_batch(batch, in_background=False)
    created = []
    create = members.create

    def create_until_killed(key, *args):
        record = create(key, *args)
        if key == "m3":
            os.kill(os.getpid(), signal.SIGKILL)
        return record

    members.create = create_until_killed
    child = os.fork()
    if child == 0:
        connection.connection = None
        try:
            services.work_on_batch(batch.pk)
        finally:
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert sorted(User.objects.values_list("username", flat=True)) == ["m0", "m1", "m2"]

    def create_and_note(key, *args):
        created.append(key)
        return create(key, *args)

    members.create = create_and_note
    assert services.resume_stalled_batches() == 0
    let_lease_expire(batch)
    assert services.resume_stalled_batches() == 1
    call_command("db_worker", batch=True, verbosity=0)
    batch.refresh_from_db()

    assert batch.state == BatchState.FINISHED
    assert created == ["m3", "m4", "m5"]
    assert User.objects.count() == 6


def test_worker_gives_up_after_attempts_and_a_person_may_go_on(send):
    batch = send.check()
    services.confirm_batch(batch, in_background=False)
    ImportBatch.objects.filter(pk=batch.pk).update(attempts=MAX_ATTEMPTS)

    send.work(batch)
    assert batch.is_stalled
    assert services.resume_stalled_batches() == 0

    services.continue_batch(batch)
    work_off_tasks()
    batch.refresh_from_db()

    assert batch.state == BatchState.FINISHED


def give_up(batch, ago=timedelta(seconds=1), **values):
    """Leave the import as it is after the last attempt of the worker."""
    ImportBatch.objects.filter(pk=batch.pk).update(
        attempts=MAX_ATTEMPTS, lease_until=timezone.now() - ago, **values
    )
    batch.refresh_from_db()


def half_imported(send, members, monkeypatch, **kwargs):
    """An import that met a full disk at its second row, again and again."""
    batch = send.check(**kwargs)
    create = members.create

    def create_until_full(key, *args):
        if key == "boris":
            raise OSError(errno.ENOSPC, "No space left on device")
        return create(key, *args)

    services.confirm_batch(batch, in_background=False)
    with monkeypatch.context() as patch:
        patch.setattr(members, "create", create_until_full)
        with pytest.raises(OSError, match="No space left"):
            services.work_on_batch(batch.pk)
    give_up(batch)
    return batch


def test_given_up_import_can_be_cancelled_and_what_it_did_undone(send, members, monkeypatch):
    batch = half_imported(send, members, monkeypatch, archive=archive_of(("a.jpg", b"1")))
    folder = Path(batch.files_folder)
    assert folder.is_dir()

    services.cancel_batch(batch)

    assert batch.state == BatchState.CANCELLED
    assert batch.finished_at is not None
    assert not folder.exists()
    assert services.work_on_batch(batch.pk) is False
    assert list(User.objects.values_list("username", flat=True)) == ["anna"]

    send.undo(batch)

    assert batch.state == BatchState.UNDONE
    assert states(batch) == [RowState.UNDONE, RowState.READY]
    assert User.objects.count() == 0


def test_given_up_undoing_can_be_cancelled_and_begun_again(send):
    batch = send.run()
    services.undo_batch(batch, in_background=False)
    give_up(batch)

    services.cancel_batch(batch)
    assert batch.state == BatchState.CANCELLED
    send.undo(batch)

    assert batch.state == BatchState.UNDONE
    assert User.objects.count() == 0


@pytest.mark.parametrize("state", [BatchState.RUNNING, BatchState.UNDOING])
@pytest.mark.parametrize(
    "held",
    [
        {"attempts": 1, "lease_until": None},
        {"attempts": MAX_ATTEMPTS, "lease_until": timezone.now() + timedelta(hours=1)},
    ],
)
def test_import_at_work_cannot_be_cancelled(send, state, held):
    batch = send.check()
    ImportBatch.objects.filter(pk=batch.pk).update(state=state, **held)

    with pytest.raises(services.ImportRefused, match="already gone on"):
        services.cancel_batch(batch)

    batch.refresh_from_db()
    assert batch.state == state


def test_import_that_was_cancelled_before_it_did_anything_cannot_be_undone(send):
    batch = send.check()
    services.cancel_batch(batch)

    with pytest.raises(services.ImportRefused, match="nothing to undo"):
        services.undo_batch(batch)


def test_import_whose_task_was_lost_is_handed_out_again(send):
    batch = send.check()
    services.confirm_batch(batch)
    assert services.resume_stalled_batches() == 0

    DBTaskResult.objects.update(status=TaskResultStatus.FAILED)

    assert services.resume_stalled_batches() == 1
    assert services.resume_stalled_batches() == 0
    work_off_tasks()
    batch.refresh_from_db()
    assert batch.state == BatchState.FINISHED


def test_long_import_lets_other_work_have_its_turn(send):
    batch = send.check()
    services.confirm_batch(batch, in_background=False)

    assert services.work_on_batch(batch.pk, seconds=-1) is True
    assert services.work_on_batch(batch.pk) is False

    batch.refresh_from_db()
    assert batch.state == BatchState.FINISHED


def test_unpacked_files_are_removed_after_the_import(send):
    batch = send.start(archive=archive_of(("a.jpg", b"1")))
    folder = Path(batch.files_folder)
    assert folder.is_relative_to(settings.IMPORT_WORK_DIR)
    assert (folder / "a.jpg").is_file()

    services.dry_run(batch, in_background=False)
    send.work(batch)
    assert folder.is_dir()
    services.confirm_batch(batch, in_background=False)
    send.work(batch)

    assert not folder.exists()


def test_file_that_no_row_names_is_told(send, members, monkeypatch):
    columns = members.columns({})
    picture = Column("picture", "Picture", is_file=True)
    monkeypatch.setattr(members, "columns", lambda options: [*columns, picture])
    text = "login,given_name,picture\nanna,Anna,https://example.org/p/A.jpg\nboris,Boris,b.jpg\n"

    batch = send.check(text, archive=packed("scans/a.jpg", "b.jpg", "c.jpg", "d/read me.txt"))

    assert batch.unused_files == ["c.jpg", "d/read me.txt"]
    assert whole_list_messages(batch) == [
        ("", "No row names 2 files that were sent: c.jpg, d/read me.txt.")
    ]


def packed(*names):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, b"picture")
    content.seek(0)
    return content


def test_cancelled_import_leaves_no_files_and_stops_its_worker(send):
    batch = send.start(archive=archive_of(("a.jpg", b"1")))
    folder = Path(batch.files_folder)
    services.dry_run(batch, in_background=False)

    services.cancel_batch(batch)

    assert batch.state == BatchState.CANCELLED
    assert not folder.exists()
    assert services.work_on_batch(batch.pk) is False


def test_server_folder_is_chosen_by_name_only_and_stays(send):
    root = Path(settings.IMPORT_SERVER_DIR)
    (root / "box1").mkdir(parents=True, exist_ok=True)

    batch = send.run(server_folder="box1")

    assert batch.files_folder == str((root / "box1").resolve())
    assert (root / "box1").is_dir()
    for name in ("..", "../folders/box1", "/etc", "nowhere"):
        with pytest.raises(services.ImportRefused, match="no such folder"):
            send.start(server_folder=name)


def test_abandoned_upload_is_cancelled_after_a_week(send):
    old, fresh = send.check(), send.check()
    week_ago = timezone.now() - timedelta(days=8)
    ImportBatch.objects.filter(pk=old.pk).update(created_at=week_ago)

    assert services.cancel_abandoned_batches() == 1

    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (old.state, fresh.state) == (BatchState.CANCELLED, BatchState.CHECKED)


def test_given_up_import_is_cancelled_after_a_week(send):
    old, fresh = send.check(), send.check()
    tried_again = send.check()
    long_ago = timezone.now() - timedelta(days=30)
    for batch, ago in [(old, 8), (fresh, 6), (tried_again, 8)]:
        give_up(batch, timedelta(days=ago), state=BatchState.RUNNING, created_at=long_ago)
    services.continue_batch(tried_again)

    assert services.cancel_abandoned_batches() == 1

    for batch in (old, fresh, tried_again):
        batch.refresh_from_db()
    assert (old.state, fresh.state, tried_again.state) == (
        BatchState.CANCELLED,
        BatchState.RUNNING,
        BatchState.RUNNING,
    )


def test_report_is_a_sheet_without_formulas(send):
    batch = send.check('login,given_name\nanna,"=HYPERLINK(""http://x"")"\n+7,X\n')

    lines = "".join(report_lines(batch)).splitlines()

    assert lines[0] == "\ufeffRow,Record,State,Result,Column,Message,Before,After"
    slug_message = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."
    assert lines[1:] == [
        "2,anna,Refused,,given_name,Ensure this value has at most 20 characters (it has 22).,,",
        f'3,,Refused,,login,"{slug_message}",,',
    ]


def test_values_that_start_like_a_formula_are_neutralised(send):
    batch = send.check("login,given_name\nanna,=1+1\n-x,@cmd\n")

    lines = "".join(report_lines(batch)).splitlines()

    assert lines[1:] == [
        "2,anna,Ready,New,given_name,,,'=1+1",
        "3,'-x,Ready,New,given_name,,,'@cmd",
    ]
