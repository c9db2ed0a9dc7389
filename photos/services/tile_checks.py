"""Compares tiles and limits with the database; `picture_checks` heals what is found here."""

from collections.abc import Iterator
from uuid import UUID

from photos.enums import TileState
from photos.iiif import geometry, tile_files
from photos.models.images import ArchiveImage
from photos.selectors.usage import published_uses


def lost_tiles() -> Iterator[UUID]:
    """Pictures whose row says that they have tiles, and which have none."""
    for image in _with_tiles():
        if not (tile_files.tiles_of(image.uuid) / geometry.FULL).exists():
            yield image.uuid


def unwanted_tiles() -> Iterator[str]:
    """Folders beside those of the pictures with tiles, by name."""
    wanted = {str(image.uuid) for image in _with_tiles()}
    yield from (name for name in tile_files.tile_folders() if name not in wanted)


def incomplete_tiles() -> Iterator[tuple[UUID, str]]:
    """Single files that are missing, empty or too many. Reads every folder, which takes long."""
    for image in _with_tiles():
        folder = tile_files.tiles_of(image.uuid)
        wanted = geometry.addresses(image.tiled_width, image.tiled_height)
        found = {
            str(path.relative_to(folder))
            for path in folder.rglob("*")
            if path.is_file() and path.stat().st_size
        }
        yield from ((image.uuid, name) for name in sorted(wanted ^ found))


def wrong_terms() -> Iterator[ArchiveImage]:
    """Published pictures whose limit or cover is not what their photographs say.

    One that no published photograph shows is named by `photos.published_picture_is_used`.
    """
    uses = published_uses()
    columns = ("uuid", "public_limit", "is_covered")
    for image in ArchiveImage.objects.published().only(*columns).order_by("pk").iterator():
        use = uses.get(image.pk)
        if use and (image.public_limit, image.is_covered) != (use.limit, use.is_covered):
            yield image


def _with_tiles() -> Iterator[ArchiveImage]:
    columns = ("uuid", "tiled_width", "tiled_height")
    images = ArchiveImage.objects.filter(tile_state=TileState.READY).only(*columns)
    return images.order_by("pk").iterator()
