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


def test_good_files_are_shown_beside_the_refusal_of_a_bad_one(family):
    page = family.page
    page.goto("/ru/send/regiment/")
    family.begins(ADDRESS)
    page.goto(page.url.replace("/step/who/", "/pictures/"))
    files = [
        {"name": "list.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 no picture"},
        {"name": "portrait.jpg", "mimeType": "image/jpeg", "buffer": jpeg()},
    ]
    page.evaluate("window.__same = true")

    page.set_input_files("#id_files", files)
    family.presses("Send these files")
    expect(page.locator(".sent-pictures__item[data-waiting]")).to_have_count(1)
    work_off_tasks()
    expect(page.locator(".sent-pictures img")).to_have_count(1)

    refusals = page.locator(".uploads__line--fault")
    expect(refusals).to_have_count(1)
    expect(refusals).to_contain_text("list.pdf")
    assert page.evaluate("window.__same"), "the page was not left: its words stay to be read"
    expect(page.get_by_role("link", name=ru("Caption and crop"))).to_be_visible()


PAGES = (
    ("who", {"surname": "Щербаченко", "given_name": "Пётр", "relation": 2}),
    ("life", {"birth_year": "1915", "living": 2, "death_year": "1978"}),
    ("service", {"rank": "сержант", "fate": 1}),
    ("story", {"story": "Дед вернулся домой."}),
    ("sender", {"sender_name": "Анна"}),
)


class Keyboard:
    """A family at a desk without a mouse: Tab, letters, arrows, Space and Enter."""

    def __init__(self, page):
        self.page = page
        self.presses = page.keyboard.press

    def tabs_to_button(self, words: str):
        for _ in range(80):
            self.presses("Tab")
            if self.page.evaluate("document.activeElement.textContent.trim()") == ru(words):
                return
        pytest.fail(f"No Tab leads to {words}")

    def tabs_to(self, name: str):
        for _ in range(80):
            self.presses("Tab")
            if self.page.evaluate("document.activeElement.name") == name:
                return
        pytest.fail(f"No Tab leads to the field {name}")

    def fills_in(self, fields: dict[str, str | int]):
        """Words are typed; of a choice the one of that number is taken."""
        for name, value in fields.items():
            self.tabs_to(name)
            if isinstance(value, str):
                self.page.keyboard.type(value)
                continue
            self.presses("Space")
            for _ in range(value - 1):
                self.presses("ArrowDown")

    def goes_on(self, button: str, end: str):
        self.tabs_to_button(button)
        self.presses("Enter")
        expect(self.page).to_have_url(re.compile(f"{end}$"))


def test_family_without_a_mouse_sends_a_portrait_and_a_story(family):
    page, keys = family.page, Keyboard(family.page)
    page.goto(WALL)
    keys.goes_on("Send a portrait and a story", "/send/regiment/")
    keys.tabs_to("email")
    page.keyboard.type(ADDRESS)
    page.evaluate(OLD_ENOUGH)
    keys.goes_on("Begin", "/step/who/")
    keys.goes_on("Save and go on", "/step/who/")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    for slug, fields in PAGES:
        expect(page).to_have_url(re.compile(f"/step/{slug}/$"))
        keys.fills_in(fields)
        keys.tabs_to_button("Save and go on")
        keys.presses("Enter")

    expect(page).to_have_url(re.compile("/pictures/$"))
    keys.tabs_to("files")
    with page.expect_file_chooser() as chosen:
        keys.presses("Enter")
    chosen.value.set_files(
        [{"name": "portrait.jpg", "mimeType": "image/jpeg", "buffer": jpeg(600, 800)}]
    )
    keys.tabs_to_button("Send these files")
    keys.presses("Enter")
    expect(page.locator(".sent-pictures__item")).to_have_count(1)
    work_off_tasks()
    expect(page.locator(".sent-pictures img")).to_have_count(1)
    keys.goes_on("Caption and crop", r"/pictures/[-0-9a-f]{36}/")
    family.tabs_to("Cut off at the left (%)")
    keys.presses("Shift+ArrowRight")
    expect(page.locator("#id_left")).not_to_have_value("0")
    keys.fills_in({"caption": "Пётр", "alive": 1})
    keys.goes_on("Save", "/pictures/")
    keys.goes_on("Go on", "/send/")
    keys.fills_in({"name": "Анна Петрова"})
    for _scope in range(2):
        keys.presses("Tab")
        keys.presses("Space")
    keys.goes_on("Send", "/my/[^/]+/")

    submission = Submission.objects.get()
    assert submission.state == "unconfirmed"
    said = submission.words.steps["who"]["fields"]
    assert (said["surname"], said["relation"]) == (["Щербаченко"], ["grandchild"])
    picture = submission.pictures.get()
    assert (picture.caption, picture.alive) == ("Пётр", "nobody")
    assert picture.crop_left > 0
    assert family.errors() == ()
