"""Tells Wagtail the address of a record's edit screen, for those who may go there.

Wagtail's own finder for snippets gives the address of every record to whoever may edit one of them.
"""

from wagtail.admin.admin_url_finder import ModelAdminURLFinder

from commemoration.core.accounts.selectors import sections_of
from photos.models.collections import Collection


class SectionURLFinder(ModelAdminURLFinder):
    """Lists ask it record by record, with records that come without their collections."""

    def get_edit_url(self, instance):
        if self.user and not self._may_edit(instance):
            return None
        return self.construct_edit_url(instance)

    def _may_edit(self, instance) -> bool:
        if not self.permission_policy.user_has_permission(self.user, "change"):
            return False
        key = instance.pk if isinstance(instance, Collection) else instance.collection_id
        return key in own_collection_ids(self.user)


def own_collection_ids(user) -> frozenset[int]:
    """The collections that this person looks after, asked once for each loaded user."""
    known = getattr(user, "_own_collection_ids", None)
    if known is None:
        own = Collection.objects.filter(section__in=sections_of(user))
        known = frozenset(own.values_list("pk", flat=True))
        user._own_collection_ids = known
    return known
