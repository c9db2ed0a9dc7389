"""Consents: what is recorded, who may see it, what is refused."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.consent.models import ConsentEvidence, ConsentRecord, ConsentText
from commemoration.core.consent.selectors import scopes_of
from commemoration.core.consent.services import erase_evidence
from tests.factories.staff import signed_in, staff_account
from tests.factories.veterans import agreed, consent_text, veteran
from tributes.veterans.enums import CONSENT, Scope
from tributes.veterans.models import Veteran

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 a signed paper"


def test_newer_consent_replaces_the_older_and_the_veteran_stays_public():
    someone = veteran()

    agreed(someone, Scope.PAGE)

    assert scopes_of(CONSENT, someone.key) == {"page"}
    assert sorted(ConsentRecord.objects.values_list("ended_how", flat=True)) == ["", "replaced"]
    assert Veteran.objects.published().get() == someone


@pytest.mark.parametrize(
    ("scopes", "values"),
    [
        (["pictures"], {}),
        (["page", "press"], {}),
        (["page"], {"scan": ContentFile(b"MZ a program", name="paper.pdf")}),
    ],
)
def test_what_means_nothing_is_refused(scopes, values):
    someone = veteran(consent=False, published=False)

    with pytest.raises(ValidationError):
        agreed(someone, *scopes, **values)

    assert not ConsentRecord.objects.exists()


def test_database_refuses_a_consent_to_words_of_another_purpose():
    words = ConsentText.objects.create(purpose="other", language="en", text="I agree to be heard.")
    record = ConsentRecord(
        purpose=CONSENT, subject=uuid4(), text=words, scopes=["page"], given_on="2020-03-01"
    )

    with pytest.raises(IntegrityError, match="words are of another purpose"), transaction.atomic():
        record.save()

    assert not ConsentRecord.objects.exists()


def test_screen_records_a_consent_with_its_scan_and_only_the_embassy_sees_it():
    someone = veteran(consent=False, published=False)
    embassy = signed_in(staff_account("anna", EMBASSY_EDITORS))
    centre = signed_in(staff_account("boris", CENTRE_EDITORS))
    address = f"/admin/consents/veteran/{someone.key}/"
    data = {
        "text": consent_text("en").pk,
        "scopes": ["page", "pictures"],
        "given_on": timezone.localdate().isoformat(),
        "given_by": "person",
        "obtained": "paper",
        "scan": io.BytesIO(PDF),
    }
    data["scan"].name = "paper.pdf"

    tomorrow = {**data, "given_on": (timezone.localdate() + timedelta(days=1)).isoformat()}
    refused = embassy.post(address, tomorrow)
    data["scan"].seek(0)
    recorded = embassy.post(address, data)

    assert (refused.status_code, recorded.status_code) == (200, 302)
    assert "This day has not come yet." in refused.content.decode()
    record = ConsentRecord.objects.get()
    scan = f"{address}{record.uuid}/"
    assert b"".join(embassy.get(scan).streaming_content) == PDF
    assert embassy.get(scan)["Cache-Control"].startswith("private, no-store")
    assert embassy.get(address).status_code == 200
    assert {centre.get(path).status_code for path in (address, scan)} <= {302, 403}
    assert (
        embassy.post(f"/admin/snippets/veterans/veteran/publish/{someone.pk}/").status_code == 302
    )
    assert Veteran.objects.published().get() == someone


def test_erased_evidence_takes_the_scan_and_leaves_the_record_valid(
    django_capture_on_commit_callbacks,
):
    someone = veteran(consent=False, published=False)
    agreed(someone, giver="A daughter", scan=ContentFile(PDF, name="paper.pdf"))
    name = ConsentEvidence.objects.get().scan.name
    assert storages["papers"].exists(name)

    with django_capture_on_commit_callbacks(execute=True):
        erase_evidence(purpose=CONSENT, subject=someone.key)

    assert not storages["papers"].exists(name)
    assert not ConsentEvidence.objects.exists()
    assert scopes_of(CONSENT, someone.key) == {"page", "pictures"}
