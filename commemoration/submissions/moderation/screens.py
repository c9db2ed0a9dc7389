"""What all screens of submissions have in common: who sees them, and which submission it is."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commemoration.submissions.models.records import Submission
from commemoration.submissions.permissions import kinds_reviewed_by, may_review_any, may_see
from commemoration.submissions.selectors.queue import RELATED, title_of


class SubmissionsScreen(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "mail"
    page_title = _("Submissions")

    @staticmethod
    def may_enter(user) -> bool:
        return may_review_any(user)

    def dispatch(self, request, *args, **kwargs):
        if not self.may_enter(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def kinds(self):
        return kinds_reviewed_by(self.request.user)

    def get_breadcrumbs_items(self):
        queue = {"url": reverse("submission_queue:index"), "label": SubmissionsScreen.page_title}
        trail = [*self.breadcrumbs_items, queue]
        last = self.get_page_subtitle() or (
            self.page_title if self.page_title != SubmissionsScreen.page_title else ""
        )
        return [*trail, {"url": "", "label": last}] if last else trail


class OneSubmission:
    """Finds the submission of the address. Other people's do not exist: 404, whoever asks."""

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user, self.submission):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def submission(self) -> Submission:
        found = Submission.objects.select_related(*RELATED).filter(handle=self.kwargs["handle"])
        submission = found.first()
        if submission is None:
            raise Http404
        return submission

    def read_again(self) -> None:
        """Somebody may have changed it meanwhile."""
        del self.submission

    @property
    def own_address(self) -> str:
        """With the filters of the queue that it was reached by."""
        query = self.request.GET.urlencode()
        path = reverse("submission_queue:review", args=[self.submission.handle])
        return f"{path}?{query}" if query else path

    @cached_property
    def submission_title(self) -> str:
        """Asked for by the title of the window, the head and the trail."""
        return title_of(self.submission)

    def get_page_subtitle(self):
        return self.submission_title


class SubmissionScreen(OneSubmission, SubmissionsScreen):
    pass
