"""Hostile words in every field of what is told of graves and of what caretakers report: each output
shows them as words, or not at all.

All of it stands in one transaction for the tests of this file, and is only read.
"""

import io
import json
import re
import zipfile
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client, TestCase
from django.utils.html import escape
from django.utils.http import urlencode

from commemoration.core.enums import Section
from commemoration.core.outbox.services import send_due
from commemoration.submissions.models import Contact, Submission
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.review import approve, take_for_review
from tests.factories.caretakers import caretaker, opened_by, pages_of
from tests.factories.contributions import STEPS, accepted, sent_about
from tests.factories.graves import burial_site, buried, grave_map_page
from tests.factories.pages import build_site
from tests.factories.regiment import sent_picture
from tests.factories.staff import signed_in
from tests.hostile.outputs import living, page, plain, staff, without_the_frame
from tests.hostile.outputs import opened_by as sender_of
from tests.hostile.words import PAYLOADS, alive, carelessly, shown_words, typed_everywhere
from tributes.graves.caretakers.services.access import issue_link
from tributes.graves.contributions.services.requests import close_request
from tributes.graves.enums import BurialKind, RequestEnd, Told
from tributes.graves.exports.lists import write_lists
from tributes.graves.models import Burial, BurialSite, Caretaker, Contribution, PhotoRequest

LANGUAGES = ("en", "fr", "nl", "ru")
VISIT = {"visited": "2020-05-08", "state": "fair", "gate": "50.5, 5.25"}


@dataclass(frozen=True)
class World:
    """`asked_for` is the grave of which families ask for a photograph. `waiting` says the same once
    more as `accepted` and `reports`, kind by kind for each of the hostile words."""

    sites: list[BurialSite]
    person: Burial
    unknown: Burial
    asked_for: Burial
    caretaker: Caretaker
    accepted: list[Submission]
    waiting: list[Submission]
    reports: list[Submission]

    def about(self, told: Told) -> Burial:
        rest = {Told.RECOGNISED: self.unknown, Told.REQUEST: self.asked_for}
        return rest.get(told, self.person)

    @property
    def one_of_each(self) -> list[Submission]:
        """Of each kind the one that waits with the last words."""
        return self.waiting[-1 - len(Told) :]

    @property
    def records(self) -> list[str]:
        """The paths of their pages, without a language."""
        people = (self.person, self.unknown, self.asked_for)
        sites = [f"burial-site/{site.slug}/" for site in self.sites]
        return [*sites, *(f"person/{each.number}/" for each in people)]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        section = build_site().sections[Section.EMBASSY]
        for language in section:
            grave_map_page(section[language])
        sites = [burial_site(f"place-{number}") for number in range(3)]
        made = World(
            sites=sites,
            person=buried(sites[0]),
            unknown=buried(sites[0], kind=BurialKind.UNKNOWN),
            asked_for=buried(sites[0]),
            caretaker=caretaker(*sites, name="Nele"),
            accepted=[],
            waiting=[],
            reports=[],
        )
        with TestCase.captureOnCommitCallbacks(execute=True):
            for number, words in enumerate(PAYLOADS):
                made.waiting.extend(_told(made, told, words) for told in Told)
                made.accepted.extend(_accepted(made, told, words) for told in Told)
                made.reports.append(_reported(made, number, words))
                made.waiting.append(_reported(made, number, words, accepts=False))
        yield made
        transaction.set_rollback(True)


def _accepted(world: World, told: Told, words: str) -> Submission:
    """The form refuses such names; staff can write them, and older ones may stand."""
    submission = accepted(_told(world, told, words, names=False), staff())
    Contribution.objects.filter(key=submission.key).update(sender_name=plain(words)[:100])
    return submission


def _told(world: World, told: Told, words: str, *, names: bool = True) -> Submission:
    """One of this kind that waits, with the words in every field that takes any."""
    record = world.about(told)
    pictures = int(told == Told.PHOTO)
    submission = sent_about(record, told, pictures=pictures, email="anna@example.org")
    steps = typed_everywhere(submission.of_kind.steps, STEPS[told], words, names=names)
    submission.words.steps = {
        slug: {"version": 1, "fields": fields} for slug, fields in steps.items()
    }
    submission.words.save()
    return _named(submission, words)


def _reported(world: World, number: int, words: str, *, accepts: bool = True) -> Submission:
    """A report with a photograph, as a browser sends it: four about each site, each in a language
    of its own."""
    site, language = world.sites[number // 4], LANGUAGES[number % 4]
    browser, form = opened_by(world.caretaker), pages_of(world.caretaker, site)
    fields = {"done": words, "way_there": words, "opening_hours": words}
    typed = {**VISIT, **fields, "form": str(uuid4()), "version": "0", "language": language}
    assert browser.post(form, typed).status_code == 302
    submission = Submission.objects.latest("pk")
    sent_picture(submission)
    sent = browser.post(form, {**typed, "version": "1", "do": "send", "scopes": "site"})
    assert sent.status_code == 302
    _named(submission, words)
    if accepts:
        submission.words.refresh_from_db()
        approve(submission=submission, user=staff(), seen_version=submission.words.version)
        submission.refresh_from_db()
    return submission


def _named(submission: Submission, words: str) -> Submission:
    submission.pictures.update(caption=words, original_name=words)
    Contact.objects.filter(submission=submission).update(name=words)
    submission.refresh_from_db()
    return submission


def by_words(submissions: list[Submission]) -> list[tuple[str, Submission]]:
    """Each with the words that are in it."""
    return [(submission.contact.name, submission) for submission in submissions]


def visitor_pages(world: World) -> dict[str, str]:
    browser, found = Client(), {}
    for language in LANGUAGES:
        for path in world.records:
            for address in (f"/{language}/{path}", f"/{language}/{path}sheet/"):
                found[address] = page(browser, address)
        address = f"/{language}/embassy/graves/"
        found[address] = page(browser, address)
    return found


def test_careless_page_is_found_out(world):
    """The control: the same pages, had nobody escaped a thing."""
    html = page(Client(), f"/en/person/{world.person.number}/")
    sites = [page(Client(), f"/en/burial-site/{site.slug}/") for site in world.sites]

    for shown in (html, *sites):
        assert alive(shown) == []
        assert len(alive(carelessly(shown))) > 4
    for words in PAYLOADS:
        assert escape(words) in html
        assert alive(html.replace(escape(words), f'<p>{words}</p><input value="{words}">')) != []


def test_readers_see_words_in_every_language(world):
    found = visitor_pages(world)

    assert living(found) == {}
    assert Contribution.objects.filter(is_public=True).count() == 4 * len(PAYLOADS)
    for language in LANGUAGES:
        person = shown_words(found[f"/{language}/person/{world.person.number}/"])
        unknown = shown_words(found[f"/{language}/person/{world.unknown.number}/"])
        for words in PAYLOADS:
            assert person.count(plain(words)) >= 10, "three tell it, one with a picture"
            assert unknown.count(plain(words)) >= 3, words
        for number, words in enumerate(PAYLOADS):
            site = world.sites[number // 4]
            shown = shown_words(found[f"/{language}/burial-site/{site.slug}/"])
            assert shown.count(plain(words)) >= 2, "the visit and its picture"
    for number, words in enumerate(PAYLOADS):
        own = f"/{LANGUAGES[number % 4]}/burial-site/{world.sites[number // 4].slug}/"
        assert shown_words(found[own]).count(plain(words)) >= 4, "the way there, and the hours"
        assert plain(words) in shown_words(found[f"{own}sheet/"])


def test_staff_see_words(world):
    browser, found = signed_in(staff()), {}
    for submission in world.waiting:
        address = f"/admin/submissions/one/{submission.handle}/"
        assert take_for_review(submission=submission, user=staff())
        found[address] = page(browser, address)
    for submission in (*world.one_of_each, *world.accepted[-5:], world.reports[-1]):
        address = f"/admin/submissions/one/{submission.handle}/"
        found[f"{address}end/"] = page(browser, f"{address}end/")
        browser.post(address, {"action": "leave"})
        found[f"{address} read"] = page(browser, address)
    for request in PhotoRequest.objects.filter(closed_at=None):
        address = f"/admin/photo-requests/{request.pk}/"
        found[address] = page(browser, address)
    snippets = "/admin/snippets/graves/"
    for address in (
        "/admin/",
        *(f"/admin/submissions/?p={number}" for number in (1, 2)),
        *(f"/admin/submissions/?{urlencode({'q': words})}" for words in PAYLOADS),
        "/admin/photo-requests/",
        *(f"{snippets}burialsite/edit/{site.pk}/" for site in world.sites),
        *(f"{snippets}burialsite/history/{site.pk}/" for site in world.sites),
        f"{snippets}burial/edit/{world.person.pk}/",
        f"{snippets}caretaker/",
        f"{snippets}caretaker/edit/{world.caretaker.pk}/",
        f"{snippets}caretaker/link/{world.caretaker.pk}/",
    ):
        found[address] = page(browser, address)

    own = {address: without_the_frame(html) for address, html in found.items()}
    assert living(own) == {}
    for words, submission in by_words(world.waiting):
        shown = shown_words(found[f"/admin/submissions/one/{submission.handle}/"])
        least = 1 if submission.kind == Told.REQUEST else 3
        assert shown.count(plain(words)) >= least, submission.kind
    asked = shown_words(found["/admin/photo-requests/"])
    assert all(plain(words) in asked for words in PAYLOADS)


def test_senders_see_words(world):
    found = {}
    for submission in world.waiting:
        browser = sender_of(submission)
        home = f"/ru/my/{submission.handle}/"
        # The page about the teller is one and the same for all kinds.
        has_own_pages = submission.kind == Told.CORRECTION
        pages = submission.of_kind.steps if has_own_pages else submission.of_kind.steps[:1]
        steps = [f"step/{step.slug}/" for step in pages]
        pictures = [f"pictures/{each.uuid}/" for each in submission.pictures.all()]
        rest = ("", "send/", "withdraw/", "erase/") if submission in world.one_of_each else ()
        for path in (*steps, *pictures, *rest):
            found[home + path] = page(browser, home + path)

    assert living(found) == {}
    for words, submission in by_words(world.waiting):
        first = submission.of_kind.steps[0].slug
        assert escape(words) in found[f"/ru/my/{submission.handle}/step/{first}/"]


def test_caretaker_sees_words(world):
    """What families ask for, what was reported, and the sheet of paper, in every language."""
    browser, found = opened_by(world.caretaker), {}
    for language in LANGUAGES:
        for site in (None, *world.sites):
            address = pages_of(world.caretaker, site, language)
            found[address] = page(browser, address)
            if site is not None:
                found[f"{address}paper/"] = page(browser, f"{address}paper/")

    assert living(found) == {}
    for language in LANGUAGES:
        home = pages_of(world.caretaker, None, language)
        paper = f"{pages_of(world.caretaker, world.sites[0], language)}paper/"
        for words in PAYLOADS:
            assert plain(words) in shown_words(found[home])
            assert plain(words) in shown_words(found[paper])


@pytest.mark.parametrize("words", PAYLOADS)
def test_what_a_caretaker_typed_stands_in_the_field_again(world, words):
    """Right or wrong, at once and on another device."""
    site = world.sites[0]
    with transaction.atomic():
        browser, form = opened_by(world.caretaker), pages_of(world.caretaker, site)
        names = ("visited", "state", "done", "way_there", "opening_hours", "gate", "language")
        typed = {**dict.fromkeys(names, words), "form": str(uuid4()), "version": "0"}
        refused = browser.post(form, {**typed, "do": "send", "scopes": words}, follow=True)
        again = page(opened_by(world.caretaker), form)
        transaction.set_rollback(True)

    assert [status for _address, status in refused.redirect_chain] == [302]
    for html in (refused.content.decode(), again):
        assert alive(html) == []
        assert html.count(escape(words)) >= 4
        assert f'value="{escape(words)}"' in html


def test_letters_are_text_and_have_no_header_of_a_sender(world):
    mail.outbox.clear()
    hostile = "Anna\r\nBcc: xq@example.org\r\n\r\n<script>xq(1)</script>"
    with transaction.atomic():
        Contact.objects.update(name=hostile)
        for submission in Submission.objects.filter(pk__in=[each.pk for each in world.one_of_each]):
            for template in ("begun", "confirm", "received", "published", "withdrawn"):
                write_to_sender(submission, template)
            write_to_sender(submission, "asked", question=hostile)
        request = PhotoRequest.objects.filter(closed_at=None).first()
        close_request(request, how=RequestEnd.IMPOSSIBLE, words=hostile)
        Caretaker.objects.update(name=hostile)
        issue_link(Caretaker.objects.get())
        while send_due().sent:
            pass
        letters = [each.message() for each in mail.outbox]
        transaction.set_rollback(True)

    assert len(letters) >= 6 * 6 + 2
    for letter in letters:
        assert letter.get_content_type() == "text/plain"
        assert not letter.is_multipart()
        assert {"Bcc", "Cc"} & set(letter.keys()) == set()
        assert "xq" not in str(letter["Subject"])
    said = [letter.get_payload(decode=True).decode() for letter in letters]
    assert sum("xq(1)" in each for each in said) >= 3, "the control"


def test_programs_get_data(world):
    browser = Client()
    answers = {
        address: browser.get(address)
        for address in (
            "/data/burial-sites.geojson",
            "/data/people.csv",
            *(f"/{language}/burial-sites/points.json" for language in LANGUAGES),
            *(
                f"/{language}/burial-sites/facts.json?site={site.pk}"
                for language in LANGUAGES
                for site in world.sites
            ),
            "/iiif/discovery/1/activities.json",
            "/sitemap.xml",
            "/data/photos.csv",
            f"/api/names?{urlencode({'q': PAYLOADS[0]})}",
            *(f"/en/{path}qr.svg" for path in world.records),
        )
    }

    for address, answer in answers.items():
        assert answer.status_code == 200, address
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer["Content-Type"].startswith("text/html"), address
        body = b"".join(answer) if answer.streaming else answer.content
        if "json" in answer["Content-Type"]:
            json.loads(body)
        else:
            assert alive(body.decode()) == [], address
    for path in (f"person/{world.person.number}/", f"burial-site/{world.sites[0].slug}/"):
        for language in LANGUAGES:
            html = page(browser, f"/{language}/{path}")
            blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
            assert blocks
            for block in blocks:
                assert "<" not in block
                json.loads(block)


def test_what_is_told_stands_in_no_list_of_the_records(world, tmp_path):
    """It is not the official record, neither in the lists of staff nor in those for programs."""
    written = {path.name: path.read_text() for path in write_lists(tmp_path)}
    people = Client().get("/data/people.csv")
    sites = Client().get("/data/burial-sites.geojson").content.decode()

    assert written["people.csv"].count("Obrazzow") == 2, "the control: the graves are in it"
    for text in (*written.values(), b"".join(people).decode(), sites):
        assert world.sites[0].slug in text or "person" in text
        assert "xq" not in text


def test_what_a_sender_takes_along_is_data(world):
    for words, submission in by_words(world.one_of_each):
        browser = sender_of(submission)

        answer = browser.get(f"/ru/my/{submission.handle}/everything.zip")

        assert answer["Content-Type"] == "application/zip"
        assert "attachment" in answer["Content-Disposition"]
        with zipfile.ZipFile(io.BytesIO(b"".join(answer))) as packed:
            for name in packed.namelist():
                assert re.fullmatch(r"submission\.json|pictures/[-0-9a-f]{36}\.\w+", name)
            said = json.loads(packed.read("submission.json"))
        assert said["sender"]["name"] == words
        first = submission.of_kind.steps[0].slug
        assert [words] in said["words"][first].values()


def test_screens_of_every_kind_are_among_them(world):
    """A kind about graves that is added later is to be tried here too."""
    kinds = {*Told.values, "caretaker-report"}

    assert {each.kind for each in world.waiting} == kinds
    assert {each.kind for each in world.one_of_each} == kinds
    assert {each.kind for each in (*world.accepted, *world.reports)} == kinds
