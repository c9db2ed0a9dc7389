"""How each section takes submissions in: two persons, or closed. For managers."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.kinds import submission_kinds
from commemoration.submissions.models.records import SubmissionSection
from commemoration.submissions.moderation.screens import SubmissionsScreen
from commemoration.submissions.permissions import may_set_sections
from commemoration.submissions.services.prepared import set_section
from commemoration.submissions.staff_forms.decisions import SectionForm
from commemoration.submissions.staff_forms.queue import section_name


class SectionsView(SubmissionsScreen):
    template_name = "submissions/admin/sections.html"
    page_title = _("Sections of submissions")

    @staticmethod
    def may_enter(user) -> bool:
        return may_set_sections(user)

    def get_context_data(self, **kwargs):
        rows = [(section_name(slug), form) for slug, form in self.forms().items()]
        return super().get_context_data(rows=rows, **kwargs)

    def forms(self, data=None) -> dict[str, SectionForm]:
        kept = {row.slug: row for row in SubmissionSection.objects.all()}
        slugs = dict.fromkeys(kind.section for kind in submission_kinds())
        return {
            slug: SectionForm(data, prefix=slug, initial=_said(kept.get(slug))) for slug in slugs
        }

    def post(self, request, *args, **kwargs):
        for slug, form in self.forms(request.POST).items():
            if form.is_valid():
                set_section(slug=slug, user=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("submission_queue:sections")


def _said(section: SubmissionSection | None) -> dict[str, bool]:
    if section is None:
        return {}
    return {"needs_two": section.needs_two, "is_closed": section.is_closed}
