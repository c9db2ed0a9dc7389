"""The letters to a sender: each in their language, written in the transaction of what it tells."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from commemoration.core.outbox.services import queue_message
from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.subjects import subject_of


def link_to(submission: Submission, purpose: LinkPurpose = LinkPurpose.OPEN) -> str:
    """The whole address that opens "my submission" for whoever reads the letter."""
    path = reverse("submission_links:link", args=[sign_pass(submission, purpose)])
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def called(submission: Submission, language: str) -> str:
    """What was sent and which record it is about: `Correct something – Vassili Bobeltsov`. Never in
    words of the sender, who may have given somebody else's address."""
    kind = submission.of_kind
    if kind is None:
        return submission.kind
    with override(language):
        return " – ".join(filter(None, [str(kind.title), about_in_words(submission)]))


def about_in_words(submission: Submission) -> str:
    """The record that it is about, in the present language; "" for a kind that is about none."""
    if subject := subject_of(submission):
        return subject.title
    return submission.of_kind.name_about(submission.about) if submission.of_kind else ""


def write_to_sender(
    submission: Submission,
    template: str,
    *,
    purpose: LinkPurpose = LinkPurpose.OPEN,
    **context,
) -> None:
    """Queue `emails/submission_<template>`, or what the kind has in its place; nothing for who has
    given no address."""
    contact = getattr(submission, "contact", None)
    if contact is None or not contact.email:
        return
    kind = submission.of_kind
    with override(submission.language):
        about = about_in_words(submission)
        public = kind.public_url(submission.key, submission.language) if kind else ""
    queue_message(
        template=f"submission_{kind.letters.get(template, template) if kind else template}",
        to=contact.email,
        language=submission.language,
        reply_to=settings.FEEDBACK_ADDRESS,
        context={
            "kind": called(submission, submission.language),
            "title": about,
            "link": link_to(submission, purpose),
            "days": settings.SUBMISSION_LINK_DAYS,
            "public": urljoin(settings.WAGTAILADMIN_BASE_URL, public) if public else "",
            **context,
        },
    )
