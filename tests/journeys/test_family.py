"""A grandchild with a phone sends a portrait and a story, in Russian: from the first page to the
day on which nothing is left that tells who it was."""

import re
from datetime import timedelta
from urllib.parse import quote

import pypdfium2
import pytest
from django.conf import settings as the_settings
from django.core.files.storage import default_storage
from django.utils import timezone
from playwright.sync_api import expect

from commemoration.core.accounts.groups import CENTRE_EDITORS
from commemoration.core.enums import Section
from commemoration.core.outbox.sending import Run, send_due
from commemoration.core.runtime.periodic import run_due_jobs
from commemoration.home.services.staff import set_up_staff
from commemoration.submissions.models import Submission, SubmissionSection
from tests.factories.logs import logs_kept
from tests.factories.pages import build_site
from tests.factories.post_office import PostOffice, free_port, serving, transport
from tests.factories.regiment import entry, regiment_page
from tests.factories.staff import staff_account
from tests.factories.stored import names_in
from tests.factories.traces import files_with, tables_with
from tests.factories.worker import work_off_tasks
from tests.journeys.family import Family, Reader, Staff, ru

ADDRESS = "vnuchka.petrova@example.org"
WALL = "/ru/centre/immortal-regiment/"
SURNAME, OTHER_SPELLING = "Щербаченко", "Schtscherbatschenko"
STORY = "Дед вернулся домой в сорок пятом году."
PAGES = {
    "who": {"surname": SURNAME, "given_name": "Пётр", "relation": "grandchild"},
    "life": {"birth_how": "about", "birth_year": "1915", "living": "no", "death_year": "1978"},
    "service": {"rank": "сержант", "decorations": "Пример", "fate": "returned"},
    "story": {"story": f"{STORY} Пишите мне: {ADDRESS}"},
    "sender": {"sender_name": "Анна", "sender_town": "Exempleville"},
}
LINK = re.compile(r"https?://\S+")
KEPT_WHERE = {"submissions_contact", "submissions_submittedwords", "core_outboxmessage"}


@pytest.fixture
def house(transactional_db, settings, live_server, tmp_path):
    """The wall with somebody on it, a section where two must agree, a mail server, kept logs."""
    regiment_page(build_site().sections[Section.CENTRE]["ru"])
    set_up_staff()
    entry(names=[("Сидоров", "Пётр")])
    SubmissionSection.objects.create(slug=Section.CENTRE, needs_two=True)
    port = free_port()
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    settings.OUTBOX_TRANSPORT = transport(port)
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
    with serving(PostOffice(), port) as office, logs_kept(tmp_path) as logs:
        yield office, logs


def test_family_sends_changes_withdraws_and_leaves_no_trace(
    house, visitor, live_server, tmp_path, monkeypatch
):
    office, logs = house
    folders = [the_settings.FILES_DIR, tmp_path]
    public_before = names_in(default_storage)

    def phone():
        return visitor(width=360, height=740, language="ru")

    def staff(name):
        user = staff_account(name, CENTRE_EDITORS, language="ru")
        return Staff(visitor(language="ru"), live_server, user)

    # A family writes, with pictures that say in their data who took them.
    family = Family(phone(), live_server)
    family.opens(WALL)
    family.follows("Send a portrait and a story")
    family.arrives_at("/send/regiment/")
    family.begins(ADDRESS)
    family.fills_in(PAGES)
    family.arrives_at("/pictures/")
    family.sends_pictures(hidden=ADDRESS)
    family.crops_by_keyboard()
    for number in (1, 2, 3):
        family.says_that_nobody_lives(number)
    family.looks()
    family.follows("Go on")
    family.arrives_at("/send/")
    family.agrees_and_sends("Анна Петрова")
    expect(family.page.locator("main")).to_contain_text(
        ru("It waits for your confirmation: open the link in the letter that we have sent you.")
    )
    family.looks()
    assert len(family.uploads) == 7, "each alone, one of them four times"

    # The address is confirmed on another phone.
    other = Family(phone(), live_server)
    other.opens(_my_link(_post(office, 2)))
    other.presses("Yes, this is my address")
    other.arrives_at(f"/my/{_submission().handle}/")
    assert _state() == "waiting"
    assert tables_with(ADDRESS) >= KEPT_WHERE
    assert files_with(ADDRESS, folders) == {"original.heic", "original.jpg"}

    # Staff ask for a change, the family makes it through the link, two persons agree.
    vera = staff("vera")
    vera.takes_the_next()
    vera.asks("Пожалуйста, уберите адрес из рассказа.", note=f"Ответит с адреса {ADDRESS}")
    third = Family(phone(), live_server)
    third.opens(_my_link(_post(office, 2)))
    expect(third.page.locator("main")).to_contain_text("Пожалуйста, уберите адрес из рассказа.")
    third.follows("The story")
    third.arrives_at("/step/story/")
    third.writes(story=STORY)
    third.presses("Save and go on")
    third.page.goto(third.page.url.replace("/step/sender/", "/send/"))
    third.arrives_at("/send/")
    third.agrees_and_sends()
    third.arrives_at(f"/my/{_submission().handle}/")
    assert _found(third, OTHER_SPELLING) == ([], [])
    vera.takes_the_next()
    vera.approves("Your approval is noted. A second person has to agree before it is published.")
    assert _state() == "waiting"
    olga = staff("olga")
    olga.takes_the_next()
    olga.approves("It is accepted. It is published as soon as its pictures are ready.")
    assert _state() == "waiting"
    work_off_tasks()
    assert _state() == "published"

    # It is on the wall, found by another spelling, and on a placard.
    published = _post(office, 2)
    public = LINK.search(published)[0]
    assert third.opens(public).status == 200
    shown = third.page.locator("main img").evaluate_all("all => all.map(each => each.src)")
    assert len(shown) == 4
    names = [f"{SURNAME} Пётр"]
    assert _found(third, OTHER_SPELLING) == (names, names)
    assert _placard(third, public)[:2] == [SURNAME.upper(), "Пётр"]
    assert files_with(ADDRESS, folders) == set(), "what is published says nothing of the sender"

    # The family takes it back: nobody reads it any more.
    third.opens(_my_link(published))
    third.follows("Withdraw what I sent")
    third.arrives_at("/withdraw/")
    third.presses("Withdraw what I sent")
    third.arrives_at(f"/my/{_submission().handle}/")
    assert third.opens(public).status == 410
    assert _found(third, OTHER_SPELLING) == ([], [])
    assert {third.page.request.get(address).status for address in shown} == {410}
    assert names_in(default_storage) == public_before
    assert tables_with(ADDRESS) >= KEPT_WHERE, "or the search below would find nothing either"
    _post(office, 1)

    # Its time is over. Passing files of other processes are not old: the clock moves here alone.
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    now = timezone.now
    days = timedelta(days=the_settings.SUBMISSION_KEEP_DAYS + 1)
    monkeypatch.setattr(timezone, "now", lambda: now() + days)
    run_due_jobs()
    assert _state() == "erased"
    assert tables_with(ADDRESS) == set()
    assert files_with(ADDRESS, folders) == set()

    assert third.opens(_my_link(published)).status == 404
    tokens = [_my_link(text).rpartition("/my/")[2].strip("/") for text in _texts(office)]
    assert any(token in logs.unhidden.read_text() for token in tokens), "or none would be found"
    assert not any(token in logs.site.read_text() for token in tokens)
    assert {reader.errors() for reader in (family, other, third)} == {()}


def _submission() -> Submission:
    return Submission.objects.get()


def _state() -> str:
    return _submission().state


def _post(office: PostOffice, number: int) -> str:
    """The text of the last of so many letters that the worker sends now."""
    assert send_due() == Run(sent=number)
    return _texts(office)[-1]


def _texts(office: PostOffice) -> list[str]:
    return [letter.get_content() for _recipients, letter in office.letters]


def _my_link(text: str) -> str:
    return LINK.findall(text)[-1]


def _found(reader: Reader, spelling: str) -> tuple[list[str], list[str]]:
    """Who answers to it: in the search for names, and on the wall."""
    asked = quote(spelling)
    reader.opens(f"/ru/names/?q={asked}")
    people = reader.page.locator(".people__name").all_inner_texts()
    reader.opens(f"{WALL}?name={asked}")
    return people, reader.page.locator(".wall__name").all_inner_texts()


def _placard(reader: Reader, entry_address: str) -> list[str]:
    """The lines that are printed on it, as a program for PDF reads them."""
    reader.opens(entry_address)
    reader.follows("Placard for the march")
    reader.arrives_at("/placard/")
    address = reader.page.locator(".placard__files a[href*='a4.pdf']").get_attribute("href")
    document = pypdfium2.PdfDocument(reader.page.request.get(address).body())
    return document[0].get_textpage().get_text_bounded().splitlines()
