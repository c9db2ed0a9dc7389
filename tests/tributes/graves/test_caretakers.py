"""What caretakers of burial sites do by their link, and what becomes of it."""

import re
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import Submission
from commemoration.submissions.services.restored import erase_again
from commemoration.submissions.services.review import approve
from photos.enums import TileState
from photos.models import ArchiveImage
from tests.factories.caretakers import ADDRESS, caretaker, opened_by, pages_of
from tests.factories.graves import burial_site, buried
from tests.factories.organisations import organisation
from tests.factories.pictures import jpeg
from tests.factories.staff import signed_in, staff_account, superuser
from tests.factories.worker import work_off_tasks
from tributes.graves.caretakers.links import sign_access
from tributes.graves.caretakers.services.access import (
    LinkClosed,
    erase_ended,
    erase_if,
    issue_link,
    revoke_link,
)
from tributes.graves.caretakers.services.reports import report_of_form
from tributes.graves.models import Caretaker, CaretakerReport, ConditionEntry, PhotoRequest

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert("x")</script>\u202e'


@pytest.fixture(autouse=True)
def _tombstones(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"


def visit(**values) -> dict[str, str]:
    """What a browser sends of a form that was filled in."""
    return {
        "form": str(uuid4()),
        "version": "0",
        "visited": "2020-05-08",
        "state": "fair",
        "done": "The grass was cut.",
        "way_there": "",
        "opening_hours": "",
        "gate": "",
        "language": "en",
        **values,
    }


def sending(**values) -> dict[str, str]:
    return visit(do="send", scopes="site", **values)


def accept(submission: Submission) -> None:
    submission.refresh_from_db()
    user = superuser(f"root-{Submission.objects.count()}-{ConditionEntry.objects.count()}")
    approve(submission=submission, user=user, seen_version=submission.words.version)


# The link


def test_letter_brings_a_link_that_opens_the_own_sites_and_leaves_its_address():
    mine, theirs = burial_site("mine"), burial_site("theirs")
    neighbour = caretaker(mine, language="ru")
    caretaker(theirs, email="other@example.org")
    letter = OutboxMessage.objects.get(to=ADDRESS)
    link = re.search(r"https?://[^/\s]+(/caretaker/\S+)", letter.body)[1]
    browser = Client()

    answer = browser.get(link)
    page = browser.get(answer["Location"])
    english = browser.get(pages_of(neighbour))

    assert "Кладбище mine" in letter.body
    assert answer["Location"] == pages_of(neighbour, language="ru")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert {name: cookie["path"] for name, cookie in answer.cookies.items()} == {
        f"caretaker-{code}": pages_of(neighbour, language=code) for code in ("en", "fr", "nl", "ru")
    }
    assert all(cookie["httponly"] for cookie in answer.cookies.values())
    assert "Кладбище mine" in page.content.decode()
    assert "theirs" not in page.content.decode()
    assert (page["X-Robots-Tag"], english.status_code) == ("noindex", 200)
    assert browser.get(pages_of(neighbour, mine)).status_code == 200
    assert browser.get(pages_of(neighbour, theirs)).status_code == 404


@pytest.mark.parametrize(
    "spoil", [lambda word: word[:-1], lambda word: f"{word}x", lambda word: "x" * 5000]
)
def test_damaged_link_opens_nothing(client, spoil):
    token = sign_access(caretaker())

    assert client.get(f"/caretaker/{spoil(token)}/", follow=True).status_code == 404
    assert client.get(f"/caretaker/{token}/").status_code == 302


def test_words_of_other_links_and_of_other_caretakers_open_nothing(client):
    site = burial_site()
    one, other = caretaker(site), caretaker(site, email="other@example.org")
    browser = opened_by(one)
    browser.post(pages_of(one, site), visit())
    mine = Submission.objects.get()

    assert client.get(f"/caretaker/{sign_pass(mine)}/").status_code == 404
    assert client.get(f"/my/{sign_access(one)}/").status_code == 404
    client.cookies["caretaker-en"] = sign_access(other)
    assert client.get(pages_of(one)).status_code == 404
    assert client.post(pages_of(one, site), sending()).status_code == 404
    assert client.get(pages_of(other, site)).status_code == 200
    assert "The grass was cut." not in client.get(pages_of(other, site)).content.decode()
    assert client.post(f"{pages_of(other)}sent/{mine.handle}/").status_code == 404
    assert [each.state for each in Submission.objects.all()] == ["draft"]


@pytest.mark.parametrize("how", ["revoked", "renewed", "ended"])
def test_closed_link_is_told_kindly_and_says_nothing_of_the_site(how):
    site = burial_site(texts={"en": {"name": "Hidden place"}})
    neighbour = caretaker(site, language="nl")
    browser = opened_by(neighbour)
    token = sign_access(neighbour)
    browser.post(pages_of(neighbour, site), visit())
    if how == "revoked":
        revoke_link(neighbour)
    elif how == "renewed":
        issue_link(neighbour)
    else:
        past = timezone.now() - timedelta(days=1)
        Caretaker.objects.update(issued_at=past - timedelta(days=9), valid_until=past)

    answers = [
        browser.get(f"/caretaker/{token}/"),
        browser.get(pages_of(neighbour)),
        browser.get(pages_of(neighbour, site)),
        browser.post(pages_of(neighbour, site), sending()),
        browser.get(f"{pages_of(neighbour, site)}paper/"),
    ]

    assert [answer.status_code for answer in answers] == [410] * 5
    assert not any("Hidden place" in answer.content.decode() for answer in answers)
    state = {"revoked": "withdrawn", "renewed": "draft", "ended": "draft"}[how]
    assert Submission.objects.get().state == state


def test_opening_pages_changes_nothing():
    site = burial_site()
    neighbour = caretaker(site)
    browser = opened_by(neighbour)
    before = Caretaker.objects.values().get()

    pages = [pages_of(neighbour), pages_of(neighbour, site), f"{pages_of(neighbour, site)}paper/"]

    assert [browser.get(page).status_code for page in pages] == [200] * 3
    assert Caretaker.objects.values().get() == before
    assert not Submission.objects.exists()


def test_page_and_paper_show_what_families_ask_for_at_the_own_sites_only():
    mine, theirs = burial_site(), burial_site()
    grave = buried(mine, grave_reference="A 12")
    for about in ({"burial": grave}, {"burial": buried(theirs)}, {"site": mine}):
        PhotoRequest.objects.create(
            language="en", note=f"By the oak {HOSTILE}", asked_at=timezone.now(), **about
        )
    neighbour = caretaker(mine)
    browser = opened_by(neighbour)

    pages = [
        browser.get(address).content.decode()
        for address in (pages_of(neighbour), f"{pages_of(neighbour, mine)}paper/")
    ]

    for page in pages:
        assert page.count("By the oak &lt;script&gt;") == 2
        assert "Obraztsov" in page
        assert "on the stone: Obrazzow" in page
        assert "grave: A 12" in page


def test_page_costs_the_same_with_one_site_and_with_three():
    sites = [burial_site(), burial_site(), burial_site()]
    counts = []
    for number in (1, 3):
        neighbour = caretaker(*sites[:number], email=f"n{number}@example.org")
        for site in sites[:number]:
            PhotoRequest.objects.create(burial=buried(site), language="en", asked_at=timezone.now())
        browser = opened_by(neighbour)
        browser.get(pages_of(neighbour))
        with CaptureQueriesContext(connection) as asked:
            browser.get(pages_of(neighbour))
        counts.append(len(asked))

    assert counts[0] == counts[1] <= 12


# The form


def test_what_is_typed_is_kept_right_or_wrong_and_comes_back_on_another_device():
    site = burial_site()
    neighbour = caretaker(site)
    typed = visit(visited="", state="", done=f"Half a sen {HOSTILE}", gate="at the oak")

    kept = opened_by(neighbour).post(pages_of(neighbour, site), typed)
    page = opened_by(neighbour).get(pages_of(neighbour, site)).content.decode()

    assert (kept.status_code, kept["Location"]) == (302, f"{pages_of(neighbour, site)}?kept#kept")
    assert "Half a sen &lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "at the oak" in page
    assert Submission.objects.get().state == "draft"


def test_faults_are_told_and_nothing_is_lost():
    site = burial_site()
    neighbour = caretaker(site)
    browser = opened_by(neighbour)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    cases = [
        (sending(visited=tomorrow), "This day has yet to come."),
        (sending(visited="0203-01-01"), "Write the day of your visit"),
        (sending(gate="48.85, 2.35"), "This lies outside Belgium"),
        (sending(gate="NaN, 5"), "Write two numbers"),
        (sending(state="haunted"), "Choose one of the answers."),
        (visit(do="send"), "Nothing can be shown without your agreement."),
        (sending(done="x" * 5000), "4000"),
    ]
    version = 0
    for data, words in cases:
        answer = browser.post(pages_of(neighbour, site), {**data, "version": str(version)})
        version = Submission.objects.get().words.steps["visit"]["version"]
        assert answer.status_code == 422, words
        assert words in answer.content.decode()
    assert Submission.objects.get().state == "draft"


def test_form_that_comes_twice_is_one_report_and_another_window_overwrites_nothing():
    site = burial_site()
    neighbour = caretaker(site)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    first = sending()

    sent = [browser.post(form, first) for _twice in range(2)]
    browser.post(form, visit(done="A second visit."))
    elsewhere = browser.post(form, visit(done="Typed in another window."))

    assert {answer["Location"] for answer in sent} == {f"{pages_of(neighbour)}?sent#sent"}
    assert [each.state for each in Submission.objects.order_by("pk")] == ["waiting", "draft"]
    assert elsewhere.status_code == 409
    assert "Typed in another window." in elsewhere.content.decode()
    draft = Submission.objects.get(state="draft")
    assert draft.words.steps["visit"]["fields"]["done"] == ["A second visit."]


def test_report_goes_straight_to_staff_and_no_letter_asks_for_a_confirmation():
    neighbour = caretaker(site := burial_site())

    opened_by(neighbour).post(pages_of(neighbour, site), sending())

    submission = Submission.objects.get()
    assert (submission.state, submission.contact.email) == ("waiting", ADDRESS)
    templates = OutboxMessage.objects.order_by("pk").values_list("template", flat=True)
    assert [*templates] == ["caretaker_link", "submission_received"]


def test_nobody_begins_a_report_without_a_link(client):
    assert client.get("/en/send/caretaker-report/").status_code == 404
    assert client.post("/en/send/caretaker-report/", {"email": ADDRESS}).status_code == 404
    assert client.get("/en/send/regiment/").status_code == 200


# Photographs


def test_photographs_come_alone_are_described_taken_out_and_shown_to_nobody_else(client):
    site = burial_site()
    neighbour = caretaker(site)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    data = visit()

    alone = [
        browser.post(f"{form}photographs/", {"form": data["form"], "files": [file]})
        for file in (a_file("a.jpg"), SimpleUploadedFile("b.jpg", b"no picture"))
    ]
    together = browser.post(form, {**data, "files": [a_file("c.jpg")]})
    work_off_tasks()
    pictures = list(Submission.objects.get().pictures.all())
    early = browser.post(form, {**sending(form=data["form"]), "version": "1"})
    said = {}
    for number, picture in enumerate(pictures):
        said |= {f"{picture.uuid}-caption": f"Stone {number}", f"{picture.uuid}-alive": "nobody"}
    out = browser.post(form, {**data, **said, "version": "1", "do": f"remove-{pictures[1].uuid}"})

    assert [answer.json()["faults"] != [] for answer in alone] == [False, True]
    assert together.status_code == 302
    assert early.status_code == 422
    assert "Say for each picture whether anyone in it is alive." in early.content.decode()
    assert out.status_code == 302
    left = Submission.objects.get().pictures.get()
    assert (left.pk, left.caption, left.alive) == (pictures[0].pk, "Stone 0", "nobody")
    preview = f"{form}photographs/{left.uuid}.jpg"
    assert browser.get(preview).status_code == 200
    assert client.get(preview).status_code == 404


# What staff accept


def test_accepted_report_stands_in_the_log_with_its_organisation_and_changes_the_way_there():
    site = burial_site(texts={"nl": {"name": "Kerkhof", "way_there": "Bus 1", "description": "d"}})
    friends = organisation("friends", names={"en": "Friends of the Example Graves"})
    neighbour = caretaker(site, organisation=friends)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    data = sending(way_there="Bus 2", gate="50.5; 5.25", language="nl", done=f"Gras {HOSTILE}")
    browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
    work_off_tasks()
    picture = Submission.objects.get().pictures.get()
    said = {f"{picture.uuid}-caption": "De steen", f"{picture.uuid}-alive": "nobody"}
    browser.post(form, {**data, **said, "version": "1"})
    submission = Submission.objects.get()
    review = signed_in(superuser("vera"))
    review.post(screen := reverse("submission_queue:review", args=[submission.handle]))
    shown = review.get(screen).content.decode()

    accept(submission)

    assert "Bus 1" in shown
    assert "Bus 2" in shown
    assert "<script>alert" not in shown
    site.refresh_from_db()
    assert {text.language: text.way_there for text in site.texts.all()} == {"nl": "Bus 2"}
    assert (site.gate_latitude, site.gate_longitude) == (Decimal("50.5"), Decimal("5.25"))
    page = Client().get(f"/en/burial-site/{site.slug}/").content.decode()
    assert "reported by Friends of the Example Graves" in page
    assert "Gras &lt;script&gt;" in page
    assert "De steen" in page
    assert "Nele" not in page
    assert f"{ArchiveImage.objects.get().uuid}" in page


def test_neighbour_is_not_named_and_what_is_left_empty_stays():
    site = burial_site(texts={"en": {"name": "Graves", "way_there": "Bus 1"}})
    neighbour = caretaker(site)
    opened_by(neighbour).post(pages_of(neighbour, site), sending())

    accept(Submission.objects.get())

    page = Client().get(f"/en/burial-site/{site.slug}/").content.decode()
    assert "reported by the caretaker" in page
    assert "Nele" not in page
    assert "Bus 1" in page


@pytest.mark.parametrize("end", ["withdraw", "erase"])
def test_report_that_is_taken_back_leaves_the_log_and_no_picture(
    end, django_capture_on_commit_callbacks
):
    site = burial_site()
    neighbour = caretaker(site)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    data = sending()
    browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
    work_off_tasks()
    picture = Submission.objects.get().pictures.get()
    browser.post(
        form,
        {**data, f"{picture.uuid}-alive": "nobody", "version": "1", f"{picture.uuid}-caption": ""},
    )
    submission = Submission.objects.get()
    accept(submission)
    assert (ConditionEntry.objects.count(), ArchiveImage.objects.count()) == (1, 1)

    mine = browser.post(f"{pages_of(neighbour)}sent/{submission.handle}/")
    with django_capture_on_commit_callbacks(execute=True):
        if end == "withdraw":
            browser.post(f"{mine['Location']}withdraw/")
        else:
            browser.post(f"{mine['Location']}erase/")

    assert (ConditionEntry.objects.count(), ArchiveImage.objects.count()) == (0, 0)
    assert CaretakerReport.objects.exists() == (end == "withdraw")


def test_visit_that_staff_delete_takes_its_photographs_along(django_capture_on_commit_callbacks):
    site = burial_site()
    neighbour = caretaker(site)
    browser, form, data = opened_by(neighbour), pages_of(neighbour, site), sending()
    browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
    work_off_tasks()
    picture = Submission.objects.get().pictures.get()
    browser.post(form, {**data, f"{picture.uuid}-alive": "nobody", f"{picture.uuid}-caption": ""})
    accept(Submission.objects.get())
    shown = ArchiveImage.objects.get(published_at__isnull=False)
    assert shown.tile_state == TileState.NONE, "no page of it zooms"

    with django_capture_on_commit_callbacks(execute=True):
        ConditionEntry.objects.get().delete()

    assert not ArchiveImage.objects.exists()
    assert CaretakerReport.objects.get().condition is None


# Personal data


def test_person_is_found_and_erased_with_everything_sent(
    capsys, django_capture_on_commit_callbacks
):
    site = burial_site()
    neighbour = caretaker(site, email=ADDRESS)
    other = caretaker(site, email="other@example.org")
    opened_by(neighbour).post(pages_of(neighbour, site), sending())

    call_command("erase_person", ADDRESS.upper())
    shown = capsys.readouterr().out
    with django_capture_on_commit_callbacks(execute=True):
        call_command("erase_person", ADDRESS, yes=True)

    assert f"caretaker {neighbour.handle}" in shown
    assert list(Caretaker.objects.all()) == [other]
    assert Submission.objects.get().state == "erased"
    assert not OutboxMessage.objects.filter(to=ADDRESS).exists()


def test_whoever_a_backup_brings_back_is_erased_again(django_capture_on_commit_callbacks):
    gone, standing = caretaker(), caretaker(email="other@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        Caretaker.objects.filter(pk=gone.pk).delete()  # as the list of staff does it
    caretaker(handle=gone.handle)

    again = erase_again()

    assert (again, erase_again()) == (1, 0)
    assert list(Caretaker.objects.all()) == [standing]


def test_link_that_is_renewed_while_the_clock_looks_keeps_its_record(settings):
    renewed = caretaker()
    revoke_link(renewed)
    late = timezone.now() + timedelta(days=settings.SUBMISSION_KEEP_DAYS + 1)
    due = Q(revoked_at__lt=late)
    assert Caretaker.objects.filter(due).exists()
    issue_link(renewed)

    assert not erase_if(due, renewed.pk)
    assert Caretaker.objects.filter(pk=renewed.pk).exists()


def test_form_on_its_way_begins_nothing_once_the_link_is_closed():
    site = burial_site()
    neighbour = caretaker(site)
    known = {"caretaker": neighbour, "site": site, "language": "en"}
    report_of_form(**known, form_key=uuid4())
    revoke_link(Caretaker.objects.get())

    with pytest.raises(LinkClosed):
        report_of_form(**known, form_key=uuid4())

    assert CaretakerReport.objects.count() == 1


def test_record_goes_some_time_after_its_link_has_ended(settings):
    revoked, _standing = caretaker(), caretaker(email="other@example.org")
    revoke_link(revoked)
    days = timedelta(days=settings.SUBMISSION_KEEP_DAYS)

    early = erase_ended(timezone.now() + days - timedelta(hours=1))
    late = erase_ended(timezone.now() + days + timedelta(hours=1))

    assert (early, late) == (0, 1)
    assert [each.email for each in Caretaker.objects.all()] == ["other@example.org"]


# Staff


def test_embassy_sends_and_revokes_links_and_nobody_else_may():
    neighbour = caretaker(issued=False)
    screen = f"/admin/snippets/graves/caretaker/link/{neighbour.pk}/"
    embassy = signed_in(staff_account("emma", EMBASSY_EDITORS))

    answers = [embassy.post(screen, {"action": action}) for action in ("issue", "revoke")]
    refused = signed_in(staff_account("carl", CENTRE_EDITORS)).post(screen, {"action": "issue"})

    assert [answer.status_code for answer in answers] == [302, 302]
    assert embassy.get(screen).status_code == 200
    assert refused.status_code in (302, 403)
    neighbour.refresh_from_db()
    assert (neighbour.link_version, neighbour.access) == (3, "revoked")
    assert OutboxMessage.objects.filter(template="caretaker_link").count() == 1


def test_link_of_another_address_opens_nothing_any_more():
    neighbour = caretaker()
    place = neighbour.places.get()
    edit = f"/admin/snippets/graves/caretaker/edit/{neighbour.pk}/"
    said = {
        "name": "Nele Sample",
        "language": "en",
        "places-TOTAL_FORMS": "1",
        "places-INITIAL_FORMS": "1",
        "places-MIN_NUM_FORMS": "0",
        "places-MAX_NUM_FORMS": "1000",
        "places-0-id": place.pk,
        "places-0-site": place.site_id,
        "places-0-ORDER": "1",
    }
    embassy = signed_in(staff_account("emma", EMBASSY_EDITORS))

    same = embassy.post(edit, {**said, "email": ADDRESS})
    neighbour.refresh_from_db()
    assert (same.status_code, neighbour.name, neighbour.is_open) == (302, "Nele Sample", True)
    embassy.post(edit, {**said, "email": "successor@example.org"})

    neighbour.refresh_from_db()
    assert (neighbour.email, neighbour.access) == ("successor@example.org", "revoked")


def test_report_that_came_by_post_is_typed_in_by_staff():
    site = burial_site()
    neighbour = caretaker(site)
    staff = signed_in(superuser("vera"))
    link = staff.get(f"/admin/snippets/graves/caretaker/link/{neighbour.pk}/").content.decode()
    address = re.search(r'href="(/admin/submissions/enter/[^"]+)"', link)[1].replace("&amp;", "&")
    data = {f"visit-{name}": value for name, value in visit().items()}
    scan = SimpleUploadedFile("scan.jpg", jpeg(), content_type="image/jpeg")
    paper = {"name": "Nele", "scopes": "site", "given_on": "2020-05-09", "given_by": "person"}

    nowhere = staff.get(address.partition("?")[0])
    entered = staff.post(address, {**data, **paper, "scan": scan})
    accept(Submission.objects.get())

    assert (nowhere.status_code, entered.status_code) == (404, 302)
    assert ConditionEntry.objects.get(site=site).is_reported


def a_file(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg(640, 480), content_type="image/jpeg")
