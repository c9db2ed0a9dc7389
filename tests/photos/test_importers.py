import io
import unicodedata
import uuid
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.enums import Section
from commemoration.core.imports.enums import Outcome, RowState
from photos.importers.cells import plain_text
from photos.importers.forms import PhotoOptionsForm
from photos.models import ArchiveImage, Collection, Photo
from photos.services.records import publish_photo, update_photo, withdraw_photo
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.pictures import jpeg
from tests.factories.staff import staff_account, superuser
from tests.factories.worker import work_off_tasks

from .lists import ROW, sheet, undo


def errors_of(batch):
    return batch.rows.get().errors


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


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (
            {"accession": ""},
            {"accession": ["The row has no number by which it could be known."]},
        ),
        ({"file": ""}, {"file": ["The row names no file."]}),
        ({"file": "c.jpg"}, {"file": ["There is no file “c.jpg” among the pictures."]}),
        (
            {"file": "../../secret.jpg"},
            {"file": ["There is no file “../../secret.jpg” among the pictures."]},
        ),
        (
            {"file": "https://example.org/scans/c.jpg"},
            {"file": ["Nothing is fetched from the web. Send the file “c.jpg” with the list."]},
        ),
        ({"latitude": "91"}, {"latitude": ["This number lies between -90 and 90 degrees."]}),
        (
            {"latitude": "50°51'"},
            {"latitude": ["Write the position in decimal degrees, for example 50.846557."]},
        ),
        ({"longitude": ""}, {"longitude": ["Give both latitude and longitude, or neither."]}),
        ({"uuid": "7"}, {"uuid": ["Enter a valid UUID."]}),
        (
            {"title_en": "", "title_ru": ""},
            {"title_en": ["Give a title in at least one language."]},
        ),
        ({"caption_fr": "Une rue"}, {"title_fr": ["Give a title too, since there is text."]}),
        (
            {"content_warning": "boring"},
            {
                "content_warning": [
                    "“boring” is not known. Use one of: death, injury, violence, camp, propaganda."
                ]
            },
        ),
    ],
)
def test_errors_are_told_at_their_column(importing, change, errors):
    assert errors_of(importing({**ROW, **change})) == errors
    assert Photo.objects.count() == 0


def test_date_that_cannot_be_read_is_refused_at_its_column(importing):
    assert list(errors_of(importing({**ROW, "date_edtf": "when it rained"}))) == ["date_edtf"]


def test_file_that_another_record_has_is_refused_with_a_way_to_it(importing):
    importing(ROW)
    twin = Photo.objects.get()

    batch = importing({**ROW, "accession": "SP-2"})

    (message,) = errors_of(batch)["file"]
    assert "SP-1" in message
    assert f"/admin/snippets/photos/photo/edit/{twin.pk}/" in message
    assert Photo.objects.count() == 1


def test_file_that_is_no_picture_is_refused_by_its_content(importing, scans):
    (scans / "a.jpg").write_bytes(b"%PDF-1.4 not a picture")

    batch = importing(ROW, confirm=False)

    assert errors_of(batch)["file"][0].startswith("This is a file of the type PDF.")


def test_damaged_picture_is_refused_when_it_is_read(importing, scans):
    (scans / "a.jpg").write_bytes(jpeg(600, 400)[:900])

    batch = importing(ROW)

    row = batch.rows.get()
    assert (row.state, list(row.errors)) == (RowState.FAILED, ["file"])
    assert (Photo.objects.count(), ArchiveImage.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "rights",
    [
        "http://rightsstatements.org/vocab/NKC/1.0/",
        "https://rightsstatements.org/vocab/NKC/1.0",
        "nkc",
        "No known copyright",
    ],
)
def test_rights_are_understood_by_address_code_and_name(importing, rights):
    importing({**ROW, "rights": rights})

    assert Photo.objects.get().rights == "NKC"


def test_free_words_are_no_rights(importing):
    errors = errors_of(importing({**ROW, "rights": "ask me"}))

    assert errors["rights"][0].startswith("“ask me” is not a rights statement")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_cyrillic_file_name_is_found_however_it_is_composed(importing, scans, form):
    other = "NFD" if form == "NFC" else "NFC"
    (scans / unicodedata.normalize(form, "Трамвай-Ёж.JPG")).write_bytes(jpeg(60, 40))

    batch = importing({**ROW, "file": unicodedata.normalize(other, "трамвай-ёж.jpg")})

    assert batch.rows.get().outcome == Outcome.CREATED


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


def test_foreign_list_is_understood(importing):
    foreign = {
        "objectid": "demo_001",
        "filename": "https://example.org/objects/A.JPG",
        "title": "Anaconda Mine",
        "creator": "Watkins, Carleton E.",
        "date": "about 1890",
        "description": 'East <a href="https://example.org">level</a><br>Ore &amp; more',
        "subject": "Watkins, Carleton E.; Butte (Mont.)",
        "location": "Butte",
        "source": "Idaho",
        "rights": "Probably free; ask the library.",
        "rightsstatement": "http://rightsstatements.org/vocab/NoC-US/1.0/",
        "parentid": "demo_000",
        "depth": "1000",
    }

    batch = importing(foreign)

    photo = Photo.objects.get()
    text = photo.texts.get()
    assert (photo.accession, photo.photographer) == ("demo_001", "Watkins, Carleton E.")
    assert (photo.date, photo.rights, photo.place_then) == ("1890~", "NoC-US", "Butte")
    assert photo.subjects == ["Watkins, Carleton E.", "Butte (Mont.)"]
    assert (text.language, text.title) == ("en", "Anaconda Mine")
    assert text.caption == "East level\nOre & more"
    assert batch.rows.get().warnings == {
        "file": ["The file was found by its name; nothing was fetched."],
        "date_edtf": ["“about 1890” was understood as 1890~."],
        "part_of": ["It is a part of “demo_000”; the archive does not keep this."],
        "caption_en": ["HTML tags were taken out; the text was kept."],
    }


def test_side_of_an_object_is_told_where_it_belongs(importing):
    side = {"objectid": "p436", "parentid": "p435", "filename": "a.jpg", "title": "", "rights": ""}

    batch = importing(side)

    (message,) = errors_of(batch)["part_of"]
    assert message.startswith("It is a part of “p435”. A photograph has one row:")


def test_date_marked_as_approximate_is_kept_so(importing):
    importing({**ROW, "date_edtf": "1915", "date is approximate": "yes"})

    assert Photo.objects.get().date == "1915~"


def test_plain_text_keeps_what_is_no_markup():
    assert plain_text("2 < 3 and R&D") == "2 < 3 and R&D"


def test_chosen_collection_wins_and_the_list_is_told(importing):
    batch = importing({**ROW, "collection": "elsewhere"})

    assert Photo.objects.get().collection.slug == "street-photos"
    assert batch.rows.get().warnings == {
        "collection": ["The list says “elsewhere”; it goes into “street-photos”, as was chosen."]
    }


def test_unknown_collection_is_refused_on_the_screens(importing):
    batch = importing({**ROW, "collection": "nowhere"}, collection="", make_collection=False)

    assert errors_of(batch) == {
        "collection": ["There is no collection “nowhere”. Make it first, or choose another."]
    }


@pytest.fixture
def embassy_editor(db):
    return staff_account("emma", EMBASSY_EDITORS)


@pytest.fixture
def centre_editor(db):
    return staff_account("cyril", CENTRE_EDITORS)


def test_editor_imports_into_a_collection_of_the_own_section(importing, embassy_editor):
    CollectionFactory(slug="street-photos", section=Section.EMBASSY)

    batch = importing(ROW, user=embassy_editor, make_collection=False)

    assert batch.rows.get().outcome == Outcome.CREATED
    assert Photo.objects.get().image.uploaded_by_user == embassy_editor


def test_editor_cannot_import_into_the_other_section(importing, centre_editor):
    CollectionFactory(slug="street-photos", section=Section.EMBASSY)

    batch = importing(ROW, user=centre_editor, make_collection=False)

    assert errors_of(batch) == {"collection": ["You may not add photographs to it."]}


def test_editor_who_may_publish_no_more_imports_drafts_only(importing):
    CollectionFactory(slug="street-photos", section=Section.EMBASSY)
    helper = staff_account("helper", EMBASSY_EDITORS)
    group = helper.groups.get()
    group.permissions.remove(Permission.objects.get(codename="publish_photo"))

    refused = importing(ROW, user=helper, make_collection=False)
    drafted = importing(ROW, user=helper, make_collection=False, publish=False)

    assert errors_of(refused) == {"": ["You may not publish photographs. Import them as drafts."]}
    assert drafted.rows.get().outcome == Outcome.CREATED
    assert Photo.objects.get().live is False


def test_editor_cannot_take_a_photograph_from_the_other_section(importing, centre_editor):
    theirs = CollectionFactory(section=Section.EMBASSY)
    PhotoFactory(accession="SP-1", collection=theirs)
    CollectionFactory(slug="street-photos", section=Section.CENTRE)

    batch = importing(ROW, user=centre_editor, make_collection=False)

    assert errors_of(batch) == {
        "accession": ["It belongs to the collection of another section; you may not change it."]
    }


def test_editor_is_offered_only_collections_of_the_own_section(embassy_editor):
    CollectionFactory(slug="ours", section=Section.EMBASSY)
    CollectionFactory(slug="theirs", section=Section.CENTRE)

    form = PhotoOptionsForm(user=embassy_editor)

    offered = [value for value, _label in form.fields["collection"].choices]
    assert [str(value) for value in offered] == ["", "ours"]


def test_import_is_seen_by_its_section_only(importing, embassy_editor, centre_editor):
    from commemoration.core.imports.permissions import may_handle_batch

    CollectionFactory(slug="street-photos", section=Section.EMBASSY)
    batch = importing(ROW, user=embassy_editor, section="embassy", make_collection=False)
    colleague = staff_account("erik", EMBASSY_EDITORS)

    assert may_handle_batch(embassy_editor, batch) is True
    assert may_handle_batch(colleague, batch) is True
    assert may_handle_batch(superuser(), batch) is True
    assert may_handle_batch(centre_editor, batch) is False
    assert may_handle_batch(staff_account("nobody"), batch) is False


def test_editor_imports_drafts_from_an_archive_on_the_screens(client, embassy_editor):
    CollectionFactory(slug="street-photos", section=Section.EMBASSY)
    client.force_login(embassy_editor)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("scans/A.JPG", jpeg(60, 40))
    files = {
        "file": SimpleUploadedFile("photos.csv", sheet(ROW).getvalue()),
        "archive": SimpleUploadedFile("scans.zip", archive.getvalue()),
    }

    options = {"collection": "street-photos", "language": "en"}
    response = client.post("/admin/imports/new/photographs/", {**files, **options})
    work_off_tasks()
    client.post(f"{response['Location']}confirm/")
    work_off_tasks()

    photo = Photo.objects.get()
    assert (photo.accession, photo.live, photo.image.original_name) == ("SP-1", False, "A.JPG")
    assert list(Path(settings.IMPORT_WORK_DIR).iterdir()) == []
