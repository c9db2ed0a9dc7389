"""Two members of staff record a consent of the same person at the same moment."""

from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from commemoration.core.consent import services
from commemoration.core.consent.models import ONE_STANDS, RECORDED_MEANWHILE, ConsentRecord
from commemoration.core.consent.selectors import standing
from tests.core.threads import at_once
from tests.factories.veterans import consent_text
from tributes.veterans.enums import CONSENT, Scope

pytestmark = pytest.mark.django_db(transaction=True)


def recorded_at_once() -> list[str]:
    """What each of two is told, "" for one whose consent is recorded."""
    subject, text = uuid4(), consent_text()

    def record(meet) -> str:
        meet()
        try:
            services.record_consent(
                purpose=CONSENT,
                subject=subject,
                text=text,
                scopes=[Scope.PAGE],
                given_on=date(2020, 3, 1),
            )
        except ValidationError as error:
            return error.messages[0]
        return ""

    return sorted(at_once(record, 2))


def without_lock(monkeypatch) -> None:
    """Both have looked for an older consent before either writes its own."""
    write = services._write
    meet = Barrier(2, timeout=20).wait
    monkeypatch.setattr(services, "_lock", lambda purpose, subject: None)
    monkeypatch.setattr(services, "_write", lambda record: (meet(), write(record))[1])


def test_without_lock_and_constraint_two_consents_stand(monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {ONE_STANDS}")
    without_lock(monkeypatch)

    answers = recorded_at_once()

    assert (answers, standing(CONSENT).count()) == (["", ""], 2)


def test_without_lock_the_database_lets_one_stand_and_the_other_is_told(monkeypatch):
    without_lock(monkeypatch)

    answers = recorded_at_once()

    assert (answers, standing(CONSENT).count()) == (["", str(RECORDED_MEANWHILE)], 1)


def test_with_lock_both_are_recorded_and_the_later_replaces_the_earlier():
    answers = recorded_at_once()

    ends = sorted(ConsentRecord.objects.values_list("ended_how", flat=True))
    assert (answers, ends) == (["", ""], ["", "replaced"])
