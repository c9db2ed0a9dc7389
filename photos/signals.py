"""What must follow when a picture is deleted, by whatever screen or command."""

from django.db.models.signals import post_delete

from commemoration.core.media.storage import after_commit
from photos import picture_files
from photos.iiif import tile_files


def connect() -> None:
    from photos.models.images import ArchiveImage

    post_delete.connect(remove_files, sender=ArchiveImage, dispatch_uid="remove_picture_files")


def remove_files(instance, **kwargs) -> None:
    """Take away the files of a deleted picture once its deletion is certain."""
    after_commit(picture_files.remove_public_files, instance.uuid)
    after_commit(tile_files.remove_tiles, instance.uuid)
    after_commit(
        picture_files.remove_private_files,
        instance.file.name,
        instance.master.name,
        instance.derivatives,
    )
