"""The link of a caretaker: issued, renewed, revoked by staff; and how the record ends."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log

from commemoration.core.media.storage import after_commit
from commemoration.core.outbox.services import queue_message
from commemoration.submissions.enums import UNSENT_STATES, Actor, Reason
from commemoration.submissions.models.records import Submission
from commemoration.submissions.services.endings import withdraw_submission
from commemoration.submissions.tombstones import write_closed_links
from tributes.graves.caretakers.links import link_to
from tributes.graves.models.caretakers import Caretaker

LINK_SENT = "graves.caretaker_link_sent"
LINK_REVOKED = "graves.caretaker_link_revoked"


class LinkClosed(Exception):
    """The link was revoked, or its time is over, since the page was opened."""


@transaction.atomic
def issue_link(caretaker: Caretaker, *, user=None) -> Caretaker:
    """Send a new link, which holds for CARETAKER_LINK_DAYS; older ones open nothing from now on.

    ValidationError for a caretaker without a site.
    """
    caretaker = lock_caretaker(caretaker)
    sites = [place.site for place in caretaker.places.select_related("site")]
    if not sites:
        raise ValidationError(_("Choose the sites first: the link would open nothing."))
    now = timezone.now()
    caretaker.link_version += 1
    caretaker.issued_at, caretaker.revoked_at = now, None
    caretaker.valid_until = now + timedelta(days=settings.CARETAKER_LINK_DAYS)
    caretaker.save(update_fields=["link_version", "issued_at", "revoked_at", "valid_until"])
    after_commit(write_closed_links, {caretaker.key: caretaker.link_version})
    with override(caretaker.language):
        names = [str(site.name_in(caretaker.language)) for site in sites]
    queue_message(
        template="caretaker_link",
        to=caretaker.email,
        language=caretaker.language,
        reply_to=settings.FEEDBACK_ADDRESS,
        context={
            "name": caretaker.name,
            "sites": names,
            "link": link_to(caretaker),
            "until": caretaker.valid_until,
        },
    )
    log(instance=caretaker, action=LINK_SENT, user=user)
    return caretaker


@transaction.atomic
def revoke_link(caretaker: Caretaker, *, user=None) -> Caretaker:
    """From now on the link opens nothing, and drafts end. What was sent stays with staff."""
    caretaker = lock_caretaker(caretaker)
    if caretaker.issued_at is None or caretaker.revoked_at is not None:
        return caretaker
    caretaker.link_version += 1
    caretaker.revoked_at = timezone.now()
    caretaker.save(update_fields=["link_version", "revoked_at"])
    after_commit(write_closed_links, {caretaker.key: caretaker.link_version})
    _end_drafts(caretaker, user)
    log(instance=caretaker, action=LINK_REVOKED, user=user)
    return caretaker


@transaction.atomic
def close_older_links(caretaker: Caretaker, version: int) -> bool:
    """Only links of this version and later ones open anything; False if that was so already. One
    that was sent meanwhile is not known here: the record says that it was revoked."""
    caretaker = lock_caretaker(caretaker)
    if caretaker.link_version >= version:
        return False
    caretaker.link_version = version
    caretaker.revoked_at = timezone.now() if caretaker.issued_at else None
    caretaker.save(update_fields=["link_version", "revoked_at"])
    _end_drafts(caretaker, None)
    return True


@transaction.atomic
def erase_caretaker(caretaker: Caretaker) -> None:
    """Nothing says any more who it was. What was sent has a life of its own (`submissions`)."""
    caretaker = lock_caretaker(caretaker)
    _end_drafts(caretaker, None)
    caretaker.delete()


def erase_ended(now: datetime | None = None) -> int:
    """Erase those whose link has ended SUBMISSION_KEEP_DAYS ago; how many."""
    before = (now or timezone.now()) - timedelta(days=settings.SUBMISSION_KEEP_DAYS)
    ended = Q(revoked_at__lt=before) | Q(valid_until__lt=before)
    due = Caretaker.objects.filter(ended).values_list("pk", flat=True)
    return sum(erase_if(ended, pk) for pk in list(due))


def lock_caretaker(caretaker: Caretaker) -> Caretaker:
    """The row as it is now, closed to others until the transaction ends."""
    return Caretaker.objects.select_for_update(of=("self",)).get(pk=caretaker.pk)


@transaction.atomic
def erase_if(ended: Q, pk: int) -> bool:
    """False for one whose link staff have renewed meanwhile."""
    rows = Caretaker.objects.select_for_update(of=("self",)).filter(ended, pk=pk)
    caretaker = rows.first()
    if caretaker is not None:
        erase_caretaker(caretaker)
    return caretaker is not None


def _end_drafts(caretaker: Caretaker, user) -> None:
    drafts = Submission.objects.filter(
        caretaker_report__caretaker=caretaker, state__in=UNSENT_STATES
    )
    for draft in drafts:
        withdraw_submission(
            submission=draft, reason=Reason.TIME_OVER, actor=Actor.STAFF, staff=user
        )
