"""What a submission is called: as the record that it is about, or by the name that it says."""

from commemoration.submissions.answers import Answers, values_of
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.subjects import subject_of


def written_title(
    submission: Submission, *, edited: bool = False, answers: Answers | None = None
) -> str:
    """In its sender's words or, if `edited`, as staff would publish it; before it the name of what
    it is about. "" while it says none. `answers` are those of the submission, if they have been
    read already."""
    kind = submission.of_kind
    if kind.subjects is not None:
        subject = subject_of(submission)
        return subject.title if subject else ""
    if not hasattr(submission, "words"):
        return ""
    answers = answers or values_of(submission, edited=edited)
    try:
        own = str(kind.title_of(answers.values))
    except KeyError:  # a step that gives the name is not filled in, or wrong
        own = ""
    about = kind.name_about(submission.about) if submission.about else ""
    return ", ".join(filter(None, [about, own]))
