"""What the image service says of a picture, and which pictures it cannot serve."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q

from commemoration.core.accounts.selectors import sections_of
from photos.enums import TileState
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.querysets import ArchiveImageQuerySet
from photos.rights_limits import longest_side


@dataclass(frozen=True)
class ImageService:
    """`tile_state` is a `TileState`; width and height, in pixels, are None unless it is ready."""

    tile_state: str
    tiled_width: int | None
    tiled_height: int | None
    published_at: datetime | None
    first_published_at: datetime | None
    statements: list[str]

    @property
    def is_withdrawn(self) -> bool:
        """Has the public seen it once, and may no longer?"""
        return self.published_at is None and self.first_published_at is not None

    @property
    def rights(self) -> str:
        """The strictest statement of the photographs that show it; empty if none says anything."""
        in_order = sorted(filter(None, self.statements), key=_by_strictness)
        return in_order[0] if in_order else ""


def image_service(uuid: UUID) -> ImageService | None:
    """The service of the picture, public or not; None if there is no such picture. One query."""
    users = Photo.objects.published().filter(Q(image=OuterRef("pk")) | Q(verso=OuterRef("pk")))
    images = ArchiveImage.objects.filter(uuid=uuid)
    columns = list(ImageService.__dataclass_fields__)
    found = images.annotate(statements=ArraySubquery(users.order_by().values("rights")))
    row = found.values_list(*columns).first()
    return ImageService(*row) if row else None


def failed_pictures(user: Any) -> ArchiveImageQuerySet:
    """Those that photographs of one's own sections show. One query, and two for their records."""
    sections = sections_of(user)
    shown = Q(photos__collection__section__in=sections) | Q(
        photos_as_verso__collection__section__in=sections
    )
    own = Photo.objects.filter(collection__section__in=sections).visible_order()
    pictures = ArchiveImage.objects.filter(shown, tile_state=TileState.FAILED).distinct()
    return pictures.prefetch_related(
        Prefetch("photos", queryset=own), Prefetch("photos_as_verso", queryset=own)
    ).order_by("pk")


def _by_strictness(statement: str) -> tuple[bool, str]:
    return longest_side(statement) is None, statement
