"""Pictures: how a file becomes one, and when its derivatives may be fetched by the public."""

import logging
import shutil
import tempfile
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
from photos import picture_files
from photos.models.images import ArchiveImage
from photos.picture_files import PendingPicture

logger = logging.getLogger(__name__)


def read_picture(
    file: File | Path, original_name: str, *, limits: Limits = STAFF
) -> PendingPicture:
    """Ingest a file that is not stored yet. Raises `PictureRefused` or `OSError`.

    The files live in a passing folder that goes when the result does.
    """
    keeper = tempfile.TemporaryDirectory(prefix="picture-")
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
) -> ArchiveImage:
    """Ingest a file and keep it as a new, unpublished picture.

    `uuid` keeps a public identifier that the picture had elsewhere. Files written here vanish if
    the surrounding transaction is rolled back. Raises `PictureRefused` or `OSError`.
    """
    image = ArchiveImage(
        title=(title or Path(original_name).stem)[:255], uploaded_by_user=uploaded_by
    )
    if uuid is not None:
        image.uuid = uuid
    if collection is not None:
        image.collection = collection
    image.pending = read_picture(file, original_name, limits=limits)
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
    image.save()
    for rendition in image.renditions.all():
        rendition.delete()
    after_commit(
        picture_files.remove_private_files, old.file.name, old.master.name, old.derivatives
    )
    after_commit(settle_public_files, image.uuid, rewrite=True)


@transaction.atomic
def publish_pictures(images: Iterable[ArchiveImage]) -> None:
    """The public may fetch the derivatives of these pictures once the transaction commits."""
    _set_published(images, timezone.now())


@transaction.atomic
def withdraw_pictures(images: Iterable[ArchiveImage]) -> None:
    """The public may no longer fetch the derivatives of these pictures."""
    _set_published(images, None)


def _set_published(images: Iterable[ArchiveImage], moment) -> None:
    images = [image for image in images if image is not None]
    ArchiveImage.objects.filter(
        pk__in=[image.pk for image in images], published_at__isnull=moment is not None
    ).update(published_at=moment)
    for image in images:
        if moment is None or image.published_at is None:
            image.published_at = moment
        # A copy that fails is logged and made good by `heal_pictures`: the record stands.
        after_commit(settle_public_files, image.uuid)


@transaction.atomic
def settle_public_files(uuid: UUID, *, rewrite: bool = False) -> None:
    """Make the public folder of a picture agree with its row, whatever state either is in."""
    image = ArchiveImage.objects.select_for_update().filter(uuid=uuid).first()
    if image is None or image.published_at is None:
        picture_files.remove_public_files(uuid)
    else:
        picture_files.publish_files(uuid, image.file.name, image.derivatives, rewrite=rewrite)


def _local_copy(file: File | Path, path: Path) -> Path:
    if isinstance(file, Path):
        shutil.copyfile(file, path)
        return path
    file.seek(0)
    with path.open("wb") as copy:
        shutil.copyfileobj(file, copy, 1024 * 1024)
    return path
