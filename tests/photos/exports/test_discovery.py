"""The feed of changes: what was published, changed and withdrawn, oldest first."""

import pytest
from django.db import transaction

from photos.models import Photo, PhotoActivity
from photos.services.activities import record_change
from photos.services.records import (
    publish_photo,
    restore_photo,
    unpublish_photo,
    update_photo,
    withdraw_photo,
)
from tests.factories.invariants import breaches
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db

FEED = "/iiif/discovery/1/activities.json"


def activities() -> list[tuple[str, str]]:
    return list(PhotoActivity.objects.order_by("pk").values_list("slug", "kind"))


def feed_breaches() -> list[str]:
    name = "photos.feed_agrees_with_archive: "
    return [line.removeprefix(name) for line in breaches(deep=False) if line.startswith(name)]


def test_life_of_a_photograph_is_noted():
    photo = PhotoFactory(accession="SP-1")
    assert activities() == []

    publish_photo(photo)
    publish_photo(update_photo(photo, credit="Archive"))
    unpublish_photo(photo)
    publish_photo(photo)
    withdraw_photo(photo)
    restore_photo(photo)

    kinds = ["Create", "Update", "Delete", "Create", "Delete"]
    assert activities() == [("sp-1", kind) for kind in kinds]


def test_draft_and_what_is_deleted_unpublished_are_not_noted():
    photo = PhotoFactory(published=True)
    update_photo(photo, credit="A draft")
    PhotoFactory().delete()

    assert [kind for _slug, kind in activities()] == ["Create"]


def test_deletion_of_a_public_record_is_noted():
    PhotoFactory(accession="SP-1", published=True).delete()

    assert activities() == [("sp-1", "Create"), ("sp-1", "Delete")]


def test_publication_that_fails_is_not_noted():
    photo = PhotoFactory()

    with transaction.atomic():
        publish_photo(photo)
        noted = activities()
        transaction.set_rollback(True)

    assert (noted, activities()) == ([(photo.slug, "Create")], [])


def test_change_beside_the_record_is_noted_for_public_ones():
    public, draft = PhotoFactory(accession="SP-1", published=True), PhotoFactory()

    record_change([public, draft])

    assert activities() == [("sp-1", "Create"), ("sp-1", "Update")]


def test_feed_leads_through_its_pages(client, monkeypatch):
    monkeypatch.setattr("photos.exports.views.ACTIVITIES_ON_A_PAGE", 2)
    photos = [PhotoFactory(accession=f"SP-{number}", published=True) for number in (1, 2)]
    withdraw_photo(photos[0])

    feed = client.get(FEED).json()
    last = client.get(feed["last"]["id"]).json()
    first = client.get(last["prev"]["id"]).json()

    assert (feed["type"], feed["totalItems"]) == ("OrderedCollection", 3)
    assert feed["@context"] == "http://iiif.io/api/discovery/1/context.json"
    assert first["id"] == feed["first"]["id"]
    assert first["next"]["id"] == last["id"]
    assert (first["startIndex"], last["startIndex"]) == (0, 2)
    assert "prev" not in first
    assert "next" not in last
    items = [*first["orderedItems"], *last["orderedItems"]]
    assert [(item["type"], item["object"]["id"]) for item in items] == [
        ("Create", "http://testserver/iiif/presentation/3/photo/sp-1/manifest.json"),
        ("Create", "http://testserver/iiif/presentation/3/photo/sp-2/manifest.json"),
        ("Delete", "http://testserver/iiif/presentation/3/photo/sp-1/manifest.json"),
    ]
    assert all(item["object"]["type"] == "Manifest" for item in items)
    assert sorted(item["endTime"] for item in items) == [item["endTime"] for item in items]
    assert client.get(first["id"].replace("-1.json", "-3.json")).status_code == 404


def test_feed_without_activities_has_one_empty_page(client):
    feed = client.get(FEED).json()

    assert feed["totalItems"] == 0
    assert client.get(feed["first"]["id"]).json()["orderedItems"] == []


def test_page_costs_two_queries(client, django_assert_num_queries):
    page = "/iiif/discovery/1/activities-1.json"
    PhotoFactory(published=True)
    with django_assert_num_queries(2):
        client.get(page)

    for _number in range(3):
        PhotoFactory(published=True)

    with django_assert_num_queries(2):
        response = client.get(page)
    assert len(response.json()["orderedItems"]) == 4
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=3600"


def test_feed_that_disagrees_is_a_broken_promise():
    published, withdrawn = PhotoFactory(published=True), PhotoFactory(published=True)
    withdraw_photo(withdrawn)
    assert feed_breaches() == []

    Photo.objects.filter(pk=published.pk).update(slug="elsewhere")
    PhotoActivity.objects.filter(slug=withdrawn.slug, kind="Delete").delete()

    assert feed_breaches() == [
        f"{published} is public, and the feed of changes does not say so",
        f"{withdrawn} is no longer public, and the feed of changes does not say so",
    ]
