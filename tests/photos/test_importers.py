"""A list of photographs becomes records, changes them, and is taken back."""

import uuid

from commemoration.core.imports.enums import Outcome, RowState
from photos.models import ArchiveImage, Collection, Photo
from photos.services.records import publish_photo, update_photo, withdraw_photo
from tests.factories.photos import PhotoFactory
from tests.factories.pictures import jpeg

from .lists import ROW, errors_of, undo


def test_row_becomes_a_published_photograph(importing):
    batch = importing(ROW)

    photo = Photo.objects.get()
    assert batch.rows.get().outcome == Outcome.CREATED
    assert (photo.accession, photo.collection.slug, photo.live) == ("SP-1", "street-photos", True)
    assert (photo.date, photo.date_earliest.isoformat()) == ("1944-09-03", "1944-09-03")
    assert (str(photo.latitude), str(photo.longitude)) == ("50.850000", "4.351697")
    assert photo.people == ["Anna Smirnova", "Boris Petrov"]
    assert photo.rights == "NKC"
    assert {text.language: text.title for text in photo.texts.all()} == {
        "en": "A street",
        "ru": "Улица",
    }
    assert photo.image.published_at is not None


def test_dry_run_makes_nothing(importing):
    batch = importing(ROW, confirm=False)

    assert batch.rows.get().outcome == Outcome.CREATED
    assert (Photo.objects.count(), ArchiveImage.objects.count()) == (0, 0)
    assert Collection.objects.filter(slug="street-photos").exists() is False


def test_import_without_publishing_makes_drafts(importing):
    importing(ROW, publish=False)

    photo = Photo.objects.get()
    assert (photo.live, photo.image.published_at) == (False, None)


def test_same_list_twice_changes_and_ingests_nothing(importing):
    importing(ROW)
    before = Photo.objects.values().get(), ArchiveImage.objects.values().get()

    batch = importing(ROW)

    assert batch.rows.get().outcome == Outcome.UNCHANGED
    assert (Photo.objects.values().get(), ArchiveImage.objects.values().get()) == before


def test_second_list_changes_only_what_differs(importing):
    importing(ROW)
    image = Photo.objects.get().image

    batch = importing({**ROW, "place_then": "Bruxelles", "title_ru": "", "caption_fr": ""})

    photo = Photo.objects.get()
    assert batch.rows.get().changes == {"place_then": {"before": "Brussel", "after": "Bruxelles"}}
    assert (photo.place_then, photo.live, photo.image) == ("Bruxelles", True, image)
    assert photo.texts.get(language="ru").title == "Улица"


def test_another_scan_under_the_same_name_replaces_the_picture(importing, scans):
    importing(ROW)
    old = Photo.objects.get().image
    (scans / "a.jpg").write_bytes(jpeg(80, 40))

    batch = importing(ROW)

    photo = Photo.objects.get()
    old.refresh_from_db()
    assert list(batch.rows.get().changes) == ["file"]
    assert (photo.image.width, old.published_at) == (80, None)


def test_undo_deletes_drafts_with_their_pictures(importing):
    batch = importing(ROW, publish=False)

    undo(batch)

    assert batch.rows.get().state == RowState.UNDONE
    assert (Photo.objects.count(), ArchiveImage.objects.count()) == (0, 0)


def test_undo_withdraws_what_has_been_public_and_the_list_can_come_again(importing):
    batch = importing(ROW)

    undo(batch)

    photo = Photo.objects.get()
    assert (photo.live, photo.withdrawn_at is None, photo.image.published_at) == (
        False,
        False,
        None,
    )
    assert batch.rows.get().note == (
        "It has been public, so it was withdrawn; its address says so."
    )

    again = importing(ROW)

    assert sorted(again.rows.get().changes) == ["published", "withdrawn"]
    assert Photo.objects.get().live is True


def test_undo_sets_changed_photographs_back(importing, scans):
    importing(ROW)
    old = Photo.objects.get().image
    (scans / "a.jpg").write_bytes(jpeg(80, 40))
    batch = importing({**ROW, "place_then": "Bruxelles", "title_en": "The street"})

    undo(batch)

    photo = Photo.objects.get()
    assert (photo.place_then, photo.image, photo.live) == ("Brussel", old, True)
    assert photo.texts.get(language="en").title == "A street"
    old.refresh_from_db()
    assert old.published_at is not None


def test_undo_keeps_what_staff_changed_since(importing):
    importing(ROW)
    batch = importing({**ROW, "place_then": "Bruxelles", "credit": "Other archive"})
    publish_photo(update_photo(Photo.objects.get(), credit="Corrected"))

    undo(batch)

    photo = Photo.objects.get()
    assert (photo.place_then, photo.credit) == ("Brussel", "Corrected")
    assert batch.rows.get().state == RowState.KEPT
    assert "credit" in batch.rows.get().note


def test_withdrawn_photograph_stays_withdrawn(importing):
    importing(ROW)
    withdraw_photo(Photo.objects.get(), reason="The family asked for it.")

    batch = importing(ROW)

    assert errors_of(batch) == {
        "accession": ["It was withdrawn. Restore it on its own page before you import it again."]
    }


def test_identifier_moves_with_the_picture(importing):
    identifier = str(uuid.uuid4())

    importing({**ROW, "uuid": identifier})
    batch = importing({**ROW, "uuid": identifier})

    assert str(Photo.objects.get().image.uuid) == identifier
    assert batch.rows.get().outcome == Outcome.UNCHANGED


def test_identifier_of_another_picture_is_refused(importing):
    taken = PhotoFactory().image.uuid

    assert errors_of(importing({**ROW, "uuid": str(taken)})) == {
        "uuid": ["Another picture already has this identifier."]
    }


def test_texts_can_be_corrected_without_sending_the_pictures_again(importing):
    importing(ROW)
    image = Photo.objects.get().image

    batch = importing({**ROW, "title_en": "The street"}, files_folder=None)

    assert list(batch.rows.get().changes) == ["title_en"]
    assert Photo.objects.get().image == image


def test_new_photograph_needs_its_picture(importing):
    batch = importing(ROW, files_folder=None)

    assert errors_of(batch) == {
        "file": ["No pictures were sent with this list, so “a.jpg” is missing."]
    }


def test_chosen_collection_wins_and_the_list_is_told(importing):
    batch = importing({**ROW, "collection": "elsewhere"})

    assert Photo.objects.get().collection.slug == "street-photos"
    assert batch.rows.get().warnings == {
        "collection": ["The list says “elsewhere”; it goes into “street-photos”, as was chosen."]
    }
