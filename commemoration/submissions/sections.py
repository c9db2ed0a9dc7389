"""How each section takes submissions in: open, and decided by one person, unless it is set."""

from commemoration.submissions.kinds import SubmissionKind
from commemoration.submissions.models.records import Submission, SubmissionSection


def section_of(submission: Submission) -> SubmissionSection:
    return section_of_kind(submission.of_kind)


def section_of_kind(kind: SubmissionKind) -> SubmissionSection:
    """Not saved if nobody has set anything."""
    found = SubmissionSection.objects.filter(slug=kind.section).first()
    return found or SubmissionSection(slug=kind.section)
