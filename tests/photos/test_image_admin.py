"""Wagtail's own image screens, all of which must store pictures through ingest."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from photos.models import ArchiveImage
from photos.services.pictures import store_picture
from tests.factories import pictures
from tests.factories.staff import staff_account, superuser

pytestmark = pytest.mark.django_db

GIF = pictures.encoded(pictures.quarters(), "GIF")
GIF_REFUSAL = (
    "This is a file of the type GIF. "
    "Save the picture as JPEG, PNG, TIFF, WebP or HEIC and send that."
)


@pytest.fixture
def editor(client, settings):
    settings.WAGTAIL_2FA_REQUIRED = False
    client.force_login(superuser())
    return client


def upload(data: bytes, name: str = "scan.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/jpeg")


def stored() -> ArchiveImage:
    return store_picture(file=ContentFile(pictures.jpeg()), original_name="stored.jpg")


def add_many(client, data: bytes, name: str = "scan.jpg", **fields) -> dict:
    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {
            "title": "A scan",
            "collection": Collection.get_first_root_node().pk,
            "files[]": upload(data, name),
            **fields,
        },
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    return json.loads(response.content)


def private_bytes() -> list[bytes]:
    """The content of every file that staff work on."""
    folders, names = [""], []
    while folders:
        folder = folders.pop()
        try:
            inner, files = storages["working"].listdir(folder)
        except FileNotFoundError:
            continue
        folders += [f"{folder}/{each}".strip("/") for each in inner]
        names += [f"{folder}/{each}".strip("/") for each in files]
    return [storages["working"].open(name).read() for name in names]


def public_names() -> list:
    try:
        return [*default_storage.listdir("")[0], *default_storage.listdir("")[1]]
    except FileNotFoundError:
        return []


def test_upload_screen_opens(editor):
    response = editor.get(reverse("wagtailimages:add_multiple"))

    assert "at most 1024 MB and 300 megapixels" in response.content.decode()


def test_many_upload_stores_through_ingest(editor):
    data = pictures.jpeg(exif=pictures.private_exif())

    answer = add_many(editor, data)

    image = ArchiveImage.objects.get()
    assert (answer["success"], answer["image_id"]) == (True, image.pk)
    assert (image.title, image.original_name) == ("A scan", "scan.jpg")
    assert image.uploaded_by_user.username == "root"
    assert image.master.open().read() == data
    assert image.embedded_metadata["exif"]["Artist"] == "Private Person"
    assert not any(b"Private Person" in content for content in private_bytes())
    assert public_names() == []


def test_many_upload_shows_the_refusal(editor):
    answer = add_many(editor, GIF)

    assert answer == {"success": False, "error_message": GIF_REFUSAL}
    assert ArchiveImage.objects.count() == 0


def test_name_of_the_file_decides_nothing(editor):
    assert add_many(editor, pictures.jpeg(), "scan.gif")["success"] is True


def test_upload_with_another_error_stores_nothing_outside_ingest(editor):
    answer = add_many(editor, pictures.jpeg(), title="x" * 300)

    assert answer["success"] is False
    assert "another field needs correcting" in answer["error_message"]
    assert (ArchiveImage.objects.count(), UploadedFile.objects.count()) == (0, 0)
    assert public_names() == []


def test_text_of_an_uploaded_picture_can_be_given(editor):
    add_many(editor, pictures.jpeg())
    image = ArchiveImage.objects.get()

    response = editor.post(
        reverse("wagtailimages:edit_multiple", args=[image.pk]),
        {
            f"image-{image.pk}-title": "Parade in Brussels",
            f"image-{image.pk}-tags": "parade",
            f"image-{image.pk}-collection": image.collection_id,
        },
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    image.refresh_from_db()
    assert json.loads(response.content) == {"success": True, "image_id": image.pk}
    assert (image.title, [tag.name for tag in image.tags.all()]) == (
        "Parade in Brussels",
        ["parade"],
    )


def test_chooser_upload_stores_through_ingest(editor):
    response = editor.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Chosen",
            "image-chooser-upload-file": upload(pictures.jpeg()),
            "image-chooser-upload-collection": Collection.get_first_root_node().pk,
        },
    )

    image = ArchiveImage.objects.get()
    assert json.loads(response.content)["step"] == "chosen"
    assert (image.title, len(image.sha256)) == ("Chosen", 64)


def test_chooser_upload_shows_the_refusal_beside_the_field(editor):
    response = editor.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Chosen",
            "image-chooser-upload-file": upload(GIF),
        },
    )

    assert GIF_REFUSAL in json.loads(response.content)["htmlFragment"]
    assert ArchiveImage.objects.count() == 0


def test_listing_shows_thumbnails_only_to_staff(editor, client):
    stored()

    page = editor.get(reverse("wagtailimages:index")).content.decode()

    thumbnail = page.partition('src="/admin/files/')[2].partition('"')[0]
    assert thumbnail.startswith("images/")
    seen = editor.get(f"/admin/files/{thumbnail}")
    assert (seen.status_code, seen["Content-Type"]) == (200, "image/jpeg")
    assert "no-store" in seen["Cache-Control"]
    assert public_names() == []

    client.logout()
    assert client.get(f"/admin/files/{thumbnail}")["Location"].startswith("/admin/login/")


def test_working_files_are_closed_to_people_without_admin_access(client):
    image = stored()
    person = staff_account("visitor")
    client.force_login(person)

    response = client.get(image.file.url)

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_chooser_lists_pictures(editor):
    image = stored()

    response = editor.get(reverse("wagtailimages_chooser:chosen", args=[image.pk]))

    preview = json.loads(response.content)["result"]["preview"]
    assert preview["url"].startswith("/admin/files/images/")


def test_new_title_leaves_the_file_alone(editor):
    image = stored()
    before = (image.file.name, image.master.name, image.sha256)

    response = editor.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "A better title", "collection": image.collection_id, "tags": ""},
    )

    image.refresh_from_db()
    assert response.status_code == 302
    assert image.title == "A better title"
    assert (image.file.name, image.master.name, image.sha256) == before


def test_replaced_file_goes_through_ingest(editor, django_capture_on_commit_callbacks):
    image = stored()
    old, uuid = image.master.name, image.uuid
    data = pictures.encoded(pictures.quarters(360, 200), "PNG")

    with django_capture_on_commit_callbacks(execute=True):
        editor.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            {
                "title": "Replaced",
                "collection": image.collection_id,
                "tags": "",
                "file": upload(data, "better.png"),
            },
        )

    image.refresh_from_db()
    assert (image.uuid, image.media_type, image.original_name) == (uuid, "image/png", "better.png")
    assert (image.width, image.height) == (360, 200)
    assert image.master.open().read() == data
    assert not storages["masters"].exists(old)


def test_refused_replacement_keeps_the_picture_and_what_was_typed(editor):
    image = stored()

    response = editor.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "Typed with care",
            "collection": image.collection_id,
            "tags": "",
            "file": upload(GIF),
        },
    )

    page = response.content.decode()
    assert GIF_REFUSAL in page
    assert 'value="Typed with care"' in page
    assert ArchiveImage.objects.get().sha256 == image.sha256


@pytest.mark.parametrize("in_bulk", [False, True])
def test_deleted_pictures_take_their_files_along(
    editor, in_bulk, django_capture_on_commit_callbacks
):
    image = stored()
    master = image.master.name

    with django_capture_on_commit_callbacks(execute=True):
        if in_bulk:
            address = reverse("wagtail_bulk_action", args=["photos", "archiveimage", "delete"])
            response = editor.post(f"{address}?id={image.pk}")
        else:
            response = editor.post(reverse("wagtailimages:delete", args=[image.pk]))

    assert response.status_code == 302
    assert ArchiveImage.objects.count() == 0
    assert not storages["masters"].exists(master)
    assert private_bytes() == []


def test_preview_in_lists_is_cut_from_the_narrowest_derivative():
    image = store_picture(file=ContentFile(pictures.jpeg(2400, 1600)), original_name="wide.jpg")
    with image.file.storage.open(image.file.name, "wb") as whole:
        whole.write(b"the picture itself need not be read")

    preview = image.get_rendition("max-165x165")

    assert preview.width == 165
    assert preview.height in (109, 110)


def test_file_that_is_kept_already_is_refused_with_a_way_to_it(editor):
    data = pictures.jpeg()
    add_many(editor, data)
    twin = ArchiveImage.objects.get()

    answer = add_many(editor, data, name="again.jpg")

    assert not answer["success"]
    assert reverse("wagtailimages:edit", args=[twin.pk]) in answer["error_message"]
    assert ArchiveImage.objects.count() == 1
    assert len(private_bytes()) == len(set(private_bytes()))
