"""The log of every change of state: written once, never changed. Triggers hold that."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import TRANSITIONS, Actor, Reason, SubmissionState

_STEPS = Q(from_state="", to_state__in=[SubmissionState.DRAFT, SubmissionState.WAITING])
for _before, _after in TRANSITIONS.items():
    _STEPS |= Q(from_state=_before, to_state__in=_after)


class SubmissionEvent(models.Model):
    """One change of state. It names the submission by its random key and says the rest in codes."""

    submission = models.UUIDField()
    from_state = models.CharField(max_length=20, choices=SubmissionState, blank=True)
    to_state = models.CharField(_("state"), max_length=20, choices=SubmissionState)
    reason = models.CharField(_("reason"), max_length=30, choices=Reason)
    actor = models.CharField(_("who"), max_length=10, choices=Actor)
    # Which member of staff; nothing is left of it when the account is deleted.
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("when"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change of a submission")
        verbose_name_plural = _("changes of submissions")
        indexes = [
            models.Index(fields=["submission", "id"], name="event_of_submission"),
            models.Index(
                fields=["at"],
                name="event_decided",
                condition=Q(from_state=SubmissionState.WAITING),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=_STEPS, name="event_is_a_known_step"),
            models.CheckConstraint(
                condition=Q(reason__in=Reason.values, actor__in=Actor.values),
                name="event_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(actor=Actor.STAFF) | Q(staff=None), name="event_staff_is_staff"
            ),
        ]

    def __str__(self):
        return f"{self.submission} {self.to_state}"
