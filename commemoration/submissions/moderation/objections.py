"""One objection of a third person: read it, take down what it is about, or answer why not."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import ObjectionState
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.moderation.screens import SubmissionsScreen
from commemoration.submissions.objection_texts import objection_texts
from commemoration.submissions.permissions import may_see
from commemoration.submissions.selectors.objections import objections_for, submission_of
from commemoration.submissions.services.objections import refuse_objection, uphold_objection
from commemoration.submissions.staff_forms.objections import RefusalForm


class ObjectionView(SubmissionsScreen):
    template_name = "submissions/admin/objection.html"
    page_title = _("Objection")

    @cached_property
    def objection(self) -> Objection:
        found = objections_for(self.request.user).select_related("words", "decided_by")
        objection = found.filter(handle=self.kwargs["handle"]).first()
        if objection is None:
            raise Http404
        return objection

    def get_context_data(self, **kwargs):
        objection, submission = self.objection, submission_of(self.objection)
        kwargs.setdefault("form", self.refusal_form())
        shown = submission if submission and may_see(self.request.user, submission) else None
        return super().get_context_data(
            objection=objection,
            words=getattr(objection, "words", None),
            kind=objection.of_kind,
            public_url=self.public_url(),
            submission=shown,
            is_open=objection.state == ObjectionState.OPEN,
            **kwargs,
        )

    def public_url(self) -> str:
        kind = self.objection.of_kind
        return kind.public_url(self.objection.subject, self.request.LANGUAGE_CODE) if kind else ""

    def refusal_form(self, data=None) -> RefusalForm:
        return RefusalForm(
            data,
            language=self.objection.language,
            language_name=self.objection.get_language_display(),
            texts=objection_texts(self.objection.language),
        )

    def post(self, request, *args, **kwargs):
        form = self.refusal_form(request.POST)
        try:
            if request.POST.get("action") == "uphold":
                uphold_objection(objection=self.objection, user=request.user)
                messages.success(request, gettext("It is taken down, and everybody is told."))
                return redirect("submission_queue:index")
            if form.is_valid():
                refuse_objection(objection=self.objection, user=request.user, **form.said())
                messages.success(request, gettext("The objector is answered."))
                return redirect("submission_queue:index")
        except ValidationError as refusal:
            form.is_valid()
            form.add_error(None, refusal.messages)
        return self.render_to_response(self.get_context_data(form=form), status=422)
