"""Takes a submission down, or erases it: the screen says what follows, POST does it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import ENDED_STATES, Actor
from commemoration.submissions.moderation.screens import SubmissionScreen
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.staff_forms.decisions import EndingForm


class EndView(SubmissionScreen):
    template_name = "submissions/admin/end.html"
    page_title = _("Take down or erase")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", self.ending_form())
        return super().get_context_data(submission=self.submission, back=self.own_address, **kwargs)

    def ending_form(self, data=None) -> EndingForm:
        return EndingForm(data, is_over=self.submission.state in ENDED_STATES)

    def post(self, request, *args, **kwargs):
        form = self.ending_form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        who = {"actor": Actor.STAFF, "staff": request.user}
        reason = form.cleaned_data["reason"]
        if form.cleaned_data["what"] == EndingForm.ERASE:
            erase_submission(submission=self.submission, reason=reason, **who)
            messages.success(request, gettext("It is erased."))
            return redirect("submission_queue:index")
        withdraw_submission(submission=self.submission, reason=reason, **who)
        messages.success(request, gettext("It is taken down: nothing of it is public any more."))
        return redirect(self.own_address)
