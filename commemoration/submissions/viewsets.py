"""Puts the queue of submissions, and what staff prepare for it, into the menu of the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.viewsets.base import ViewSet

from commemoration.core.publication.wording import WordedViewSet
from commemoration.submissions.models.moderation import AnswerText, DeniedName
from commemoration.submissions.moderation.endings import EndView
from commemoration.submissions.moderation.entry import EnterView, StartEntryView
from commemoration.submissions.moderation.objections import ObjectionView
from commemoration.submissions.moderation.pictures import PaperPicturesView, PictureView
from commemoration.submissions.moderation.queue import QueueView
from commemoration.submissions.moderation.review import ReviewView
from commemoration.submissions.moderation.sections import SectionsView
from commemoration.submissions.permissions import may_review_any


class SubmissionsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_review_any(request.user)


class SubmissionQueueViewSet(ViewSet):
    name = "submission_queue"
    url_prefix = "submissions"
    icon = "mail"
    menu_label = _("Submissions")
    menu_order = 420
    add_to_admin_menu = True
    menu_item_class = SubmissionsMenuItem

    def get_urlpatterns(self):
        return [
            path("", QueueView.as_view(), name="index"),
            path("objections/<slug:handle>/", ObjectionView.as_view(), name="objection"),
            path("sections/", SectionsView.as_view(), name="sections"),
            path("enter/", StartEntryView.as_view(), name="start_entry"),
            path("enter/<slug:kind>/<slug:language>/", EnterView.as_view(), name="enter"),
            path("one/<slug:handle>/", ReviewView.as_view(), name="review"),
            path("one/<slug:handle>/end/", EndView.as_view(), name="end"),
            path("one/<slug:handle>/pictures/", PaperPicturesView.as_view(), name="pictures"),
            path("one/<slug:handle>/pictures/<uuid:uuid>/", PictureView.as_view(), name="picture"),
        ]


class AnswerTextViewSet(WordedViewSet):
    model = AnswerText
    add_label = _("Add a prepared answer")
    icon = "comment"
    menu_label = _("Prepared answers")
    menu_order = 710
    add_to_settings_menu = True
    list_display = ["answer", "reason", "language"]
    list_filter = ["answer", "reason", "language"]
    search_backend_name = None

    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("answer"), FieldPanel("reason"), FieldPanel("language")]),
            FieldPanel("text"),
        ]
    )


class DeniedNameViewSet(WordedViewSet):
    model = DeniedName
    add_label = _("Add a name")
    icon = "warning"
    menu_label = _("Names to be careful about")
    menu_order = 720
    add_to_settings_menu = True
    list_display = ["surname", "given_name", "note"]
    copy_view_enabled = False
    search_fields = ["surname", "given_name"]
    search_backend_name = None

    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("surname"), FieldPanel("given_name")]),
            FieldPanel("note"),
        ]
    )
