import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.test import RequestFactory

from commemoration.core.media.views import public_file

CONTENT = bytes(range(256)) * 2400  # more than two chunks


@pytest.fixture
def name():
    name = default_storage.save("ranges/film.mp4", ContentFile(CONTENT))
    yield name
    default_storage.delete(name)


def ask(name, method="get", **headers):
    request = getattr(RequestFactory(), method)(
        "/", headers={key.replace("_", "-"): value for key, value in headers.items()}
    )
    return public_file(request, name)


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


@pytest.mark.django_db
def test_file_is_not_compressed_on_its_way(name, client):
    response = client.get(
        f"/media/{name}", headers={"accept-encoding": "gzip", "range": "bytes=0-99999"}
    )

    assert response.status_code == 206
    assert not response.has_header("Content-Encoding")
    assert response["Content-Length"] == "100000"
    assert body(response) == CONTENT[:100_000]


@pytest.mark.django_db
def test_page_is_compressed_on_its_way(client):
    response = client.get("/en/nowhere/", headers={"accept-encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"


def test_whole_file_is_given_byte_for_byte(name):
    response = ask(name)

    assert response.status_code == 200
    assert body(response) == CONTENT
    assert response["Content-Length"] == str(len(CONTENT))
    assert response["Content-Type"] == "video/mp4"
    assert response["Accept-Ranges"] == "bytes"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-1", 0, 1),
        ("bytes=1000-299999", 1000, 299_999),
        ("bytes=614399-", 614_399, 614_399),
        ("bytes=5-", 5, 614_399),
        ("bytes=-7", 614_393, 614_399),
        ("bytes=-9999999", 0, 614_399),
        ("bytes=10-9999999", 10, 614_399),
        ("BYTES=3-4", 3, 4),
    ],
)
def test_range_gives_exactly_these_bytes(name, asked, first, last):
    response = ask(name, range=asked)

    assert response.status_code == 206
    assert body(response) == CONTENT[first : last + 1]
    assert response["Content-Range"] == f"bytes {first}-{last}/614400"
    assert response["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=0-1,5-6",
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "bytes=" + "9" * 5000 + "-",
        "bytes=٣-٤",
        "lines=0-1",
        "nonsense",
    ],
)
def test_range_that_makes_no_sense_gives_the_whole_file(name, asked):
    response = ask(name, range=asked)

    assert response.status_code == 200
    assert body(response) == CONTENT


@pytest.mark.parametrize("asked", ["bytes=614400-", "bytes=614400-700000", "bytes=-0"])
def test_range_beyond_the_end_is_refused(name, asked):
    response = ask(name, range=asked)

    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */614400"
    assert body(response) == b""


def test_head_tells_the_length_without_the_content(name):
    response = ask(name, "head", range="bytes=0-9")

    assert response.status_code == 200
    assert response["Content-Length"] == str(len(CONTENT))
    assert body(response) == b""


def test_post_is_not_allowed(name):
    assert ask(name, "post").status_code == 405


def test_known_etag_is_answered_without_content(name):
    etag = ask(name)["ETag"]

    response = ask(name, if_none_match=etag)

    assert response.status_code == 304
    assert response["ETag"] == etag
    assert body(response) == b""


def test_unchanged_since_is_answered_without_content(name):
    moment = ask(name)["Last-Modified"]

    assert ask(name, if_modified_since=moment).status_code == 304


def test_condition_that_fails_is_answered_412(name):
    assert ask(name, if_match='"another"').status_code == 412


def test_if_range_gives_a_part_of_the_same_file_only(name):
    first = ask(name)

    same = ask(name, range="bytes=0-3", if_range=first["ETag"])
    same_date = ask(name, range="bytes=0-3", if_range=first["Last-Modified"])
    changed = ask(name, range="bytes=0-3", if_range='"another"')
    weak = ask(name, range="bytes=0-3", if_range="W/" + first["ETag"])
    nonsense = ask(name, range="bytes=0-3", if_range="yesterday")

    assert [same.status_code, same_date.status_code] == [206, 206]
    assert [changed.status_code, weak.status_code, nonsense.status_code] == [200, 200, 200]
    assert body(changed) == CONTENT


def test_changed_file_has_another_etag(name):
    before = ask(name)["ETag"]
    os.utime(default_storage.path(name), (1_000_000, 1_000_000))

    assert ask(name)["ETag"] != before


def test_unknown_type_is_saved_and_never_shown():
    name = default_storage.save("ranges/page.html", ContentFile(b"<script>alert(1)</script>"))

    response = ask(name)

    default_storage.delete(name)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == "attachment"


def test_empty_file_is_given_whole():
    name = default_storage.save("ranges/empty.mp3", ContentFile(b""))

    whole, part = ask(name), ask(name, range="bytes=0-")

    default_storage.delete(name)
    assert (whole.status_code, body(whole), whole["Content-Length"]) == (200, b"", "0")
    assert part.status_code == 416


@pytest.mark.parametrize(
    "name",
    [
        "../masters/secret.jpg",
        "ranges/../../masters/secret.jpg",
        "/etc/passwd",
        "ranges",
        "ranges/none.jpg",
        ".hidden.jpg",
        "ranges/.hidden/picture.jpg",
        "ranges/film.mp4.0123456789abcdef.part",
        "ranges/\0.jpg",
        "a" * 5000,
    ],
)
def test_other_names_do_not_exist(name):
    default_storage.save("ranges/there.jpg", ContentFile(b"x"))

    with pytest.raises(Http404):
        ask(name)


def test_media_address_answers(client, name):
    response = client.get(f"/media/{name}", headers={"range": "bytes=2-4"})

    assert (response.status_code, b"".join(response)) == (206, CONTENT[2:5])


@pytest.mark.parametrize(
    "hidden", ["documents/deed.pdf", "wagtail_uploads/deed.pdf", "ranges/../documents/deed.pdf"]
)
def test_files_that_wagtail_keeps_have_no_media_address(name, hidden):
    default_storage.save("/".join(hidden.split("/")[-2:]), ContentFile(b"%PDF-1.4"))

    with pytest.raises(Http404):
        ask(hidden)
