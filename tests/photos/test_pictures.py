from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import IntegrityError, transaction

from commemoration.core.ingest.services import PictureRefused
from photos.models import ArchiveImage
from photos.pictures import published_picture, staff_picture
from photos.services.pictures import (
    publish_pictures,
    replace_picture,
    withdraw_pictures,
)
from photos.templatetags.pictures import picture
from tests.factories import pictures
from tests.factories.stored import SIX_FILES, all_files, names_in, public_files, store

pytestmark = pytest.mark.django_db


def test_stored_picture_knows_its_file():
    data = pictures.jpeg(400, 300, exif=pictures.private_exif())

    image = store(data)

    image.refresh_from_db()
    assert image.title == "Парад 1945"
    assert image.original_name == "Парад 1945.jpg"
    assert (image.media_type, image.master_bytes) == ("image/jpeg", len(data))
    assert (image.master_width, image.master_height) == (400, 300)
    assert (image.width, image.height) == (400, 300)
    assert [size["width"] for size in image.derivatives] == [320, 400]
    assert image.embedded_metadata["exif"]["Artist"] == "Private Person"
    assert image.embedded_metadata["gps"]["GPSLatitude"] == "(50.0, 51.0, 1.25)"
    assert ArchiveImage.objects.with_checksum(image.sha256).get() == image


def test_master_is_kept_byte_for_byte_under_a_random_name():
    data = pictures.jpeg(400, 300)

    image = store(data)

    with image.master.open() as master:
        assert master.read() == data
    assert "1945" not in image.master.name
    assert str(image.uuid) not in image.master.name


def test_given_uuid_is_kept():
    uuid = uuid4()

    assert store(uuid=uuid).uuid == uuid


def test_refused_file_leaves_nothing():
    before = all_files()

    with pytest.raises(PictureRefused):
        store(b"not a picture")

    assert ArchiveImage.objects.count() == 0
    assert all_files() == before


def test_rolled_back_picture_leaves_no_file():
    before = all_files()

    def store_and_fail():
        with transaction.atomic():
            store()
            assert all_files() != before
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store_and_fail()

    assert all_files() == before


def test_picture_whose_row_is_refused_leaves_no_file(commit):
    with commit():
        uuid = store().uuid
    before = all_files()

    with pytest.raises(IntegrityError), transaction.atomic():
        store(uuid=uuid)

    assert all_files() == before


def test_committed_picture_keeps_its_files(commit):
    with commit():
        image = store()

    folder = image.file.name.rpartition("/")[0]
    working = {name for name in names_in(storages["working"]) if name.startswith(folder)}
    assert working == {f"{folder}/{name}" for name in SIX_FILES | {"picture.jpg", "blurred.jpg"}}
    assert storages["masters"].exists(image.master.name)


def test_picture_cannot_be_saved_around_ingest():
    with pytest.raises(IntegrityError, match="archive_image_went_through_ingest"):
        ArchiveImage.objects.create(
            title="Around",
            file=ContentFile(pictures.jpeg(), name="a.jpg"),
            master_width=1,
            master_height=1,
            master_bytes=1,
        )


def test_derivatives_are_public_only_while_published(commit):
    with commit():
        image = store()
    assert public_files(image) == set()
    assert published_picture(image) is None

    with commit():
        publish_pictures([image])
    assert public_files(image) == SIX_FILES
    assert published_picture(image) is not None

    with commit():
        withdraw_pictures([image])
    assert public_files(image) == set()
    assert published_picture(image) is None


def test_rolled_back_publication_shows_nothing():
    image = store()

    def publish_and_fail():
        with transaction.atomic():
            publish_pictures([image])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()

    assert public_files(image) == set()


def test_deleted_picture_takes_its_files_along(commit):
    before = all_files()
    with commit():
        image = store()
        publish_pictures([image])
    assert len(all_files()) == len(before) + 15

    with commit():
        image.delete()

    assert all_files() == before


def test_rolled_back_deletion_keeps_the_files(commit):
    with commit():
        image = store()
        publish_pictures([image])
    before = all_files()

    def delete_and_fail():
        with transaction.atomic():
            ArchiveImage.objects.get(pk=image.pk).delete()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        delete_and_fail()

    assert all_files() == before


def test_replaced_picture_changes_public_files_and_keeps_its_identity(commit):
    with commit():
        image = store()
        publish_pictures([image])
    uuid, old_master = image.uuid, image.master.name

    with commit():
        replace_picture(
            image=image, file=ContentFile(pictures.jpeg(330, 300)), original_name="better.jpg"
        )

    image.refresh_from_db()
    assert image.uuid == uuid
    assert public_files(image) == {
        f"{width}.{name}" for width in (320, 330) for name in ("avif", "webp", "jpg")
    }
    assert not storages["masters"].exists(old_master)
    assert len(names_in(storages["working"])) == 8


def test_published_picture_needs_no_query(django_assert_num_queries):
    image = store()
    publish_pictures([image])

    with django_assert_num_queries(0):
        shown = published_picture(image)

    address = f"/media/pictures/{image.uuid}"
    assert (shown.width, shown.height) == (400, 300)
    assert shown.sources.avif == f"{address}/320.avif 320w, {address}/400.avif 400w"
    assert shown.sources.webp == f"{address}/320.webp 320w, {address}/400.webp 400w"
    assert shown.sources.jpeg == f"{address}/320.jpg 320w, {address}/400.jpg 400w"
    assert shown.src == f"{address}/400.jpg"


def test_staff_picture_shows_what_is_not_published():
    image = store()

    shown = staff_picture(image)

    folder = image.file.name.rpartition("/")[0]
    assert shown.src == f"/admin/files/{folder}/400.jpg"


def test_picture_gives_every_format_and_keeps_the_place():
    image = store()
    publish_pictures([image])

    html = picture(published_picture(image), alt="A parade", sizes="50vw")

    address = f"/media/pictures/{image.uuid}"
    assert f'<source type="image/avif" srcset="{address}/320.avif 320w, ' in html
    assert f'<source type="image/webp" srcset="{address}/320.webp 320w, ' in html
    assert f'srcset="{address}/320.jpg 320w, {address}/400.jpg 400w"' in html
    assert 'width="400" height="300" alt="A parade" loading="lazy"' in html
    assert "fetchpriority" not in html


def test_picture_escapes_what_others_wrote():
    image = store()
    publish_pictures([image])

    html = picture(published_picture(image), alt='"><script>alert(1)</script>', sizes="50vw")

    assert 'alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in html


def test_picture_says_when_none_is_published():
    assert picture(None, alt="", sizes="") == (
        '<p class="picture picture--empty">No picture is published</p>'
    )
