"""The queue of submissions: find them, ask permission, answer; POST takes the next one."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from commemoration.submissions.models.records import Submission
from commemoration.submissions.moderation.screens import SubmissionsScreen
from commemoration.submissions.permissions import may_set_sections
from commemoration.submissions.selectors.objections import open_objections
from commemoration.submissions.selectors.queue import queue_page
from commemoration.submissions.services.taking import take_next
from commemoration.submissions.staff_forms.queue import QueueForm


class QueueView(SubmissionsScreen):
    template_name = "submissions/admin/queue.html"

    def get_context_data(self, **kwargs):
        form = QueueForm(self.request.GET, kinds=self.kinds)
        submissions = form.narrowed(Submission.objects.seen_by_staff(self.kinds))
        rows, page = queue_page(submissions, self.request.GET.get("p"))
        query = self.request.GET.copy()
        query.pop("p", None)
        return super().get_context_data(
            form=form,
            rows=rows,
            page=page,
            query=f"{query.urlencode()}&",
            objections=open_objections(self.request.user),
            may_set_sections=may_set_sections(self.request.user),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        return go_to_next(request, self.kinds)


def go_to_next(request, kinds, *, after: Submission | None = None):
    """Take the next one by the filters of the address; to the queue when nothing is left."""
    form = QueueForm(request.GET, kinds=kinds)
    among = form.of_these(Submission.objects.seen_by_staff(kinds))
    found = take_next(among=among, user=request.user, after=after)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    if found is None:
        messages.info(request, _("Nothing else waits for you."))
        return redirect(reverse("submission_queue:index") + query)
    return redirect(reverse("submission_queue:review", args=[found.handle]) + query)
