"""From publication to tiles and back, whatever interrupts the way."""

import os
import time

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from photos.enums import TileState
from photos.iiif import geometry, tile_files
from photos.models import ArchiveImage
from photos.picture_files import within
from photos.selectors import photo_by_slug, photo_page
from photos.services.picture_checks import heal_pictures, picture_breaches
from photos.services.pictures import replace_picture
from photos.services.records import (
    publish_photo,
    unpublish_photo,
    update_photo,
    withdraw_photo,
)
from photos.services.tiles import MOST_ATTEMPTS, make_tiles_of, resume_tiles
from photos.tasks import make_tiles
from tests.factories import pictures
from tests.factories.invariants import broken_promises
from tests.factories.pages import build_site
from tests.factories.photos import ArchiveImageFactory, PhotoFactory
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db
LARGE = {"width": 1800, "height": 900}


@pytest.fixture
def photo(commit):
    """A published photograph whose picture waits for tiles."""
    with commit():
        return PhotoFactory(published=True)


def row(photo) -> ArchiveImage:
    return ArchiveImage.objects.get(pk=photo.image_id)


def files_of(image) -> set[str]:
    folder = tile_files.tiles_of(image.uuid)
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def nothing_is_left_over() -> bool:
    return not any(tile_files.tiles_of("x").parent.parent.glob(".making/*"))


def public_lengths(image) -> set[int]:
    public = within(image.derivatives, image.public_limit)
    return {max(size["width"], size["height"]) for size in public}


def test_draft_has_no_tiles_and_waits_for_none(commit):
    with commit():
        photo = PhotoFactory()
    work_off_tasks()

    assert row(photo).tile_state == TileState.NONE
    assert tile_files.tile_folders() == []


def test_published_picture_gets_its_tiles_in_the_background(photo):
    assert row(photo).tile_state == TileState.WAITING

    work_off_tasks()

    image = row(photo)
    assert image.tile_state == TileState.READY
    assert (image.tiled_width, image.tiled_height) == (48, 32)
    assert files_of(image) == geometry.addresses(48, 32)
    assert nothing_is_left_over()
    assert picture_breaches() == []


def test_only_the_id_is_handed_to_the_task(photo):
    tasks = DBTaskResult.objects.filter(task_path=make_tiles.module_path)
    (arguments,) = tasks.values_list("args_kwargs", flat=True)

    assert arguments == {"args": [photo.image_id], "kwargs": {}}


@pytest.mark.parametrize("change", [unpublish_photo, withdraw_photo, lambda photo: photo.delete()])
def test_tiles_go_with_the_publication(photo, commit, change):
    work_off_tasks()

    with commit():
        change(photo)

    image = row(photo)
    assert (image.tile_state, image.tiled_width, image.public_limit) == (TileState.NONE, None, None)
    assert tile_files.tile_folders() == []
    assert nothing_is_left_over()


def test_tiles_of_a_deleted_picture_go(photo, commit):
    work_off_tasks()
    with commit():
        photo.revisions.all().delete()
        photo.delete()
        ArchiveImage.objects.get(pk=photo.image_id).delete()

    assert tile_files.tile_folders() == []


def test_tiles_that_were_being_made_during_a_withdrawal_are_not_shown(photo, commit, monkeypatch):
    from photos.iiif import pyramid

    write = pyramid.write_pyramid

    def withdrawn_meanwhile(*args, **kwargs):
        size = write(*args, **kwargs)
        with commit():
            withdraw_photo(photo)
        return size

    monkeypatch.setattr(pyramid, "write_pyramid", withdrawn_meanwhile)

    assert make_tiles_of(photo.image_id) is False
    assert tile_files.tile_folders() == []
    assert nothing_is_left_over()


def test_picture_in_copyright_is_public_within_its_limit_only(commit, settings):
    with commit():
        photo = PhotoFactory(image=ArchiveImageFactory(**LARGE), rights="InC", published=True)
    work_off_tasks()

    image = row(photo)
    limit = settings.LIMITED_LONGEST_SIDE
    assert image.public_limit == limit
    assert max(max(size["width"], size["height"]) for size in image.derivatives) > limit
    assert max(public_lengths(image)) <= limit
    assert (image.tiled_width, image.tiled_height) == (1600, 800)
    assert files_of(image) == geometry.addresses(1600, 800)
    assert picture_breaches() == []


def test_changed_statement_remakes_what_it_governs(commit):
    with commit():
        photo = PhotoFactory(image=ArchiveImageFactory(**LARGE), rights="CC0-1.0", published=True)
    work_off_tasks()
    assert row(photo).tiled_width == 1800

    with commit():
        publish_photo(update_photo(photo, rights="InC"))

    assert (row(photo).tile_state, tile_files.tile_folders()) == (TileState.WAITING, [])
    assert max(public_lengths(row(photo))) == 1440
    work_off_tasks()
    assert row(photo).tiled_width == 1600

    with commit():
        publish_photo(update_photo(photo, rights="CC0-1.0"))
    work_off_tasks()

    assert (row(photo).tiled_width, max(public_lengths(row(photo)))) == (1800, 1800)
    assert picture_breaches() == []


def test_statement_with_the_same_limit_keeps_the_tiles(photo, commit):
    work_off_tasks()

    with commit():
        publish_photo(update_photo(photo, rights="InC"))

    assert row(photo).tile_state == TileState.READY
    assert picture_breaches() == []


def test_strictest_of_two_photographs_decides_until_it_is_withdrawn(commit, settings):
    with commit():
        image = ArchiveImageFactory(**LARGE)
        PhotoFactory(image=image, rights="CC0-1.0", published=True)
        strict = PhotoFactory(image=image, rights="UND", published=True)
    assert row(strict).public_limit == settings.LIMITED_LONGEST_SIDE

    with commit():
        withdraw_photo(strict)

    assert (row(strict).public_limit, row(strict).tile_state) == (None, TileState.WAITING)
    assert picture_breaches() == []


def test_replaced_picture_gets_new_tiles(photo, commit):
    work_off_tasks()

    with commit():
        replace_picture(
            image=row(photo), file=ContentFile(pictures.jpeg(60, 40)), original_name="b.jpg"
        )

    assert (row(photo).tile_state, tile_files.tile_folders()) == (TileState.WAITING, [])
    work_off_tasks()
    assert row(photo).tiled_width == 60


def test_saving_a_picture_that_was_read_before_keeps_what_was_settled_since(photo):
    old = row(photo)
    work_off_tasks()

    old.title = "Another title"
    old.save()

    assert (row(photo).title, row(photo).tile_state) == ("Another title", TileState.READY)


def test_lost_task_is_asked_for_again_and_a_waiting_one_is_not(photo):
    assert resume_tiles() == 0
    DBTaskResult.objects.all().delete()

    assert resume_tiles() == 1
    assert resume_tiles() == 0
    work_off_tasks()

    assert row(photo).tile_state == TileState.READY


def test_leavings_of_a_killed_worker_go_and_those_of_a_living_one_stay(photo):
    with tile_files.workshop() as living:
        dead = living.parent / "dead"
        dead.mkdir()
        (dead / "tile.jpg").touch()
        before = time.time() - 2 * tile_files.YOUNG
        for folder in (living, dead):
            os.utime(folder, (before, before))
        assert [each.kind for each in picture_breaches()] == ["tiles_unfinished"]

        resume_tiles()

        assert (living.exists(), dead.exists()) == (True, False)


def test_command_makes_what_is_missing_or_failed(photo, capsys):
    ArchiveImage.objects.update(tile_state=TileState.FAILED, tile_attempts=MOST_ATTEMPTS)

    call_command("make_tiles")
    call_command("make_tiles")

    assert row(photo).tile_state == TileState.READY
    assert capsys.readouterr().out == "Tiles of 1 pictures made.\nTiles of 0 pictures made.\n"


def test_check_finds_lost_tiles_and_healing_has_them_made(photo, commit):
    work_off_tasks()
    tile_files.remove_tiles(row(photo).uuid)
    assert [each.kind for each in picture_breaches()] == ["tiles_missing"]

    with commit():
        heal_pictures()
    work_off_tasks()

    assert (row(photo).tile_state, picture_breaches()) == (TileState.READY, [])


def test_check_finds_and_removes_tiles_that_nobody_published(photo, commit):
    work_off_tasks()
    ArchiveImage.objects.update(tile_state="waiting", tiled_width=None, tiled_height=None)
    (tile_files.tiles_of("stray")).mkdir()
    kinds = [each.kind for each in picture_breaches()]
    assert kinds == ["tiles_without_publication"] * 2

    with commit():
        heal_pictures()

    assert (tile_files.tile_folders(), picture_breaches()) == ([], [])


def test_check_finds_a_wrong_limit_and_healing_follows_the_rights(commit):
    with commit():
        photo = PhotoFactory(image=ArchiveImageFactory(**LARGE), rights="InC", published=True)
    ArchiveImage.objects.update(public_limit=None)
    assert "terms_not_of_its_records" in {each.kind for each in picture_breaches()}

    with commit():
        heal_pictures()

    assert row(photo).public_limit == 1600
    assert picture_breaches() == []


def test_deep_check_names_a_tile_that_is_missing(photo):
    build_site()
    work_off_tasks()
    assert broken_promises() == []

    (tile_files.tiles_of(row(photo).uuid) / "full/48,32/0/default.jpg").unlink()

    assert broken_promises() == ["photos.every_tile_is_there"]


def test_page_offers_zoom_only_while_there_are_tiles(photo):
    def page():
        return photo_page(photo_by_slug(photo.slug), "en")

    assert page().zoom is None
    work_off_tasks()

    assert page().zoom == f"/iiif/3/{row(photo).uuid}/info.json"
    assert page().verso_zoom is None


def test_page_offers_no_zoom_of_a_covered_picture(commit):
    with commit():
        photo = PhotoFactory(content_warning="death", published=True)
    work_off_tasks()
    record = photo_by_slug(photo.slug)

    assert photo_page(record, "en").zoom is None
    assert photo_page(record, "en", uncovered=True).zoom is not None
