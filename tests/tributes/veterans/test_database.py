"""What the database itself holds of veterans and of their consents."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from commemoration.core.consent.models import ConsentRecord
from commemoration.names.models import NamedPerson
from photos.models import ArchiveImage
from tests.factories.invariants import breaches
from tests.factories.veterans import DIED, veteran
from tests.tributes.veterans.addresses import example
from tributes.veterans.enums import LifeStatus
from tributes.veterans.models import ReportPhoto, Veteran
from tributes.veterans.services.veterans import publish_veteran

pytestmark = pytest.mark.django_db


@contextmanager
def checked_at_the_end():
    """What a transaction is asked when it is committed."""
    yield
    connection.check_constraints()


@contextmanager
def refused(words: str):
    """The database says no, now or when the transaction ends, and for this very reason."""
    with (
        pytest.raises(IntegrityError, match=words),
        transaction.atomic(),
        checked_at_the_end(),
    ):
        yield


@pytest.mark.parametrize("status", [LifeStatus.LIVING, LifeStatus.UNKNOWN])
def test_database_refuses_a_living_veteran_without_consent(status):
    someone = veteran(consent=False, published=False, life_status=status, birth_year=1890)
    rows = Veteran.objects.filter(pk=someone.pk)

    with refused("living veteran is not public without consent"):
        rows.update(live=True, number=1, first_published_at="2020-03-02T00:00Z")
    with refused("veteran is not public"):
        NamedPerson.objects.filter(pk=someone.named_person_id).update(is_public=True)
    with pytest.raises(ValidationError, match="no consent is recorded"):
        publish_veteran(someone)


def test_database_lets_whoever_died_be_public_and_takes_it_back_with_the_source():
    someone = veteran(consent=False, **DIED)
    rows = Veteran.objects.filter(pk=someone.pk)
    nobody_knows = {"death": "", "death_earliest": None, "death_latest": None, "death_source": ""}

    assert Veteran.objects.published().get() == someone
    with refused("living veteran is not public without consent"):
        rows.update(life_status=LifeStatus.LIVING, **nobody_knows)
    with refused("veteran_death_has_source"):
        rows.update(death_source="")


def test_database_hides_the_name_with_the_record_and_keeps_its_number():
    """Whatever program writes the row."""
    someone = veteran()
    rows = Veteran.objects.filter(pk=someone.pk)

    for change in ({"number": someone.number + 1}, {"number": None, "live": False}):
        with refused("number and the key of a veteran do not change"):
            rows.update(**change)
    shown = NamedPerson.objects.get().is_public
    rows.update(live=False)

    assert (shown, NamedPerson.objects.get().is_public) == (True, False)


def test_reads_ask_for_the_consent_again_whatever_the_database_has_let_through(client, section):
    someone = veteran(consent=False, published=False)
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE veterans_veteran DISABLE TRIGGER veterans_hold_veteran")
    Veteran.objects.filter(pk=someone.pk).update(
        live=True, number=1, first_published_at="2020-03-02T00:00Z"
    )

    assert not Veteran.objects.published().exists()
    assert client.get("/en/veteran/1/").status_code == 410
    assert "Obraztsov" not in client.get("/en/embassy/veterans/").content.decode()


def test_database_keeps_consents_as_they_were_given():
    someone = veteran()
    consent = ConsentRecord.objects.get()
    rows = ConsentRecord.objects.filter(pk=consent.pk)

    for change in ({"scopes": ["page", "press"]}, {"given_on": "2020-03-02"}):
        with refused("record of consent does not change"):
            rows.update(**change)
    with refused("record of consent is never deleted"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM core_consentrecord")  # past Django's own look at its relations
    with refused("agreed to these words"):
        type(consent.text).objects.update(text="I agree to something else.")
    with refused("Take the veteran down before the consent ends"):
        rows.update(ended_at="2021-01-01T00:00Z", ended_how="withdrawn")

    assert Veteran.objects.published().get() == someone


def test_promises_hold_and_a_broken_one_is_named():
    example()
    assert of_veterans() == []

    photo = ReportPhoto.objects.get()
    photo.shows.add(veteran(consent=False, published=False))
    photo.save()
    ArchiveImage.objects.filter(reports_of_presentations__isnull=False).update(
        published_at="2020-01-01T00:00Z"
    )

    assert "shows a living veteran who does not agree, and is public" in " ".join(of_veterans())


def of_veterans() -> list[str]:
    """The broken promises of this part; those of others are asked for by their own tests."""
    return [line for line in breaches(deep=False) if line.startswith("veterans.")]
