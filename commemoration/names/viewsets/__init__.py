"""The screens on which staff look after the index of names."""

from commemoration.names.viewsets.forms import NameFormsViewSet
from commemoration.names.viewsets.links import PersonLinksViewSet

__all__ = ["NameFormsViewSet", "PersonLinksViewSet"]
