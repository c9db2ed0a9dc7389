"""Registers what the history of a record calls its publication, and what is never deleted."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from commemoration.core.publication.viewsets import keep_what_was_public

hooks.register("before_delete_snippet", keep_what_was_public)


@hooks.register("register_log_actions")
def register_record_log_actions(actions):
    actions.register_action("records.publish", _("Publish"), _("Published"))
    actions.register_action("records.withdraw", _("Withdraw"), _("Withdrawn"))
