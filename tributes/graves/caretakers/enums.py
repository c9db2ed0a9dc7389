"""The fixed words of what caretakers report."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import SubmissionState

KIND = "caretaker-report"
CONSENT = "caretaker_reports"
STEP = "visit"  # the one page of the form
MOST_PICTURES = 8

WRITING = (SubmissionState.DRAFT, SubmissionState.CHANGES)
"""The caretaker has yet to send it, or to send it again."""


class Scope(models.TextChoices):
    """What a caretaker agrees to."""

    SITE = "site", _("What I report and my photographs may be shown on the page of the site.")
