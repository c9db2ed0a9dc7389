"""What the database itself holds of reported visits, whatever program writes them."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from commemoration.core.consent.models import ConsentRecord
from commemoration.submissions.models import Submission
from tests.factories.caretakers import accept, caretaker, opened_by, pages_of, sending
from tests.factories.graves import burial_site
from tests.factories.invariants import breaches
from tributes.graves.models import CaretakerReport, ConditionEntry

pytestmark = pytest.mark.django_db

CHECKED = [
    "graves_conditionentry",
    "graves_caretakerreport",
    "core_consentrecord",
    "submissions_submission",
]


@pytest.fixture
def visit() -> ConditionEntry:
    """One that was reported, and accepted by staff."""
    neighbour = caretaker(site := burial_site())
    opened_by(neighbour).post(pages_of(neighbour, site), sending())
    accept(Submission.objects.get())
    connection.check_constraints()
    return ConditionEntry.objects.get()


@contextmanager
def checked_at_the_end():
    """What a transaction is asked when it is committed."""
    yield
    connection.check_constraints()


@contextmanager
def refused(words: str = "by an accepted report with consent only"):
    """The database says no when the transaction ends, and for this very reason."""
    with pytest.raises(IntegrityError, match=words), transaction.atomic(), checked_at_the_end():
        yield


def run(statement: str, *values) -> None:
    """Past every service, and past Django."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_visit_is_not_reported_without_a_report(visit):
    with refused():
        run(
            "INSERT INTO graves_conditionentry (site_id, visited, state, note, is_reported, "
            "language) VALUES (%s, '2020-05-08', 'fair', 'Grass', true, 'en')",
            visit.site_id,
        )
    with refused():
        run("UPDATE graves_caretakerreport SET condition_id = NULL")
    with refused():
        run("DELETE FROM graves_caretakerreport")
    with refused("reported stays reported"):
        run("UPDATE graves_conditionentry SET is_reported = false, reported_by_id = NULL")
    with refused():
        run("UPDATE graves_conditionentry SET site_id = %s", burial_site().pk)

    assert CaretakerReport.objects.get().condition == visit


def test_report_does_not_make_pictures_public_beside_the_visit_of_somebody_else(visit):
    own = ConditionEntry.objects.create(site=visit.site, visited="2020-05-01", state="fair")

    with refused():
        run("UPDATE graves_caretakerreport SET condition_id = %s", own.pk)


def test_consent_does_not_end_while_the_visit_is_public(visit):
    end = "UPDATE core_consentrecord SET ended_at = now(), ended_how = 'withdrawn'"
    assert ConsentRecord.objects.get().stands

    with refused():
        run(end)
    with refused():
        run("UPDATE submissions_submission SET state = 'waiting', is_public = false")

    with transaction.atomic():  # with the visit gone, both may follow
        run("UPDATE graves_caretakerreport SET condition_id = NULL")
        run("DELETE FROM graves_conditionentry WHERE id = %s", visit.pk)
        run(end)
        connection.check_constraints()


def test_promise_that_is_broken_is_named(visit):
    assert of_reports() == []
    connection.check_constraints()
    for table in CHECKED:
        run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    ConsentRecord.objects.update(ended_at=timezone.now(), ended_how="withdrawn")

    words = f"the visit {visit.pk} at {visit.site.slug} is public, and no consent stands"
    assert of_reports() == [f"graves.reported_by_consent_only: {words}"]


def of_reports() -> list[str]:
    return [line for line in breaches(deep=False) if line.startswith("graves.reported")]
