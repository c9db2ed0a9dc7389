"""One submission: what was sent beside what will be published, and what staff decide on it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commemoration.core.consent.selectors import history_of
from commemoration.core.outbox.selectors import undelivered_to
from commemoration.submissions.answer_texts import answer_texts
from commemoration.submissions.answers import values_of
from commemoration.submissions.enums import EDITABLE_STATES, SubmissionState
from commemoration.submissions.moderation.queue import go_to_next
from commemoration.submissions.moderation.screens import SubmissionScreen
from commemoration.submissions.sections import section_of
from commemoration.submissions.selectors.comparison import compared_steps, posted_edits
from commemoration.submissions.selectors.hints import hints_of
from commemoration.submissions.selectors.queue import (
    address_of,
    history,
    may_try_again,
    reviewer_now,
)
from commemoration.submissions.selectors.reviewers import others_who_review
from commemoration.submissions.selectors.subjects import subject_of
from commemoration.submissions.services import review
from commemoration.submissions.services.publishing import Accepted, accept, try_again
from commemoration.submissions.staff_forms.decisions import DecisionForm, PictureEditForm

ACCEPTED = {
    Accepted.PUBLISHED: gettext_lazy("It is published."),
    Accepted.FIRST: gettext_lazy(
        "Your approval is noted. A second person has to agree before it is published."
    ),
    Accepted.HANDED_OVER: gettext_lazy(
        "It is accepted. It is published as soon as its pictures are ready."
    ),
}


class ReviewView(SubmissionScreen):
    template_name = "submissions/admin/review.html"

    def get(self, request, *args, **kwargs):
        return self.answer(self.decision_form())

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "")
        if action == "take":
            return self.take()
        if action == "again":
            return self.try_again()
        if action in ("leave", "skip"):
            review.leave_review(submission=self.submission, user=request.user)
            if action == "skip":
                return go_to_next(request, self.kinds, after=self.submission)
            return redirect("submission_queue:index")
        return self.decide(action)

    def take(self):
        if not review.take_for_review(submission=self.submission, user=self.request.user):
            messages.error(self.request, _("Somebody else has begun to review this."))
        return redirect(self.own_address)

    def try_again(self):
        """What was accepted could not be published, and may be now."""
        if not try_again(submission=self.submission, user=self.request.user):
            messages.error(self.request, _("There is nothing to try again."))
        return redirect(self.own_address)

    def decide(self, action: str):
        """Keep what was changed and decide, both or nothing; what was typed stands on the page
        again if it was refused."""
        form = self.decision_form(self.request.POST)
        edits = posted_edits(self.request.POST, self.submission.of_kind.steps)
        pictures = self.picture_forms(self.request.POST)
        if not (form.is_valid() and all(each.is_valid() for each in pictures)):
            return self.answer(form, edits, status=422, pictures=pictures)
        changed = [each for each in pictures if each.is_edited]
        try:
            with transaction.atomic():
                done = self.carry_out(action, form, edits, changed)
        except ValidationError as refusal:
            self.read_again()
            again = self.decision_form(self.posted_with_new_version())
            again.is_valid()
            again.blame(action, refusal)
            return self.answer(again, edits, status=422, pictures=changed)
        messages.success(self.request, done)
        if action == "save":
            return redirect(self.own_address)
        return go_to_next(self.request, self.kinds)

    def carry_out(self, action: str, form: DecisionForm, edits, pictures) -> str:
        """What has been done, in words."""
        submission, user = self.submission, self.request.user
        seen = {"submission": submission, "user": user}
        version = form.cleaned_data["seen_version"]
        for step, fields in edits.items():
            version = review.edit_for_publication(
                **seen, seen_version=version, step=step, fields=fields
            )
        for each in pictures:
            said = {name: each.cleaned_data[name] for name in ("caption", "is_left_out")}
            version = review.edit_picture_for_publication(
                **seen, seen_version=version, picture=each.picture, **said
            )
        review.note_for_staff(**seen, note=form.cleaned_data["note"])
        seen["seen_version"] = version
        if action == "approve":
            return str(ACCEPTED[accept(**seen)])  # now: the answer is written in another language
        if action == "ask":
            reason, words = form.answer_to("ask")
            review.ask_for_changes(**seen, reason=reason, question=words)
            return _("The sender is asked.")
        if action == "reject":
            reason, words = form.answer_to("reject")
            review.reject(**seen, reason=reason, answer=words)
            return _("It is rejected.")
        review.take_for_review(submission=submission, user=user)
        return _("Saved. Nothing is published yet.")

    def picture_forms(self, data=None) -> list[PictureEditForm]:
        language = self.submission.language
        rows = self.submission.pictures.all()
        return [PictureEditForm(data, picture=row, language=language) for row in rows]

    def decision_form(self, data=None) -> DecisionForm:
        words = getattr(self.submission, "words", None)
        initial = {"seen_version": words.version, "note": words.note} if words else {}
        return DecisionForm(
            data,
            initial=initial,
            language=self.submission.language,
            language_name=self.submission.get_language_display(),
            texts=answer_texts(self.submission.language),
        )

    def posted_with_new_version(self):
        """So that the next decision is made on what is shown now."""
        data = self.request.POST.copy()
        data["seen_version"] = self.submission.words.version
        return data

    def answer(self, form: DecisionForm, edits=None, status: int = 200, pictures=()):
        """`pictures` are the forms that somebody has typed into."""
        submission, user = self.submission, self.request.user
        reviewer = reviewer_now(submission)
        typed = {each.picture.pk: each for each in pictures}
        picture_forms = [typed.get(each.picture.pk, each) for each in self.picture_forms()]
        pictures = [each.picture for each in picture_forms]
        address = address_of(submission)
        section = section_of(submission)
        values = values_of(submission, edited=True).values
        needs_other = section.needs_two and submission.first_approval_by_id is None
        context = self.get_context_data(
            submission=submission,
            kind=submission.of_kind,
            subject=subject_of(submission),
            contact=getattr(submission, "contact", None),
            undelivered=list(undelivered_to([address])) if address else [],
            steps=compared_steps(submission, submission.words, edits),
            picture_forms=picture_forms,
            consents=self.consents(),
            changes=list(submission.of_kind.changes(submission, values)),
            hints=hints_of(submission, values, pictures),
            events=history(submission),
            form=form,
            reviewer=reviewer,
            is_mine=reviewer == user,
            is_waiting=submission.state == SubmissionState.WAITING,
            may_try_again=may_try_again(submission),
            needs_two=section.needs_two,
            others=others_who_review(submission.of_kind, user) if needs_other else None,
            public_url=self.public_url(),
            pictures_url=self.pictures_url(),
        )
        return self.render_to_response(context, status=status)

    def consents(self):
        """Each with the words of what was agreed to."""
        kind = self.submission.of_kind
        records = history_of(kind.consent, self.submission.key)
        return [
            (each, [str(words) for code, words in kind.scopes.items() if code in each.scopes])
            for each in records
        ]

    def public_url(self) -> str:
        if not self.submission.is_public:
            return ""
        return self.submission.of_kind.public_url(self.submission.key, self.submission.language)

    def pictures_url(self) -> str:
        """Where staff add pictures that came on paper."""
        if not (self.submission.on_paper and self.submission.state in EDITABLE_STATES):
            return ""
        return reverse("submission_queue:pictures", args=[self.submission.handle])
