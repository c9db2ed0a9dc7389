"""Reads letters for the staff, who see where a letter went and never what it said."""

from django.db.models import QuerySet

from commemoration.core.outbox.enums import UNDELIVERED_STATUSES
from commemoration.core.outbox.models import OutboxMessage


def undelivered_letters() -> QuerySet[OutboxMessage]:
    """Letters that will not be tried again by themselves and can still be sent, newest first."""
    letters = OutboxMessage.objects.filter(status__in=UNDELIVERED_STATUSES, erased_at=None)
    return letters.order_by("-closed_at", "-pk")
