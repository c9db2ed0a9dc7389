"""Registers the care of veterans in the admin."""

from wagtail.snippets.models import register_snippet

from tributes.veterans.viewsets import VeteransViewSetGroup

register_snippet(VeteransViewSetGroup)
