"""The lists that the photo archive takes in."""

from .photographs import PhotoImporter

__all__ = ["PhotoImporter"]
