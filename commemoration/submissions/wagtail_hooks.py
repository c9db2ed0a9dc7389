"""Registers what submissions add to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from commemoration.submissions.services.prepared import SECTION_SET
from commemoration.submissions.viewsets import (
    AnswerTextViewSet,
    DeniedNameViewSet,
    SubmissionQueueViewSet,
)


@hooks.register("register_admin_viewset")
def register_queue():
    return SubmissionQueueViewSet()


@hooks.register("register_log_actions")
def register_submission_log_actions(actions):
    actions.register_action(SECTION_SET, _("Set"), _("Set how a section takes submissions in"))


register_snippet(AnswerTextViewSet)
register_snippet(DeniedNameViewSet)
