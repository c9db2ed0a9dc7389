"""Several pictures in one task: each keeps its promises as if it were alone."""

import pytest
from django.core.files.base import ContentFile
from django.db import connections

from photos.enums import TileState
from photos.iiif import tile_files
from photos.models import ArchiveImage
from photos.picture_files import working_storage
from photos.services import tile_runs
from photos.services.tile_runs import make_tiles_from
from photos.services.tiles import MOST_ATTEMPTS, NoRoomForTilesError, make_tiles_of
from tests.factories.photos import ArchiveImageFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def images(commit):
    """Pictures of published photographs, all waiting for tiles."""
    with commit():
        photos = [PhotoFactory(image=ArchiveImageFactory(), published=True) for _ in range(4)]
    return [photo.image_id for photo in photos]


def states():
    return list(ArchiveImage.objects.order_by("pk").values_list("tile_state", "tile_attempts"))


def damage(image_id):
    name = ArchiveImage.objects.get(pk=image_id).file.name
    working_storage().delete(name)
    working_storage().save(name, ContentFile(b"\xff\xd8 damaged"))


def nothing_is_left_over() -> bool:
    return not any(tile_files.tiles_of("x").parent.parent.glob(".making/*"))


def test_those_that_wait_are_made_along_with_the_first(images):
    assert make_tiles_from(images[1]) is True

    assert states() == [(TileState.READY, 0)] * 4
    assert len(tile_files.tile_folders()) == 4
    assert nothing_is_left_over()
    assert make_tiles_from(images[0]) is False


def test_time_that_is_over_leaves_the_others_to_their_tasks(images):
    assert make_tiles_from(images[2], seconds=-1) is True

    waiting = (TileState.WAITING, 0)
    assert states() == [waiting, waiting, (TileState.READY, 0), waiting]


def test_damaged_neighbour_costs_nobody_else(images):
    damage(images[1])

    assert make_tiles_from(images[0]) is True

    ready = (TileState.READY, 0)
    assert states() == [ready, (TileState.WAITING, 1), ready, ready]
    assert nothing_is_left_over()
    for _attempt in range(MOST_ATTEMPTS - 1):
        with pytest.raises(Exception, match=r"VipsJpeg|unable"):
            make_tiles_from(images[1])
    assert states()[1] == (TileState.FAILED, MOST_ATTEMPTS)


def test_damaged_first_is_raised_after_the_others_are_done(images):
    damage(images[0])

    with pytest.raises(Exception, match=r"VipsJpeg|unable"):
        make_tiles_from(images[0])

    assert states() == [(TileState.WAITING, 1), *[(TileState.READY, 0)] * 3]


def test_picture_that_went_wrong_is_made_alone(images):
    ArchiveImage.objects.filter(pk=images[0]).update(tile_attempts=1)

    make_tiles_from(images[0])

    assert states() == [(TileState.READY, 0), *[(TileState.WAITING, 0)] * 3]


def test_large_picture_is_left_to_its_own_task(images, monkeypatch):
    monkeypatch.setattr(tile_runs, "LARGEST_BESIDE", 1)

    make_tiles_from(images[0])

    assert states() == [(TileState.READY, 0), *[(TileState.WAITING, 0)] * 3]


def test_full_disk_costs_no_attempt(images, settings):
    settings.FREE_DISK_NEEDED = 2**62

    with pytest.raises(NoRoomForTilesError):
        make_tiles_from(images[0])

    assert states() == [(TileState.WAITING, 0)] * 4


def test_ended_worker_leaves_no_folder(images, monkeypatch):
    def ended(*_args, **_kwargs):
        raise SystemExit

    monkeypatch.setattr(tile_runs, "finish", ended)

    with pytest.raises(SystemExit):
        make_tiles_from(images[0])

    assert tile_files.tile_folders() == []
    assert nothing_is_left_over()


def test_picture_that_another_worker_makes_is_left_to_it(images):
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(751945051, %s::int)", [images[1]])

        assert make_tiles_of(images[1]) is False
        make_tiles_from(images[0])
        assert states()[1] == (TileState.WAITING, 0)

        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")
        assert make_tiles_of(images[1]) is True
    finally:
        other.close()
