from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage, storages
from django.utils import timezone
from wagtail.models import Workflow

from commemoration.core.enums import Section
from photos.enums import TileState
from photos.models import ArchiveImage, Collection, Photo
from photos.picture_files import public_folder
from photos.services.records import withdraw_photo
from tests.factories.invariants import breaches, broken_promises
from tests.factories.pages import build_site
from tests.factories.photos import (
    ArchiveImageFactory,
    PhotoFactory,
    archive_page,
    collection_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(django_capture_on_commit_callbacks):
    """A published photograph with a back, in a collection with a page, on a whole site."""
    site = build_site()
    with django_capture_on_commit_callbacks(execute=True):
        photo = PhotoFactory(published=True, accession="SP-12", verso=ArchiveImageFactory())
        archive = archive_page(site.sections[Section.EMBASSY]["en"])
        collection_page(archive, photo.collection)
    return photo


def rows(photo):
    return Photo.objects.filter(pk=photo.pk)


def image_rows(photo):
    return ArchiveImage.objects.filter(pk=photo.image_id)


def test_healthy_archive_breaks_no_promise(photo, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        PhotoFactory()  # a draft
        withdraw_photo(PhotoFactory(published=True))

    assert breaches() == []


def test_published_photo_without_title_is_named(photo):
    photo.texts.all().delete()
    rows(photo).first().texts.all().delete()

    assert breaches() == [
        "photos.published_photo_has_title: SP-12 is published without a title in any language"
    ]


def test_published_photo_without_version_is_named(photo):
    rows(photo).update(latest_revision=None)

    assert broken_promises() == ["photos.published_photo_has_a_version"]


@pytest.mark.parametrize("side", ["image_id", "verso_id"])
def test_published_photo_whose_picture_is_not_public_is_named(photo, side):
    ArchiveImage.objects.filter(pk=getattr(photo, side)).update(
        published_at=None, tile_state=TileState.NONE
    )

    assert broken_promises() == [
        "photos.files_are_where_rows_say",  # the files are still public
        "photos.published_photo_shows_pictures",
    ]


def test_public_picture_of_an_unpublished_photo_is_named(photo):
    rows(photo).update(live=False)

    assert broken_promises() == [
        "photos.feed_agrees_with_archive",
        "photos.published_picture_is_used",
    ]


def test_withdrawn_photo_with_a_date_of_publication_is_named(photo):
    draft = PhotoFactory(accession="SP-13")
    withdraw_photo(draft)
    draft.revisions.update(approved_go_live_at=timezone.now() + timedelta(days=1))

    (breach,) = breaches()
    assert breach == (
        "photos.withdrawn_photo_stays_withdrawn: SP-13 is withdrawn and yet has a date of "
        "publication"
    )


def test_withdrawn_photo_that_waits_for_approval_is_named(photo):
    draft = PhotoFactory(accession="SP-13")
    draft.save_revision()
    Workflow.objects.filter(active=True).first().start(draft, user=None)
    Photo.objects.filter(pk=draft.pk).update(withdrawn_at=timezone.now())

    assert breaches() == [
        "photos.withdrawn_photo_stays_withdrawn: SP-13 is withdrawn and yet waits for approval"
    ]


def test_accession_and_its_order_out_of_step_are_named(photo):
    rows(photo).update(accession="SP  12", sort_key="SP")

    assert breaches() == [
        f"photos.accession_in_one_form: photograph {photo.pk} keeps “SP  12” in another form",
        "photos.order_follows_accession: SP  12 is sorted as “SP”",
    ]


def test_date_whose_bounds_are_not_its_own_is_named(photo):
    rows(photo).update(date="1943-05")

    (breach,) = breaches()
    assert breach == (
        f"edtf.bounds_follow_the_date: photos.Photo {photo.pk}: date “1943-05” is kept as None to "
        "None, not 1943-05-01 to 1943-05-31"
    )


def test_date_that_cannot_be_read_is_named(photo):
    rows(photo).update(date="some day")

    assert breaches() == [
        f"edtf.bounds_follow_the_date: photos.Photo {photo.pk}: date “some day” is no date"
    ]


def test_collection_page_without_text_is_named(photo):
    Collection.objects.get(pk=photo.collection_id).texts.all().delete()

    assert broken_promises() == ["photos.collection_page_has_text"]


def test_picture_without_its_sizes_is_named(photo):
    draft = PhotoFactory()
    ArchiveImage.objects.filter(pk=draft.image_id).update(derivatives=[])

    assert broken_promises() == ["photos.picture_has_derivatives"]


def test_lost_public_file_is_named(photo):
    name = f"{public_folder(photo.image.uuid)}/48.webp"
    default_storage.delete(name)

    assert breaches() == [f"photos.files_are_where_rows_say: public_file_missing: {name}"]


def test_public_file_of_a_draft_is_named(photo):
    draft = PhotoFactory()
    name = f"{public_folder(draft.image.uuid)}/48.jpg"
    default_storage.save(name, default_storage.open(f"{public_folder(photo.image.uuid)}/48.jpg"))

    assert breaches() == [f"photos.files_are_where_rows_say: public_without_publication: {name}"]


def test_lost_master_is_named_once(photo):
    storages["masters"].delete(photo.image.master.name)

    assert breaches() == [
        f"photos.files_are_where_rows_say: private_file_missing: {photo.image.master.name}"
    ]


def test_master_cut_short_is_named(photo):
    path = Path(storages["masters"].path(photo.image.master.name))
    path.write_bytes(path.read_bytes()[:-1])

    assert broken_promises() == ["photos.master_has_its_checksum", "photos.master_has_its_size"]


def test_changed_byte_of_a_master_is_found_by_the_deep_check_alone(photo):
    path = Path(storages["masters"].path(photo.image.master.name))
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    assert breaches(deep=False) == []
    (breach,) = breaches()
    assert breach == (
        f"photos.master_has_its_checksum: picture {photo.image.uuid}: its master is not the file "
        "that was handed in"
    )
