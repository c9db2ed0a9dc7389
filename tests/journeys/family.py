"""Who takes part in the journey of a family: a reader with a phone, and staff in the admin."""

import re

from django.conf import settings
from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import expect

from tests.factories.pictures import heic, jpeg, private_exif
from tests.factories.staff import signed_in
from tests.factories.worker import work_off_tasks
from tests.journeys.axe import axe_violations
from tests.journeys.browser import record
from tests.journeys.walking import barriers

PHONE = {"width": 360, "height": 740}
SETTLED = "document.fonts.ready.then(() => document.fonts.status)"
# Nothing is taken that is sent within three seconds, as programs do.
OLD_ENOUGH = "new Promise(done => setTimeout(done, Math.max(0, 4500 - performance.now())))"
EXPECTED = re.compile(r"status of (404|410)|ERR_FAILED")
FOCUSED_LABEL = "document.activeElement.getAttribute('aria-label') || ''"


def ru(words: str, context: str = "") -> str:
    """What a Russian reader is shown for these words."""
    with override("ru"):
        return pgettext(context, words) if context else gettext(words)


class Reader:
    """A browser on one device, and all that went wrong in it."""

    def __init__(self, context, live_server):
        self.page = context.new_page()
        self.kept = record(self.page, live_server.url)
        self.uploads = []
        self.page.on("request", self._note_upload)

    def opens(self, address: str):
        answer = self.page.goto(address)
        self.looks()
        return answer

    def looks(self):
        """Nothing on this page moves, asks another host or keeps somebody out."""
        self.page.wait_for_load_state()
        self.page.evaluate(SETTLED)
        found = {
            "foreign": self.kept.foreign,
            "refused": self.page.evaluate("window.__violations"),
            "moved": round(self.page.evaluate("window.__shift"), 2),
        }
        found = {name: value for name, value in found.items() if value}
        found |= barriers(self.page, self.page.url)
        self.page.set_viewport_size(PHONE)
        self.page.emulate_media(color_scheme="light")
        assert found == {}

    def errors(self) -> tuple[str, ...]:
        """What the console says, but for what is gone or lost as it should be."""
        return tuple(text for text in self.kept.errors if not EXPECTED.search(text))

    def presses(self, button: str):
        self.page.get_by_role("button", name=ru(button), exact=True).click()

    def follows(self, link: str):
        self.page.get_by_role("link", name=ru(link), exact=True).first.click()

    def writes(self, **fields: str):
        for name, value in fields.items():
            field = self.page.locator(f"[name={name}]").first
            kind = field.evaluate("each => each.type")
            if kind == "radio":
                self.page.check(f"[name={name}][value={value}]")
            elif kind == "select-one":
                field.select_option(value)
            else:
                field.fill(value)

    def arrives_at(self, end: str):
        """The next page is there, and keeps nobody out."""
        expect(self.page).to_have_url(re.compile(f"{end}$"))
        self.looks()

    def tabs_to(self, label: str):
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED_LABEL) == ru(label):
                return
        raise AssertionError(f"No Tab leads to {label}")

    def _note_upload(self, request):
        if request.method == "POST" and request.url.endswith("/pictures/"):
            self.uploads.append(request.url)


class Family(Reader):
    """Fills in the form of the Immortal Regiment."""

    def begins(self, email: str):
        self.writes(email=email)
        self.page.evaluate(OLD_ENOUGH)
        self.presses("Begin")
        self.arrives_at("/step/who/")

    def fills_in(self, pages: dict[str, dict[str, str]]):
        for slug, fields in pages.items():
            self.arrives_at(f"/step/{slug}/")
            self.writes(**fields)
            self.presses("Save and go on")

    def sends_pictures(self, hidden: str):
        """The portrait, then three more; `hidden` stands in the data of each file."""
        exif = private_exif(hidden)
        portrait = ("IMG_0001.HEIC", "image/heic", heic(600, 800, exif=exif))
        self._chooses([portrait])
        self.page.get_by_role("button", name=ru("Send these files"), exact=True).dblclick()
        self._waits_for(1)
        more = [
            (f"{number}.jpg", "image/jpeg", jpeg(500 + number, 400, exif=exif))
            for number in range(3)
        ]
        self._chooses(more)
        self._loses_the_connection(times=3)
        self.presses("Send these files")
        expect(self.page.get_by_text(ru("Sent"), exact=True)).to_have_count(2)
        self.presses("Try again")
        self._waits_for(4)

    def _chooses(self, files):
        self.page.set_input_files(
            "#id_files",
            [{"name": name, "mimeType": kind, "buffer": data} for name, kind, data in files],
        )

    def _loses_the_connection(self, times: int):
        """So many requests from now on come to nothing."""
        left = iter(range(times))

        def lose(route):
            is_lost = route.request.method == "POST" and next(left, None) is not None
            route.abort() if is_lost else route.continue_()

        self.page.route("**/pictures/", lose)

    def _waits_for(self, pictures: int):
        """Until all are there and read; the page looks by itself."""
        expect(self.page.locator(".sent-pictures__item")).to_have_count(pictures)
        work_off_tasks()
        expect(self.page.locator(".sent-pictures img")).to_have_count(pictures)

    def crops_by_keyboard(self):
        """A tenth of the left side is cut off, without a pointer."""
        self._picture(0)
        self.tabs_to("Cut off at the left (%)")
        self.page.keyboard.press("Shift+ArrowRight")
        self.page.keyboard.press("Shift+ArrowRight")
        expect(self.page.locator("#id_left")).to_have_value("10")
        self.page.locator("[name=alive]").first.focus()
        self.page.keyboard.press("Space")
        self.page.keyboard.press("Enter")
        expect(self.page).to_have_url(re.compile("/pictures/$"))

    def says_that_nobody_lives(self, number: int):
        self._picture(number)
        self.writes(caption=f"Снимок {number}", alive="nobody")
        self.presses("Save")
        expect(self.page).to_have_url(re.compile("/pictures/$"))

    def agrees_and_sends(self, name: str = ""):
        if name:
            self.writes(name=name)
        for box in self.page.locator("[name=scopes]").all():
            box.check()
        self.presses("Send")

    def _picture(self, number: int):
        place = self.page.locator(".sent-pictures__item").nth(number)
        place.get_by_role("link", name=ru("Caption and crop")).click()
        expect(self.page).to_have_url(re.compile("/pictures/[-0-9a-f]{36}/$"))


class Staff:
    """A member of staff who reviews, in the Russian admin."""

    def __init__(self, context, live_server, user):
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        context.add_cookies([cookie])
        self.page = context.new_page()

    def takes_the_next(self):
        self.page.goto("/admin/submissions/")
        assert axe_violations(self.page, "#main") == []
        self.presses("Review the next one")
        expect(self.page.locator("#decision")).to_be_visible()
        assert axe_violations(self.page, "#main") == []

    def asks(self, words: str, note: str):
        self.page.select_option("#id_ask_reason", "unclear")
        expect(self.page.locator("#id_ask_words")).not_to_have_value("")
        self.page.fill("#id_ask_words", words)
        self.page.fill("#id_note", note)
        self.presses("Ask the sender")
        self.is_told("The sender is asked.")

    def approves(self, told: str):
        self.presses("Approve and publish")
        self.is_told(told)

    def is_told(self, words: str):
        expect(self.page.locator(".messages")).to_contain_text(ru(words))

    def presses(self, button: str):
        self.page.get_by_role("button", name=ru(button), exact=True).click()
