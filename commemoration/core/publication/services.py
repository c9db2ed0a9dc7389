"""Makes records public and takes them back; the apps say what must be true before."""

from django.db import connection, transaction
from django.db.models import Max, Model
from django.utils import timezone
from wagtail.log_actions import log

from .models import PublishedRecord


@transaction.atomic
def publish_record(record: PublishedRecord, *, user=None) -> None:
    """Visitors may see it from now on."""
    now = timezone.now()
    record.live, record.withdrawn_at = True, None
    record.first_published_at = record.first_published_at or now
    record.save(update_fields=["live", "withdrawn_at", "first_published_at", "modified_at"])
    log(instance=record, action="records.publish", user=user)


@transaction.atomic
def withdraw_record(record: PublishedRecord, *, user=None, reason: str = "") -> None:
    """Visitors are told that it is gone. One that was never public stays in preparation."""
    record.live = False
    if record.first_published_at:
        record.withdrawn_at = timezone.now()
    record.save(update_fields=["live", "withdrawn_at", "modified_at"])
    log(instance=record, action="records.withdraw", user=user, data={"reason": reason})


def keep_version(record: PublishedRecord, *, user=None) -> None:
    """Note in the record's history what it says now."""
    record.save_revision(user=user, log_action=True, clean=False)


def next_number(model: type[Model], *others: type[Model]) -> int:
    """The number of an address that nobody has had, for a `model` with a column `number`; `others`
    are further tables that keep its numbers.

    In a transaction: until it ends, nobody else is given a number of this model.
    """
    with connection.cursor() as cursor:
        key = f"number {model._meta.label_lower}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    largest = [
        rows.objects.aggregate(largest=Max("number"))["largest"] or 0 for rows in (model, *others)
    ]
    return max(largest) + 1
