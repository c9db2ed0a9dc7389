"""The queue of reported errors: find the reports, ask permission, call one service, answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commemoration.core.accounts.selectors import sections_of
from photos import permissions
from photos.forms.report_decisions import DecisionForm, QueueForm
from photos.models.error_reports import ErrorReport
from photos.selectors.error_reports import decisions_on, entries, entry_of
from photos.services.error_reports import decide_report


class ReportsScreen(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "warning"
    page_title = gettext_lazy("Reported errors")

    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_handle_reports(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        queue = {"url": reverse("error_reports:index"), "label": self.page_title}
        trail = [*self.breadcrumbs_items, queue]
        if self.get_page_subtitle():
            trail.append({"url": "", "label": self.get_page_subtitle()})
        return trail


class QueueView(ReportsScreen):
    template_name = "photos/admin/reports/queue.html"

    def get_context_data(self, **kwargs):
        sections = sections_of(self.request.user)
        form = QueueForm(self.request.GET, sections=sections)
        reports = form.narrowed(ErrorReport.objects.of_sections(sections))
        found, page = entries(reports, self.request.GET.get("p"))
        query = self.request.GET.copy()
        query.pop("p", None)
        return super().get_context_data(
            form=form, entries=found, page=page, query=f"{query.urlencode()}&", **kwargs
        )


class ReportView(ReportsScreen):
    """One report, with the others on its photograph that are open; POST decides on it."""

    template_name = "photos/admin/reports/report.html"

    @cached_property
    def report(self) -> ErrorReport:
        reports = ErrorReport.objects.select_related("photo__collection", "handled_by")
        report = get_object_or_404(reports, pk=self.kwargs["pk"])
        if not permissions.may_handle_report(self.request.user, report):
            raise PermissionDenied
        return report

    def get_page_subtitle(self):
        return self.report.photo.accession

    def get(self, request, *args, **kwargs):
        return self.answer(DecisionForm(report=self.report))

    def post(self, request, *args, **kwargs):
        form = DecisionForm(request.POST, report=self.report)
        if not form.is_valid():
            return self.answer(form, status=422)
        try:
            decided = decide_report(self.report, user=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.answer(form, status=422)
        return self.go_on(decided)

    def go_on(self, decided: ErrorReport):
        """To the next open report on this photograph, else to the queue."""
        messages.success(
            self.request,
            _("The report is noted as: %(state)s.") % {"state": decided.get_state_display()},
        )
        following = decided.photo.error_reports.open().exclude(pk=decided.pk).first()
        if following is None:
            return redirect("error_reports:index")
        return redirect("error_reports:report", pk=following.pk)

    def answer(self, form, status=200):
        context = self.get_context_data(
            form=form,
            report=self.report,
            entry=entry_of(self.report),
            decisions=decisions_on(self.report),
        )
        return self.render_to_response(context, status=status)
