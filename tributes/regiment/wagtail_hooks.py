"""Registers the care of the Immortal Regiment in the admin."""

from wagtail.snippets.models import register_snippet

from tributes.regiment.viewsets import RegimentEntryViewSet

register_snippet(RegimentEntryViewSet)
