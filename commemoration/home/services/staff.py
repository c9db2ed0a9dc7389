"""Sets up what staff may do: the groups, their pages, and how work is approved."""

from django.db import transaction

from commemoration.core.accounts.services import set_up_groups
from commemoration.home.services.moderation import set_up_moderation
from commemoration.home.services.section_permissions import grant_section_permissions


@transaction.atomic
def set_up_staff() -> None:
    """Grant whatever is missing. Safe to run again; what managers have granted beyond it stays."""
    set_up_groups()
    grant_section_permissions()
    set_up_moderation()
