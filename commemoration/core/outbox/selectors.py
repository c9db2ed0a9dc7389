"""Reads letters for the staff, who see where a letter went and never what it said."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from commemoration.core.outbox.enums import UNDELIVERED_STATUSES
from commemoration.core.outbox.models import OutboxMessage


def undelivered_letters() -> QuerySet[OutboxMessage]:
    """Letters that will not be tried again by themselves and can still be sent, newest first."""
    letters = OutboxMessage.objects.filter(status__in=UNDELIVERED_STATUSES, erased_at=None)
    return letters.order_by("-closed_at", "-pk")


def undelivered_to(addresses: Iterable[str]) -> QuerySet[OutboxMessage]:
    """Those of them that went to one of these addresses."""
    return undelivered_letters().filter(to__in=list(addresses))


def letters_of(address: str) -> QuerySet[OutboxMessage]:
    """Letters to this address, and those that carry it as the address for answers, which are not
    emptied yet."""
    theirs = Q(to__iexact=address) | Q(reply_to__iexact=address)
    return OutboxMessage.objects.filter(theirs, erased_at=None)
