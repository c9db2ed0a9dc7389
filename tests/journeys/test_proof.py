"""The proof of work in a real browser: nobody notices it, and nobody needs it."""

import pytest
from playwright.sync_api import expect

from commemoration.core.outbox.models import OutboxMessage
from tests.factories.pages import build_site
from tests.factories.submissions import letters_are_sent

pytestmark = pytest.mark.django_db(transaction=True)


def test_browser_proves_its_work_and_one_without_scripts_gets_a_letter(visitor, settings):
    build_site()
    settings.ALTCHA_COST = 10_000
    with letters_are_sent():
        page = visitor().new_page()
        faults, shifts = [], "window.moved"
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((seen) => { for (const each of "
            "seen.getEntries()) window.moved += each.value; })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page.goto("/en/send/letter/")
        page.get_by_label("Your e-mail address").fill("anna@example.org")
        page.wait_for_timeout(3_100)  # sooner only programs are
        assert page.evaluate(shifts) < 0.01
        page.keyboard.press("Enter")
        expect(page.get_by_label("Surname")).to_be_visible()
        assert faults == []

        plain = visitor(script=False).new_page()
        plain.goto("/en/send/letter/")
        plain.get_by_label("Your e-mail address").fill("boris@example.org")
        plain.wait_for_timeout(3_100)
        plain.get_by_role("button", name="Begin").click()
        expect(plain.get_by_role("heading", name="Look into your letters")).to_be_visible()

    written = OutboxMessage.objects.filter(template="submission_begun")
    assert sorted(written.values_list("to", flat=True)) == ["anna@example.org", "boris@example.org"]
