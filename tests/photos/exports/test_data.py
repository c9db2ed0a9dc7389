"""The whole archive as CSV and JSON lines."""

import csv
import io
import json

import pytest
from django.http import StreamingHttpResponse

from photos.importers.columns import photo_columns
from photos.services.records import publish_photo, unpublish_photo, update_photo, withdraw_photo
from tests.factories.photos import ArchiveImageFactory, CollectionFactory, PhotoFactory

pytestmark = pytest.mark.django_db

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"


def lines_of(response) -> list[dict]:
    assert response.status_code == 200
    return [json.loads(line) for line in b"".join(response).decode().splitlines()]


def rows_of(response) -> list[dict]:
    assert response.status_code == 200
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_public_photograph_is_listed_and_what_is_gone_is_named(client):
    public = PhotoFactory(accession="SP-1", credit="Archive", published=True)
    PhotoFactory(accession="SP-2")
    withdrawn = withdraw_photo(PhotoFactory(accession="SP-3", published=True))
    taken_back = unpublish_photo(PhotoFactory(accession="SP-4", credit="Secret", published=True))

    first, *gone = lines_of(client.get("/data/photos.jsonl"))

    assert first.pop("modified").endswith("Z")
    assert first == {
        "row_format": "photos/1",
        "accession": "SP-1",
        "uuid": str(public.image.uuid),
        "file": f"{public.image.uuid}.jpg",
        "collection": public.collection.slug,
        "rights": "http://rightsstatements.org/vocab/NKC/1.0/",
        "credit": "Archive",
        "original_language": "en",
        "title_en": "Grave markers before birches",
        "machine_translated_en": False,
        "status": "published",
        "metadata_licence": CC0,
        "url": "http://testserver/photo/sp-1/",
        "image": f"http://testserver/media/pictures/{public.image.uuid}/48.jpg",
        "manifest": "http://testserver/iiif/presentation/3/photo/sp-1/manifest.json",
    }
    assert [set(record) for record in gone] == [
        {"row_format", "accession", "uuid", "modified", "status"}
    ] * 2
    assert [(record["accession"], record["uuid"], record["status"]) for record in gone] == [
        ("SP-3", str(withdrawn.image.uuid), "withdrawn"),
        ("SP-4", str(taken_back.image.uuid), "withdrawn"),
    ]


def test_draft_of_a_public_photograph_stays_private(client):
    photo = PhotoFactory(credit="Archive", published=True)
    update_photo(photo, credit="Not ready", texts={"en": {"caption": "Not ready"}})

    (record,) = lines_of(client.get("/data/photos.jsonl"))

    assert record["credit"] == "Archive"
    assert "caption_en" not in record


def test_columns_of_the_csv_are_those_of_the_import(client):
    PhotoFactory(published=True)

    (row,) = rows_of(client.get("/data/photos.csv"))

    beside = {"modified", "metadata_licence", "url", "image", "manifest"}
    # What only lists of other systems need to say.
    foreign = {"part_of", "date_is_approximate"}
    assert set(row) - beside == {column.name for column in photo_columns("en")} - foreign


def test_one_record_is_a_line_of_the_whole(client):
    photo = PhotoFactory(published=True, verso=ArchiveImageFactory())

    record = client.get(f"/data/photos/{photo.slug}.json").json()

    assert [record] == lines_of(client.get("/data/photos.jsonl"))
    assert record["verso_file"] == f"{photo.verso.uuid}.jpg"


def test_collection_can_be_asked_for_alone(client):
    wanted = PhotoFactory(collection=CollectionFactory(slug="streets"), published=True)
    PhotoFactory(published=True)

    records = lines_of(client.get("/data/photos.jsonl?collection=streets"))

    assert [record["accession"] for record in records] == [wanted.accession]
    for unknown in ("nothing", "%00"):
        assert client.get(f"/data/photos.jsonl?collection={unknown}").status_code == 404


def test_answer_is_written_while_it_is_read_in_parts(
    client, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr("photos.exports.data.RECORDS_AT_ONCE", 3)
    for number in range(7):
        PhotoFactory(accession=f"SP-{number}", published=True)

    with django_assert_num_queries(1):
        response = client.get("/data/photos.jsonl")
        assert isinstance(response, StreamingHttpResponse)
    # Three parts of photographs and of texts, and one that finds no more.
    with django_assert_num_queries(7):
        records = lines_of(response)

    assert [record["accession"] for record in records] == [f"SP-{number}" for number in range(7)]


@pytest.mark.parametrize("name", ["photos.csv", "photos.jsonl"])
def test_unchanged_list_is_not_sent_again(client, name):
    photo = PhotoFactory(published=True)
    first = client.get(f"/data/{name}")
    conditions = (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    )

    unchanged = [client.get(f"/data/{name}", headers=each).status_code for each in conditions]
    publish_photo(update_photo(photo, credit="Archive"))
    changed = client.get(f"/data/{name}", headers=conditions[0]).status_code

    assert (unchanged, changed) == ([304, 304], 200)
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cache-Control"] == "public, max-age=3600"


def test_head_reads_nothing(client, django_assert_num_queries):
    PhotoFactory(published=True)

    with django_assert_num_queries(1):
        response = client.head("/data/photos.csv")

    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_empty_archive_has_a_header_and_no_rows(client):
    assert rows_of(client.get("/data/photos.csv")) == []
    assert lines_of(client.get("/data/photos.jsonl")) == []


def test_licence_of_the_metadata_is_a_setting(client, settings):
    settings.PHOTO_METADATA_LICENCE = "http://creativecommons.org/licenses/by/4.0/"
    PhotoFactory(published=True)

    (record,) = lines_of(client.get("/data/photos.jsonl"))

    assert record["metadata_licence"] == "http://creativecommons.org/licenses/by/4.0/"
