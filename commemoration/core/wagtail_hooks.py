"""Registers what core gives to the admin, subject by subject."""

from commemoration.core.accounts import wagtail_hooks as accounts_hooks
from commemoration.core.blocks import wagtail_hooks as blocks_hooks
from commemoration.core.consent import wagtail_hooks as consent_hooks
from commemoration.core.imports import wagtail_hooks as imports_hooks
from commemoration.core.outbox import wagtail_hooks as outbox_hooks
from commemoration.core.publication import wagtail_hooks as publication_hooks
from commemoration.core.site_settings import wagtail_hooks as site_settings_hooks

__all__ = [
    "accounts_hooks",
    "blocks_hooks",
    "consent_hooks",
    "imports_hooks",
    "outbox_hooks",
    "publication_hooks",
    "site_settings_hooks",
]
