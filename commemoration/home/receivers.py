"""What the house does by itself: permissions follow migrations and section pages."""

from django.apps import apps
from django.db import connections
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver
from wagtail.models import GroupPagePermission

from commemoration.home.models import SectionPage
from commemoration.home.services import section_permissions
from commemoration.home.services.staff import set_up_staff
from photos.models import Photo


@receiver(post_migrate)
def set_up_staff_after_migrations(app_config, using, **kwargs):
    # Permissions of an app are made after its own migrations: wait for the last app.
    needed = (SectionPage, GroupPagePermission, Photo)
    if app_config is last_app_with_models() and tables_exist(using, *needed):
        set_up_staff()


@receiver(post_save, sender=SectionPage)
def give_section_page_to_its_editors(instance, created, **kwargs):
    if created:
        section_permissions.grant_on_section_page(instance)


def last_app_with_models():
    return [config for config in apps.get_app_configs() if config.models_module][-1]


def tables_exist(using, *models):
    """Not so when only some apps are migrated."""
    present = set(connections[using].introspection.table_names())
    return all(model._meta.db_table in present for model in models)
