"""An import changes what is public, and never publishes what somebody has only begun."""

import pytest

from photos.importers import photographs
from photos.models import Photo
from photos.services.pictures import store_picture
from photos.services.records import update_photo
from tests.factories.pictures import jpeg

from .lists import ROW

pytestmark = pytest.mark.django_db

NOT_PUBLISHED = ["Somebody has a draft of it: the changes go into that draft, unpublished."]


def test_draft_of_somebody_is_not_published_by_an_import(importing):
    importing(ROW)
    update_photo(Photo.objects.get(), credit="Not ready")

    batch = importing({**ROW, "place_then": "Bruxelles", "credit": ""})

    photo = Photo.objects.get()
    assert batch.rows.get().warnings == {"": NOT_PUBLISHED}
    assert (photo.credit, photo.place_then) == ("Archive", "Brussel")
    draft = photo.get_latest_revision_as_object()
    assert (draft.credit, draft.place_then) == ("Not ready", "Bruxelles")


def test_draft_written_while_the_scan_is_read_is_not_published(importing, scans, monkeypatch):
    importing(ROW)
    (scans / "a.jpg").write_bytes(jpeg(80, 40))

    def store_meanwhile(**options):
        update_photo(Photo.objects.get(), credit="Not ready")
        return store_picture(**options)

    monkeypatch.setattr(photographs, "store_picture", store_meanwhile)
    importing({**ROW, "credit": ""})

    photo = Photo.objects.get()
    assert (photo.credit, photo.image.width) == ("Archive", 60)
    draft = photo.get_latest_revision_as_object()
    assert (draft.credit, draft.image.width) == ("Not ready", 80)
