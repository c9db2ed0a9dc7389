"""Which pictures and collections are still needed, by a record or by one of its versions."""

from collections import defaultdict
from collections.abc import Collection as AnyCollection
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Revision

from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.rights_limits import strictest_limit


@dataclass
class PublishedUse:
    """What the published photographs that show a picture say of it."""

    statements: set[str] = field(default_factory=set)
    is_covered: bool = False

    @property
    def limit(self) -> int | None:
        """The longest side in pixels that the public may fetch; None for any."""
        return strictest_limit(self.statements)


def versions_with_picture(image: ArchiveImage) -> QuerySet[Revision]:
    """The versions of photographs, published or not, that show this picture."""
    return _versions().filter(Q(content__image=image.pk) | Q(content__verso=image.pk))


def versions_in_collection(collection: Collection) -> QuerySet[Revision]:
    """The versions of photographs, published or not, that belong to this collection."""
    return _versions().filter(content__collection=collection.pk)


def is_picture_used(image: ArchiveImage) -> bool:
    """Does a record or one of its versions show this picture?"""
    records = Photo.objects.filter(Q(image=image) | Q(verso=image))
    return records.exists() or versions_with_picture(image).exists()


def published_uses(picture_ids: AnyCollection[int] | None = None) -> dict[int, PublishedUse]:
    """How published photographs use these pictures, by picture. One query.

    Without `picture_ids`: of all pictures. One that no published photograph shows is left out.
    """
    found = defaultdict(PublishedUse)
    users = Photo.objects.published().order_by()
    if picture_ids is not None:
        users = users.filter(Q(image__in=picture_ids) | Q(verso__in=picture_ids))
    columns = ("image", "verso", "rights", "content_warning")
    for image, verso, rights, warning in users.values_list(*columns):
        for picture in {image, verso} - {None}:
            found[picture].statements.add(rights)
            found[picture].is_covered |= bool(warning)
    return dict(found)


def _versions() -> QuerySet[Revision]:
    return Revision.objects.filter(content_type=ContentType.objects.get_for_model(Photo))
