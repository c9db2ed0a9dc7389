import re

import pytest

from commemoration.core.enums import Section
from photos.models import Photo
from photos.services.records import withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import (
    ArchiveImageFactory,
    CollectionFactory,
    PhotoFactory,
    archive_page,
    collection_page,
)

pytestmark = pytest.mark.django_db

ENTRANCE = "/en/embassy/photo-archive/"
LIST = "/en/embassy/photo-archive/specimens/"
MOST_QUERIES = 20


@pytest.fixture
def entrance():
    return archive_page(build_site().sections[Section.EMBASSY]["en"])


@pytest.fixture
def collection(entrance):
    collection = CollectionFactory(slug="specimens")
    collection_page(entrance, collection)
    return collection


def copies(photo: Photo, total: int) -> None:
    """More published photographs like this one, made quickly; their numbers follow."""
    texts = list(photo.texts.all())
    for number in range(2, total + 1):
        photo.pk = photo.id = None
        photo.accession, photo.slug = f"SP-{number}", f"sp-{number}"
        photo.latest_revision = photo.live_revision = None
        photo._state.adding = True
        photo.texts = [type(text)(language=text.language, title=text.title) for text in texts]
        photo.save()


def text_of(response) -> str:
    return response.content.decode()


def test_collection_page_lists_what_is_published(client, collection):
    image = ArchiveImageFactory()
    for number in (10, 9):
        PhotoFactory(accession=f"SP-{number}", collection=collection, image=image, published=True)
    PhotoFactory(accession="SP-11", collection=collection, image=image)
    withdraw_photo(PhotoFactory(accession="SP-12", collection=collection, image=image))

    page = text_of(client.get(LIST))

    assert re.findall(r'card__link" href="([^"]+)"', page) == [
        "/en/photo/sp-9/",
        "/en/photo/sp-10/",
    ]
    for words in ("2 photographs", "1 more is being described", "1 has been withdrawn"):
        assert words in page


def test_empty_collection_says_so(client, collection):
    page = text_of(client.get(LIST))

    assert "No photographs are published yet" in page
    assert "They appear here as they are published." in page


def test_photo_under_a_warning_is_not_loaded_in_the_list(client, collection):
    photo = PhotoFactory(collection=collection, published=True, content_warning="death")
    other = PhotoFactory(collection=collection, published=True)

    page = text_of(client.get(LIST))

    at_once = re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)
    files = re.findall(rf"{photo.image.uuid}/([\w.]+)", at_once)
    assert "Shows people who have died" in at_once
    assert files == ["blurred.jpg"]
    assert str(other.image.uuid) in at_once


def test_pages_of_the_list_have_48_photographs(client, collection):
    copies(PhotoFactory(accession="SP-1", collection=collection, published=True), 49)

    first, second = text_of(client.get(LIST)), text_of(client.get(f"{LIST}?page=2"))

    assert len(re.findall(r"card__link", first)) == 48
    links = r'card__link" href="([^"]+)"'
    assert re.findall(links, first) == [f"/en/photo/sp-{number}/" for number in range(1, 49)]
    assert re.findall(links, second) == ["/en/photo/sp-49/"]
    assert '<link rel="next" href="?page=2">' in first
    assert '<link rel="prev" href="?page=1">' in second


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", ""])
def test_page_that_does_not_exist_is_not_found(client, collection, page):
    PhotoFactory(collection=collection, published=True)
    assert client.get(LIST).status_code == 200

    assert client.get(f"{LIST}?page={page}").status_code == 404


def test_queries_of_the_list_do_not_grow(client, collection, django_assert_max_num_queries):
    photo = PhotoFactory(accession="SP-1", collection=collection, published=True)
    counts = []
    for total in (1, 3, 100):
        copies(Photo.objects.get(slug="sp-1"), 1)
        if total > 1:
            Photo.objects.exclude(pk=photo.pk).delete()
            copies(Photo.objects.get(pk=photo.pk), total)
        client.get(LIST)
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            client.get(LIST)
        counts.append(len(queries))

    assert counts == [counts[0]] * 3


def test_entrance_shows_each_collection_with_its_leading_photograph(client, entrance):
    first, second = CollectionFactory(slug="first"), CollectionFactory(slug="second")
    collection_page(entrance, first, title="First")
    collection_page(entrance, second, title="Second")
    PhotoFactory(accession="A-1", collection=first, published=True, content_warning="camp")
    shown = PhotoFactory(accession="A-2", collection=first, published=True)
    PhotoFactory(accession="B-1", collection=second, published=True)
    lead = PhotoFactory(accession="B-2", collection=second, published=True)
    second.lead_photo = lead
    second.save()

    page = text_of(client.get(ENTRANCE))

    assert re.findall(r'card__link" href="[^"]+">(\w+)<', page) == ["First", "Second"]
    assert re.findall(r'src="/media/pictures/([0-9a-f-]+)/', page) == [
        str(shown.image.uuid),
        str(lead.image.uuid),
    ]


def test_queries_of_the_entrance_do_not_grow(client, entrance, django_assert_max_num_queries):
    counts = []
    for number in range(3):
        collection = CollectionFactory(slug=f"c-{number}")
        collection_page(entrance, collection, title=f"C {number}")
        PhotoFactory(collection=collection, published=True)
        client.get(ENTRANCE)
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            client.get(ENTRANCE)
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_private_collection_is_named_neither_at_the_entrance_nor_by_a_photograph(
    client, collection
):
    photo = PhotoFactory(accession="SP-1", collection=collection, published=True)
    private = collection.pages.get()
    private.title, private.lead = "Family letters", "Lent in confidence"
    private.save()
    addresses = [ENTRANCE, f"/en/photo/{photo.slug}/"]
    assert ["Family letters" in text_of(client.get(each)) for each in addresses] == [True, True]

    private.view_restrictions.create(restriction_type="login")

    for address in addresses:
        page = text_of(client.get(address))
        assert ("Family letters" in page, "Lent in confidence" in page) == (False, False)
