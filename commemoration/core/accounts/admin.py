"""What the Wagtail admin shows of accounts; `core.wagtail_hooks` registers it."""

from django.core.exceptions import PermissionDenied
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from .models import User
from .permissions import may_handle_account, may_reset_second_factor

LOG_ACTIONS = [
    (
        "commemoration.second_factor.set_up",
        _("Set up a phone"),
        _("Set up a phone as second factor"),
    ),
    (
        "commemoration.second_factor.recovery_codes",
        _("Print recovery codes"),
        _("Made new recovery codes"),
    ),
    (
        "commemoration.second_factor.recovery_code_used",
        _("Use a recovery code"),
        _("Signed in with a recovery code"),
    ),
    (
        "commemoration.second_factor.reset",
        _("Take away the second factor"),
        _("Took away the phone and the recovery codes"),
    ),
]


def add_log_actions(actions):
    for action in LOG_ACTIONS:
        actions.register_action(*action)


def account_menu_item(request):
    return {
        "url": reverse("second_factor"),
        "label": _("Second factor"),
        "help_text": _("Replace your phone, or print new recovery codes."),
    }


def listing_buttons(user, request_user):
    """In the list of users: take away the phone of somebody who has lost it."""
    if may_reset_second_factor(request_user, user):
        yield Button(
            _("Take away the second factor"),
            reverse("second_factor_reset", args=[user.pk]),
            icon_name="lock-open",
            priority=50,
        )


def keep_from_higher_account(request, user):
    """Editing and deleting: a manager's password form would else open a superuser's account."""
    if not may_handle_account(request.user, user):
        raise PermissionDenied


def keep_bulk_action_from_higher_accounts(request, action_type, objects, action_class_instance):
    for user in objects:
        if isinstance(user, User):
            keep_from_higher_account(request, user)


def stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/accounts.css"))
