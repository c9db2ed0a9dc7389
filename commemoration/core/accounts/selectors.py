"""Who belongs to which part of the house."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from wagtail.models import Collection

from commemoration.core.enums import Section

from .groups import EDITORS_OF, SITE_MANAGERS, STAFF_GROUPS
from .models import User


def names_of_groups(user: User | AnonymousUser) -> frozenset[str]:
    """The groups of this person, asked once for each loaded user."""
    if not user.is_authenticated:
        return frozenset()
    known = getattr(user, "_names_of_groups", None)
    if known is None:
        known = frozenset(user.groups.values_list("name", flat=True))
        user._names_of_groups = known
    return known


def is_site_manager(user: User | AnonymousUser) -> bool:
    """Does this person look after the whole site?"""
    if not user.is_active:
        return False
    return user.is_superuser or SITE_MANAGERS in names_of_groups(user)


def staff_accounts() -> list[User]:
    """All active accounts of staff, with their languages; what is asked of their groups then costs
    nothing more. Two queries."""
    users = User.objects.filter(is_active=True).order_by("pk").distinct()
    users = users.filter(Q(is_superuser=True) | Q(groups__name__in=STAFF_GROUPS))
    found = list(users.select_related("wagtail_userprofile").prefetch_related("groups"))
    for user in found:
        user._names_of_groups = frozenset(group.name for group in user.groups.all())
    return found


def sections_of(user: User | AnonymousUser) -> frozenset[Section]:
    """The sections whose pages and records this person works on."""
    if not user.is_active:
        return frozenset()
    if is_site_manager(user):
        return frozenset(Section)
    names = names_of_groups(user)
    return frozenset(section for section, group in EDITORS_OF.items() if group in names)


def collection_of_section(section: Section) -> Collection | None:
    """The folder of a section's files, found by its editors: staff may rename it."""
    return (
        Collection.objects.filter(group_permissions__group__name=EDITORS_OF[section])
        .exclude(depth=1)
        .order_by("path")
        .first()
    )
