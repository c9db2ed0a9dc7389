"""A reviewer watches what was accepted become public: it shows by itself, or by a link."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from playwright.sync_api import expect

from commemoration.core.accounts.groups import CENTRE_EDITORS
from commemoration.home.services.staff import set_up_staff
from commemoration.submissions.services.publishing import Accepted, accept
from tests.factories.pages import build_site
from tests.factories.pictures import jpeg
from tests.factories.regiment import sent
from tests.factories.staff import staff_account
from tests.factories.worker import work_off_tasks
from tests.journeys.axe import axe_violations
from tests.journeys.browser import record
from tests.journeys.family import Staff

pytestmark = pytest.mark.django_db(transaction=True)

QUEUE = reverse("submission_queue:index")
MARK = "[data-being-published]"


@pytest.mark.parametrize("script", [True, False])
def test_queue_and_screen_show_when_it_is_public(script, visitor, live_server):
    build_site()
    set_up_staff()
    user = staff_account("vera", CENTRE_EDITORS)
    submission = sent(pictures=1)
    picture = submission.pictures.get()
    picture.preview.save(f"test/{picture.uuid}/preview.jpg", ContentFile(jpeg()))
    seen = {"user": user, "seen_version": submission.words.version}
    assert accept(submission=submission, **seen) == Accepted.HANDED_OVER
    context = visitor(width=360, script=script)
    queue, screen = Staff(context, live_server, user).page, context.new_page()
    kept = record(screen, live_server.url)
    queue.goto(QUEUE)
    screen.goto(reverse("submission_queue:review", args=[submission.handle]))
    expect(queue.locator(MARK)).to_have_text("accepted, being published")
    expect(screen.locator(MARK)).to_contain_text("It is being published")
    if script:
        faults = [axe_violations(page, "#main") for page in (queue, screen)]
        assert faults == [[], []]

    work_off_tasks()
    if not script:
        queue.reload()
        screen.get_by_role("link", name="Show the present state").click()

    expect(queue.locator(MARK)).to_have_count(0)
    expect(screen.locator(MARK)).to_have_count(0)
    expect(screen.locator(".submission-facts").first).to_contain_text("published")
    expect(screen.get_by_role("link", name="as it can be read now")).to_be_visible()
    assert (kept.foreign, kept.errors) == ([], [])
