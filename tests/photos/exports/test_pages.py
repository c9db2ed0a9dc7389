"""What pages, sitemaps and search engines are told of a photograph's other forms."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from commemoration.core.enums import Section
from photos.enums import ContentWarning, RightsStatement
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

NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}


@pytest.fixture
def collection():
    site = build_site()
    collection = CollectionFactory(slug="specimens")
    collection_page(archive_page(site.sections[Section.EMBASSY]["en"]), collection)
    return collection


def json_ld_of(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def images_by_page(client) -> dict[str, str | None]:
    response = client.get("/sitemap-photos-1.xml")
    assert response.status_code == 200
    root = ET.fromstring(response.content)  # noqa: S314 - our own answer
    return {
        url.findtext("map:loc", namespaces=NAMES): url.findtext(
            "image:image/image:loc", namespaces=NAMES
        )
        for url in root.findall("map:url", NAMES)
    }


def test_page_leads_to_manifest_and_data(client, collection):
    photo = PhotoFactory(collection=collection, published=True)

    page = client.get(f"/en/photo/{photo.slug}/").content.decode()

    manifest = f"/iiif/presentation/3/photo/{photo.slug}/manifest.json"
    link = f'type="application/ld+json" title="IIIF manifest" href="{manifest}"'
    assert f'<link rel="alternate" {link}>' in page
    links = re.findall(r'<a rel="alternate"[^>]* href="([^"]+)"', page)
    assert links == [manifest, f"/data/photos/{photo.slug}.json"]
    assert [client.get(link).status_code for link in links] == [200, 200]


def test_collection_page_leads_to_collection_and_data(client, collection):
    empty = client.get("/en/embassy/photo-archive/specimens/").content.decode()
    PhotoFactory(collection=collection, published=True)

    page = client.get("/en/embassy/photo-archive/specimens/").content.decode()

    links = re.findall(r'<a rel="alternate"[^>]* href="([^"]+)"', page)
    assert links == [
        "/iiif/presentation/3/collection/specimens/collection.json",
        "/data/photos.csv?collection=specimens",
        "/data/photos.jsonl?collection=specimens",
        "/iiif/discovery/1/activities.json",
    ]
    assert [client.get(link).status_code for link in links] == [200] * 4
    assert 'rel="alternate" type="application/ld+json"' not in empty


@pytest.mark.parametrize(
    ("rights", "notice"),
    [(RightsStatement.IN_COPYRIGHT, "Archive"), (RightsStatement.PUBLIC_DOMAIN, None)],
)
def test_search_engines_are_told_the_licence(client, collection, rights, notice):
    photo = PhotoFactory(collection=collection, credit="Archive", rights=rights, published=True)

    data = json_ld_of(client.get(f"/en/photo/{photo.slug}/").content.decode())

    assert data["license"] == rights.uri
    assert data["acquireLicensePage"] == f"http://testserver/en/photo/{photo.slug}/#rights"
    assert (data["creditText"], data.get("copyrightNotice")) == ("Archive", notice)
    assert data["subjectOf"]["url"].endswith(f"/photo/{photo.slug}/manifest.json")


def test_sitemap_names_pictures_without_a_warning(client, collection):
    plain = PhotoFactory(collection=collection, published=True)
    warned = PhotoFactory(
        collection=collection, content_warning=ContentWarning.CAMP, published=True
    )
    gone = withdraw_photo(PhotoFactory(collection=collection, published=True))

    images = images_by_page(client)

    address = f"http://testserver/media/pictures/{plain.image.uuid}/48.jpg"
    for code in ("en", "fr", "nl", "ru"):
        assert images[f"http://testserver/{code}/photo/{plain.slug}/"] == address
        assert images[f"http://testserver/{code}/photo/{warned.slug}/"] is None
    assert not any(gone.slug in page for page in images)


def test_sitemap_of_pictures_costs_one_query(client, collection, django_assert_num_queries):
    for number in (1, 3):
        for _each in range(number):
            PhotoFactory(collection=collection, verso=ArchiveImageFactory(), published=True)
        with django_assert_num_queries(1):
            client.get("/sitemap-photos-1.xml")
