"""A reader reports an error, an editor decides on it; another translates twenty photographs."""

from uuid import uuid4

import pytest
from django.conf import settings
from playwright.sync_api import expect

from commemoration.core.accounts.groups import EMBASSY_EDITORS
from commemoration.home.services.staff import set_up_staff
from photos.models import ErrorReport, Photo, PhotoText
from photos.services.error_reports import record_error_report
from tests.factories.pages import build_site
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account
from tests.journeys.axe import axe_violations

pytestmark = pytest.mark.django_db(transaction=True)

WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
LONG_ENOUGH = 3500  # milliseconds; programs are faster


@pytest.fixture
def photos():
    build_site()
    set_up_staff()
    collection = CollectionFactory()
    texts = {"en": {"title": "Grave markers", "caption": "Seen from the road."}}
    return [
        PhotoFactory(accession=f"SP-{number}", collection=collection, texts=texts, published=True)
        for number in (1, 2)
    ]


@pytest.fixture
def desk(visitor, live_server):
    """A page of an editor who has signed in."""
    session = signed_in(staff_account("anna", EMBASSY_EDITORS)).cookies[
        settings.SESSION_COOKIE_NAME
    ]
    context = visitor(past_csp=True)
    context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
    return context.new_page()


def faults(page, *paths):
    """What keeps somebody out of these pages, at the width of a phone and of a desk."""
    found = {}
    for path in paths:
        page.goto(path)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(WIDER_THAN_THE_WINDOW):
                found[f"{path} {width}"] = "wider than the window"
            if violations := axe_violations(page):
                found[f"{path} {width} axe"] = violations
    return found


def test_reader_reports_an_error_on_a_phone_without_script(photos, visitor):
    page = visitor(width=360, script=False, language="ru").new_page()
    page.goto("/ru/photo/sp-1/")
    page.click("a[href='/ru/photo/sp-1/report/']")
    page.fill("#id_message", "Снято весной.")
    page.click("form.form button[type=submit]")
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("#id_message")).to_have_value("Снято весной.")

    page.check("input[value=date]")
    page.wait_for_timeout(LONG_ENOUGH)
    page.click("form.form button[type=submit]")

    page.wait_for_url("**/ru/photo/sp-1/report/thanks/")
    report = ErrorReport.objects.get()
    assert (report.message, report.concern, report.language) == ("Снято весной.", "date", "ru")


def test_form_counts_letters_and_keeps_nobody_out(photos, visitor):
    page = visitor(past_csp=True, dark=True).new_page()

    assert faults(page, "/ru/photo/sp-1/report/", "/en/photo/sp-1/report/") == {}
    page.locator("#id_message").type("Taken in spring.")
    expect(page.get_by_text("Letters left: 2,984").first).to_be_visible()
    page.fill("#id_message", "x" * 3001)
    expect(page.get_by_text("Letters too many: 1").first).to_be_visible()


def test_editor_decides_on_a_report(photos, desk):
    report = record_error_report(
        photo=photos[0], opening=uuid4(), language="ru", concern="date", message="Снято весной."
    )

    assert faults(desk, "/admin/photo-reports/", f"/admin/photo-reports/{report.pk}/") == {}
    desk.check("input[value=unchanged]")
    desk.get_by_label("Answer or reason").fill("Дата верна.")
    desk.locator("main form button[type=submit]").click()

    desk.wait_for_url("**/admin/photo-reports/")
    expect(desk.get_by_text("There are no such reports.")).to_be_visible()
    report.refresh_from_db()
    assert (report.state, report.answer) == ("unchanged", "Дата верна.")


def test_translator_works_by_keyboard_and_is_warned_before_leaving(photos, desk):
    screen = "/admin/photo-translating/?language=nl"
    assert faults(desk, screen) == {}
    warnings = []
    desk.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.accept()))

    desk.get_by_label("Title").first.focus()
    desk.keyboard.type("Grafkruisen")
    desk.keyboard.press("Tab")
    desk.keyboard.type("Gezien vanaf de weg.")
    desk.keyboard.press("Control+s")
    expect(desk.get_by_text("Dutch: 1 of 2 done")).to_be_visible()
    assert warnings == []
    desk.get_by_label("Title").first.focus()
    desk.keyboard.type("Kruisen")
    desk.goto("/admin/")

    assert warnings == ["beforeunload"]
    newest = Photo.objects.get(pk=photos[0].pk).get_latest_revision_as_object()
    texts = {text.language: (text.title, text.caption) for text in newest.texts.all()}
    assert texts["nl"] == ("Grafkruisen", "Gezien vanaf de weg.")
    assert not PhotoText.objects.filter(language="nl").exists()
