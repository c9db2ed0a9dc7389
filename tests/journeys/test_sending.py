"""How a form behaves in a real browser: going back, files of which one is refused, the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from commemoration.core.enums import Section
from commemoration.submissions.models import Submission
from tests.factories.pages import build_site
from tests.factories.pictures import jpeg
from tests.factories.regiment import regiment_page
from tests.factories.worker import work_off_tasks
from tests.journeys.family import OLD_ENOUGH, Family, ru
from tests.journeys.walking import tab_to, tab_to_field

ADDRESS = "vnuk.petrov@example.org"
WALL = "/ru/centre/immortal-regiment/"


@pytest.fixture
def family(transactional_db, visitor, live_server, settings, tmp_path):
    regiment_page(build_site().sections[Section.CENTRE]["ru"])
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
    return Family(visitor(width=1280, language="ru"), live_server)


def test_going_back_from_a_refused_form_sends_nothing_again(family):
    page = family.page
    page.goto("/ru/send/regiment/")
    page.evaluate(OLD_ENOUGH)
    family.writes(email="nonsense")
    family.presses("Begin")
    expect(page.locator("[role=alert]")).to_be_visible()
    page.reload()
    expect(page.locator("[role=alert]")).to_have_count(0)
    page.evaluate(OLD_ENOUGH)
    family.presses("Begin")
    expect(page.locator("[role=alert]")).to_be_visible()
    page.evaluate(OLD_ENOUGH)
    family.begins(ADDRESS)

    family.writes(given_name="Пётр", relation="grandchild")
    family.presses("Save and go on")
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("[name=given_name]")).to_have_value("Пётр")
    page.reload()
    family.writes(surname="Щербаченко")
    family.presses("Save and go on")
    expect(page).to_have_url(re.compile("/step/life/$"))

    for end in ("/step/who/", "/step/who/", "/send/regiment/"):
        page.go_back()  # an answer to what was sent would not be shown, and fail
        expect(page).to_have_url(re.compile(f"{end}$"))
    assert Submission.objects.count() == 1


def test_long_form_that_was_refused_is_left_behind_once_it_is_sent(family):
    page = family.page
    page.goto("/ru/object/?page=/ru/")
    page.evaluate(OLD_ENOUGH)
    family.writes(who="family", why="Я против этого снимка.")
    family.presses("Send the objection")
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("[name=why]")).to_have_value("Я против этого снимка.")
    page.evaluate(OLD_ENOUGH)
    family.writes(email=ADDRESS)
    family.presses("Send the objection")
    expect(page).to_have_url(re.compile("/object/sent/$"))

    page.go_back()

    expect(page).to_have_url(re.compile(r"/object/"))
    expect(page.locator("[role=alert]")).to_have_count(0)
