"""Pictures: how a file becomes one, and when its derivatives may be fetched by the public."""

import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection

from commemoration.core.ingest.limits import STAFF, Limits
from commemoration.core.ingest.services import ingest_picture
from commemoration.core.media.storage import after_commit
from commemoration.core.media.work_folders import Work, work_folder
from photos import picture_files
from photos.enums import TileState
from photos.iiif import tile_files
from photos.iiif.geometry import reduced_size
from photos.models.images import NO_TILES, SETTLED, ArchiveImage
from photos.picture_files import PendingPicture
from photos.selectors.usage import PublishedUse, published_uses
from photos.tasks import make_tiles

logger = logging.getLogger(__name__)


def read_picture(
    file: File | Path, original_name: str, *, limits: Limits = STAFF
) -> PendingPicture:
    """Ingest a file that is not stored yet. Raises `PictureRefused` or `OSError`.

    The files live in a passing folder that goes when the result does.
    """
    keeper = work_folder(Work.PICTURE)
    path = _local_copy(file, Path(keeper.name) / "master")
    work_dir = Path(keeper.name) / "work"
    work_dir.mkdir()
    picture = ingest_picture(path, work_dir=work_dir, limits=limits)
    return PendingPicture(picture, path, original_name, keeper)


def store_picture(
    *,
    file: File | Path,
    original_name: str,
    uploaded_by=None,
    uuid: UUID | None = None,
    collection: Collection | None = None,
    title: str = "",
    limits: Limits = STAFF,
    pending: PendingPicture | None = None,
) -> ArchiveImage:
    """Ingest a file and keep it as a new, unpublished picture.

    `pending` is the same file if `read_picture` has read it already. `uuid` keeps a public
    identifier that the picture had elsewhere. Files written here vanish if
    the surrounding transaction is rolled back. Raises `PictureRefused` or `OSError`.
    """
    image = ArchiveImage(
        title=(title or Path(original_name).stem)[:255], uploaded_by_user=uploaded_by
    )
    if uuid is not None:
        image.uuid = uuid
    if collection is not None:
        image.collection = collection
    image.pending = pending or read_picture(file, original_name, limits=limits)
    image.save()
    return image


def replace_picture(
    *, image: ArchiveImage, file: File | Path, original_name: str, limits: Limits = STAFF
) -> None:
    """Put another file in the place of this picture's; its identity and its texts stay."""
    image.pending = read_picture(file, original_name, limits=limits)
    save_replaced(image)


@transaction.atomic
def save_replaced(image: ArchiveImage) -> None:
    """Save a picture with a pending file, and remove the old files once that is certain."""
    old = ArchiveImage.objects.select_for_update().get(pk=image.pk)
    for name in SETTLED:
        setattr(image, name, getattr(old, name))
    image.save()
    if image.published_at is not None and old.tile_state != TileState.NONE:
        _ask_for_tiles(image)
    for rendition in image.renditions.all():
        rendition.delete()
    after_commit(
        picture_files.remove_private_files, old.file.name, old.master.name, old.derivatives
    )
    after_commit(settle_public_files, image.uuid, rewrite=True)


@transaction.atomic
def publish_pictures(images: Iterable[ArchiveImage], *, with_tiles: bool = True) -> None:
    """The public may fetch these pictures once the transaction commits, and zoom in soon after
    unless they are shown without tiles.

    How large they are then is decided by the published photographs that show them; a picture that
    none shows counts as not cleared. Called again, it follows a change of rights or warnings.
    """
    given = {image.pk: image for image in images}
    rows = lock_pictures(given)
    uses = published_uses(given)
    for row in rows:
        _publish(row, uses.get(row.pk, PublishedUse()), with_tiles=with_tiles)
        _copy_settled(row, given[row.pk])


@transaction.atomic
def withdraw_pictures(images: Iterable[ArchiveImage]) -> None:
    """The public may no longer fetch anything of these pictures."""
    given = {image.pk: image for image in images}
    for row in lock_pictures(given):
        if row.published_at is not None:
            _settle(row, published_at=None, public_limit=None, is_covered=False, **NO_TILES)
        _copy_settled(row, given[row.pk])
        after_commit(settle_public_files, row.uuid)


@transaction.atomic
def remake_tiles(uuid: UUID) -> None:
    """Have the tiles of a published picture made anew; until then it has none."""
    for row in ArchiveImage.objects.published().select_for_update().filter(uuid=uuid):
        _ask_for_tiles(row)
        after_commit(settle_public_files, uuid)


def lock_pictures(ids: Iterable[int]) -> list[ArchiveImage]:
    """The rows as they are now, closed to others until the transaction ends.

    Always in one order, so that no two transactions wait for each other.
    """
    return list(ArchiveImage.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


@transaction.atomic
def settle_public_files(uuid: UUID, *, rewrite: bool = False) -> None:
    """Make the public folders of a picture agree with its row, whatever state either is in."""
    image = ArchiveImage.objects.select_for_update().filter(uuid=uuid).first()
    if image is None or image.tile_state != TileState.READY:
        tile_files.remove_tiles(uuid)
    if image is None or image.published_at is None:
        picture_files.remove_public_files(uuid)
    else:
        picture_files.publish_files(uuid, image.file.name, image.public_files, rewrite=rewrite)


def _publish(row: ArchiveImage, use: PublishedUse, *, with_tiles: bool) -> None:
    size, limit = (row.width, row.height), use.limit
    is_new = row.published_at is None
    # What was published without tiles stays so, whoever looks after it later.
    with_tiles = with_tiles and (is_new or row.tile_state != TileState.NONE)
    if is_new or row.public_limit != limit:
        keeps_tiles = not is_new and (
            reduced_size(*size, row.public_limit) == reduced_size(*size, limit)
        )
        now = timezone.now()
        _settle(
            row,
            published_at=row.published_at or now,
            first_published_at=row.first_published_at or now,
            public_limit=limit,
        )
        if with_tiles and not keeps_tiles:
            _ask_for_tiles(row)
    if row.is_covered != use.is_covered:
        _settle(row, is_covered=use.is_covered)
    # A copy that fails is logged and made good by `heal_pictures`: the record stands.
    after_commit(settle_public_files, row.uuid)


def _ask_for_tiles(row: ArchiveImage) -> None:
    _settle(row, **{**NO_TILES, "tile_state": TileState.WAITING})
    make_tiles.enqueue(row.pk)


def _settle(row: ArchiveImage, **values) -> None:
    """Not by `save`, after which Wagtail would index the picture's texts anew."""
    for name, value in values.items():
        setattr(row, name, value)
    ArchiveImage.objects.filter(pk=row.pk).update(**values)


def _copy_settled(row: ArchiveImage, image: ArchiveImage) -> None:
    for name in SETTLED:
        setattr(image, name, getattr(row, name))


def _local_copy(file: File | Path, path: Path) -> Path:
    if isinstance(file, Path):
        shutil.copyfile(file, path)
        return path
    file.seek(0)
    with path.open("wb") as copy:
        shutil.copyfileobj(file, copy, 1024 * 1024)
    return path
