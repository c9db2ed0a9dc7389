import re

import pytest
from django.urls import reverse

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.accounts.services.groups import set_up_groups
from commemoration.core.enums import Section
from photos.models import Collection, Photo, PhotoText
from photos.services.records import withdraw_photo
from tests.factories.photos import ArchiveImageFactory, CollectionFactory, PhotoFactory
from tests.factories.staff import staff_account

pytestmark = pytest.mark.django_db

OF_A_PHOTO = ["edit", "delete", "history", "usage", "unpublish", "withdraw"]


@pytest.fixture
def embassy_photo():
    return PhotoFactory(accession="SP-1", collection=CollectionFactory(section=Section.EMBASSY))


@pytest.fixture
def sign_in(client):
    def sign_in(*groups):
        set_up_groups()
        user = staff_account("anna", *groups)
        client.force_login(user)
        return client

    return sign_in


def address(name, *args, model=Photo):
    return reverse(f"{model.snippet_viewset.url_namespace}:{name}", args=args)


def form_data(photo=None, **values):
    """What the edit form sends for a photograph with one English text."""
    text = photo.texts.get() if photo else None
    return {
        "accession": "SP-1",
        "image": ArchiveImageFactory().pk if photo is None else photo.image_id,
        "collection": photo.collection_id if photo else "",
        "rights": "NKC",
        "texts-TOTAL_FORMS": 1,
        "texts-INITIAL_FORMS": 1 if text else 0,
        "texts-MIN_NUM_FORMS": 1,
        "texts-MAX_NUM_FORMS": 1000,
        "texts-0-id": text.pk if text else "",
        "texts-0-language": "en",
        "texts-0-title": "A title",
        **values,
    }


@pytest.mark.parametrize("group", [EMBASSY_EDITORS, SITE_MANAGERS])
def test_list_shows_photographs_of_the_own_section(sign_in, embassy_photo, group):
    response = sign_in(group).get(address("list"))

    assert address("edit", embassy_photo.pk) in response.content.decode()


def test_list_hides_photographs_of_the_other_section(sign_in, embassy_photo):
    PhotoFactory(accession="CE-1", collection=CollectionFactory(section=Section.CENTRE))

    page = sign_in(CENTRE_EDITORS).get(address("list")).content.decode()

    assert "CE-1" in page
    assert "SP-1" not in page


@pytest.mark.parametrize("name", OF_A_PHOTO)
def test_screens_of_a_photograph_open_for_its_editors(sign_in, embassy_photo, name):
    response = sign_in(EMBASSY_EDITORS).get(address(name, embassy_photo.pk))

    assert response.status_code == 200


@pytest.mark.parametrize("name", OF_A_PHOTO)
def test_screens_of_a_photograph_are_closed_to_the_other_section(sign_in, embassy_photo, name):
    client = sign_in(CENTRE_EDITORS)

    response = client.get(address(name, embassy_photo.pk), follow=True)

    assert response.redirect_chain
    assert "SP-1" not in response.content.decode()


@pytest.mark.parametrize("groups", [[CENTRE_EDITORS], []])
def test_nobody_else_publishes(sign_in, embassy_photo, groups):
    data = form_data(embassy_photo, **{"action-publish": "1"})

    sign_in(*groups).post(address("edit", embassy_photo.pk), data)

    assert not Photo.objects.get().live


def test_editor_publishes_with_a_date_in_words(sign_in, embassy_photo):
    data = form_data(embassy_photo, date="about 1944", people="A\nB", **{"action-publish": "1"})

    sign_in(EMBASSY_EDITORS).post(address("edit", embassy_photo.pk), data)

    photo = Photo.objects.get()
    assert (photo.live, photo.date, photo.people) == (True, "1944~", ["A", "B"])
    assert photo.image.published_at is not None
    assert photo.texts.get().title == "A title"


def test_editor_saves_a_draft_without_rights(sign_in):
    collection = CollectionFactory()
    data = form_data(collection=collection.pk, rights="")

    sign_in(EMBASSY_EDITORS).post(address("add"), data)

    photo = Photo.objects.get()
    assert (photo.accession, photo.live) == ("SP-1", False)


def test_publishing_without_rights_says_what_is_missing(sign_in, embassy_photo):
    data = form_data(embassy_photo, rights="", **{"action-publish": "1"})

    response = sign_in(EMBASSY_EDITORS).post(address("edit", embassy_photo.pk), data)

    assert response.context["form"].errors == {"rights": ["This field is required."]}
    assert not Photo.objects.get().live


def test_editor_cannot_add_to_a_collection_of_the_other_section(sign_in):
    collection = CollectionFactory(section=Section.CENTRE)

    sign_in(EMBASSY_EDITORS).post(address("add"), form_data(collection=collection.pk))

    assert not Photo.objects.exists()


def test_accession_number_in_another_case_is_refused(sign_in, embassy_photo):
    data = form_data(accession=" sp-1", collection=embassy_photo.collection_id)

    response = sign_in(EMBASSY_EDITORS).post(address("add"), data)

    assert response.context["form"].errors == {
        "accession": ["Another photograph already has this accession number."]
    }


def test_unpublish_screen_takes_the_picture_back(sign_in):
    photo = PhotoFactory(published=True)

    sign_in(EMBASSY_EDITORS).post(address("unpublish", photo.pk))

    photo = Photo.objects.get()
    assert not photo.live
    assert photo.image.published_at is None


def test_withdraw_and_restore_screens(sign_in):
    photo = PhotoFactory(published=True)
    client = sign_in(EMBASSY_EDITORS)

    client.post(address("withdraw", photo.pk))
    withdrawn = Photo.objects.get()
    client.post(address("restore", photo.pk))
    restored = Photo.objects.get()

    assert (withdrawn.live, withdrawn.withdrawn_at is not None) == (False, True)
    assert (restored.live, restored.withdrawn_at) == (False, None)


def test_withdrawn_photograph_cannot_be_published_by_its_form(sign_in):
    photo = PhotoFactory(published=True)
    client = sign_in(EMBASSY_EDITORS)
    client.post(address("withdraw", photo.pk))

    client.post(address("edit", photo.pk), form_data(photo, **{"action-publish": "1"}))

    assert not Photo.objects.get().live


def test_draft_can_be_deleted_by_its_editors(sign_in, embassy_photo):
    sign_in(EMBASSY_EDITORS).post(address("delete", embassy_photo.pk))

    assert not Photo.objects.exists()


def test_photograph_that_was_public_cannot_be_deleted(sign_in):
    photo = PhotoFactory(published=True)
    client = sign_in(EMBASSY_EDITORS)

    client.post(address("delete", photo.pk))
    client.post(f"/admin/bulk/photos/photo/delete/?id={photo.pk}")

    assert Photo.objects.exists()


def test_other_section_cannot_delete(sign_in, embassy_photo):
    client = sign_in(CENTRE_EDITORS)

    client.post(address("delete", embassy_photo.pk))
    client.post(f"/admin/bulk/photos/photo/delete/?id={embassy_photo.pk}")

    assert Photo.objects.exists()


def test_collection_of_the_other_section_is_closed(sign_in):
    collection = CollectionFactory(section=Section.EMBASSY, identifier="Before")
    client = sign_in(CENTRE_EDITORS)

    response = client.get(address("edit", collection.pk, model=Collection), follow=True)

    assert response.redirect_chain


def test_filters_of_the_list(sign_in):
    PhotoFactory(accession="EN-1", texts={"en": {"title": "T"}}, published=True)
    PhotoFactory(accession="RU-1", texts={"ru": {"title": "Т"}})
    client = sign_in(SITE_MANAGERS)

    def listed(query):
        page = client.get(address("list") + query).content.decode()
        return [name for name in ("EN-1", "RU-1") if name in page]

    assert listed("?missing=title-en") == ["RU-1"]
    assert listed("?missing=caption-en") == listed("?missing=alt_text-en") == listed("")
    PhotoText.objects.filter(photo__accession="EN-1").update(caption="A caption.")
    assert "EN-1" not in listed("?missing=caption-en")
    Photo.objects.filter(accession="RU-1").update(live=False, rights="")
    assert listed("?missing=rights") == ["RU-1"]
    assert listed("?state=live") == ["EN-1"]
    assert listed("?q=EN-1") == ["EN-1"]
    assert listed("") == ["EN-1", "RU-1"]


@pytest.mark.parametrize("mode", ["en", "ru"])
def test_preview_of_a_draft_shows_its_picture_to_staff(sign_in, embassy_photo, mode):
    client = sign_in(EMBASSY_EDITORS)
    client.post(address("preview_on_edit", embassy_photo.pk), form_data(embassy_photo))

    page = client.get(address("preview_on_edit", embassy_photo.pk) + f"?mode={mode}")

    assert "/admin/files/pictures/" in page.content.decode()
    assert "A title" in page.content.decode()


def test_list_says_what_is_published_and_what_is_withdrawn(sign_in):
    PhotoFactory(accession="SP-1", published=True)
    withdraw_photo(PhotoFactory(accession="SP-2", published=True))

    page = sign_in(SITE_MANAGERS).get(address("list")).content.decode()

    states = re.findall(r'<span class="w-status[^>]*>\s*(?:<span.*?</span>)?\s*([^<]+?)\s*<', page)
    assert states == ["Published", "Withdrawn"]


def test_queries_of_the_list_do_not_grow(sign_in, django_assert_max_num_queries):
    client, counts = sign_in(SITE_MANAGERS), []
    for _number in range(3):
        PhotoFactory(published=True)
        client.get(address("list"))
        with django_assert_max_num_queries(40) as queries:
            client.get(address("list"))
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_collections_are_called_by_their_titles(sign_in):
    titles = {"en": {"title": "Bridges"}, "ru": {"title": "Мосты"}}
    PhotoFactory(collection=CollectionFactory(slug="bridges-1945", texts=titles))
    untitled = CollectionFactory(slug="untitled-1945", identifier="", texts={})
    PhotoFactory(collection=untitled)

    page = sign_in(SITE_MANAGERS).get(address("list")).content.decode()

    assert re.findall(r"<td[^>]*>\s*(Bridges|untitled-1945|bridges-1945)\s*</td>", page) == [
        "Bridges",
        "untitled-1945",
    ]
    assert re.findall(r"<option[^>]*>([^<]*1945[^<]*)</option>", page) == [
        "Bridges (bridges-1945)",
        "untitled-1945",
    ]
