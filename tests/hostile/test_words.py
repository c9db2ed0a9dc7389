"""Hostile words in every field of a family's story: each output shows them as words, or not at all.

The entries stand in one transaction for all tests of this file.
"""

import csv
import io
import json
import re
import zipfile

import pypdfium2
import pytest
from django.core import mail
from django.db import transaction
from django.test import Client, TestCase
from django.utils.html import escape
from django.utils.http import urlencode

from commemoration.core.enums import Section
from commemoration.core.outbox.services import send_due
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from commemoration.submissions.models import Contact, Submission
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.review import approve, take_for_review
from tests.factories import regiment
from tests.factories.pages import build_site
from tests.factories.staff import signed_in
from tests.factories.visitor_forms import opened
from tests.hostile.outputs import living, opened_by, page, plain, staff, without_the_frame
from tests.hostile.words import PAYLOADS, alive, carelessly, shown_words, typed_everywhere
from tributes.regiment.kind import regiment_kind
from tributes.regiment.models import RegimentEntry
from tributes.regiment.services.entries import save_entry

KIND = regiment_kind()
TYPST = '#read("/etc/passwd") #include "a.typ" $x^2$ \\ *b* `r` @lbl #image("//xq")'
FORMULAS = ("=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1")


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """Twelve entries that staff have accepted, and the same again that wait for them."""
    with django_db_blocker.unblock(), transaction.atomic():
        section = build_site().sections[Section.CENTRE]
        for language in section:
            regiment.regiment_page(section[language])
        with TestCase.captureOnCommitCallbacks(execute=True):
            accepted = [_accepted(words) for words in PAYLOADS]
        waiting = [_sent(words) for words in PAYLOADS]
        yield accepted, waiting
        transaction.set_rollback(True)


def _sent(words: str, *, names: bool = True) -> Submission:
    steps = typed_everywhere(KIND.steps, regiment.STEPS, words, names=names)
    submission = regiment.sent(pictures=1, **steps)
    submission.pictures.update(caption=words, original_name=words)
    Contact.objects.filter(submission=submission).update(name=words, email="anna@example.org")
    submission.refresh_from_db()
    return submission


def _accepted(words: str) -> Submission:
    """The form refuses such names; staff can write them, and older entries may bear them."""
    submission = _sent(words, names=False)
    approve(submission=submission, user=staff(), seen_version=submission.words.version)
    submission.refresh_from_db()
    assert submission.is_public
    entry, name = entry_of(submission), plain(words)
    names = [NameFacts(NameRole.FAMILY, name, name, name)]
    save_entry(entry, names=names, sender_name=name)
    return submission


def entry_of(submission: Submission) -> RegimentEntry:
    return RegimentEntry.objects.get(key=submission.key)


def test_careless_page_is_found_out(told):
    """The control: the same pages, had nobody escaped a thing."""
    for submission, words in zip(told[0], PAYLOADS, strict=True):
        html = page(Client(), f"/en/regiment/{entry_of(submission).number}/")

        assert alive(html) == []
        assert alive(carelessly(html)) != [], words
        assert alive(f"<p>{words}</p><input value=\"{words}\"><input value='{words}'>") != []


def test_readers_see_words(told):
    browser, found = Client(), {}
    numbers = [entry_of(submission).number for submission in told[0]]
    for number in numbers:
        for language in ("en", "ru"):
            address = f"/{language}/regiment/{number}/"
            found[address] = page(browser, address)
        found[f"{number} placard"] = page(browser, f"/en/regiment/{number}/placard/")
    wall = "/en/centre/immortal-regiment/"
    found[wall] = page(browser, wall)
    found["procession"] = page(browser, "/en/regiment/procession/")
    for words in PAYLOADS:
        asked = ((wall, "name"), (wall, "town"), ("/en/names/", "q"), ("/en/search/", "q"))
        for path, name in asked:
            address = f"{path}?{urlencode({name: words})}"
            found[address] = page(browser, address)

    assert living(found) == {}
    for number, words in zip(numbers, PAYLOADS, strict=True):
        assert shown_words(found[f"/en/regiment/{number}/"]).count(plain(words)) > 5, words
        assert plain(words) in shown_words(found[wall])


def test_staff_see_words(told):
    browser, found = signed_in(staff()), {}
    for submission in (*told[1], told[0][-1]):
        address = f"/admin/submissions/one/{submission.handle}/"
        found[f"{address} read"] = page(browser, address)
        take_for_review(submission=submission, user=staff())
        found[f"{address} taken"] = page(browser, address)
    for submission in (told[0][-1], told[1][-1]):  # which says no word but the title
        address = f"/admin/submissions/one/{submission.handle}/end/"
        found[address] = page(browser, address)
    for submission in told[0]:
        address = f"/admin/snippets/regiment/regimententry/edit/{entry_of(submission).pk}/"
        found[address] = page(browser, address)
    for words in PAYLOADS:
        address = f"/admin/submissions/?{urlencode({'q': words, 'text': words})}"
        found[address] = page(browser, address)
    for address in ("/admin/", "/admin/submissions/", "/admin/snippets/regiment/regimententry/"):
        found[address] = page(browser, address)

    own = {address: without_the_frame(html) for address, html in found.items()}
    assert living(own) == {}
    for submission, words in zip(told[1], PAYLOADS, strict=True):
        text = shown_words(found[f"/admin/submissions/one/{submission.handle}/ read"])
        assert text.count(plain(words)) > 10, words


def test_senders_see_words(told):
    found = {}
    for submission in told[1]:
        browser = opened_by(submission)
        home = f"/ru/my/{submission.handle}/"
        steps = [f"step/{step.slug}/" for step in KIND.steps]
        picture = f"pictures/{submission.pictures.get().uuid}/"
        rest = ("send/", "withdraw/", "erase/") if submission == told[1][-1] else ()
        for path in ("", *steps, "pictures/", picture, *rest):
            found[home + path] = page(browser, home + path)

    assert living(found) == {}
    for submission, words in zip(told[1], PAYLOADS, strict=True):
        assert f'value="{escape(words)}"' in found[f"/ru/my/{submission.handle}/step/who/"]


def test_letters_hold_no_word_of_a_sender_and_no_header_of_theirs(told):
    mail.outbox.clear()
    hostile = "Anna\r\nBcc: xq@example.org\r\n\r\n<script>xq(1)</script>"
    for submission in told[1]:
        Contact.objects.filter(submission=submission).update(name=hostile)
        submission.refresh_from_db()
        for template in ("begun", "confirm", "received", "published", "withdrawn"):
            write_to_sender(submission, template)
        write_to_sender(submission, "asked", question=hostile)

    while send_due().sent:
        pass
    letters = [each.message() for each in mail.outbox]

    assert len(letters) >= 6 * len(PAYLOADS)
    for letter in letters:
        assert letter.get_content_type() == "text/plain"
        assert not letter.is_multipart()
        assert {"Bcc", "Cc"} & set(letter.keys()) == set()
        assert letter["To"] == "anna@example.org"
        assert "xq" not in str(letter["Subject"])
    assert any("xq(1)" in str(letter.get_payload(decode=True)) for letter in letters), "the control"


def test_address_with_a_line_break_is_no_address(told):
    before = Submission.objects.count()
    broken = "a@example.org\r\nBcc: xq@example.org"
    for email in (broken, "a@example.org,b@example.org", "<a@b.org>"):
        answer = Client().post("/en/send/regiment/", {"email": email, "opened": opened()})
        assert answer.status_code == 422, email

    assert Submission.objects.count() == before


def test_programs_get_data(told):
    numbers = [entry_of(submission).number for submission in told[0]]
    answer = Client().get("/data/regiment.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {int(row["number"]): row for row in csv.DictReader(io.StringIO(text, newline=""))}

    for number, words in zip(numbers, PAYLOADS, strict=True):
        assert rows[number]["birthplace"] == plain(words)
        html = Client().get(f"/en/regiment/{number}/").content.decode()
        (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
        assert "<" not in block
        assert json.loads(block)["birthPlace"]["name"] == plain(words)
        names = Client().get(f"/api/names?{urlencode({'q': words})}")
        assert names["Content-Type"] == "application/json"
        assert names["X-Content-Type-Options"] == "nosniff"
        json.loads(names.content)
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_formulas_do_not_reach_a_spreadsheet(told):
    entries = [regiment.entry(story=each, sender_town=each, rank=each) for each in FORMULAS]

    answer = Client().get("/data/regiment.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {int(row["number"]): row for row in csv.DictReader(io.StringIO(text, newline=""))}

    for entry, formula in zip(entries, FORMULAS, strict=True):
        for column in ("story", "family_town", "rank"):
            cell = rows[entry.number][column]
            assert cell.startswith("'"), f"{column} would be calculated: {formula!r}"
            assert cell.lstrip("'").strip() == formula.strip()


def test_markup_of_the_typesetter_is_set_as_words(told):
    entry = regiment.entry(names=[(TYPST[:60], "$y$ #sys")], rank=TYPST)

    pdf = Client().get(f"/en/regiment/{entry.number}/placard/a4.pdf")
    (only,) = pypdfium2.PdfDocument(pdf.content)
    words = "".join(only.get_textpage().get_text_bounded().split())

    assert "".join(TYPST.split()) in words
    assert "$y$#sys" in words
    assert "root:" not in words


def test_what_a_sender_takes_along_is_data(told):
    submission = told[1][0]
    browser = opened_by(submission)

    answer = browser.get(f"/ru/my/{submission.handle}/everything.zip")

    assert answer["Content-Type"] == "application/zip"
    assert "attachment" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(b"".join(answer))) as packed:
        for name in packed.namelist():
            assert ".." not in name
            assert not name.startswith("/")
            assert not name.endswith((".html", ".svg", ".xml"))
        assert json.loads(packed.read("submission.json"))["sender"]["name"]
