"""Records consents, and ends them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.core.consent.enums import Ended, GivenBy, Obtained
from commemoration.core.consent.models import (
    ONE_STANDS,
    RECORDED_MEANWHILE,
    ConsentEvidence,
    ConsentRecord,
    ConsentText,
    papers_storage,
)
from commemoration.core.consent.purposes import ConsentPurpose, purpose_of
from commemoration.core.consent.scans import keep_scan
from commemoration.core.consent.selectors import standing
from commemoration.core.media.storage import after_commit, remove


@transaction.atomic
def record_consent(
    *,
    purpose: str,
    subject: UUID,
    text: ConsentText,
    scopes: Iterable[str],
    given_on: date,
    given_by: str = GivenBy.PERSON,
    obtained: str = Obtained.PAPER,
    giver: str = "",
    note: str = "",
    scan: File | None = None,
    user=None,
) -> ConsentRecord:
    """Note that somebody has agreed; an older consent is replaced, and what rests on scopes that
    the newer one leaves out is taken down. ValidationError by field."""
    asked = list(dict.fromkeys(scopes))
    _require(_known(purpose), text, asked, given_on)
    _lock(purpose, subject)
    replaced = _end_standing(purpose, subject, Ended.REPLACED, user)
    record = _write(
        ConsentRecord(
            purpose=purpose,
            subject=subject,
            text=text,
            scopes=asked,
            given_by=given_by,
            obtained=obtained,
            given_on=given_on,
            recorded_by=user,
        )
    )
    _keep_evidence(record, giver, note, scan)
    if left_out := replaced - set(asked):
        _known(purpose).narrow(subject, left_out, user=user)
    return record


@transaction.atomic
def withdraw_consent(*, purpose: str, subject: UUID, user=None) -> None:
    """One step: everything that rests on the consent is taken down, and the consent ends."""
    _lock(purpose, subject)
    _known(purpose).take_down(subject, user=user)
    _end_standing(purpose, subject, Ended.WITHDRAWN, user)


@transaction.atomic
def erase_evidence(*, purpose: str, subject: UUID) -> int:
    """Forget who it was, with all scans; the records stay valid. How many rows went."""
    rows = ConsentEvidence.objects.filter(record__purpose=purpose, record__subject=subject)
    names = [row.scan.name for row in rows if row.scan]
    number = rows.count()
    rows.delete()
    for name in names:
        after_commit(remove, papers_storage(), name)
    return number


def _lock(purpose: str, subject: UUID) -> None:
    """Until the transaction ends nobody else changes the consents of this person: there may be no
    row yet that could be locked."""
    with connection.cursor() as cursor:
        key = f"consent {purpose} {subject}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def _known(purpose: str) -> ConsentPurpose:
    found = purpose_of(purpose)
    if found is None:
        raise ValidationError(_("Nobody asks consent for this."))
    return found


def _require(purpose: ConsentPurpose, text: ConsentText, scopes: list[str], given_on: date) -> None:
    errors = {}
    if text.purpose != purpose.slug:
        errors["text"] = _("These words are of another purpose.")
    if unknown := [scope for scope in scopes if scope not in purpose.scopes]:
        errors["scopes"] = _("Nobody can agree to this: %(scopes)s.") % {
            "scopes": ", ".join(unknown)
        }
    elif missing := purpose.scopes_in_words(set(purpose.required) - set(scopes)):
        errors["scopes"] = _("Without this the consent means nothing: %(scopes)s.") % {
            "scopes": ", ".join(missing)
        }
    if given_on > timezone.localdate():
        errors["given_on"] = _("This day has not come yet.")
    if errors:
        raise ValidationError(errors)


def _end_standing(purpose: str, subject: UUID, how: str, user) -> set[str]:
    """Note the end of the consent that stands, if any; the scopes that it covered."""
    record = standing(purpose).select_for_update().filter(subject=subject).first()
    if record is None:
        return set()
    record.ended_at, record.ended_how, record.ended_by = timezone.now(), how, user
    record.save(update_fields=["ended_at", "ended_how", "ended_by"])
    return set(record.scopes)


def _write(record: ConsentRecord) -> ConsentRecord:
    """The database lets one consent stand. Whatever program comes between is told as an answer:
    ValidationError."""
    record.full_clean(validate_constraints=False)  # the database asks for itself, and surely
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError as error:
        if ONE_STANDS not in str(error):
            raise
        raise ValidationError(RECORDED_MEANWHILE) from error
    return record


def _keep_evidence(record: ConsentRecord, giver: str, note: str, scan: File | None) -> None:
    evidence = ConsentEvidence(record=record, giver=giver, note=note)
    if scan is not None:
        evidence.scan = keep_scan(scan)
    evidence.save()
