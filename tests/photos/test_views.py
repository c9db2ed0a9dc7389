import json
import re

import pytest
from django.utils.html import escape

from commemoration.core.enums import Section
from photos.services.records import publish_photo, unpublish_photo, update_photo, withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import (
    ArchiveImageFactory,
    CollectionFactory,
    PhotoFactory,
    archive_page,
    collection_page,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


@pytest.fixture
def collection():
    site = build_site()
    collection = CollectionFactory(slug="specimens")
    collection_page(archive_page(site.sections[Section.EMBASSY]["en"]), collection)
    return collection


def text_of(response) -> str:
    return response.content.decode()


def test_photo_page_shows_the_record(client, collection):
    PhotoFactory(
        accession="SP-1",
        collection=collection,
        published=True,
        date="1944-09~",
        place_then="Zwartberg",
        place_now="Genk",
        people=["Ivan Petrov"],
        texts={"en": {"title": "Grave markers", "caption": "Before <birches>"}},
    )

    page = text_of(client.get("/en/photo/sp-1/"))

    for words in (
        "Grave markers",
        escape("Before <birches>"),
        "about September 1944",
        "Zwartberg (now Genk)",
        "Ivan Petrov",
        "No known copyright",
        "http://rightsstatements.org/vocab/NKC/1.0/",
        "http://testserver/photo/sp-1/",
        "1 of 1",
    ):
        assert words in page


def test_photo_page_says_when_a_text_is_in_another_language(client, collection):
    PhotoFactory(
        accession="SP-1",
        collection=collection,
        published=True,
        texts={"ru": {"title": "Могилы у берёз"}},
    )

    page = text_of(client.get("/en/photo/sp-1/"))

    assert "This text is available in Russian only." in page
    assert '<h1 class="photo__title" lang="ru">Могилы у берёз</h1>' in page


def test_photo_page_in_the_readers_own_language_has_no_note(client, collection):
    texts = {"en": {"title": "Graves"}, "ru": {"title": "Могилы"}}
    PhotoFactory(accession="SP-1", collection=collection, published=True, texts=texts)

    page = text_of(client.get("/en/photo/sp-1/"))

    assert "Graves" in page
    assert "This text" not in page


def test_photo_page_leads_to_its_neighbours(client, collection):
    for number in (1, 2, 10):
        PhotoFactory(accession=f"SP-{number}", collection=collection, published=True)

    page = text_of(client.get("/en/photo/sp-2/"))

    assert re.findall(r'class="pager__link" rel="(\w+)" href="([^"]+)"', page) == [
        ("prev", "/en/photo/sp-1/"),
        ("next", "/en/photo/sp-10/"),
    ]
    assert "2 of 3" in page


def test_photo_page_offers_all_four_languages(client, collection):
    PhotoFactory(accession="SP-1", collection=collection, published=True)

    page = text_of(client.get("/en/photo/sp-1/"))

    assert [code for code in ("fr", "nl", "ru") if f'href="/{code}/photo/sp-1/"' in page] == [
        "fr",
        "nl",
        "ru",
    ]


def test_photo_under_a_warning_is_not_loaded_before_the_reader_asks(client, collection):
    photo = PhotoFactory(
        accession="SP-1", collection=collection, published=True, content_warning="death"
    )
    address = f"/media/pictures/{photo.image.uuid}/"

    covered = text_of(client.get("/en/photo/sp-1/"))
    shown = text_of(client.get("/en/photo/sp-1/?show"))

    assert "This photograph shows people who have died." in covered
    assert set(re.findall(rf"{address}[\w.]+", covered)) == {f"{address}blurred.jpg"}
    assert f"{address}48.jpg" in shown


def test_json_ld_cannot_be_broken_out_of(client, collection):
    texts = {"en": {"title": "</script><b>"}}
    PhotoFactory(accession="SP-1", collection=collection, published=True, texts=texts)

    page = text_of(client.get("/en/photo/sp-1/"))

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1]
    assert json.loads(block)["name"] == "</script><b>"


@pytest.mark.parametrize("address", ["/en/photo/sp-1/", "/photo/sp-1/"])
def test_draft_is_not_found(client, collection, address):
    PhotoFactory(accession="SP-1", collection=collection)

    assert client.get(address, follow=True).status_code == 404


@pytest.mark.parametrize("take_back", [withdraw_photo, unpublish_photo])
@pytest.mark.parametrize("address", ["/en/photo/sp-1/", "/ru/photo/sp-1/", "/photo/sp-1/"])
def test_photo_that_was_taken_back_is_gone(client, collection, address, take_back):
    take_back(PhotoFactory(accession="SP-1", collection=collection, published=True))

    assert client.get(address).status_code == 410


def test_permanent_address_leads_to_the_readers_language(client, collection):
    PhotoFactory(accession="SP-1", collection=collection, published=True)

    response = client.get("/photo/sp-1/", headers={"accept-language": "ru"})

    assert (response.status_code, response["Location"]) == (302, "/ru/photo/sp-1/")
    assert "Accept-Language" in response["Vary"]


def test_draft_changes_are_not_shown(client, collection):
    photo = PhotoFactory(accession="SP-1", collection=collection, published=True)

    update_photo(photo, texts={"en": {"title": "Changed"}})

    page = text_of(client.get("/en/photo/sp-1/"))
    assert "Grave markers before birches" in page
    assert "Changed" not in page


def test_queries_of_the_photo_page(client, collection, django_assert_max_num_queries):
    picture = ArchiveImageFactory()
    counts = []
    for number in range(1, 4):
        texts = {code: {"title": "T", "caption": "C"} for code in ("en", "fr", "nl", "ru")}
        PhotoFactory(
            accession=f"SP-{number}",
            collection=collection,
            image=picture,
            verso=picture,
            texts=texts,
            published=True,
        )
        client.get("/en/photo/sp-1/")
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            client.get("/en/photo/sp-1/")
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_republished_photo_is_back(client, collection):
    photo = PhotoFactory(accession="SP-1", collection=collection, published=True)
    unpublish_photo(photo)

    publish_photo(photo)

    assert client.get("/en/photo/sp-1/").status_code == 200


def test_link_shared_elsewhere_shows_the_picture(client, collection):
    photo = PhotoFactory(collection=collection, published=True)

    page = text_of(client.get(f"/en/photo/{photo.slug}/"))

    address = f"http://testserver/media/pictures/{photo.image.uuid}/48.jpg"
    assert f'<meta property="og:image" content="{address}">' in page


@pytest.mark.parametrize("query", ["", "?show"])
def test_link_shared_elsewhere_shows_a_warned_picture_blurred(client, collection, query):
    photo = PhotoFactory(collection=collection, published=True, content_warning="death")

    page = text_of(client.get(f"/en/photo/{photo.slug}/{query}"))

    address = f"http://testserver/media/pictures/{photo.image.uuid}/blurred.jpg"
    words = "This photograph shows people who have died."
    assert f'<meta property="og:image" content="{address}">' in page
    assert f'<meta property="og:image:alt" content="{words}">' in page
    assert "contentUrl" not in page
