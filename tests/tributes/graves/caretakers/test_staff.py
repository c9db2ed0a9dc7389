"""What staff do with caretakers, and what they type in for them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Submission
from tests.factories.caretakers import (
    ADDRESS,
    accept,
    caretaker,
    visit,
)
from tests.factories.graves import burial_site
from tests.factories.pictures import jpeg
from tests.factories.staff import signed_in, staff_account, superuser
from tributes.graves.models import ConditionEntry

pytestmark = pytest.mark.django_db


def test_embassy_sends_and_revokes_links_and_nobody_else_may():
    neighbour = caretaker(issued=False)
    screen = f"/admin/snippets/graves/caretaker/link/{neighbour.pk}/"
    embassy = signed_in(staff_account("emma", EMBASSY_EDITORS))

    answers = [embassy.post(screen, {"action": action}) for action in ("issue", "revoke")]
    refused = signed_in(staff_account("carl", CENTRE_EDITORS)).post(screen, {"action": "issue"})

    assert [answer.status_code for answer in answers] == [302, 302]
    assert embassy.get(screen).status_code == 200
    assert refused.status_code in (302, 403)
    neighbour.refresh_from_db()
    assert (neighbour.link_version, neighbour.access) == (3, "revoked")
    assert OutboxMessage.objects.filter(template="caretaker_link").count() == 1


def test_link_of_another_address_opens_nothing_any_more():
    neighbour = caretaker()
    place = neighbour.places.get()
    edit = f"/admin/snippets/graves/caretaker/edit/{neighbour.pk}/"
    said = {
        "name": "Nele Sample",
        "language": "en",
        "places-TOTAL_FORMS": "1",
        "places-INITIAL_FORMS": "1",
        "places-MIN_NUM_FORMS": "0",
        "places-MAX_NUM_FORMS": "1000",
        "places-0-id": place.pk,
        "places-0-site": place.site_id,
        "places-0-ORDER": "1",
    }
    embassy = signed_in(staff_account("emma", EMBASSY_EDITORS))

    same = embassy.post(edit, {**said, "email": ADDRESS})
    neighbour.refresh_from_db()
    assert (same.status_code, neighbour.name, neighbour.is_open) == (302, "Nele Sample", True)
    embassy.post(edit, {**said, "email": "successor@example.org"})

    neighbour.refresh_from_db()
    assert (neighbour.email, neighbour.access) == ("successor@example.org", "revoked")


def test_report_that_came_by_post_is_typed_in_by_staff():
    site = burial_site()
    neighbour = caretaker(site)
    staff = signed_in(superuser("vera"))
    link = staff.get(f"/admin/snippets/graves/caretaker/link/{neighbour.pk}/").content.decode()
    address = re.search(r'href="(/admin/submissions/enter/[^"]+)"', link)[1].replace("&amp;", "&")
    data = {f"visit-{name}": value for name, value in visit().items()}
    scan = SimpleUploadedFile("scan.jpg", jpeg(), content_type="image/jpeg")
    paper = {"name": "Nele", "scopes": "site", "given_on": "2020-05-09", "given_by": "person"}

    nowhere = staff.get(address.partition("?")[0])
    entered = staff.post(address, {**data, **paper, "scan": scan})
    accept(Submission.objects.get())

    assert (nowhere.status_code, entered.status_code) == (404, 302)
    assert ConditionEntry.objects.get(site=site).is_reported
