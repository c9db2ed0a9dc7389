"""Tiles: made in the background, put in their place whole, and made anew after any interruption.

The row says how far they are. `waiting` is set by `photos.services.pictures` in the transaction
that publishes a picture, changes its file or its limit; `ready` is set here, in the transaction in
which the folder is put in its place, and only if the row still says what the tiles were made for.
"""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from commemoration.core.media.disk import is_disk_fault
from photos import picture_files
from photos.enums import TileFault, TileState
from photos.iiif import tile_files
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.querysets import ArchiveImageQuerySet
from photos.services.activities import record_change
from photos.services.pictures import remake_tiles
from photos.tasks import make_tiles

MOST_ATTEMPTS = 3
# Any number that no other advisory lock of two numbers has; the second is the picture's.
_MAKING = 751_945_051
# `width` and `height` since Django asks for them whenever it loads `file`.
_COLUMNS = ("uuid", "file", "width", "height", "public_limit", "tile_state", "tile_attempts")

logger = logging.getLogger(__name__)


class NoRoomForTilesError(OSError):
    """The disk is nearly full; the picture goes on waiting and no attempt is counted."""


@dataclass(frozen=True)
class Order:
    """What the tiles are made for; they are of no use once the row says something else."""

    pk: int
    uuid: UUID
    file: str
    limit: int | None

    @property
    def picture(self) -> Path:
        return Path(picture_files.working_storage().path(self.file))


def make_tiles_of(image_id: int) -> bool:
    """Make the tiles that a published picture waits for; whether they are in their place now.

    False as well if it waits for none, or if it changed meanwhile. Raises what went wrong; after
    the third time the picture counts as one whose tiles cannot be made.
    """
    from photos.iiif.pyramid import write_pyramid  # here, since it loads libvips

    with claim(image_id) as order:
        if order is None:
            return False
        with tile_files.workshop() as folder:
            made = folder / str(order.uuid)
            size = write_pyramid(order.picture, made, limit=order.limit)
            return finish(order, made, size)


def resume_tiles() -> int:
    """Hand waiting pictures whose task was lost to a new one, and tidy up; how many there were."""
    tile_files.remove_abandoned_workshops()
    tasks = DBTaskResult.objects.filter(
        task_path=make_tiles.module_path,
        status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING),
    )
    in_hand = {each["args"][0] for each in tasks.values_list("args_kwargs", flat=True)}
    waiting = ArchiveImage.objects.waiting_for_tiles().order_by("pk").values_list("pk", flat=True)
    lost = [pk for pk in waiting if pk not in in_hand]
    for pk in lost:
        make_tiles.enqueue(pk)
    return len(lost)


def ask_for_missing_tiles() -> list[int]:
    """Let every published picture without tiles wait for them, whatever failed before.

    The ids, the oldest picture first. Who makes them, is for the caller to say.
    """
    settled = (TileState.READY, TileState.NONE)  # NONE: shown without tiles
    missing = ArchiveImage.objects.published().exclude(tile_state__in=settled)
    missing.update(tile_state=TileState.WAITING, tile_fault="", tile_attempts=0)
    return list(
        ArchiveImage.objects.waiting_for_tiles().order_by("pk").values_list("pk", flat=True)
    )


def retry_tiles(pictures: ArchiveImageQuerySet) -> int:
    """Let these pictures, whose tiles failed, wait for them once more; how many there are."""
    uuids = list(pictures.values_list("uuid", flat=True))
    for uuid in uuids:
        remake_tiles(uuid)
    return len(uuids)


@contextmanager
def claim(image_id: int) -> Iterator[Order | None]:
    """The order to make the tiles that a picture waits for, to be carried out meanwhile.

    None if it waits for none, or if another worker is at it. What goes wrong is counted.
    """
    with _alone(image_id) as is_ours:
        order = _begin(image_id) if is_ours else None
        try:
            yield order
        except Exception as error:
            if order is not None:
                _give_up_if_hopeless(order, _fault_of(error, order))
            raise


@contextmanager
def _alone(image_id: int) -> Iterator[bool]:
    """Held by the connection, and so let go when the worker is killed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s::int, %s::int)", [_MAKING, image_id])
        is_ours = cursor.fetchone()[0]
    try:
        yield is_ours
    finally:
        if is_ours:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s::int, %s::int)", [_MAKING, image_id])


@transaction.atomic
def _begin(image_id: int) -> Order | None:
    image = _locked(image_id)
    if image is None or image.tile_state != TileState.WAITING:
        return None
    if image.tile_attempts >= MOST_ATTEMPTS:  # the worker was killed each time
        _settle(image, tile_state=TileState.FAILED, tile_fault=TileFault.KILLED)
        logger.error("The tiles of picture %s were given up", image.uuid)
        return None
    if shutil.disk_usage(settings.MEDIA_ROOT).free < settings.FREE_DISK_NEEDED:
        raise NoRoomForTilesError("The disk is nearly full: no tiles are made")
    _settle(image, tile_attempts=image.tile_attempts + 1)
    return Order(image.pk, image.uuid, image.file.name, image.public_limit)


@transaction.atomic
def finish(order: Order, made: Path, size: tuple[int, int]) -> bool:
    """Put the folder `made` in its place; False if the picture has changed meanwhile."""
    image = _locked(order.pk)
    if image is None or image.tile_state != TileState.WAITING:
        return False
    if (image.file.name, image.public_limit) != (order.file, order.limit):
        return False
    tile_files.install_tiles(order.uuid, made)
    _settle(
        image,
        tile_state=TileState.READY,
        tile_attempts=0,
        tiled_width=size[0],
        tiled_height=size[1],
    )
    shown = Q(image=order.pk) | Q(verso=order.pk)
    columns = ("slug", "live", "withdrawn_at")
    record_change(Photo.objects.published().filter(shown).order_by("pk").only(*columns))
    return True


@transaction.atomic
def _give_up_if_hopeless(order: Order, fault: TileFault) -> None:
    image = _locked(order.pk)
    if (
        image is not None
        and image.tile_state == TileState.WAITING
        and image.file.name == order.file
        and image.tile_attempts >= MOST_ATTEMPTS
    ):
        _settle(image, tile_state=TileState.FAILED, tile_fault=fault)
        logger.error("The tiles of picture %s could not be made", image.uuid)


def _fault_of(error: Exception, order: Order) -> TileFault:
    """What staff are told; the log has the error itself."""
    import pyvips  # loaded already by what has failed

    if not picture_files.working_storage().exists(order.file):
        return TileFault.LOST
    # Libvips tells a full disk in words alone.
    if is_disk_fault(error) or "No space left" in str(error):
        return TileFault.DISK
    return TileFault.DAMAGED if isinstance(error, pyvips.Error) else TileFault.OTHER


def _locked(image_id: int) -> ArchiveImage | None:
    rows = ArchiveImage.objects.select_for_update().only(*_COLUMNS)
    return rows.order_by("pk").filter(pk=image_id).first()


def _settle(image: ArchiveImage, **values) -> None:
    """Not by `save`, after which Wagtail would index the picture's texts anew."""
    ArchiveImage.objects.filter(pk=image.pk).update(**values)
