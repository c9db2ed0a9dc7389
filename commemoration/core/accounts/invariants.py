"""What must be true of the groups of staff: each exists and holds what the apps say it may do."""

from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission

from commemoration.core.invariants.registry import register_invariant

from .groups import EDITORS_OF, SITE_MANAGERS, STAFF_GROUPS, registered_group_permissions
from .selectors import collection_of_section
from .services.groups import file_permissions, named_permissions, permissions_of_managers


def register_account_invariants() -> None:
    register_invariant("accounts.group_exists", missing_groups)
    register_invariant("accounts.group_holds_its_permissions", missing_permissions)
    register_invariant("accounts.section_has_its_folder", missing_folder_permissions)


def missing_groups() -> Iterator[str]:
    wanted = {*STAFF_GROUPS, *registered_group_permissions()}
    for name in sorted(wanted - set(Group.objects.values_list("name", flat=True))):
        yield f"there is no group “{name}”"


def missing_permissions() -> Iterator[str]:
    for name, permissions in sorted(registered_group_permissions().items()):
        known = named_permissions(permissions)
        for unknown in sorted(permissions - _names(known)):
            yield f"“{name}” should hold {unknown}, which does not exist"
        yield from _not_held(name, known)
    yield from _not_held(SITE_MANAGERS, permissions_of_managers())


def _not_held(name: str, permissions: QuerySet) -> Iterator[str]:
    group = Group.objects.filter(name=name).first()
    if group is not None:
        for lacking in sorted(_names(permissions) - _names(group.permissions)):
            yield f"“{name}” does not hold {lacking}"


def missing_folder_permissions() -> Iterator[str]:
    """Each section's editors work in a folder of their own."""
    for section, name in EDITORS_OF.items():
        folder = collection_of_section(section)
        if folder is None:
            yield f"“{name}” have no folder for their files"
            continue
        yield from _not_held_in(folder, name)


def _not_held_in(folder: Collection, name: str) -> Iterator[str]:
    held = GroupCollectionPermission.objects.filter(group__name=name, collection=folder)
    for lacking in file_permissions().exclude(pk__in=held.values("permission")):
        yield f"“{name}” do not hold {lacking.codename} in the folder “{folder.name}”"


def _names(permissions) -> set[str]:
    pairs = permissions.values_list("content_type__app_label", "codename")
    return {f"{label}.{codename}" for label, codename in pairs}
