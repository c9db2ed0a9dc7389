"""An objection of somebody who has sent nothing: they are shown, or their family is.

`Objection` holds random words, states and codes alone; what tells who objects can be erased.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from commemoration.core.enums import Section
from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.enums import (
    DECIDED_STATES,
    ObjectionReason,
    ObjectionState,
    Objector,
)
from commemoration.submissions.kinds import SubmissionKind, submission_kind
from commemoration.submissions.models.records import new_handle


class Objection(models.Model):
    """`kind` and `subject` (the key of its record) say what it is about, where that is something
    that was sent; "" and None for any other page. Then `section` says who answers for it, "" if
    nobody knows that."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    handle = models.CharField(max_length=12, default=new_handle, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    subject = models.UUIDField(null=True)
    section = models.CharField(_("institution"), max_length=10, choices=Section, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    state = models.CharField(
        _("state"), max_length=20, choices=ObjectionState, default=ObjectionState.UNCONFIRMED
    )
    state_since = models.DateTimeField()
    due_at = models.DateTimeField(_("to be answered by"), null=True)
    reason = models.CharField(_("reason"), max_length=30, choices=ObjectionReason, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        indexes = [models.Index(fields=["state", "due_at"], name="objection_by_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ObjectionState.values), name="objection_state_known"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="objection_language_known"
            ),
            models.CheckConstraint(
                condition=Q(section__in=["", *Section.values]), name="objection_section_known"
            ),
            models.CheckConstraint(
                condition=Q(state=ObjectionState.UNCONFIRMED) | Q(due_at__isnull=False),
                name="objection_has_due_date",
            ),
            models.CheckConstraint(
                condition=Q(state=ObjectionState.REFUSED, reason__in=ObjectionReason.values)
                | (~Q(state=ObjectionState.REFUSED) & Q(reason="")),
                name="objection_refused_for_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED_STATES) | Q(decided_by=None),
                name="objection_decided_by",
            ),
        ]

    def __str__(self):
        return self.handle

    @property
    def of_kind(self) -> SubmissionKind | None:
        return submission_kind(self.kind)


class ObjectionWords(models.Model):
    """Who objects, to what and why, and what staff answered. The row goes when its time is over."""

    objection = models.OneToOneField(
        Objection, on_delete=models.CASCADE, related_name="words", primary_key=True
    )
    email = models.EmailField(_("e-mail address"), max_length=254)
    page = models.CharField(_("page"), max_length=500)
    who = models.CharField(_("who objects"), max_length=10, choices=Objector)
    why = models.TextField(_("objection"))
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("words of an objection")
        verbose_name_plural = _("words of objections")
        indexes = [models.Index(fields=["email"], name="objection_by_email")]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower(F("email"))), name="objection_email_folded"
            ),
        ]

    def __str__(self):
        return str(self.pk)
