"""Forms of visitors, as a person sends them: some time after they were opened."""

from datetime import timedelta

from django.utils import timezone

from commemoration.core.visitor_forms.openings import sign_opening


def opened(ago: timedelta = timedelta(minutes=1)) -> str:
    """The word of a form that was opened so long ago."""
    return sign_opening(timezone.now() - ago)
