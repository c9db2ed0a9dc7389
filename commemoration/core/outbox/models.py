"""Letters to be sent: a row is written in the transaction of what the letter is about."""

import uuid

from django.db import models
from django.db.models import Q

from commemoration.core.outbox.enums import OPEN_STATUSES, MessageStatus


class OutboxMessage(models.Model):
    """One letter to one address."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # its Message-ID
    template = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=10)
    to = models.EmailField(max_length=254, blank=True)
    reply_to = models.EmailField(max_length=254, blank=True)
    subject = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)
    dedupe_key = models.CharField(max_length=200, null=True, unique=True)
    created_at = models.DateTimeField()

    status = models.CharField(
        max_length=10, choices=MessageStatus.choices, default=MessageStatus.WAITING
    )
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)  # which worker's turn it is
    last_error = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "core"
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="outbox_open",
                condition=Q(status__in=OPEN_STATUSES),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=MessageStatus.values), name="outbox_status_known"
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=MessageStatus.SENDING, leased_until__isnull=False, lease__isnull=False)
                    | (~Q(status=MessageStatus.SENDING) & Q(leased_until=None, lease=None))
                ),
                name="outbox_leased_while_sending",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status__in=OPEN_STATUSES, closed_at=None, erased_at=None)
                    | (~Q(status__in=OPEN_STATUSES) & Q(closed_at__isnull=False))
                ),
                name="outbox_closed_with_time",
            ),
            models.CheckConstraint(
                condition=~Q(to="") | Q(erased_at__isnull=False), name="outbox_has_recipient"
            ),
        ]

    @property
    def domain(self) -> str:
        """Where the letter goes, without saying to whom."""
        return self.to.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.template or 'message'} {self.uuid}"
