"""Who may look at a bulk edit, confirm it and put the former values back."""

from django.db.models import Q, QuerySet

from commemoration.core.accounts.selectors import is_site_manager, sections_of


def visible_bulk_edits(user, batches: QuerySet) -> QuerySet:
    """One's own, and those that touch only what one's own sections look after.

    A colleague must be able to help while the one who made the mistake is away.
    """
    if not user.has_perm("photos.change_photo"):
        return batches.none()
    if is_site_manager(user):
        return batches
    own = sorted(section.value for section in sections_of(user))
    return batches.filter(Q(created_by=user) | Q(options__sections__contained_by=own))
