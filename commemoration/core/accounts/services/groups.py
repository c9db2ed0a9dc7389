"""Writes down what each group of staff may do. Safe to run again: nothing is granted twice, and
what a manager has granted beyond it stays."""

from functools import reduce
from operator import or_

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import get_resolver
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from commemoration.core.accounts.groups import (
    EDITORS_OF,
    FILE_MODELS,
    PAGE_ACTIONS_OF_MANAGERS,
    SITE_MANAGERS,
    STAFF_GROUPS,
    registered_group_permissions,
)
from commemoration.core.accounts.models import User
from commemoration.core.accounts.selectors import collection_of_section
from commemoration.core.enums import Section

# Groups decide what others may do: changing them stays with whoever looks after the code.
KEPT_FROM_MANAGERS = Q(content_type__app_label="auth", content_type__model="group")


@transaction.atomic
def set_up_groups() -> None:
    """Make the groups of staff and give them their permissions, apart from those on pages."""
    for name in STAFF_GROUPS:
        Group.objects.get_or_create(name=name)
    for name, permissions in registered_group_permissions().items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*named_permissions(permissions))
    set_up_section_collections()
    grant_everything_to_managers()


def named_permissions(names: frozenset[str]) -> QuerySet[Permission]:
    """The rows of these `app_label.codename`; those that do not exist (yet) are left out."""
    wanted = (
        Q(content_type__app_label=label, codename=codename)
        for label, codename in (name.split(".") for name in names)
    )
    return Permission.objects.filter(reduce(or_, wanted, Q(pk__in=[])))


def set_up_section_collections() -> None:
    """A folder for each section's pictures and documents, in which only its editors work."""
    root = Collection.get_first_root_node()
    if root is None:
        return
    for section, group_name in EDITORS_OF.items():
        collection = collection_of_section(section) or make_collection(section, root)
        group = Group.objects.get(name=group_name)
        grant_on_collection(group=group, collection=collection, permissions=file_permissions())


def make_collection(section: Section, root: Collection) -> Collection:
    # The root is read again: adding a child needs its current number of children.
    root.refresh_from_db()
    return root.add_child(name=Section(section).name.capitalize())


def file_permissions() -> QuerySet[Permission]:
    # Wagtail reads “change” as leave to delete as well.
    return named_permissions(
        frozenset(
            f"{app}.{action}_{model}"
            for app, model in FILE_MODELS
            for action in ("add", "change", "choose")
        )
    )


def grant_on_collection(
    *, group: Group, collection: Collection, permissions: QuerySet[Permission]
) -> None:
    held = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    missing = permissions.exclude(pk__in=held.values("permission"))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in missing
    )


def grant_on_page(*, group: Group, page: Page, actions: tuple[str, ...]) -> None:
    """Let a group do these things (`change`, `publish`, …) to a page and everything below it."""
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename__in=[f"{action}_page" for action in actions],
    )
    held = GroupPagePermission.objects.filter(group=group, page=page)
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=permission)
        for permission in wanted.exclude(pk__in=held.values("permission"))
    )


def grant_everything_to_managers() -> None:
    """What the admin can grant at all, on every page and folder, but for the groups themselves."""
    group = Group.objects.get(name=SITE_MANAGERS)
    group.permissions.add(*permissions_of_managers())
    root_page, root_collection = Page.get_first_root_node(), Collection.get_first_root_node()
    if root_page:
        grant_on_page(group=group, page=root_page, actions=PAGE_ACTIONS_OF_MANAGERS)
    if root_collection:
        folders = Permission.objects.filter(
            content_type__app_label="wagtailcore", content_type__model="collection"
        )
        folders = folders.exclude(codename__startswith="view_")
        permissions = file_permissions() | folders
        grant_on_collection(group=group, collection=root_collection, permissions=permissions)


def permissions_of_managers() -> QuerySet[Permission]:
    # Wagtail's view sets name their permissions only when the addresses of the admin are read.
    get_resolver().url_patterns  # noqa: B018
    registered = Permission.objects.none()
    for register in hooks.get_hooks("register_permissions"):
        registered = registered | register()
    people = Permission.objects.filter(
        content_type__app_label=User._meta.app_label,
        content_type__model=User._meta.model_name,
    )
    records = named_permissions(frozenset().union(*registered_group_permissions().values()))
    granted = (registered | people | records).distinct().values("pk")
    return Permission.objects.filter(pk__in=granted).exclude(KEPT_FROM_MANAGERS)
