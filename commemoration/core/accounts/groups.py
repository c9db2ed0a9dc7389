"""The groups of staff, and what the apps say that each may do with their records.

An app calls `register_group_permissions` in its `AppConfig.ready`; `set_up_groups` writes it down.
"""

from collections import defaultdict

from commemoration.core.enums import Section

EMBASSY_EDITORS = "Embassy editors"
CENTRE_EDITORS = "Centre editors"
SITE_MANAGERS = "Site managers"

EDITORS_OF = {Section.EMBASSY: EMBASSY_EDITORS, Section.CENTRE: CENTRE_EDITORS}
SECTION_EDITORS = (EMBASSY_EDITORS, CENTRE_EDITORS)
STAFF_GROUPS = (*SECTION_EDITORS, SITE_MANAGERS)

PAGE_ACTIONS_OF_EDITORS = ("add", "change", "publish", "lock", "unlock")
PAGE_ACTIONS_OF_MANAGERS = (*PAGE_ACTIONS_OF_EDITORS, "bulk_delete")
FILE_MODELS = (("wagtailimages", "image"), ("wagtaildocs", "document"))

_permissions_of_group: dict[str, set[str]] = defaultdict(set)


def register_group_permissions(groups: tuple[str, ...], permissions: tuple[str, ...]) -> None:
    """Have each of these groups hold these permissions (`app_label.codename`); makes new groups."""
    for group in groups:
        _permissions_of_group[group].update(permissions)


def registered_group_permissions() -> dict[str, frozenset[str]]:
    """What the apps have asked for, by the name of the group."""
    return {group: frozenset(names) for group, names in _permissions_of_group.items()}


register_group_permissions(
    SECTION_EDITORS, ("wagtailadmin.access_admin", "wagtail_localize.submit_translation")
)
