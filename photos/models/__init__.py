from photos.models.images import ArchiveImage, ArchiveRendition

__all__ = ["ArchiveImage", "ArchiveRendition"]
