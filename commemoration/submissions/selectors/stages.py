"""Where a submission stands, in plain words for whoever sent it."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.answers import Answers
from commemoration.submissions.enums import SubmissionState
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.titles import written_title

State = SubmissionState

STAGES = {
    State.DRAFT: _("This is a draft: only you can see it. Go on whenever you like."),
    State.UNCONFIRMED: _(
        "It waits for your confirmation: open the link in the letter that we have sent you."
    ),
    State.WAITING: _("We have it. Somebody of the staff reads it before it is published."),
    State.CHANGES: _("The staff have a question before it can be published."),
    State.PUBLISHED: _("It is published."),
    State.REJECTED: _("It was not published. The reason stands in our letter."),
    State.WITHDRAWN: _("It is withdrawn: nobody can see it any more."),
    State.ERASED: _("It is erased."),
}
CHANGE_WAITS = _(
    "It is published. Your change waits until somebody of the staff has read it; until then the "
    "page stays as it was."
)
CHANGE_UNSENT = _(
    "It is published as it was. What you have changed since is kept, and not sent yet: look it "
    "over and send it."
)


def stage_in_words(submission: Submission) -> str:
    if own := submission.of_kind.stage(submission):
        return str(own)
    if submission.is_public and submission.state != State.PUBLISHED:
        if submission.state == State.CHANGES:
            return str(STAGES[State.CHANGES])
        return str(CHANGE_WAITS)
    if submission.state == State.PUBLISHED and _has_unsent_change(submission):
        return str(CHANGE_UNSENT)
    return str(STAGES[State(submission.state)])


def _has_unsent_change(submission: Submission) -> bool:
    """Whether a page, or the pictures, say something else than what was accepted."""
    words = getattr(submission, "words", None)
    if words is None or not words.accepted:
        return False
    kept = {slug: words.edited.get(slug, step["fields"]) for slug, step in words.steps.items()}
    return kept != words.accepted or submission.pictures.filter(accepted=None).exists()


def title_of(submission: Submission, answers: Answers | None = None) -> str:
    """What sender and staff call it: by its name if it has one by now. `answers` are those of the
    submission, if they have been read already."""
    kind = submission.of_kind
    if kind.subjects is not None or not hasattr(submission, "words"):
        return written_title(submission) or str(kind.title)
    return written_title(submission, answers=answers) or gettext("without a name yet")
