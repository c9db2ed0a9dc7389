import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from commemoration.core.imports import services
from commemoration.core.imports.enums import BatchState, RowState
from commemoration.core.imports.models import MAX_ATTEMPTS, ImportBatch
from commemoration.core.models import User
from tests.factories.archives import packed
from tests.factories.worker import work_off_tasks

from .conftest import SHEET

UPLOAD = "/admin/imports/new/members/"


@pytest.fixture
def manager(db):
    return User.objects.create_superuser("manager", "manager@example.org", "x")


@pytest.fixture
def editor(db):
    """May enter the admin, but import nothing."""
    user = User.objects.create_user("editor", "editor@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.fixture
def screen(client, manager, members):
    client.force_login(manager)
    return client


def sheet(text=SHEET):
    return SimpleUploadedFile("members.csv", text.encode(), "text/csv")


def text_of(response):
    return " ".join(response.content.decode().split())


def test_upload_check_confirm_and_undo_through_the_screens(screen):
    response = screen.post(UPLOAD, {"file": sheet()})
    batch = ImportBatch.objects.get()
    page = reverse("imports:batch", args=[batch.pk])
    assert (response.status_code, response["Location"]) == (302, page)
    assert "0 of 2 rows" in text_of(screen.get(page))

    work_off_tasks()
    assert "Every row can be imported." in text_of(screen.get(page))
    assert User.objects.filter(username="anna").exists() is False

    screen.post(reverse("imports:confirm", args=[batch.pk]))
    work_off_tasks()
    assert "2 new records" in text_of(screen.get(page))
    assert User.objects.filter(username="anna").exists() is True

    assert "2 new records will be removed" in text_of(
        screen.get(reverse("imports:undo", args=[batch.pk]))
    )
    assert User.objects.filter(username="anna").exists() is True
    screen.post(reverse("imports:undo", args=[batch.pk]))
    work_off_tasks()
    batch.refresh_from_db()
    assert batch.state == BatchState.UNDONE
    assert User.objects.filter(username="anna").exists() is False


def test_unknown_headers_lead_to_the_columns_screen(screen):
    response = screen.post(UPLOAD, {"file": sheet("identifier,Vorname\nanna,Anna\n")})
    batch = ImportBatch.objects.get()
    columns = reverse("imports:columns", args=[batch.pk])
    assert response["Location"] == columns
    shown = text_of(screen.get(columns))
    assert "These headers were not recognised: Vorname." in shown
    assert "No header was recognised as “Given name”, which is required." in shown

    refused = screen.post(columns, {"column_0": "login", "column_1": ""})
    assert refused.status_code == 422
    assert "Choose a column for: Given name." in text_of(refused)

    screen.post(columns, {"column_0": "login", "column_1": "given_name"})
    work_off_tasks()
    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKED
    assert batch.rows.get().outcome == "created"


def test_one_column_cannot_be_filled_twice(screen):
    screen.post(UPLOAD, {"file": sheet("identifier,Vorname\nanna,Anna\n")})
    columns = reverse("imports:columns", args=[ImportBatch.objects.get().pk])

    response = screen.post(columns, {"column_0": "login", "column_1": "login"})

    assert response.status_code == 422
    assert "“identifier” fills this column already." in text_of(response)


def test_report_can_be_narrowed_to_the_problems(screen):
    screen.post(UPLOAD, {"file": sheet("login,given_name\nanna,Anna\nno good,Boris\n")})
    work_off_tasks()
    page = reverse("imports:batch", args=[ImportBatch.objects.get().pk])

    everything, problems = text_of(screen.get(page)), text_of(screen.get(f"{page}?only=problems"))

    assert ("<td>anna</td>" in everything, "<td>anna</td>" in problems) == (True, False)
    assert "Show only the row with a problem" in everything
    assert "Enter a valid “slug”" in problems


def test_upload_that_is_no_list_says_so_beside_the_field(screen):
    response = screen.post(UPLOAD, {"file": sheet("\n \n")})

    assert response.status_code == 422
    assert "The file is empty." in text_of(response)
    assert ImportBatch.objects.count() == 0


def test_unsafe_archive_keeps_the_list_and_asks_for_the_files_again(screen, settings, tmp_path):
    settings.IMPORT_WORK_DIR = tmp_path / "work"
    torn = SimpleUploadedFile("scans.zip", b"PK\x03\x04 torn")

    response = screen.post(UPLOAD, {"file": sheet(), "archive": torn}, follow=True)

    batch = ImportBatch.objects.get()
    files = reverse("imports:files", args=[batch.pk])
    assert response.redirect_chain == [(files, 302)]
    assert "The archive is damaged" in text_of(response)
    assert (batch.state, batch.rows.count()) == (BatchState.MAPPING, 2)
    again = screen.post(files, {"archive": SimpleUploadedFile("scans.zip", b"PK\x03\x04 torn")})
    assert (again.status_code, "The archive is damaged" in text_of(again)) == (422, True)

    screen.post(files, {"archive": packed("a.jpg")})
    first = Path(ImportBatch.objects.get().files_folder)
    screen.post(files, {"archive": packed("b.jpg")})

    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKING
    assert first.exists() is True  # an import that is being checked is left alone
    services.work_on_batch(batch.pk)
    screen.post(files, {"archive": packed("b.jpg")})
    batch.refresh_from_db()
    assert first.exists() is False
    assert [path.name for path in Path(batch.files_folder).iterdir()] == ["b.jpg"]
    assert list((tmp_path / "work").iterdir()) == [Path(batch.files_folder)]


FOREIGN = "identifier,title,remark\nanna,Anna,tall\nboris,,\n"


def test_value_for_the_whole_list_fills_empty_cells_and_is_told(screen):
    batch = sent(screen, FOREIGN)
    columns = reverse("imports:columns", args=[batch.pk])
    assert "For example: tall" in text_of(screen.get(columns))

    screen.post(columns, {**MATCHED, "shared-family_name": "Smirnova", "shared-given_name": "X"})

    services.work_on_batch(batch.pk)
    batch.refresh_from_db()
    anna, boris = batch.rows.all()
    assert (anna.warnings, boris.state) == ({}, RowState.READY)
    assert boris.warnings == {
        "given_name": ["The cell is empty; “X” was taken, as you chose for the whole list."]
    }
    assert anna.changes["family_name"]["after"] == "Smirnova"
    page = text_of(screen.get(reverse("imports:batch", args=[batch.pk])))
    assert "1 cell is not imported" in page
    report = screen.get(reverse("imports:report", args=[batch.pk])).getvalue().decode()
    lines = list(csv.reader(io.StringIO(report)))
    assert ["", "", "The whole list", "", "remark", "This header is not imported.", "", ""] in lines
    assert ["2", "anna", "Ready", "New", "remark", "Not imported", "tall", ""] in lines
    assert sum(line[5] == "Not imported" for line in lines) == 1


def test_wrong_value_for_the_whole_list_is_told_once_and_nothing_is_lost(screen):
    batch = sent(screen, FOREIGN)
    columns = reverse("imports:columns", args=[batch.pk])

    response = screen.post(columns, {**MATCHED, "shared-given_name": "x" * 21})

    assert response.status_code == 422
    assert "at most 20 characters" in text_of(response)
    # Also at the top, with the way there: the field lies screens below.
    assert '<a href="#id_shared-given_name">' in response.content.decode()
    assert response.context["form"]["column_1"].value() == "given_name"
    assert ImportBatch.objects.get().state == BatchState.MAPPING


def test_list_with_the_same_headers_is_matched_in_the_same_way(screen):
    batch = sent(screen, FOREIGN)
    matched = {**MATCHED, "column_2": "family_name", "shared-family_name": "Petrova"}
    screen.post(reverse("imports:columns", args=[batch.pk]), matched)

    second = sent(screen, "identifier,title,remark\nclara,Clara,Orlova\n")

    assert second.mapping == {"0": "login", "1": "given_name", "2": "family_name"}
    assert second.shared_values == {"family_name": "Petrova"}
    assert second.notes == [
        "The headers are those of “members.csv”, so the columns were matched in the same way."
    ]


MATCHED = {"column_0": "login", "column_1": "given_name"}


def sent(screen, text):
    screen.post(UPLOAD, {"file": sheet(text)})
    return ImportBatch.objects.first()


def test_report_is_downloaded_as_csv(screen):
    screen.post(UPLOAD, {"file": sheet()})
    work_off_tasks()

    response = screen.get(reverse("imports:report", args=[ImportBatch.objects.get().pk]))

    assert response["Content-Disposition"].startswith('attachment; filename="import-')
    lines = response.getvalue().decode("utf-8-sig").splitlines()
    assert lines[1] == "2,anna,Ready,New,given_name,,,Anna"


def test_report_is_downloaded_in_the_language_of_the_account(screen, manager, send):
    batch = send.check()
    UserProfile.objects.create(user=manager, preferred_language="ru")

    response = screen.get(
        reverse("imports:report", args=[batch.pk]), headers={"accept-language": "fr"}
    )

    header, first, _second, *_ = response.getvalue().decode("utf-8-sig").splitlines()
    assert header == "Строка,Запись,Состояние,Результат,Столбец,Сообщение,Было,Стало"
    assert first == "2,anna,Готово,Новая,given_name,,,Anna"


def test_given_up_import_is_continued_or_cancelled_and_what_it_did_undone(screen, send):
    batch = send.run()
    batch.rows.filter(number=3).update(state=RowState.READY)
    User.objects.filter(username="boris").delete()
    ImportBatch.objects.filter(pk=batch.pk).update(
        state=BatchState.RUNNING,
        attempts=MAX_ATTEMPTS,
        lease_until=timezone.now() - timedelta(minutes=1),
    )
    page, undo = (reverse(f"imports:{name}", args=[batch.pk]) for name in ("batch", "undo"))
    shown = text_of(screen.get(page))
    assert "Continue from the rows done" in shown
    assert "Cancel this import" in shown

    screen.post(reverse("imports:cancel", args=[batch.pk]))

    batch.refresh_from_db()
    assert batch.state == BatchState.CANCELLED
    shown = text_of(screen.get(page))
    assert "1 row had been imported before this import was cancelled, and stays." in shown
    assert undo in shown
    assert "1 new record will be removed" in text_of(screen.get(undo))
    screen.post(undo)
    work_off_tasks()
    assert User.objects.filter(username="anna").exists() is False


def test_import_at_work_is_not_offered_to_be_cancelled(screen, send):
    batch = send.check()
    ImportBatch.objects.filter(pk=batch.pk).update(
        state=BatchState.RUNNING, lease_until=timezone.now() + timedelta(hours=1)
    )

    shown = text_of(screen.get(reverse("imports:batch", args=[batch.pk])))

    assert "You can leave this page" in shown
    assert "Cancel this import" not in shown


def test_import_cancelled_before_it_began_has_nothing_to_undo(screen, send):
    batch = send.check()
    screen.post(reverse("imports:cancel", args=[batch.pk]))

    shown = text_of(screen.get(reverse("imports:batch", args=[batch.pk])))

    assert "<h2>Cancelled</h2>" in shown
    assert reverse("imports:undo", args=[batch.pk]) not in shown


def test_progress_is_told_to_the_script(screen):
    screen.post(UPLOAD, {"file": sheet()})
    progress = reverse("imports:progress", args=[ImportBatch.objects.get().pk])

    before = screen.get(progress).json()
    work_off_tasks()
    after = screen.get(progress).json()

    assert before == {"done": 0, "total": 2, "text": "0 of 2 rows", "busy": True}
    assert after == {"done": 2, "total": 2, "text": "2 of 2 rows", "busy": False}


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_whatever_its_length(screen, send, count, django_assert_num_queries):
    for _ in range(count):
        send.start()
    screen.get("/admin/imports/")

    with django_assert_num_queries(9):
        response = screen.get("/admin/imports/")

    assert response.content.decode().count("members.csv</a>") == count


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("get", "batch"),
        ("get", "columns"),
        ("get", "undo"),
        ("get", "progress"),
        ("get", "report"),
        ("post", "columns"),
        ("post", "check"),
        ("post", "confirm"),
        ("post", "continue"),
        ("post", "cancel"),
        ("post", "undo"),
    ],
)
def test_who_may_not_import_sees_and_decides_nothing(client, editor, send, method, name):
    batch = send.check()
    address = reverse(f"imports:{name}", args=[batch.pk])

    assert getattr(client, method)(address)["Location"].startswith("/admin/login/")
    client.force_login(editor)
    response = getattr(client, method)(address)

    assert (response.status_code, response["Location"]) == (302, "/admin/")
    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKED


@pytest.mark.parametrize("address", ["/admin/imports/", "/admin/imports/new/", UPLOAD])
def test_who_may_not_import_cannot_send(client, editor, members, address):
    client.force_login(editor)

    assert client.get(address)["Location"] == "/admin/"
    assert client.post(address, {"file": sheet()})["Location"] == "/admin/"
    assert ImportBatch.objects.count() == 0


def test_menu_shows_imports_only_to_who_may(client, editor, manager, members):
    client.force_login(manager)
    assert "/admin/imports/" in client.get("/admin/").content.decode()

    client.force_login(editor)
    assert "/admin/imports/" not in client.get("/admin/").content.decode()


def test_decisions_are_not_taken_by_a_link(screen, send):
    batch = send.check()

    response = screen.get(reverse("imports:confirm", args=[batch.pk]))

    assert response.status_code == 405
    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKED
