"""Somebody objects to a page without an account: confirmed, due, answered, forgotten."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.enums import Section
from commemoration.core.outbox.models import OutboxMessage
from commemoration.home.dashboard import selectors as dashboard
from commemoration.submissions.links import sign_objection
from commemoration.submissions.models import Objection, ObjectionWords, SubmissionEvent
from commemoration.submissions.selectors.objections import count_open_objections
from commemoration.submissions.services.digest import send_digests
from commemoration.submissions.services.objections import (
    confirm_objection,
    erase_due_objections,
    erase_objection,
    raise_objection,
    refuse_objection,
    uphold_objection,
)
from commemoration.submissions.services.restored import erase_again
from commemoration.submissions.services.review import approve
from commemoration.submissions.tombstones import mend_tombstones, tombstone_file
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory
from tests.factories.staff import signed_in, staff_account, superuser
from tests.factories.submissions import ADDRESS, SHELF, sent
from tests.factories.visitor_forms import opened
from tests.submissions.screens import QUEUE

pytestmark = pytest.mark.django_db
OBJECTOR = "boris@example.org"
FORM = {"page": "http://testserver/en/letter/", "who": "shown", "why": "I am the child in it."}


def objection(**values) -> Objection:
    """One that staff have to answer."""
    return confirm_objection(
        raise_objection(**{**FORM, "email": OBJECTOR, "language": "en"} | values)
    )


def published(reviewer):
    submission = sent()
    approve(submission=submission, user=reviewer, seen_version=submission.words.version)
    return submission


def letters(to: str) -> list[str]:
    found = OutboxMessage.objects.filter(to=to).order_by("pk")
    return [*found.values_list("template", flat=True)]


def screen(found: Objection) -> str:
    return f"{QUEUE}objections/{found.handle}/"


def test_objection_is_confirmed_by_letter_seen_by_staff_and_taken_down_in_one_step(
    client, browser, reviewer
):
    submission = published(reviewer)
    phone = Client()

    asked = client.get("/en/object/?page=/en/letter/").content.decode()
    assert 'value="http://testserver/en/letter/"' in asked
    answer = client.post("/en/object/", {**FORM, "email": OBJECTOR.upper(), "opened": opened()})
    found = Objection.objects.get()
    assert (answer["Location"], found.subject) == ("/en/object/sent/", submission.key)
    assert FORM["page"] not in browser.get(QUEUE).content.decode(), "not confirmed yet"

    link = re.search(r"https?://[^/\s]+(/object/\S+)", OutboxMessage.objects.latest("pk").body)[1]
    page = phone.get(link)["Location"]
    assert phone.get(page).status_code == 200
    assert Objection.objects.get().state == "unconfirmed", "opening a link changes nothing"
    assert client.post(page).status_code == 404, "without the letter"
    phone.post(page)
    found.refresh_from_db()
    due = found.due_at - timezone.now()
    assert (found.state, due > timedelta(days=settings.OBJECTION_DAYS - 1)) == ("open", True)

    assert FORM["page"] in browser.get(QUEUE).content.decode()
    assert FORM["why"] in browser.get(screen(found)).content.decode()
    assert submission.key in SHELF
    assert browser.post(screen(found), {"action": "uphold"})["Location"] == QUEUE

    assert submission.key not in SHELF
    told = SubmissionEvent.objects.filter(submission=submission.key).latest("pk")
    assert (told.to_state, told.reason, told.staff) == ("withdrawn", "objection", reviewer)
    assert letters(OBJECTOR) == ["objection_confirm", "objection_received", "objection_upheld"]
    assert letters(ADDRESS)[-1] == "submission_withdrawn"
    body = OutboxMessage.objects.get(template="submission_withdrawn").body
    assert "has objected" in body
    assert OBJECTOR not in body
    assert "is taken down" in phone.get(page).content.decode()


def test_objection_waits_on_the_dashboard_and_in_the_daily_letter_with_its_due_date(
    browser, reviewer
):
    noon = timezone.localtime().replace(hour=12)
    raise_objection(**{**FORM, "email": OBJECTOR, "language": "en"})
    send_digests(noon)
    assert not OutboxMessage.objects.filter(template="submission_digest").exists(), "unconfirmed"
    objection()
    late = objection(page="Another page")
    moment = timezone.now() - timedelta(days=2)
    Objection.objects.filter(pk=late.pk).update(due_at=moment)
    day = date_format(timezone.localtime(moment))

    send_digests(noon)
    shown = browser.get("/admin/").content.decode()
    rows = dashboard.objections_to_answer(reviewer).rows

    letter = OutboxMessage.objects.get(template="submission_digest")
    assert letter.subject == "2 objections wait for an answer"
    assert f"The first has to be answered by {day}." in letter.body
    assert "submission" not in letter.body.partition("The queue")[0]
    assert [row.title for row in rows] == ["Another page", FORM["page"]]
    assert rows[0].note == f"overdue since {day}"
    assert rows[1].note.startswith("to be answered by ")
    assert screen(late) in shown


def test_objection_to_what_another_section_shows_is_not_on_ones_dashboard(reviewer):
    published(reviewer)
    objection()
    centre = staff_account("pieter", EMBASSY_EDITORS)

    assert dashboard.objections_to_answer(reviewer).total == 1
    assert dashboard.objections_to_answer(centre).total == 0


def test_refusal_says_why_in_the_objectors_language_and_leaves_the_page(browser, reviewer):
    submission = published(reviewer)
    found = objection(language="nl")

    nothing = browser.post(screen(found), {"action": "refuse"})
    browser.post(screen(found), {"action": "refuse", "reason": "not_found", "answer": "Kijk nog."})

    assert nothing.status_code == 422
    found.refresh_from_db()
    assert (found.state, found.reason, found.decided_by) == ("refused", "not_found", reviewer)
    letter = OutboxMessage.objects.get(template="objection_refused")
    assert (letter.language, "Kijk nog." in letter.body) == ("nl", True)
    assert submission.key in SHELF
    late = browser.post(screen(found), {"action": "uphold"})
    assert late.status_code == 422, "answered once"
    assert submission.key in SHELF


def test_prepared_answer_is_sent_where_nobody_has_written_one(browser):
    found = objection()

    browser.post(screen(found), {"action": "refuse", "reason": "unclear", "answer": " "})

    assert "with the address of the page" in ObjectionWords.objects.get().answer


def test_page_that_nobody_sent_is_answered_by_hand(reviewer):
    found = objection(page="The page about the brigade")

    uphold_objection(objection=found, user=reviewer)

    assert (found.kind, found.subject) == ("", None)
    assert letters(OBJECTOR)[-1] == "objection_upheld"


@pytest.mark.parametrize("page", ["http://[", "javascript:alert(1)", "/en/letter/x", "письмо"])
def test_odd_words_for_a_page_are_kept_and_lead_nowhere(page):
    assert objection(page=page).subject is None


def test_only_who_reviews_the_kind_sees_it(browser, reviewer):
    published(reviewer)
    found = objection()
    stranger = signed_in(staff_account("editor", EMBASSY_EDITORS))

    assert browser.get(screen(found)).status_code == 200
    assert stranger.get(screen(found)).status_code in {302, 403, 404}
    assert stranger.post(screen(found), {"action": "uphold"}).status_code in {302, 403, 404}
    assert len(SHELF) == 1


PAGES = {
    "embassy": [
        "{site}/fr/burial-site/genk/",
        "/ru/person/3/",
        "/veteran/4/",
        "/en/embassy/visit/",
    ],
    "centre": ["{site}/nl/photo/ca-1/", "/en/regiment/7/placard/", "/en/centre/"],
    "": ["/en/names/?q=Ivanov", "The page about the brigade", "/en/photo/unknown/", "/en/"],
}


@pytest.mark.parametrize(("section", "page"), [(key, each) for key in PAGES for each in PAGES[key]])
def test_page_that_nobody_sent_is_of_the_section_that_answers_for_it(section, page, browser):
    build_site()
    PhotoFactory(accession="CA 1", collection__section="centre")
    found = objection(page=page.format(site="http://testserver"))
    editors = {
        "embassy": signed_in(staff_account("emma", EMBASSY_EDITORS)),
        "centre": signed_in(staff_account("carl", CENTRE_EDITORS)),
    }

    codes = {name: who.get(screen(found)).status_code for name, who in editors.items()}
    queues = {name: who.get(QUEUE).content.decode() for name, who in editors.items()}

    assert (found.kind, found.section) == ("", section)
    theirs = {name: section in ("", name) for name in editors}
    assert codes == {name: 200 if is_theirs else 404 for name, is_theirs in theirs.items()}
    assert {name: screen(found) in page for name, page in queues.items()} == theirs
    assert browser.get(screen(found)).status_code == 200, "managers see all"


@pytest.mark.parametrize(
    ("page", "is_ours"),
    [
        ("https://example.com/en/letter/", False),
        ("example.com/en/letter/", False),
        ("//example.com:8000/en/letter/", False),
        ("www.example.eu/en/letter/", True),
        ("https://www.example.eu/en/letter/", True),
        ("/en/letter/", True),
        ("Letter no. 5 / the first one", True),
    ],
)
def test_page_of_another_site_is_not_ours(client, settings, reviewer, page, is_ours):
    settings.ALLOWED_HOSTS = ["testserver", "www.example.eu"]
    submission = published(reviewer)

    answer = client.post(
        "/en/object/", {**FORM, "page": page, "email": OBJECTOR, "opened": opened()}
    )

    assert answer.status_code == (302 if is_ours else 422)
    assert ("This page is of another site" in answer.content.decode()) is not is_ours
    assert Objection.objects.exists() is is_ours
    subject = submission.key if is_ours and "letter/" in page else None
    assert (objection(page=page).subject) == subject, "whoever asks"


def test_objection_opens_in_each_language_once_its_link_was_opened(client):
    found = raise_objection(**FORM, email=OBJECTOR, language="nl")

    answer = client.get(f"/object/{sign_objection(found)}/")

    assert answer["Location"] == f"/nl/object/{found.handle}/"
    for code, _name in settings.LANGUAGES:
        page = client.get(f"/{code}/object/{found.handle}/")
        assert page.status_code == 200
        assert (
            f'hreflang="fr" href="/fr/object/{found.handle}/"' in page.content.decode()
            or code == "fr"
        )
        assert page["Referrer-Policy"] == "same-origin"
    assert Client().get(f"/nl/object/{found.handle}/").status_code == 404


def test_who_objected_is_erased_in_time_and_after_a_restore(
    reviewer, django_capture_on_commit_callbacks
):
    answered, waiting = objection(), objection(email="clara@example.org")
    refuse_objection(objection=answered, user=reviewer, reason="unclear", answer="What?")
    late = timezone.now() + timedelta(days=settings.SUBMISSION_KEEP_DAYS + 1)

    assert erase_due_objections() == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_due_objections(late) == 1

    assert [*ObjectionWords.objects.values_list("pk", flat=True)] == [waiting.pk]
    assert not OutboxMessage.objects.filter(to=OBJECTOR).exists()
    assert Objection.objects.get(pk=answered.pk).reason == "unclear", "codes stay"
    assert mend_tombstones() == 0
    tombstone_file().unlink()
    assert mend_tombstones() == 1, "what a stop has lost is written later"
    ObjectionWords.objects.create(objection=answered, email=OBJECTOR, page="x", who="other")
    assert erase_again() == 1
    assert ObjectionWords.objects.count() == 1


def test_letter_to_an_address_that_nobody_has_confirmed_repeats_nothing_that_was_typed(reviewer):
    published(reviewer)
    bait = {**FORM, "page": "You have won: https://bait.example/", "email": OBJECTOR}

    known = raise_objection(**{**bait, "page": FORM["page"]}, language="en")
    first = raise_objection(**bait, language="en")
    confirm_objection(first)

    bodies = [*OutboxMessage.objects.filter(to=OBJECTOR).values_list("body", flat=True)]
    assert ["bait.example" in body for body in bodies] == [False, False, True]
    assert f"our site: {settings.WAGTAILADMIN_BASE_URL}" in bodies[1]
    assert known.of_kind.public_url(known.subject, "en") in bodies[0]


def test_person_is_found_and_erased_by_their_address(capsys):
    found = objection()

    call_command("erase_person", OBJECTOR.upper())
    assert f"objection {found.handle}" in capsys.readouterr().out
    call_command("erase_person", OBJECTOR, yes=True)

    assert not ObjectionWords.objects.exists()
    erase_objection(found)  # twice is once
    staff = superuser("root")
    assert count_open_objections(staff).number == 0, "there is nobody to answer"
    assert signed_in(staff).get("/admin/").status_code == 200
    assert send_digests(timezone.localtime().replace(hour=12)) == 0


def test_twice_confirmed_is_once_and_the_due_date_stays():
    found = objection()

    assert confirm_objection(found).due_at == found.due_at
    assert letters(OBJECTOR).count("objection_received") == 1


@pytest.mark.parametrize(
    "values", [{"state": "open", "due_at": None}, {"state": "refused"}, {"state": "lost"}]
)
def test_database_refuses_what_cannot_be(values):
    found = objection()

    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.filter(pk=found.pk).update(**values)


def test_whoever_is_not_asked_answers_nothing_by_any_way():
    found = objection(page="http://testserver/en/letter/")
    found.section = Section.CENTRE
    found.save()
    other = staff_account("pieter", EMBASSY_EDITORS)

    with pytest.raises(PermissionDenied):
        uphold_objection(objection=found, user=other)
    with pytest.raises(PermissionDenied):
        refuse_objection(objection=found, user=other, reason="unclear", answer="What?")

    found.refresh_from_db()
    assert found.state == "open"


def test_refusal_needs_reason_and_words(reviewer):
    with pytest.raises(ValidationError) as refused:
        refuse_objection(objection=objection(), user=reviewer, reason="", answer="  ")

    assert set(refused.value.message_dict) == {"reason", "answer"}
