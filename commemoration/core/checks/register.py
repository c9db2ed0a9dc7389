"""Hands the house rules to Django; called once, when core is ready."""

from django.core.checks import Tags, register

from .apps import check_app_labels, check_no_django_admin, check_view_sets
from .templates import check_templates


def register_checks() -> None:
    register(check_app_labels, "house")
    register(check_no_django_admin, "house", Tags.security)
    register(check_view_sets, "house", Tags.models)
    register(check_templates, "house", Tags.templates)
