"""What a submission lacks before it can be sent."""

from django.utils.translation import gettext

from commemoration.submissions.answers import values_of
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.picture_faults import picture_faults


def missing_from(submission: Submission) -> dict[str, list[str]]:
    """Words for each fault, by page; empty when nothing is missing."""
    errors = values_of(submission).errors
    pictures = list(submission.pictures.all())
    if len(pictures) < submission.of_kind.fewest_pictures:
        errors["pictures"] = [gettext("Add a picture first.")]
    elif faults := picture_faults(pictures):
        errors["pictures"] = faults
    return errors
