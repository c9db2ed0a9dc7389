"""Named filters of submissions."""

from collections.abc import Iterable

from django.db import models

from commemoration.submissions.enums import ENDED_STATES, STAFF_STATES, SubmissionState


class SubmissionQuerySet(models.QuerySet):
    def waiting(self):
        """What staff have to look at, oldest first."""
        return self.filter(state=SubmissionState.WAITING).order_by("sent_at", "pk")

    def being_published(self):
        """Accepted, while its pictures are taken in."""
        return self.filter(publishing_since__isnull=False, publishing_fault="")

    def undecided(self):
        """What waits for a decision, oldest first."""
        return self.waiting().exclude(publishing_since__isnull=False, publishing_fault="")

    def seen_by_staff(self, kinds: Iterable):
        """What has been sent, of these kinds; oldest first."""
        slugs = [kind.slug for kind in kinds]
        sent = self.filter(kind__in=slugs, state__in=STAFF_STATES, sent_at__isnull=False)
        return sent.order_by("sent_at", "pk")

    def under_way(self):
        """What its sender can still do something with."""
        return self.exclude(state__in=ENDED_STATES)

    def of_address(self, email: str):
        """Those of one e-mail address, however it is written."""
        return self.filter(contact__email=email.strip().lower())
