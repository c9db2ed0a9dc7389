"""Registers the care of burial sites in the admin."""

from wagtail.snippets.models import register_snippet

from tributes.graves.viewsets import GravesViewSetGroup

register_snippet(GravesViewSetGroup)
