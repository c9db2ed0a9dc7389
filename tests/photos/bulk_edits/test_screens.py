import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from commemoration.core.enums import Section
from commemoration.core.imports.models import ImportBatch
from photos.bulk_edits import services
from photos.models import Photo
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db

CHOOSE = reverse("wagtail_bulk_action", args=["photos", "photo", "bulk_edit"])


@pytest.fixture
def home():
    return CollectionFactory(section=Section.EMBASSY)


def batch_of(user, *photos):
    return services.start_bulk_edit(
        photo_ids=[photo.pk for photo in photos], changes={"set": {"rights": "InC"}}, user=user
    )


def chosen(response):
    """The records of the bulk edit that this answer leads to."""
    batch = ImportBatch.objects.latest("pk")
    assert response.url == reverse("bulk_edits:batch", args=[batch.pk])
    return {row.cells[0] for row in batch.rows.all()}


def test_ticked_rows_are_changed_put_back_and_listed(editor, home):
    client = signed_in(editor)
    photos = [PhotoFactory(collection=home) for _each in range(2)]
    PhotoFactory(collection=home)
    address = f"{CHOOSE}?id={photos[0].pk}&id={photos[1].pk}"

    assert "You have chosen 2 photographs." in client.get(address).content.decode()
    answer = client.post(address, {"rights": "InC"})
    assert chosen(answer) == {photo.accession for photo in photos}
    assert "Change 2 photographs" in client.get(answer.url).content.decode()
    client.post(f"{answer.url}confirm/")
    assert "2 photographs were changed." in client.get(answer.url).content.decode()
    assert answer.url in client.get(reverse("bulk_edits:index")).content.decode()
    client.post(f"{answer.url}undo/")

    page = client.get(answer.url).content.decode()
    assert "The former values are back" in page
    rights = {photo.get_latest_revision_as_object().rights for photo in Photo.objects.all()}
    assert rights == {"NKC"}


def test_all_are_those_that_match_the_filter(editor, home):
    found = [PhotoFactory(collection=home, accession=f"SP-{n}", rights="") for n in range(60)]
    PhotoFactory(collection=home, accession="SP-99")
    PhotoFactory(collection=home, accession="XX-1", rights="")

    answer = signed_in(editor).post(f"{CHOOSE}?id=all&missing=rights&q=SP", {"rights": "InC"})

    assert chosen(answer) == {photo.accession for photo in found}


def test_nothing_chosen_is_told(editor, home):
    photo = PhotoFactory(collection=home)

    page = signed_in(editor).post(f"{CHOOSE}?id={photo.pk}", {}).content.decode()

    assert "Choose at least one thing to change." in page
    assert not ImportBatch.objects.exists()


def test_numbers_that_no_photograph_has_are_told(editor):
    page = signed_in(editor).post(f"{CHOOSE}?id=404&id=x", {"rights": "InC"}).content.decode()

    assert "None of these photographs is in the archive any more." in page


def test_colleague_finds_the_bulk_edit(editor, colleague, home):
    batch = batch_of(editor, PhotoFactory(collection=home))

    response = signed_in(colleague).get(reverse("bulk_edits:batch", args=[batch.pk]))

    assert response.status_code == 200


@pytest.mark.parametrize("name", ["batch", "progress"])
def test_bulk_edit_is_closed_to_the_other_section(editor, stranger, home, name):
    batch = batch_of(editor, PhotoFactory(collection=home))
    client = signed_in(stranger)

    assert client.get(reverse(f"bulk_edits:{name}", args=[batch.pk])).status_code == 404
    assert client.post(reverse("bulk_edits:confirm", args=[batch.pk])).status_code == 404
    assert reverse("bulk_edits:batch", args=[batch.pk]) not in (
        client.get(reverse("bulk_edits:index")).content.decode()
    )


def test_stranger_changes_nothing_of_the_other_section(stranger, home):
    photo = PhotoFactory(collection=home)
    client = signed_in(stranger)

    answer = client.post(f"{CHOOSE}?id={photo.pk}", {"rights": "InC"})
    page = client.get(answer.url).content.decode()
    client.post(f"{answer.url}confirm/")

    assert "You may not change them." in page
    assert photo.get_latest_revision_as_object().rights == "NKC"


def test_staff_without_photographs_are_turned_away(editor, home):
    photo = PhotoFactory(collection=home)
    client = signed_in(staff_account("olga"))

    for address in [f"{CHOOSE}?id={photo.pk}", reverse("bulk_edits:index")]:
        assert client.get(address).status_code == 302


def test_import_screens_leave_bulk_edits_out(editor, home):
    batch = batch_of(editor, PhotoFactory(collection=home))
    client = signed_in(editor)

    assert batch.original_name not in client.get(reverse("imports:index")).content.decode()
    assert client.get(reverse("imports:batch", args=[batch.pk])).status_code == 302
    assert client.get(reverse("imports:upload", args=[batch.importer])).status_code == 302


def test_page_costs_the_same_for_any_number(editor, home):
    client = signed_in(editor)
    one = batch_of(editor, PhotoFactory(collection=home))
    many = batch_of(editor, *(PhotoFactory(collection=home) for _each in range(3)))
    client.get(reverse("bulk_edits:batch", args=[one.pk]))

    numbers = []
    for batch in (one, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("bulk_edits:batch", args=[batch.pk]))
        numbers.append(len(queries))

    assert numbers[0] == numbers[1] <= 20


def test_bulk_edit_that_was_given_up_cannot_be_confirmed(editor, home):
    photo = PhotoFactory(collection=home)
    batch = batch_of(editor, photo)
    client = signed_in(editor)

    client.post(reverse("bulk_edits:cancel", args=[batch.pk]))
    answer = client.post(reverse("bulk_edits:confirm", args=[batch.pk]))
    page = client.get(answer.url).content.decode()

    assert "Somebody has gone on with it. This is its present state." in page
    assert "Given up" in page
    assert photo.get_latest_revision_as_object().rights == "NKC"
