"""What a row says is understood as it was meant, or refused at its column."""

import unicodedata

import pytest

from commemoration.core.imports.enums import Outcome, RowState
from photos.models import ArchiveImage, Photo
from tests.factories.pictures import jpeg

from .lists import ROW, errors_of


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (
            {"accession": ""},
            {"accession": ["The row has no number by which it could be known."]},
        ),
        ({"file": ""}, {"file": ["The row names no file."]}),
        ({"file": "c.jpg"}, {"file": ["There is no file “c.jpg” among the pictures."]}),
        (
            {"file": "../../secret.jpg"},
            {"file": ["There is no file “../../secret.jpg” among the pictures."]},
        ),
        (
            {"file": "https://example.org/scans/c.jpg"},
            {"file": ["Nothing is fetched from the web. Send the file “c.jpg” with the list."]},
        ),
        ({"latitude": "91"}, {"latitude": ["This number lies between -90 and 90 degrees."]}),
        (
            {"latitude": "50°51'"},
            {"latitude": ["Write the position in decimal degrees, for example 50.846557."]},
        ),
        ({"longitude": ""}, {"longitude": ["Give both latitude and longitude, or neither."]}),
        ({"uuid": "7"}, {"uuid": ["Enter a valid UUID."]}),
        (
            {"title_en": "", "title_ru": ""},
            {"title_en": ["Give a title in at least one language."]},
        ),
        ({"caption_fr": "Une rue"}, {"title_fr": ["Give a title too, since there is text."]}),
        (
            {"content_warning": "boring"},
            {
                "content_warning": [
                    "“boring” is not known. Use one of: death, injury, violence, camp, propaganda."
                ]
            },
        ),
    ],
)
def test_errors_are_told_at_their_column(importing, change, errors):
    assert errors_of(importing({**ROW, **change})) == errors
    assert Photo.objects.count() == 0


def test_date_that_cannot_be_read_is_refused_at_its_column(importing):
    assert list(errors_of(importing({**ROW, "date_edtf": "when it rained"}))) == ["date_edtf"]


def test_file_that_another_record_has_is_refused_with_a_way_to_it(importing):
    importing(ROW)
    twin = Photo.objects.get()

    batch = importing({**ROW, "accession": "SP-2"})

    (message,) = errors_of(batch)["file"]
    assert "SP-1" in message
    assert f"/admin/snippets/photos/photo/edit/{twin.pk}/" in message
    assert Photo.objects.count() == 1


def test_file_that_is_no_picture_is_refused_by_its_content(importing, scans):
    (scans / "a.jpg").write_bytes(b"%PDF-1.4 not a picture")

    batch = importing(ROW, confirm=False)

    assert errors_of(batch)["file"][0].startswith("This is a file of the type PDF.")


def test_damaged_picture_is_refused_when_it_is_read(importing, scans):
    (scans / "a.jpg").write_bytes(jpeg(600, 400)[:900])

    batch = importing(ROW)

    row = batch.rows.get()
    assert (row.state, list(row.errors)) == (RowState.FAILED, ["file"])
    assert (Photo.objects.count(), ArchiveImage.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "rights",
    [
        "http://rightsstatements.org/vocab/NKC/1.0/",
        "https://rightsstatements.org/vocab/NKC/1.0",
        "nkc",
        "No known copyright",
    ],
)
def test_rights_are_understood_by_address_code_and_name(importing, rights):
    importing({**ROW, "rights": rights})

    assert Photo.objects.get().rights == "NKC"


def test_free_words_are_no_rights(importing):
    errors = errors_of(importing({**ROW, "rights": "ask me"}))

    assert errors["rights"][0].startswith("“ask me” is not a rights statement")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_cyrillic_file_name_is_found_however_it_is_composed(importing, scans, form):
    other = "NFD" if form == "NFC" else "NFC"
    (scans / unicodedata.normalize(form, "Трамвай-Ёж.JPG")).write_bytes(jpeg(60, 40))

    batch = importing({**ROW, "file": unicodedata.normalize(other, "трамвай-ёж.jpg")})

    assert batch.rows.get().outcome == Outcome.CREATED
