"""A submission that came on paper: staff type it in with the same forms, and scan the consent."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.consents import words_to_agree_to
from commemoration.submissions.kinds import Subject
from commemoration.submissions.moderation.screens import SubmissionsScreen
from commemoration.submissions.selectors.comparison import blank_steps, posted_edits
from commemoration.submissions.services.entering import enter_from_paper
from commemoration.submissions.staff_forms.entry import PaperForm, StartEntryForm


class StartEntryView(SubmissionsScreen):
    """Choose the form and its language."""

    template_name = "submissions/admin/start_entry.html"
    page_title = _("Enter from paper")

    def get(self, request, *args, **kwargs):
        form = StartEntryForm(request.GET or None, kinds=self.kinds)
        if form.is_valid():
            about = form.cleaned_data.pop("about")
            path = reverse("submission_queue:enter", kwargs=form.cleaned_data)
            return redirect(f"{path}?{urlencode({'about': about})}" if about else path)
        return self.render_to_response(self.get_context_data(form=form))


class EnterView(SubmissionsScreen):
    """All steps on one page, who sent it, and what was signed."""

    template_name = "submissions/admin/entry.html"
    page_title = _("Enter from paper")

    @cached_property
    def kind(self):
        found = next((kind for kind in self.kinds if kind.slug == self.kwargs["kind"]), None)
        if found is None or self.kwargs["language"] not in TextLanguage.values:
            raise Http404
        if found.is_invited and not found.name_about(self.about):
            raise Http404  # nobody was invited to tell of this
        return found

    @property
    def about(self) -> str:
        return self.request.GET.get("about", "")[:60]

    @cached_property
    def subject(self) -> Subject | None:
        """The record that it is about: 404 if the kind is about one, and there is none."""
        if self.kind.subjects is None:
            return None
        found = self.kind.subjects.find([self.about]).get(self.about)
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs):
        language = self.kwargs["language"]
        kwargs.setdefault("form", PaperForm(kind=self.kind))
        steps = blank_steps(self.kind, language, kwargs.pop("typed", None))
        # In place of the words of the address, which have the same names.
        shown = {
            "kind": self.kind,
            "subject": self.subject,
            "language": language,
            "language_name": TextLanguage(language).label,
            "steps": steps,
            "words": words_to_agree_to(self.kind, language),
        }
        return super().get_context_data(**kwargs | shown)

    def post(self, request, *args, **kwargs):
        typed = posted_edits(request.POST, self.kind.steps)
        form = PaperForm(request.POST, request.FILES, kind=self.kind)
        if form.is_valid() and (self.kind.subjects is None or self.subject):
            try:
                submission = enter_from_paper(
                    kind=self.kind,
                    language=self.kwargs["language"],
                    steps=typed,
                    user=request.user,
                    about=self.about,
                    **form.cleaned_data,
                )
            except ValidationError as refusal:
                self.tell(form, refusal)
            else:
                messages.success(request, gettext("It is entered and awaits review."))
                return redirect(reverse("submission_queue:pictures", args=[submission.handle]))
        return self.render_to_response(self.get_context_data(form=form, typed=typed), status=422)

    @staticmethod
    def tell(form: PaperForm, refusal: ValidationError) -> None:
        """Faults of the paper stand beside their fields; those of the steps stand there already."""
        faults = getattr(refusal, "error_dict", {})
        own = {name: errors for name, errors in faults.items() if name in form.fields}
        if own:
            form.add_error(None, ValidationError(own))
        else:
            form.add_error(None, gettext("Something is missing or wrong: see beside the fields."))
