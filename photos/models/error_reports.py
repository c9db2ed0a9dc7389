"""What readers report as wrong about a photograph. Never shown on the public site."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from photos.enums import (
    OPEN_REPORT_STATES,
    ErrorConcern,
    ReportState,
    TextLanguage,
)
from photos.querysets import ErrorReportQuerySet


class ErrorReport(models.Model):
    """One report. Who decided what, and when, stands in Wagtail's log of changes."""

    photo = models.ForeignKey(
        "photos.Photo", on_delete=models.CASCADE, related_name="error_reports"
    )
    # Made from the opened form and its words: the same form sent twice is one report.
    key = models.UUIDField(unique=True, editable=False)
    concern = models.CharField(_("what is wrong"), max_length=20, choices=ErrorConcern)
    message = models.TextField(_("report"))
    source = models.CharField(_("source"), max_length=500, blank=True)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    created_at = models.DateTimeField(_("sent"))

    state = models.CharField(
        _("state"), max_length=20, choices=ReportState, default=ReportState.NEW
    )
    answer = models.TextField(_("answer"), blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)  # when staff last decided
    erased_at = models.DateTimeField(null=True)  # when the address was erased

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("reported error")
        verbose_name_plural = _("reported errors")
        indexes = [
            models.Index(
                fields=["photo", "created_at"],
                name="error_report_waiting",
                condition=Q(state__in=OPEN_REPORT_STATES),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ReportState.values), name="error_report_state_known"
            ),
            models.CheckConstraint(
                condition=Q(concern__in=ErrorConcern.values), name="error_report_concern_known"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="error_report_language_known"
            ),
            models.CheckConstraint(
                condition=Q(message__regex=r"\S"), name="error_report_says_something"
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.NEW) | Q(changed_at__isnull=False),
                name="error_report_decided_with_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.UNCHANGED) | Q(answer__regex=r"\S"),
                name="error_report_unchanged_with_reason",
            ),
        ]

    def __str__(self):
        return f"{self.photo_id}: {self.concern}"
