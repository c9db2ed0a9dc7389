"""Where a contribution stands, where that is not what any submission says of itself."""

from django.utils.translation import gettext

from commemoration.submissions.enums import SubmissionState
from commemoration.submissions.models.records import Submission
from tributes.graves.enums import RequestEnd
from tributes.graves.models.contributions import Contribution, PhotoRequest

State = SubmissionState


def told_stage(submission: Submission) -> str:
    """A relative may not want anything to be shown."""
    if submission.state != State.PUBLISHED:
        return ""
    if Contribution.objects.filter(key=submission.key, is_public=False).exists():
        return gettext("The staff keep it with the record. Nothing of it is shown, as you wished.")
    return ""


def request_stage(submission: Submission) -> str:
    """A request is not published, and it ends when it is answered."""
    if submission.state == State.PUBLISHED:
        return gettext(
            "Your request is open: whoever looks after the grave can read it. We write to you when "
            "a photograph has come."
        )
    if submission.state != State.WITHDRAWN:
        return ""
    ends = PhotoRequest.objects.filter(key=submission.key).values_list("closed_how", flat=True)
    return {
        RequestEnd.ARRIVED: gettext("A photograph has come: see the page of the grave."),
        RequestEnd.IMPOSSIBLE: gettext(
            "No photograph can be taken. The reason stands in our letter."
        ),
    }.get(ends.first(), "")
