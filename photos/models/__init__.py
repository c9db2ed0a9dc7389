from photos.models.activities import PhotoActivity
from photos.models.collections import Collection, CollectionText
from photos.models.error_reports import ErrorReport
from photos.models.images import ArchiveImage, ArchiveRendition
from photos.models.pages import CollectionPage, PhotoArchivePage
from photos.models.people import PersonShown
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.models.words import PhotoWords

__all__ = [
    "ArchiveImage",
    "ArchiveRendition",
    "Collection",
    "CollectionPage",
    "CollectionText",
    "ErrorReport",
    "PersonShown",
    "Photo",
    "PhotoActivity",
    "PhotoArchivePage",
    "PhotoText",
    "PhotoWords",
]
