"""The page of an import that is at work, in a real browser."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from commemoration.core.accounts.groups import SITE_MANAGERS
from commemoration.core.imports.enums import BatchState
from commemoration.core.imports.models import ImportBatch
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db(transaction=True)


def test_progress_is_asked_for_again_after_a_failure(visitor, live_server):
    manager = staff_account("maria", SITE_MANAGERS)
    batch = ImportBatch.objects.create(
        importer="photographs",
        state=BatchState.RUNNING,
        original_name="plates.csv",
        created_by=manager,
        lease_until=timezone.now() + timedelta(hours=1),
    )
    session = signed_in(manager).cookies[settings.SESSION_COOKIE_NAME]
    context = visitor()
    context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
    tab = context.new_page()
    failures = [lambda route: route.abort(), lambda route: route.fulfill(status=502, body="Bad")]
    tab.route("**/progress.json", lambda route: (failures.pop(0) if failures else _pass)(route))

    tab.goto(reverse("imports:batch", args=[batch.pk]))
    heading = tab.locator("main h2").first
    expect(heading).to_have_text("Being imported")
    ImportBatch.objects.filter(pk=batch.pk).update(
        state=BatchState.FINISHED, lease_until=None, finished_at=timezone.now()
    )

    expect(heading).to_have_text("Imported")
    assert failures == []


def _pass(route):
    route.continue_()
