import json
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model

from photos.models import ArchiveImage
from photos.services.records import unpublish_photo, withdraw_photo
from tests.factories.photos import PhotoFactory
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db
LD_JSON = 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"'


@pytest.fixture
def photo(commit):
    """A published photograph with tiles."""
    with commit():
        photo = PhotoFactory(published=True, rights="InC")
    work_off_tasks()
    return photo


@pytest.fixture
def service(photo):
    return f"/iiif/3/{photo.image.uuid}"


def test_information_says_what_a_viewer_must_know(client, service, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get(f"{service}/info.json", headers={"host": "archive.example"})

    assert response["Content-Type"] == "application/json"
    assert json.loads(response.content) == {
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": f"http://archive.example{service}",
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": 48,
        "height": 32,
        "sizes": [{"width": 48, "height": 32}],
        "tiles": [{"width": 512, "scaleFactors": [1]}],
        "rights": "http://rightsstatements.org/vocab/InC/1.0/",
    }


def test_information_is_linked_data_for_those_who_ask(client, service):
    response = client.get(f"{service}/info.json", headers={"accept": "application/ld+json"})

    assert (response["Content-Type"], response["Vary"]) == (LD_JSON, "Accept")


def test_identifier_alone_leads_to_the_information(client, service):
    for address in (service, f"{service}/"):
        response = client.get(address)

        assert response.status_code == 303
        assert response["Location"] == f"http://testserver{service}/info.json"


def test_tile_costs_no_query(client, service, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(f"{service}/full/max/0/default.jpg")

    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(response.streaming_content)[:2] == b"\xff\xd8"


@pytest.mark.parametrize("name", ["info.json", "full/max/0/default.jpg"])
def test_answers_may_be_used_by_any_site_and_are_asked_for_again(client, service, name):
    staff = get_user_model().objects.create_superuser("maria", "maria@example.com", "word")
    client.force_login(staff)

    response = client.get(f"{service}/{name}", headers={"accept-language": "ru"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["Link"] == '<http://iiif.io/api/image/3/level0.json>;rel="profile"'
    assert not response.cookies
    assert response.get("Vary", "Accept") == "Accept"
    again = client.get(f"{service}/{name}", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")


def test_preflight_is_answered(client, service):
    response = client.options(f"{service}/info.json", headers={"origin": "https://a.example"})

    assert response.status_code == 204
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_nothing_can_be_sent(client, service):
    assert client.post(f"{service}/info.json").status_code == 405


@pytest.mark.parametrize("name", ["", "/info.json", "/full/max/0/default.jpg"])
def test_unknown_picture_is_not_found(client, name):
    response = client.get(f"/iiif/3/{uuid4()}{name}", follow=True)

    assert (response.status_code, response["Content-Type"]) == (404, "text/plain; charset=utf-8")


@pytest.mark.parametrize("address", ["/iiif/3/", "/iiif/3/picture/info.json"])
def test_what_is_no_identifier_is_not_found_in_any_language(client, address):
    response = client.get(address)

    assert (response.status_code, response["Content-Type"]) == (404, "text/plain; charset=utf-8")


@pytest.mark.parametrize("hide", [withdraw_photo, unpublish_photo])
@pytest.mark.parametrize("name", ["info.json", "full/max/0/default.jpg", "full/9,9/0/default.jpg"])
def test_withdrawn_picture_is_gone(client, photo, service, commit, hide, name):
    with commit():
        hide(photo)

    response = client.get(f"{service}/{name}")

    assert (response.status_code, response["Cache-Control"]) == (410, "no-store")


@pytest.mark.parametrize("name", ["info.json", "full/max/0/default.jpg"])
def test_picture_that_was_never_public_is_not_found(client, name):
    draft = PhotoFactory()

    assert client.get(f"/iiif/3/{draft.image.uuid}/{name}").status_code == 404


def test_picture_that_waits_for_tiles_is_not_found_yet(client, commit):
    with commit():
        photo = PhotoFactory(published=True)

    assert ArchiveImage.objects.get().uuid == photo.image.uuid
    assert client.get(f"/iiif/3/{photo.image.uuid}/info.json").status_code == 404


@pytest.mark.parametrize(
    ("request_part", "status"),
    [
        ("full/max/0/default.png", 404),
        ("full/max/90/default.jpg", 404),
        ("full/max/0/gray.jpg", 404),
        ("full/^max/0/default.jpg", 404),
        ("full/17,/0/default.jpg", 404),
        ("square/max/0/default.jpg", 404),
        ("pct:0,0,50,50/max/0/default.jpg", 404),
        ("0,0,20,20/20,20/0/default.jpg", 404),
        ("all/max/0/default.jpg", 400),
        ("full/full/0/default.jpg", 400),
        ("full/max/half/default.jpg", 400),
        ("full/max/0/native.jpg", 400),
        ("full/max/0/default", 400),
        ("full", 400),
        ("../../pictures/full/max/0/default.jpg", 400),
    ],
)
def test_unsupported_requests_are_not_found_and_malformed_ones_refused(
    client, service, request_part, status
):
    assert client.get(f"{service}/{request_part}").status_code == status


def test_tiles_have_one_address(client, service):
    assert client.get(f"{service}/full/max/0/default.jpg").status_code == 200
    assert client.get(f"/media{service}/full/max/0/default.jpg").status_code == 404
