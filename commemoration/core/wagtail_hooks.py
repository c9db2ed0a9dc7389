"""Registers what core gives to the admin, subject by subject."""

from commemoration.core.imports import wagtail_hooks as imports_hooks

__all__ = ["imports_hooks"]
