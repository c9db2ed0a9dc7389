"""How long a caretaker is known, and how the record ends."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db.models import Q
from django.utils import timezone

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Submission
from commemoration.submissions.services.restored import end_again, erase_again
from commemoration.submissions.tombstones import buried_keys, closed_links, tombstone_file
from tests.factories.caretakers import (
    ADDRESS,
    caretaker,
    opened_by,
    pages_of,
    sending,
)
from tests.factories.graves import burial_site
from tributes.graves.caretakers.services.access import (
    LinkClosed,
    erase_caretaker,
    erase_ended,
    erase_if,
    issue_link,
    revoke_link,
)
from tributes.graves.caretakers.services.reports import report_of_form
from tributes.graves.caretakers.services.restored import mend_tombstones
from tributes.graves.enums import AccessState
from tributes.graves.models import Caretaker, CaretakerReport

pytestmark = pytest.mark.django_db
LINK = ("link_version", "issued_at", "revoked_at", "valid_until")


def test_person_is_found_and_erased_with_everything_sent(
    capsys, django_capture_on_commit_callbacks
):
    site = burial_site()
    neighbour = caretaker(site, email=ADDRESS)
    other = caretaker(site, email="other@example.org")
    opened_by(neighbour).post(pages_of(neighbour, site), sending())

    call_command("erase_person", ADDRESS.upper())
    shown = capsys.readouterr().out
    with django_capture_on_commit_callbacks(execute=True):
        call_command("erase_person", ADDRESS, yes=True)

    assert f"caretaker {neighbour.handle}" in shown
    assert list(Caretaker.objects.all()) == [other]
    assert Submission.objects.get().state == "erased"
    assert not OutboxMessage.objects.filter(to=ADDRESS).exists()


def test_whoever_a_backup_brings_back_is_erased_again(django_capture_on_commit_callbacks):
    gone, standing = caretaker(), caretaker(email="other@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        Caretaker.objects.filter(pk=gone.pk).delete()  # as the list of staff does it
    caretaker(handle=gone.handle)

    again = erase_again()

    assert (again, erase_again()) == (1, 0)
    assert list(Caretaker.objects.all()) == [standing]


def test_link_that_is_renewed_while_the_clock_looks_keeps_its_record(settings):
    renewed = caretaker()
    revoke_link(renewed)
    late = timezone.now() + timedelta(days=settings.SUBMISSION_KEEP_DAYS + 1)
    due = Q(revoked_at__lt=late)
    assert Caretaker.objects.filter(due).exists()
    issue_link(renewed)

    assert not erase_if(due, renewed.pk)
    assert Caretaker.objects.filter(pk=renewed.pk).exists()


def test_form_on_its_way_begins_nothing_once_the_link_is_closed():
    site = burial_site()
    neighbour = caretaker(site)
    known = {"caretaker": neighbour, "site": site, "language": "en"}
    report_of_form(**known, form_key=uuid4())
    revoke_link(Caretaker.objects.get())

    with pytest.raises(LinkClosed):
        report_of_form(**known, form_key=uuid4())

    assert CaretakerReport.objects.count() == 1


def test_record_goes_some_time_after_its_link_has_ended(settings):
    revoked, _standing = caretaker(), caretaker(email="other@example.org")
    revoke_link(revoked)
    days = timedelta(days=settings.SUBMISSION_KEEP_DAYS)

    early = erase_ended(timezone.now() + days - timedelta(hours=1))
    late = erase_ended(timezone.now() + days + timedelta(hours=1))

    assert (early, late) == (0, 1)
    assert [each.email for each in Caretaker.objects.all()] == ["other@example.org"]


def test_tombstone_that_a_stop_has_lost_is_written_later():
    erase_caretaker(gone := caretaker())
    assert not tombstone_file().exists(), "the control: nothing committed, nothing written"

    assert mend_tombstones() == 1

    assert list(buried_keys()) == [gone.key]
    assert mend_tombstones() == 0


def test_link_that_was_closed_opens_nothing_after_a_restore(django_capture_on_commit_callbacks):
    site = burial_site()
    closed, standing = caretaker(site), caretaker(site, email="other@example.org")
    backup = Caretaker.objects.filter(pk=closed.pk).values(*LINK).get()
    browser = opened_by(closed)
    with django_capture_on_commit_callbacks(execute=True):
        revoke_link(closed)
    Caretaker.objects.filter(pk=closed.pk).update(**backup)
    assert browser.get(pages_of(closed)).status_code == 200, "the control: the backup opens it"

    call_command("apply_tombstones")

    assert browser.get(pages_of(closed)).status_code == 410
    assert opened_by(standing).get(pages_of(standing)).status_code == 200
    closed.refresh_from_db()
    assert closed.access == AccessState.REVOKED, "staff see that they must send another"
    assert end_again() == 0
    issue_link(closed)
    closed.refresh_from_db()
    assert opened_by(closed).get(pages_of(closed)).status_code == 200
    assert browser.get(pages_of(closed)).status_code == 410


def test_closed_link_that_a_stop_has_not_noted_is_noted_later():
    revoke_link(closed := caretaker())
    caretaker(email="never@example.org", issued=False)

    assert (closed_links(), mend_tombstones(), mend_tombstones()) == ({}, 1, 0)
    assert closed_links() == {closed.key: 3}
