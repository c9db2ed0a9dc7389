"""Photographs on the home page, in the search and in the sitemap."""

from xml.etree import ElementTree as ET

import pytest

from commemoration.core.enums import Section
from photos.enums import ContentWarning
from photos.models import PhotoArchivePage
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
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def site():
    return build_site()


@pytest.fixture
def image():
    return ArchiveImageFactory()


def accessions(cards) -> list[str]:
    return [card.accession for card in cards]


def collection_with_page(site, accession, image, language="en", **fields):
    """A collection with one published photograph and a page in `language`."""
    collection = CollectionFactory(texts={})
    photo = PhotoFactory(
        accession=accession, image=image, collection=collection, published=True, **fields
    )
    archive = PhotoArchivePage.objects.filter(locale=site.homes[language].locale).first()
    archive = archive or archive_page(site.sections[Section.EMBASSY][language])
    collection_page(archive, collection, title=f"Collection of {accession}")
    return photo


def test_home_page_shows_the_newest_collection_and_a_photograph_of_each_other(client, site, image):
    older = collection_with_page(site, "A-2", image)
    PhotoFactory(accession="A-1", image=image, collection=older.collection)
    PhotoFactory(accession="A-3", image=image, collection=older.collection, published=True)
    collection_with_page(site, "B-1", image)
    PhotoFactory(
        accession="C-1",
        image=image,
        published=True,
        content_warning=next(iter(ContentWarning)),
    )

    context = client.get("/en/").context

    assert context["collection"].title == "Collection of B-1"
    assert context["collection"].lead.accession == "B-1"
    assert accessions(context["highlights"]) == ["A-2"]


def test_home_page_leads_with_the_photograph_that_editors_chose(client, site, image):
    chosen = collection_with_page(site, "A-1", image, language="fr")
    collection_with_page(site, "B-1", image, language="fr")
    site.homes["fr"].lead_photo = chosen
    site.homes["fr"].save()

    context = client.get("/fr/").context

    assert context["collection"].title == "Collection of A-1"
    assert context["collection"].lead.url == f"/fr/photo/{chosen.slug}/"
    assert accessions(context["highlights"]) == ["B-1"]


def test_withdrawn_photograph_leaves_the_home_page(client, site, image):
    chosen = collection_with_page(site, "A-1", image)
    site.homes["en"].lead_photo = chosen
    site.homes["en"].save()
    assert client.get("/en/").context["collection"].lead.accession == "A-1"

    withdraw_photo(chosen)

    assert client.get("/en/").context["collection"].lead is None


@pytest.mark.parametrize("section", Section)
def test_newest_collection_has_the_accent_of_its_owner(client, site, image, section):
    collection = collection_with_page(site, "A-1", image).collection
    collection.section = section
    collection.save()

    page = client.get("/en/").content.decode()

    assert f'<section class="lead section--{section}">' in page


def test_private_collection_is_not_shown_large(client, site, image):
    collection_with_page(site, "A-1", image)
    assert client.get("/en/").context["collection"].title == "Collection of A-1"

    PhotoArchivePage.objects.get().view_restrictions.create(restriction_type="login")

    assert client.get("/en/").context["collection"] is None


def test_home_page_costs_the_same_for_one_and_for_three_collections(
    client, site, image, django_assert_max_num_queries
):
    site.homes["en"].whats_on = [
        ("card", {"page": page, "eyebrow": "", "title": "", "text": ""})
        for page in (site.sections[Section.EMBASSY]["en"], site.sections[Section.CENTRE]["en"])
    ]
    site.homes["en"].save()
    collection_with_page(site, "A-1", image)
    client.get("/en/")
    with django_assert_max_num_queries(12) as one:
        client.get("/en/")
    collection_with_page(site, "B-1", image)
    collection_with_page(site, "C-1", image)

    with django_assert_max_num_queries(12) as three:
        response = client.get("/en/")

    assert len(response.context["highlights"]) == 2
    assert len(one.captured_queries) == len(three.captured_queries)


def test_institution_shows_a_photograph_of_each_of_its_own_collections(client, site, image):
    first = collection_with_page(site, "A-1", image)
    PhotoFactory(accession="A-2", image=image, collection=first.collection, published=True)
    collection_with_page(site, "B-1", image)
    of_the_centre = CollectionFactory(texts={}, section=Section.CENTRE)
    PhotoFactory(accession="C-1", image=image, collection=of_the_centre, published=True)

    embassy, centre = (client.get(f"/en/{section}/").context for section in ("embassy", "centre"))

    assert accessions(embassy["highlights"]) == ["B-1", "A-1"]
    assert accessions(centre["highlights"]) == ["C-1"]


def test_search_finds_photographs_too(client, site, image):
    PhotoFactory(
        accession="A-1",
        image=image,
        published=True,
        texts={"ru": {"title": "Ветераны у памятника"}},
    )
    PhotoFactory(accession="A-2", image=image, texts={"ru": {"title": "Памятник, черновик"}})

    response = client.get("/ru/search/", {"q": "памятникам"})

    assert accessions(response.context["photos"].cards) == ["A-1"]
    assert "Ветераны у памятника" in response.content.decode()


def test_institution_costs_the_same_for_one_and_for_three_collections(
    client, site, image, django_assert_max_num_queries
):
    collection_with_page(site, "A-1", image)
    client.get("/en/embassy/")
    with django_assert_max_num_queries(12) as one:
        client.get("/en/embassy/")
    collection_with_page(site, "B-1", image)
    collection_with_page(site, "C-1", image)

    with django_assert_max_num_queries(12) as three:
        response = client.get("/en/embassy/")

    assert accessions(response.context["highlights"]) == ["C-1", "B-1", "A-1"]
    assert len(one.captured_queries) == len(three.captured_queries)


def test_search_costs_the_same_for_one_and_for_three_photographs(
    client, site, image, django_assert_max_num_queries
):
    PhotoFactory(image=image, published=True)
    client.get("/en/search/?q=grave")
    with django_assert_max_num_queries(20) as one:
        client.get("/en/search/?q=grave")
    PhotoFactory(image=image, published=True)
    PhotoFactory(image=image, published=True)

    with django_assert_max_num_queries(20) as three:
        response = client.get("/en/search/?q=grave")

    assert response.context["photos"].total == 3
    assert len(one.captured_queries) == len(three.captured_queries)


def test_sitemap_names_published_photographs_in_every_language(
    client, site, image, django_assert_num_queries
):
    photo = PhotoFactory(accession="A-1", image=image, published=True)
    PhotoFactory(accession="A-2", image=image)

    with django_assert_num_queries(7):  # one for each kind of record
        index = client.get("/sitemap.xml")
    with django_assert_num_queries(1):
        response = client.get("/sitemap-photos-1.xml")

    assert b"/sitemap-photos-1.xml" in index.content
    locations = [node.text for node in ET.fromstring(response.content).iter(f"{SITEMAP}loc")]  # noqa: S314
    assert locations == [
        f"http://testserver/{code}/photo/{photo.slug}/" for code in ("en", "fr", "nl", "ru")
    ]
    assert all(
        client.get(url.removeprefix("http://testserver")).status_code == 200 for url in locations
    )
    assert b'hreflang="x-default" href="http://testserver/photo/' in response.content
