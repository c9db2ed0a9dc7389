"""Manifests of photographs and collections, checked with the IIIF community's own classes."""

import pytest
from iiif_prezi3 import Collection, Manifest
from pydantic import ValidationError

from commemoration.core.enums import Section
from photos.enums import ContentWarning, RightsStatement
from photos.models import PhotoActivity
from photos.services.records import publish_photo, unpublish_photo, withdraw_photo
from photos.services.tiles import make_tiles_of
from tests.factories.pages import build_site, translation
from tests.factories.photos import (
    ArchiveImageFactory,
    CollectionFactory,
    PhotoFactory,
    archive_page,
    collection_page,
)

pytestmark = pytest.mark.django_db

ROOT = "/iiif/presentation/3"
TEXTS = {
    "en": {"title": "A street", "caption": "People on a street.", "alt_text": "A tram."},
    "ru": {"title": "Улица", "transcript": "На обороте: 1944"},
}


@pytest.fixture
def collection():
    return CollectionFactory(
        slug="streets",
        texts={"en": {"title": "Streets", "description": "Of towns."}, "ru": {"title": "Улицы"}},
    )


def manifest_of(client, photo) -> dict:
    response = client.get(f"{ROOT}/photo/{photo.slug}/manifest.json")
    assert response.status_code == 200
    return response.json()


def metadata_of(manifest: dict) -> dict:
    """English labels and their values."""
    return {each["label"]["en"][0]: each["value"] for each in manifest["metadata"]}


def test_manifest_says_what_the_record_says(client, collection):
    photo = PhotoFactory(
        accession="SP-1",
        collection=collection,
        texts=TEXTS,
        date="1944-09~",
        place_then="Brussel",
        people=["Anna Smirnova", "Boris Petrov"],
        institution="State archive",
        credit="State archive / SP-1",
        rights=RightsStatement.CC_BY_4,
        published=True,
    )

    manifest = manifest_of(client, photo)

    address = f"http://testserver{ROOT}/photo/sp-1/manifest.json"
    assert (manifest["id"], manifest["type"]) == (address, "Manifest")
    assert manifest["label"] == {"en": ["A street"], "ru": ["Улица"]}
    assert manifest["summary"] == {"en": ["People on a street."]}
    assert manifest["rights"] == "http://creativecommons.org/licenses/by/4.0/"
    assert manifest["requiredStatement"]["label"] == {
        "en": ["Credit"],
        "fr": ["Crédit"],
        "nl": ["Bronvermelding"],
        "ru": ["Указывать как"],
    }
    assert manifest["requiredStatement"]["value"] == {"none": ["State archive / SP-1"]}
    assert manifest["navDate"] == f"{photo.date_earliest}T00:00:00Z"
    assert manifest["provider"][0]["label"] == {"none": ["State archive"]}
    assert [page["id"] for page in manifest["homepage"]] == [
        f"http://testserver/{code}/photo/sp-1/" for code in ("en", "fr", "nl", "ru")
    ]
    assert manifest["homepage"][1]["label"] == {"en": ["A street"]}
    assert manifest["seeAlso"][0]["id"] == "http://testserver/data/photos/sp-1.json"
    assert manifest["partOf"] == [
        {
            "id": f"http://testserver{ROOT}/collection/streets/collection.json",
            "type": "Collection",
            "label": {"en": ["Streets"], "ru": ["Улицы"]},
        }
    ]
    metadata = metadata_of(manifest)
    assert metadata["Date (EDTF)"] == {"none": ["1944-09~"]}
    assert metadata["Date"]["en"] == ["about September 1944"]
    assert sorted(metadata["Date"]) == ["en", "fr", "nl", "ru"]
    assert metadata["People shown"] == {"none": ["Anna Smirnova", "Boris Petrov"]}
    assert metadata["Transcript"] == {"ru": ["На обороте: 1944"]}
    Manifest(**manifest)


def test_picture_is_the_largest_that_is_published(client, collection):
    photo = PhotoFactory(collection=collection, published=True)

    manifest = manifest_of(client, photo)

    (canvas,) = manifest["items"]
    (annotation,) = canvas["items"][0]["items"]
    largest = photo.image.derivatives[-1]
    address = f"http://testserver/media/pictures/{photo.image.uuid}/{largest['width']}.jpg"
    assert annotation["body"]["id"] == address
    assert (canvas["width"], canvas["height"]) == (largest["width"], largest["height"])
    assert annotation["target"] == canvas["id"]
    assert manifest["thumbnail"][0]["id"].startswith(
        f"http://testserver/media/pictures/{photo.image.uuid}/"
    )
    picture = client.get(address.removeprefix("http://testserver"))
    assert picture["Access-Control-Allow-Origin"] == "*"
    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_back_is_a_canvas_of_its_own(client, collection):
    photo = PhotoFactory(collection=collection, verso=ArchiveImageFactory(), published=True)

    canvases = manifest_of(client, photo)["items"]

    assert [canvas["label"]["en"] for canvas in canvases] == [["Front"], ["Back of the print"]]
    assert len({canvas["id"] for canvas in canvases}) == 2


def test_warned_manifest_carries_the_warning_and_a_blurred_thumbnail(client, collection):
    plain = PhotoFactory(collection=collection, published=True, credit="Archive")
    warned = PhotoFactory(
        collection=collection,
        published=True,
        credit="Archive",
        content_warning=ContentWarning.DEATH,
    )

    manifest = manifest_of(client, warned)

    (small,) = manifest["thumbnail"]
    folder = f"http://testserver/media/pictures/{warned.image.uuid}"
    assert small["id"] == f"{folder}/blurred.jpg"
    assert manifest["items"][0]["thumbnail"] == [small]
    assert "blurred" not in str(manifest_of(client, plain))
    text = "This photograph shows people who have died."
    assert metadata_of(manifest)["Content warning"]["en"] == [text]
    assert manifest["requiredStatement"]["value"]["en"] == [text, "Archive"]
    Manifest(**manifest)


def test_text_that_looks_like_html_is_shown_as_text(client, collection):
    photo = PhotoFactory(
        collection=collection,
        texts={"en": {"title": "A page", "caption": "<b>illegible</b>"}},
        published=True,
    )

    assert manifest_of(client, photo)["summary"] == {
        "en": ["<span>&lt;b&gt;illegible&lt;/b&gt;</span>"]
    }


def test_damaged_manifest_does_not_pass_the_check(client, collection):
    manifest = manifest_of(client, PhotoFactory(collection=collection, published=True))

    without_label = {name: value for name, value in manifest.items() if name != "label"}
    for damaged in (
        without_label,
        {**manifest, "id": "nothing"},
        {**manifest, "rights": "mine"},
        {**manifest, "metadata": [{"label": {"en": ["Date"]}}]},
    ):
        with pytest.raises(ValidationError):
            Manifest(**damaged)


def test_headers_let_other_sites_read_and_ask_again(client, collection):
    photo = PhotoFactory(collection=collection, published=True)
    address = f"{ROOT}/photo/{photo.slug}/manifest.json"

    first = client.get(address)
    second = client.get(address, headers={"if-none-match": first["ETag"]})

    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cache-Control"] == "public, max-age=3600"
    assert first["Content-Type"] == (
        'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
    )
    assert (second.status_code, second.content) == (304, b"")
    assert second["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [ROOT + "/photo/{}/manifest.json", "/data/photos/{}.json"])
def test_withdrawn_is_gone_and_what_never_was_is_not_found(client, collection, address):
    shown = PhotoFactory(collection=collection, published=True)
    withdrawn = withdraw_photo(PhotoFactory(collection=collection, published=True))
    taken_back = unpublish_photo(PhotoFactory(collection=collection, published=True))
    draft = PhotoFactory(collection=collection)

    statuses = [
        client.get(address.format(slug)).status_code
        for slug in (shown.slug, withdrawn.slug, taken_back.slug, draft.slug, "nothing")
    ]

    assert statuses == [200, 410, 410, 404, 404]


def test_collection_lists_its_published_manifests(client, collection):
    site = build_site()
    page = collection_page(archive_page(site.sections[Section.EMBASSY]["en"]), collection)
    translation(page, "ru", title="Улицы")
    first = PhotoFactory(accession="SP-2", collection=collection, texts=TEXTS, published=True)
    warned = PhotoFactory(
        accession="SP-10",
        collection=collection,
        content_warning=ContentWarning.CAMP,
        published=True,
    )
    PhotoFactory(collection=collection)
    withdraw_photo(PhotoFactory(collection=collection, published=True))

    listed = client.get(f"{ROOT}/collection/streets/collection.json").json()

    assert listed["label"] == {"en": ["Streets"], "ru": ["Улицы"]}
    assert listed["summary"] == {"en": ["Of towns."]}
    assert [page["id"] for page in listed["homepage"]] == [
        "http://testserver/en/embassy/photo-archive/streets/",
        "http://testserver/ru/embassy/photo-archive/streets/",
    ]
    assert [item["id"].split("/")[-2] for item in listed["items"]] == [first.slug, warned.slug]
    assert listed["items"][0]["label"] == {"en": ["A street"], "ru": ["Улица"]}
    thumbnails = [item["thumbnail"][0]["id"].split("/")[-1] for item in listed["items"]]
    assert thumbnails == ["48.jpg", "blurred.jpg"]
    Collection(**listed)


def test_large_collection_is_a_collection_of_pages(client, collection, monkeypatch):
    monkeypatch.setattr("photos.exports.views.MANIFESTS_ON_A_PAGE", 2)
    photos = [
        PhotoFactory(accession=f"SP-{number}", collection=collection, published=True)
        for number in (1, 2, 3, 4, 10)
    ]

    whole = client.get(f"{ROOT}/collection/streets/collection.json").json()
    pages = [client.get(item["id"]).json() for item in whole["items"]]

    assert [item["label"]["en"] for item in whole["items"]] == [
        ["Photographs 1 to 2"],
        ["Photographs 3 to 4"],
        ["Photographs 5 to 5"],
    ]
    assert [page["id"] for page in pages] == [item["id"] for item in whole["items"]]
    assert pages[0]["partOf"][0]["id"] == whole["id"]
    listed = [item["id"].split("/")[-2] for page in pages for item in page["items"]]
    assert listed == [photo.slug for photo in photos]
    for each in (whole, *pages):
        Collection(**each)
    assert client.get(f"{ROOT}/collection/streets/page-4.json").status_code == 404
    assert client.get(f"{ROOT}/collection/streets/page-0.json").status_code == 404


def test_collection_costs_the_same_however_many_photographs(
    client, collection, django_assert_num_queries
):
    address = f"{ROOT}/collection/streets/collection.json"
    for _number in range(3):
        PhotoFactory(collection=collection, texts=TEXTS, published=True)
    with django_assert_num_queries(6):
        three = client.get(address).json()

    for _number in range(27):
        PhotoFactory(collection=collection, texts=TEXTS, published=True)
    with django_assert_num_queries(6):
        thirty = client.get(address).json()

    assert (len(three["items"]), len(thirty["items"])) == (3, 30)


def test_collection_without_photographs_is_not_found_and_an_emptied_one_is_gone(client, collection):
    address = f"{ROOT}/collection/streets/collection.json"
    photo = PhotoFactory(collection=collection)
    before = client.get(address).status_code
    photo = publish_photo(photo)
    public = client.get(address).status_code
    withdraw_photo(photo)

    assert (before, public, client.get(address).status_code) == (404, 200, 410)
    assert client.get(f"{ROOT}/collection/nothing/collection.json").status_code == 404


def test_picture_with_tiles_is_offered_as_an_image_service(
    client, collection, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        photo = PhotoFactory(collection=collection, published=True)
    assert make_tiles_of(photo.image_id) is True

    manifest = manifest_of(client, photo)

    body = manifest["items"][0]["items"][0]["items"][0]["body"]
    service = f"http://testserver/iiif/3/{photo.image.uuid}"
    assert body["id"] == f"{service}/full/max/0/default.jpg"
    assert body["service"] == [{"id": service, "type": "ImageService3", "profile": "level0"}]
    assert (body["width"], body["height"]) == (48, 32)
    kinds = PhotoActivity.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["Create", "Update"]
    Manifest(**manifest)
