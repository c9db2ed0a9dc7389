"""What the house does by itself: permissions follow the migrations."""

from django.apps import apps
from django.db import connections
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from wagtail.models import GroupPagePermission

from commemoration.core.accounts.models import User
from commemoration.core.accounts.services import set_up_groups


@receiver(post_migrate)
def set_up_staff(app_config, using, **kwargs):
    # Permissions of an app are made after its own migrations: wait for the last app.
    if app_config is last_app_with_models() and tables_exist(using, User, GroupPagePermission):
        set_up_groups()


def last_app_with_models():
    return [config for config in apps.get_app_configs() if config.models_module][-1]


def tables_exist(using, *models):
    """Not so when only some apps are migrated."""
    present = set(connections[using].introspection.table_names())
    return all(model._meta.db_table in present for model in models)
