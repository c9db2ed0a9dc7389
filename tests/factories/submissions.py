"""A kind of submission of the tests' own, and submissions of it in any state.

What it publishes is kept in `SHELF`, by the key of its submission.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from commemoration.core.consent import purposes
from commemoration.submissions import kinds
from commemoration.submissions.enums import SubmissionState
from commemoration.submissions.kinds import Step, SubmissionKind
from commemoration.submissions.models import Submission
from commemoration.submissions.registration import register_kind_and_consent
from commemoration.submissions.services.drafts import (
    begin_draft,
    confirm_address,
    save_step,
    send_submission,
)

SHELF: dict = {}
ADDRESS = "anna@example.org"


class WhoForm(forms.Form):
    surname = forms.CharField(label="Surname", max_length=100)
    given = forms.CharField(label="Given name", max_length=100, required=False)


class StoryForm(forms.Form):
    story = forms.CharField(label="Story", max_length=10_000, widget=forms.Textarea)


def _publish(*, submission, values, pictures, user) -> dict:
    SHELF[submission.key] = {**values, "pictures": [picture.picture.name for picture in pictures]}
    return SHELF[submission.key]


KIND = SubmissionKind(
    slug="letter",
    title="A letter",
    lead="For tests.",
    steps=(Step("who", "Who", WhoForm), Step("story", "Story", StoryForm)),
    consent="letters",
    scopes={"publish": "It may be published.", "name": "My name may be shown."},
    required_scopes=("publish",),
    consent_words=lambda language: f"I agree ({language}).",
    section="letters",
    most_pictures=3,
    title_of=lambda values: values.get("surname", ""),
    publish=_publish,
    take_down=lambda key, user=None: SHELF.pop(key, None),
    narrow=lambda key, scopes, user=None: None,
    erase=lambda key: SHELF.pop(key, None),
    public_url=lambda key, language: f"/{language}/letter/" if key in SHELF else "",
    may_review=lambda user: user.is_superuser,
    key_at=lambda path: next(iter(SHELF), None) if path == "/en/letter/" else None,
)


@contextmanager
def letters_are_sent() -> Iterator[SubmissionKind]:
    """The kind is known within, and forgotten afterwards with what it published."""
    register_kind_and_consent(KIND)
    try:
        yield KIND
    finally:
        kinds._kinds.pop(KIND.slug)
        purposes._purposes.pop(KIND.consent)
        SHELF.clear()


def draft(*, email: str = ADDRESS, language: str = "en", **fields: str) -> Submission:
    """A draft whose pages are written; `surname` and `story` as given."""
    submission = begin_draft(kind=KIND, language=language, email=email)
    values = {"surname": "Bobeltsov", "story": "He came back.", **fields}
    for step in KIND.steps:
        typed = {name: [values[name]] for name in step.form.base_fields if name in values}
        save_step(
            submission=submission, step=step.slug, fields=typed, seen_version=0, by_letter=False
        )
    submission.refresh_from_db()
    return submission


def sent(**values) -> Submission:
    """One that waits for its review."""
    submission = draft(**values)
    send_submission(submission=submission, name="Anna", scopes=["publish"], by_letter=False)
    confirm_address(submission)
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WAITING
    return submission
