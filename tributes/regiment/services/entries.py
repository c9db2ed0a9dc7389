"""Changes of entries: public with a consent that stands, withdrawn in one step, erased for good."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.consent.selectors import scopes_of
from commemoration.core.publication.services import (
    keep_version,
    next_number,
    publish_record,
    withdraw_record,
)
from commemoration.names.models.people import NamedPerson
from commemoration.names.services.people import NameFacts
from commemoration.submissions.enums import ENDED_STATES, Actor, Reason
from commemoration.submissions.models.records import Submission
from commemoration.submissions.services.endings import withdraw_submission
from tributes.regiment.enums import CONSENT, Scope
from tributes.regiment.models.entries import ErasedNumber, RegimentEntry
from tributes.regiment.services.people import settle_person, settle_visibility
from tributes.regiment.services.pictures import (
    erase_pictures,
    publish_entry_pictures,
    withdraw_entry_pictures,
)


@transaction.atomic
def save_entry(
    entry: RegimentEntry, *, names: Iterable[NameFacts], user=None, **fields: Any
) -> RegimentEntry:
    """Write a new entry or change one. ValidationError with messages by field."""
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.clean_fields(exclude={"named_person"})
    settle_person(entry, names)
    entry.full_clean()
    entry.save()
    keep_version(entry, user=user)
    return entry


@transaction.atomic
def publish_entry(entry: RegimentEntry, *, user=None) -> None:
    """Make the entry public and give it its number, for ever.

    ValidationError without a consent that stands, unless it is an invented example.
    """
    entry = _locked(entry)
    if not entry.is_example and Scope.PAGE not in scopes_of(CONSENT, entry.key):
        raise ValidationError(
            _("The consent of the family has ended. They have to send the entry again.")
        )
    if entry.number is None:
        entry.number = next_number(RegimentEntry, ErasedNumber)
        entry.save(update_fields=["number"])
    publish_record(entry, user=user)
    settle_visibility(entry)
    publish_entry_pictures(entry)


@transaction.atomic
def withdraw_entry(entry: RegimentEntry, *, user=None, reason: str = "") -> None:
    """Staff take the entry back; the submission from which it came ends with it."""
    submission = Submission.objects.filter(key=entry.key).exclude(state__in=ENDED_STATES).first()
    if submission is None:
        hide_entry(entry, user=user, reason=reason)
        return
    withdraw_submission(
        submission=submission, reason=Reason.OBJECTION, actor=Actor.STAFF, staff=user
    )


@transaction.atomic
def hide_entry(entry: RegimentEntry, *, user=None, reason: str = "") -> None:
    """No list, search or file shows it; its address says that it is gone."""
    entry = _locked(entry)
    withdraw_record(entry, user=user, reason=reason)
    settle_visibility(entry)
    withdraw_entry_pictures(entry)


@transaction.atomic
def erase_entry(entry: RegimentEntry) -> None:
    """Nothing is left but the number, if it had one: forms of the name, versions, pictures and
    their files are gone. The database keeps the number itself."""
    entry = _locked(entry)
    erase_pictures(entry)
    entry.revisions.all().delete()
    person = entry.named_person_id
    entry.delete()
    NamedPerson.objects.filter(pk=person).delete()


def forget_sender(entry: RegimentEntry, *, user=None) -> None:
    """The sender's first name and town are gone, from older versions too."""
    entry = _locked(entry)
    entry.sender_name = entry.sender_town = ""
    entry.save(update_fields=["sender_name", "sender_town", "modified_at"])
    entry.revisions.all().delete()
    keep_version(entry, user=user)


def _locked(entry: RegimentEntry) -> RegimentEntry:
    return RegimentEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
