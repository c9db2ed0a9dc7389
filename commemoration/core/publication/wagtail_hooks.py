"""Registers what the history of a record calls its publication."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_record_log_actions(actions):
    actions.register_action("records.publish", _("Publish"), _("Published"))
    actions.register_action("records.withdraw", _("Withdraw"), _("Withdrawn"))
