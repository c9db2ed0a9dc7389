"""Gives the editors of a section its pages, in every language tree."""

from django.contrib.auth.models import Group
from django.db import transaction

from commemoration.core.accounts.groups import EDITORS_OF, PAGE_ACTIONS_OF_EDITORS
from commemoration.core.accounts.services.groups import grant_on_page
from commemoration.home.models import SectionPage


@transaction.atomic
def grant_section_permissions() -> None:
    """Let each section's editors work on its pages. Safe to run again; pages may come later."""
    for section, group_name in EDITORS_OF.items():
        group, _ = Group.objects.get_or_create(name=group_name)
        for page in SectionPage.objects.filter(section=section):
            grant_on_page(group=group, page=page, actions=PAGE_ACTIONS_OF_EDITORS)


def grant_on_section_page(page: SectionPage) -> None:
    """The same for one page that has just been made or translated."""
    if page.section in EDITORS_OF:
        group, _ = Group.objects.get_or_create(name=EDITORS_OF[page.section])
        grant_on_page(group=group, page=page, actions=PAGE_ACTIONS_OF_EDITORS)
