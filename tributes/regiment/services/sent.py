"""What becomes of a submission: an entry, made or changed; taken down, narrowed, erased."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.consent.selectors import scopes_of
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Submission
from tributes.regiment.enums import CONSENT, LifeStatus, Living, Scope
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.services.entries import (
    erase_entry,
    forget_sender,
    hide_entry,
    publish_entry,
    save_entry,
)
from tributes.regiment.services.pictures import settle_pictures

TAKEN_OVER = (
    *("birth", "death", "birthplace", "called_up_from", "rank", "unit", "decorations", "fate"),
    *("belgium", "belgian_link", "story", "relation"),
)


@transaction.atomic
def publish_sent(
    *,
    submission: Submission,
    values: Mapping[str, Any],
    pictures: list[SubmittedPicture],
    user=None,
) -> RegimentEntry:
    """Make the entry of this submission, or change it, and have it public with these pictures."""
    entry = RegimentEntry.objects.select_for_update(of=("self",)).filter(key=submission.key).first()
    entry = entry or RegimentEntry(key=submission.key)
    is_told = Scope.SENDER in scopes_of(CONSENT, submission.key)
    save_entry(
        entry,
        names=names_in(values),
        user=user,
        life_status=_life_status(values),
        language=values.get("story_language") or submission.language,
        sender_name=values.get("sender_name", "") if is_told else "",
        sender_town=values.get("sender_town", "") if is_told else "",
        **{name: values[name] for name in TAKEN_OVER},
    )
    settle_pictures(entry, pictures)
    publish_entry(entry, user=user)
    entry.refresh_from_db()
    return entry


def take_down_sent(key: UUID, *, user=None) -> None:
    """The consent has ended: nothing of it is public."""
    for entry in RegimentEntry.objects.filter(key=key, live=True):
        hide_entry(entry, user=user, reason="The consent was withdrawn.")


@transaction.atomic
def narrow_sent(key: UUID, scopes: Collection[str], *, user=None) -> None:
    """A newer consent leaves these out."""
    for entry in RegimentEntry.objects.filter(key=key):
        if Scope.SENDER in scopes:
            forget_sender(entry, user=user)


@transaction.atomic
def erase_sent(key: UUID) -> None:
    for entry in RegimentEntry.objects.filter(key=key):
        erase_entry(entry)


def names_in(values: Mapping[str, Any]) -> list[NameFacts]:
    """The forms of the name that a family gives, its own first."""
    own = NameFacts(
        role=NameRole.FAMILY,
        surname=values.get("surname", ""),
        given_name=values.get("given_name", ""),
        patronymic=values.get("patronymic", ""),
    )
    other = NameFacts(
        role=NameRole.FAMILY,
        surname=values.get("other_surname", ""),
        given_name=values.get("other_given_name", ""),
    )
    return [facts for facts in (own, other) if facts.surname or facts.given_name]


def _life_status(values: Mapping[str, Any]) -> str:
    living = values["living"]
    if living == Living.YES:
        raise ValidationError(_("A living person has no entry in the Immortal Regiment."))
    return (
        LifeStatus.PRESUMED if living == Living.UNKNOWN and not values["death"] else LifeStatus.DIED
    )
