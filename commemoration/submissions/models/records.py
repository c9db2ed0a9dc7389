"""A submission, and beside it what can be erased: who sent it, and what it says.

`Submission` and its events hold random keys, states and codes alone, so that they stay valid when
the rest is gone.
"""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.enums import UNSENT_STATES, PublishingFault, SubmissionState
from commemoration.submissions.kinds import SubmissionKind, submission_kind
from commemoration.submissions.querysets import SubmissionQuerySet

HANDLE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that is misread from paper
FIRST_VERSION = 1  # of the links to a submission


def new_handle() -> str:
    """What stands in the address of "my submission": random, and no secret (31 ** 12, 59 bits)."""
    return "".join(secrets.choice(HANDLE_ALPHABET) for _place in range(12))


class Submission(models.Model):
    """One thing that somebody sends, from its first word to its erasure."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    handle = models.CharField(max_length=12, default=new_handle, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    # What it is about, if that is there already (a grave): the app's own key for it.
    about = models.CharField(max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    state = models.CharField(
        _("state"), max_length=20, choices=SubmissionState, default=SubmissionState.DRAFT
    )
    state_since = models.DateTimeField()
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)  # when it last came to review
    is_public = models.BooleanField(default=False)  # a version that was accepted can be read
    on_paper = models.BooleanField(_("entered by staff"), default=False)
    # Links of lower ones open nothing.
    link_version = models.PositiveIntegerField(default=FIRST_VERSION)

    # Who looks at it now, so that no two do; and who has accepted it first where two must.
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed_until = models.DateTimeField(null=True, blank=True)
    first_approval_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    # Accepted, while its pictures are taken in (`services.publishing`): by whom, as which version
    # of its words, since when the worker is asked, how often it has begun; or why it failed.
    publishing_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    publishing_version = models.PositiveIntegerField(null=True, blank=True)
    publishing_since = models.DateTimeField(null=True, blank=True)
    publishing_tries = models.PositiveSmallIntegerField(default=0)
    publishing_fault = models.CharField(max_length=20, choices=PublishingFault, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [
            models.Index(fields=["state", "kind", "sent_at"], name="submission_queue"),
            models.Index(fields=["state", "state_since"], name="submission_due"),
            models.Index(fields=["state", "sent_at", "id"], name="submission_oldest_first"),
            models.Index(
                fields=["publishing_since"],
                name="submission_being_published",
                condition=Q(publishing_since__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=SubmissionState.values), name="submission_state_known"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="submission_language_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT_STATES)
                | Q(sent_at__isnull=False)
                | Q(state__in=[SubmissionState.WITHDRAWN, SubmissionState.ERASED]),
                name="submission_sent_with_time",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False)
                | Q(
                    state__in=[
                        SubmissionState.PUBLISHED,
                        SubmissionState.WAITING,
                        SubmissionState.CHANGES,
                    ]
                ),
                name="submission_ended_is_not_public",
            ),
            models.CheckConstraint(
                condition=~Q(state=SubmissionState.PUBLISHED) | Q(is_public=True),
                name="submission_published_is_public",
            ),
            models.CheckConstraint(
                condition=Q(reviewer=None) | Q(reviewed_until__isnull=False),
                name="submission_reviewed_until",
            ),
            # Who decided may be gone with the account.
            models.CheckConstraint(
                condition=Q(publishing_since__isnull=False, publishing_version__isnull=False)
                | Q(
                    publishing_since=None,
                    publishing_version=None,
                    publishing_by=None,
                    publishing_tries=0,
                ),
                name="submission_publishing_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=SubmissionState.WAITING)
                | Q(publishing_since=None, publishing_fault=""),
                name="submission_publishing_waits",
            ),
            models.CheckConstraint(
                condition=Q(publishing_fault__in=["", *PublishingFault.values]),
                name="submission_publishing_fault_known",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.handle}"

    @property
    def of_kind(self) -> SubmissionKind | None:
        return submission_kind(self.kind)

    @property
    def is_being_published(self) -> bool:
        """Accepted, and nothing is in the way yet: nobody else decides on it."""
        return self.publishing_since is not None and not self.publishing_fault


class Contact(models.Model):
    """Who sent it. The row goes when its time is over."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="contact", primary_key=True
    )
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("sender")
        verbose_name_plural = _("senders")
        indexes = [models.Index(fields=["email"], name="contact_by_email")]
        constraints = [
            # Compared with what somebody types, so kept in one form.
            models.CheckConstraint(
                condition=Q(email=Lower(F("email"))), name="contact_email_folded"
            ),
            models.CheckConstraint(
                condition=~Q(email="") | Q(confirmed_at=None), name="contact_confirms_an_address"
            ),
        ]

    def __str__(self):
        return self.email or self.name or str(self.pk)


class SubmittedWords(models.Model):
    """What it says, as its sender writes it; and what became of that. The row can be erased.

    `steps` maps a step to `{"version": int, "language": code, "fields": {name: [typed, …]}}`: as
    typed, so that a draft may be wrong and unfinished, and in which language. `edited` are the
    fields that staff change before it is published, `accepted` all fields as they were published
    last, both by step.
    """

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="words", primary_key=True
    )
    steps = models.JSONField(default=dict)
    edited = models.JSONField(default=dict)
    accepted = models.JSONField(default=dict)
    question = models.TextField(blank=True)  # what staff asked, in the sender's language
    note = models.TextField(blank=True)  # what staff note for each other
    version = models.PositiveIntegerField(default=1)  # a review decides on what it has seen
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("words of a submission")
        verbose_name_plural = _("words of submissions")

    def __str__(self):
        return str(self.pk)


class SubmissionSection(models.Model):
    """How one section takes submissions in: set by its managers."""

    slug = models.CharField(max_length=40, unique=True)
    needs_two = models.BooleanField(
        _("two persons must agree"),
        default=False,
        help_text=_("A second member of staff has to accept what the first one has accepted."),
    )
    is_closed = models.BooleanField(
        _("closed for now"),
        default=False,
        help_text=_(
            "Under attack: the forms are closed with a kind note; what was sent already and what "
            "has begun stays."
        ),
    )

    class Meta:
        verbose_name = _("section of submissions")
        verbose_name_plural = _("sections of submissions")

    def __str__(self):
        return self.slug
