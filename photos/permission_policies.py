"""Tells Wagtail's screens what `photos.permissions` decides, record by record."""

from wagtail.permission_policies.base import ModelPermissionPolicy

from commemoration.core.accounts.selectors import sections_of
from photos import permissions

SECTION_OF = {"photo": "collection__section", "collection": "section"}


class SectionPermissionPolicy(ModelPermissionPolicy):
    """Whoever has a permission has it for the records of their own sections only."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) and bool(sections_of(user))

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        if action == "delete" and self.model._meta.model_name == "photo":
            return permissions.may_delete_photo(user, instance)
        owner = instance if hasattr(instance, "section") else instance.collection
        return self.user_has_permission(user, action) and permissions.may_look_after(
            user, owner.section
        )

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return any(
            self.user_has_permission_for_instance(user, action, instance) for action in actions
        )

    def instances_user_has_any_permission_for(self, user, actions):
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        section = SECTION_OF[self.model._meta.model_name]
        return self.model._default_manager.filter(**{f"{section}__in": sections_of(user)})
