"""What an import brought is gone once it is undone: rows, files, tiles, what search finds."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex, Revision

from commemoration.core.imports.enums import RowState
from photos.enums import ActivityKind, TileState
from photos.models import ArchiveImage, Collection, Photo, PhotoActivity
from photos.selectors import search_photos
from photos.services.records import update_photo
from tests.factories.invariants import broken_promises
from tests.factories.pages import build_site
from tests.factories.pictures import foliage
from tests.factories.worker import work_off_tasks

from .lists import ROW, undo

pytestmark = pytest.mark.django_db

SECOND = {**ROW, "accession": "SP-2", "file": "b.jpg", "verso_file": "c.jpg"}
PUBLIC = ("media",)


@pytest.fixture
def imported(importing, scans, django_capture_on_commit_callbacks):
    """Import two photographs, one with its back, as drafts or published with tiles."""
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (scans / name).write_bytes(foliage(600 if name == "a.jpg" else 700, 400))

    def work(**options):
        with django_capture_on_commit_callbacks(execute=True):
            batch = importing(ROW, SECOND, **options)
        with django_capture_on_commit_callbacks(execute=True):
            work_off_tasks()
        return batch

    return work


@pytest.fixture
def undoing(django_capture_on_commit_callbacks):
    def work(batch):
        with django_capture_on_commit_callbacks(execute=True):
            undo(batch)
        batch.refresh_from_db()
        return batch

    return work


def rows() -> dict[str, int]:
    """How many rows of photographs and pictures there are, and how many elsewhere point to them."""
    models = apps.get_app_config("photos").get_models()
    counts = {model._meta.label: model.objects.count() for model in models}
    kinds = ContentType.objects.get_for_models(Photo, ArchiveImage).values()
    counts["versions"] = Revision.objects.filter(content_type__in=kinds).count()
    counts["references"] = ReferenceIndex.objects.filter(base_content_type__in=kinds).count()
    index = apps.get_model("wagtailsearch", "IndexEntry")
    counts["search"] = index.objects.filter(content_type__in=kinds).count()
    return counts


def files(settings, *folders: str) -> set[str]:
    places = [settings.FILES_DIR / folder for folder in folders] or [settings.FILES_DIR]
    found = (path for place in places for path in place.rglob("*") if path.is_file())
    return {str(path.relative_to(settings.FILES_DIR)) for path in found}


def found_by_search() -> list[str]:
    return [card.accession for card in search_photos("street", "en")]


def test_undo_of_drafts_leaves_nothing_at_all(imported, undoing, settings):
    before = rows(), files(settings)
    batch = imported(publish=False)
    made = rows(), files(settings)
    # The control: the same looking around does see what an import makes.
    assert {name for name, count in made[0].items() if count > before[0][name]} >= {
        *("photos.Photo", "photos.PhotoText", "photos.PhotoWords", "photos.ArchiveImage"),
        *("photos.Collection", "versions", "references", "search"),
    }
    assert {name.partition("/")[0] for name in made[1] - before[1]} == {"masters", "working"}

    undoing(batch)

    assert set(batch.rows.values_list("state", flat=True)) == {RowState.UNDONE}
    assert (rows(), files(settings)) == before


def test_undo_of_what_was_public_leaves_nothing_public_and_says_so(
    imported, undoing, settings, client
):
    build_site()
    batch = imported()
    shown = files(settings, *PUBLIC)
    addresses = ["/en/photo/sp-1/", "/iiif/presentation/3/photo/sp-1/manifest.json"]
    image = Photo.objects.get(accession="SP-1").image
    tile = f"/iiif/3/{image.uuid}/info.json"
    # The control: all that must go is there.
    assert found_by_search() == ["SP-1", "SP-2"]
    assert {image.tile_state for image in ArchiveImage.objects.all()} == {TileState.READY}
    assert {name.split("/")[1] for name in shown} == {"iiif", "pictures"}
    assert [client.get(each).status_code for each in (*addresses, tile)] == [200, 200, 200]

    undoing(batch)

    assert files(settings, *PUBLIC) == set()
    assert found_by_search() == []
    assert Photo.objects.published().count() == 0
    assert not ArchiveImage.objects.published().exists()
    assert {image.tile_state for image in ArchiveImage.objects.all()} == {TileState.NONE}
    assert [client.get(each).status_code for each in (*addresses, tile)] == [410, 410, 410]
    newest = {each.slug: each.kind for each in PhotoActivity.objects.order_by("pk")}
    assert newest == {"sp-1": ActivityKind.DELETE, "sp-2": ActivityKind.DELETE}
    assert broken_promises() == []


def test_undo_keeps_what_somebody_edited_and_says_so(imported, undoing, settings):
    batch = imported(publish=False)
    edited = update_photo(Photo.objects.get(accession="SP-1"), credit="Written by hand")
    kept = {edited.image.file.name, edited.image.master.name}

    undoing(batch)

    first, second = batch.rows.all()
    assert (first.state, first.note) == (
        RowState.KEPT,
        "Somebody has changed it since (credit), so it was kept.",
    )
    assert second.state == RowState.UNDONE
    assert list(Photo.objects.values_list("accession", flat=True)) == ["SP-1"]
    assert Collection.objects.filter(slug="street-photos").exists()
    assert kept <= {name.partition("/")[2] for name in files(settings)}
