"""Who may import photographs into which collection, and what each of them may see."""

import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.enums import Section
from commemoration.core.imports.enums import Outcome
from photos.importers.options import PhotoOptionsForm
from photos.models import Photo
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.pictures import jpeg
from tests.factories.staff import staff_account, superuser
from tests.factories.worker import work_off_tasks

from .lists import ROW, errors_of, sheet


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
