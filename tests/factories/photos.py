"""Photographs and collections to test with; the pictures are real, small, and go through ingest."""

import functools
import io

import factory
from PIL import Image

from commemoration.core.enums import Section
from photos.enums import CollectionLevel, RightsStatement
from photos.models import (
    ArchiveImage,
    Collection,
    CollectionPage,
    CollectionText,
    Photo,
    PhotoArchivePage,
)
from photos.picture_files import PendingPicture
from photos.services.pictures import read_picture
from photos.services.records import create_photo, publish_photo
from tests.factories.pages import add_page


def jpeg_file(width: int = 48, height: int = 32) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("L", (width, height), 128).save(file, "JPEG")
    file.seek(0)
    return file


@functools.cache
def ingested(width: int, height: int) -> PendingPicture:
    """A small picture that has gone through ingest once for all tests of this process."""
    return read_picture(jpeg_file(width, height), "picture.jpg")


class ArchiveImageFactory(factory.django.DjangoModelFactory):
    """A stored, unpublished picture with all its files."""

    class Meta:
        model = ArchiveImage

    title = factory.Sequence(lambda number: f"Picture {number}")

    @classmethod
    def _create(cls, model_class, *args, width=48, height=32, **kwargs):
        image = ArchiveImage(**kwargs)
        image.pending = ingested(width, height)
        image.save()
        return image


class CollectionFactory(factory.django.DjangoModelFactory):
    """A collection with an English title, unless `texts` says otherwise."""

    class Meta:
        model = Collection
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"collection-{number}")
    identifier = factory.Sequence(lambda number: f"F-{number}")
    level = CollectionLevel.FONDS
    section = Section.EMBASSY

    @factory.post_generation
    def texts(self, create, extracted, **kwargs):
        texts = {"en": {"title": "Specimens"}} if extracted is None else extracted
        for language, values in texts.items():
            CollectionText.objects.create(collection=self, language=language, **values)


class PhotoFactory(factory.django.DjangoModelFactory):
    """A draft made by the service; `published=True` publishes it the same way as staff do."""

    class Meta:
        model = Photo

    accession = factory.Sequence(lambda number: f"SP-{number:04d}")
    image = factory.SubFactory(ArchiveImageFactory)
    collection = factory.SubFactory(CollectionFactory)
    rights = RightsStatement.NONE_KNOWN
    texts = factory.LazyFunction(lambda: {"en": {"title": "Grave markers before birches"}})
    published = False

    @classmethod
    def _create(cls, model_class, *args, published=False, **kwargs):
        photo = create_photo(**kwargs)
        return publish_photo(photo) if published else photo


def archive_page(parent, title: str = "Photo archive", slug: str = "photo-archive"):
    """The published entrance of the archive below `parent`."""
    return add_page(parent, PhotoArchivePage(title=title, slug=slug))


def collection_page(parent, collection, title: str = "Specimens", **attributes):
    """The published page of a collection below the entrance `parent`."""
    page = CollectionPage(title=title, slug=collection.slug, collection=collection)
    return add_page(parent, page, **attributes)
