"""Tiles that cannot be made: given up after some attempts, with the reason that staff are told."""

import errno

import pytest
import pyvips
from django.core.files.base import ContentFile

from photos.enums import TileFault, TileState
from photos.iiif import pyramid, tile_files
from photos.models import ArchiveImage
from photos.picture_files import working_storage
from photos.services.pictures import remake_tiles
from photos.services.tiles import MOST_ATTEMPTS, NoRoomForTilesError, make_tiles_of
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(commit):
    """A published photograph whose picture waits for tiles."""
    with commit():
        return PhotoFactory(published=True)


def row(photo) -> ArchiveImage:
    return ArchiveImage.objects.get(pk=photo.image_id)


def test_picture_that_ends_the_worker_each_time_is_given_up(photo):
    ArchiveImage.objects.update(tile_attempts=MOST_ATTEMPTS)

    assert make_tiles_of(photo.image_id) is False

    assert (row(photo).tile_state, row(photo).tile_fault) == (TileState.FAILED, TileFault.KILLED)


def test_damaged_picture_fails_after_some_attempts_and_leaves_nothing(photo):
    name = row(photo).file.name
    working_storage().delete(name)
    working_storage().save(name, ContentFile(b"\xff\xd8 damaged"))

    for _attempt in range(MOST_ATTEMPTS):
        assert row(photo).tile_state == TileState.WAITING
        with pytest.raises(Exception, match=r"VipsJpeg|unable"):
            make_tiles_of(photo.image_id)

    assert (row(photo).tile_state, row(photo).tile_fault) == (TileState.FAILED, TileFault.DAMAGED)
    workshops = tile_files.tiles_of("x").parent.parent / ".making"
    assert (tile_files.tile_folders(), list(workshops.glob("*"))) == ([], [])


def test_reason_is_kept_until_the_tiles_are_asked_for_again(photo):
    ArchiveImage.objects.update(tile_attempts=MOST_ATTEMPTS - 1)
    working_storage().delete(row(photo).file.name)

    with pytest.raises(pyvips.Error):
        make_tiles_of(photo.image_id)

    assert row(photo).tile_fault == TileFault.LOST
    remake_tiles(row(photo).uuid)
    assert (row(photo).tile_state, row(photo).tile_fault) == (TileState.WAITING, "")


def test_disk_that_fills_up_while_tiles_are_made_is_named(photo, monkeypatch):
    ArchiveImage.objects.update(tile_attempts=MOST_ATTEMPTS - 1)

    def fill_the_disk(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pyramid, "write_pyramid", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        make_tiles_of(photo.image_id)

    assert row(photo).tile_fault == TileFault.DISK


def test_full_disk_costs_no_attempt(photo, settings):
    settings.FREE_DISK_NEEDED = 2**62

    with pytest.raises(NoRoomForTilesError):
        make_tiles_of(photo.image_id)

    assert (row(photo).tile_state, row(photo).tile_attempts) == (TileState.WAITING, 0)
