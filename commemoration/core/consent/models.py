"""The words that somebody agreed to, and the record that it was so.

A record never changes and is never deleted: only its end is noted, once. Triggers hold that
(`triggers`). It bears no personal data: the person is a random key, the rest are codes. Names,
remarks and the scan are the `ConsentEvidence`, which can be erased and leaves the record valid.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from commemoration.core.consent.enums import Ended, GivenBy, Obtained
from commemoration.core.consent.purposes import purpose_choices, purpose_of
from commemoration.core.languages.choices import TextLanguage

ONE_STANDS = "one_consent_stands"
RECORDED_MEANWHILE = _(
    "Somebody else has recorded a consent of this person just now. Look at it, and record this one "
    "again if it is the newer."
)


def papers_storage():
    """Private: nothing there has a public address."""
    return storages["papers"]


class ConsentText(models.Model):
    """One version of the words, in one language. What somebody has agreed to stays as it is."""

    purpose = models.CharField(_("purpose"), max_length=40, choices=purpose_choices)
    version = models.PositiveSmallIntegerField(
        _("version"),
        default=1,
        help_text=_("The same number in each language. Changed words get the next number."),
    )
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    text = models.TextField(_("text"), help_text=_("Word for word, as it is signed."))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["purpose", "-version", "language"]
        verbose_name = _("text of a consent")
        verbose_name_plural = _("texts of consents")
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "version", "language"],
                name="consent_text_once",
                violation_error_message=_("There is already a text in this language."),
            ),
            models.CheckConstraint(
                condition=Q(text__regex=r"\S") & Q(version__gt=0), name="consent_text_has_words"
            ),
        ]

    def __str__(self):
        purpose = purpose_of(self.purpose)
        title = purpose.title if purpose else self.purpose
        return f"{title} {self.version} ({self.language})"

    def clean(self):
        super().clean()
        if self.pk and self.records.exists():
            raise ValidationError(
                _("People have agreed to these words. Write a new version instead.")
            )


class ConsentRecord(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    purpose = models.CharField(max_length=40)
    subject = models.UUIDField()
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="records")
    scopes = ArrayField(models.CharField(max_length=30))
    given_by = models.CharField(max_length=20, choices=GivenBy)
    obtained = models.CharField(max_length=20, choices=Obtained)
    given_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_how = models.CharField(max_length=20, choices=Ended, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        indexes = [models.Index(fields=["purpose", "subject"], name="consent_of_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "subject"],
                condition=Q(ended_at=None),
                name=ONE_STANDS,
                violation_error_message=RECORDED_MEANWHILE,
            ),
            models.CheckConstraint(condition=Q(scopes__len__gt=0), name="consent_has_scope"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_how="")
                | Q(ended_at__isnull=False, ended_how__in=Ended.values),
                name="consent_end_says_how",
            ),
        ]

    def __str__(self):
        return f"{self.purpose} {self.given_on}"

    @property
    def stands(self) -> bool:
        return self.ended_at is None


class ConsentEvidence(models.Model):
    """What tells who it was: erased when its time is over."""

    record = models.OneToOneField(
        ConsentRecord, on_delete=models.PROTECT, related_name="evidence", primary_key=True
    )
    giver = models.CharField(_("name of who agreed"), max_length=300, blank=True)
    note = models.TextField(_("remark"), blank=True)
    scan = models.FileField(
        _("scan of the paper"), storage=papers_storage, max_length=200, blank=True
    )

    class Meta:
        verbose_name = _("evidence of a consent")
        verbose_name_plural = _("evidence of consents")

    def __str__(self):
        return self.giver or str(self.record)
