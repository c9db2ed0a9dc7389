"""Lists of other archives: what is guessed, taken from elsewhere or lost is said where it is."""

import io

import pytest
from PIL import Image

from commemoration.core.imports.columns import propose_mapping
from commemoration.core.imports.enums import Outcome, RowState
from photos.importers.cells import plain_text
from photos.importers.columns import photo_columns
from photos.models import Photo
from photos.selectors.look_alikes import look_alikes
from tests.factories.pictures import foliage, jpeg

from .lists import ROW, errors_of

pytestmark = pytest.mark.django_db


def described(words: dict[int, str]) -> bytes:
    """A JPEG whose EXIF says these words: number of a tag → text."""
    exif = Image.Exif()
    for tag, text in words.items():
        exif[tag] = text
    file = io.BytesIO()
    Image.new("L", (64, 48), 90).save(file, "JPEG", exif=exif.tobytes())
    return file.getvalue()


CAPTION, ARTIST, TITLE = 270, 315, 0x9C9B


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        pytest.param(
            "objectid,filename,title,creator,date,description,subject,location,rightsstatement",
            "accession,file,title_en,photographer,date_edtf,caption_en,subjects,place_then,rights",
            id="CollectionBuilder",
        ),
        pytest.param(
            "dc:identifier,dc:title,dcterms:created,http://purl.org/dc/terms/creator,dc:coverage",
            "accession,title_en,date_edtf,photographer,place_then",
            id="Dublin Core",
        ),
        pytest.param(
            "Шифр,Название,Описание,Фотограф,Дата съёмки,Место съемки,Фонд,Опись,Ед. хр.,Права",
            "accession,title_ru,caption_ru,photographer,date_edtf,place_then,fonds,inventory,"
            "file_reference,rights",
            id="Russian",
        ),
        pytest.param(
            "Cote,Titre,Légende,Photographe,Lieu,Mots-clés,Droits",
            "accession,title_fr,caption_fr,photographer,place_then,subjects,rights",
            id="French",
        ),
        pytest.param(
            "Inventarisnummer,Titel,Beschrijving,Datering,Plaats,Trefwoorden",
            "accession,title_nl,caption_nl,date_edtf,place_then,subjects",
            id="Dutch",
        ),
        pytest.param(
            "unitid,unittitle,unitdate,scopecontent,geogname,title (fr),Title Russian",
            "accession,title_en,date_edtf,caption_en,place_then,title_fr,title_ru",
            id="EAD, and texts with a language",
        ),
    ],
)
def test_headers_of_archives_are_recognised(headers, names):
    headers = headers.split(",")

    mapping = propose_mapping(headers, photo_columns("en"))

    assert [mapping.get(str(at)) for at in range(len(headers))] == names.split(",")


def test_position_that_is_rounded_is_told(importing):
    batch = importing({**ROW, "latitude": "46.01972222", "longitude": "-112.52"})

    assert batch.rows.get().warnings == {
        "latitude": ["46.01972222 was rounded to 46.019722 degrees, a tenth of a metre."]
    }


def test_date_that_is_interpreted_and_repeated_values_are_told(importing):
    row = {**ROW, "date_edtf": "1944?", "subjects": "war|streets|war", "accession": "SP  1"}

    batch = importing(row)

    assert batch.rows.get().warnings == {
        "accession": ["It was written as “SP 1”."],
        "subjects": ["A value that stands in the cell twice was taken once."],
    }
    assert Photo.objects.get().date == "1944?"


def test_same_number_in_other_capitals_and_same_file_are_refused(importing):
    batch = importing(ROW, {**ROW, "accession": "sp-1", "file": "b.jpg"}, {**ROW, "accession": "X"})

    _first, capitals, file = batch.rows.all()
    assert capitals.errors == {"": ["“sp-1” stands in row 2 already."]}
    assert file.errors == {"file": ["The list gives this very file to “SP-1” already."]}
    assert Photo.objects.count() == 1


OBJECT = {"objectid": "p1", "title": "A card", "rights": "NKC", "parentid": "", "filename": ""}
FRONT = {"objectid": "p2", "parentid": "p1", "filename": "https://example.org/a.jpg"}
BACK = {"objectid": "p3", "parentid": "P1", "filename": "b.jpg", "title": "Back"}


def test_parts_become_front_and_back_where_that_was_chosen(importing, scans):
    batch = importing(OBJECT, FRONT, BACK, parts_are_sides=True)

    photo = Photo.objects.get()
    assert (photo.accession, photo.image.original_name, photo.verso.original_name) == (
        "p1",
        "a.jpg",
        "b.jpg",
    )
    whole, front, back = batch.rows.all()
    by_order = "by the order of the rows."
    assert whole.warnings["file"] == [
        f"“https://example.org/a.jpg” was taken from “p2” (row 3), {by_order}",
        "The file was found by its name; nothing was fetched.",
    ]
    assert whole.warnings["verso_file"] == [f"“b.jpg” was taken from “p3” (row 4), {by_order}"]
    rest = "Its other cells are not imported."
    assert front.warnings["part_of"] == [f"Taken as the front of “p1” (row 2). {rest}"]
    assert back.warnings["part_of"] == [f"Taken as the back of “P1” (row 2). {rest}"]
    assert {front.outcome, back.outcome} == {Outcome.UNCHANGED}


def test_parts_are_refused_where_nothing_was_chosen_and_where_they_are_too_many(importing):
    third = {**BACK, "objectid": "p4", "filename": "c.jpg"}

    not_chosen = importing(OBJECT, FRONT, BACK)
    too_many = importing(OBJECT, FRONT, BACK, third, parts_are_sides=True)

    assert Photo.objects.count() == 0
    assert set(not_chosen.rows.values_list("state", flat=True)) == {RowState.REFUSED}
    assert too_many.rows.first().errors["file"][-1] == (
        "The object has 3 parts, and a photograph only a front and a back."
    )


def test_words_in_the_file_are_named_and_not_used_without_being_asked_for(importing, scans):
    (scans / "a.jpg").write_bytes(described({CAPTION: "Found in the file", ARTIST: "A. Nother"}))

    batch = importing({**ROW, "photographer": "Somebody", "title_ru": ""})

    assert batch.rows.get().warnings == {
        "caption_en": [
            "The file says “Found in the file” (EXIF ImageDescription). It was not used."
        ]
    }
    assert Photo.objects.get().texts.get().caption == ""


def test_words_in_the_file_fill_what_nobody_wrote(importing, scans):
    words = {CAPTION: "Found in the file", ARTIST: "A. Nother", TITLE: "Не то".encode("utf-16-le")}
    (scans / "a.jpg").write_bytes(described(words))
    row = {**ROW, "photographer": "Somebody", "title_ru": "Улица", "caption_en": ""}

    batch = importing(row, use_embedded=True)

    photo = Photo.objects.get()
    texts = {text.language: text for text in photo.texts.all()}
    assert (photo.photographer, texts["ru"].title) == ("Somebody", "Улица")
    assert texts["en"].caption == "Found in the file"
    assert batch.rows.get().warnings == {
        "caption_en": ["Taken from the file (EXIF ImageDescription): “Found in the file”."]
    }


def test_words_in_the_file_never_replace_those_of_the_archive(importing, scans):
    importing({**ROW, "caption_en": "Written by hand"})
    (scans / "a.jpg").write_bytes(described({CAPTION: "Found in the file"}))

    batch = importing(ROW, use_embedded=True)

    assert batch.rows.get().outcome == Outcome.UPDATED
    assert Photo.objects.get().texts.get(language="en").caption == "Written by hand"


def test_rights_in_the_file_stand_in_for_those_the_row_lacks(importing, scans):
    address = "https://creativecommons.org/licenses/by/4.0/"
    (scans / "a.jpg").write_bytes(described({33432: address}))

    refused = importing({**ROW, "rights": ""})
    taken = importing({**ROW, "rights": ""}, use_embedded=True)

    assert list(refused.rows.get().errors) == ["rights"]
    assert taken.rows.get().state == RowState.DONE
    assert Photo.objects.get().rights == "CC-BY-4.0"


def test_picture_that_looks_like_another_is_told_with_the_way_to_it(importing, scans):
    print_ = foliage(400, 300)
    (scans / "a.jpg").write_bytes(print_)
    with Image.open(io.BytesIO(print_)) as opened:
        opened.resize((200, 150)).save(scans / "b.jpg", quality=70)
    (scans / "c.jpg").write_bytes(jpeg(80, 60))

    batch = importing(
        ROW,
        {**ROW, "accession": "SP-2", "file": "b.jpg"},
        {**ROW, "accession": "SP-3", "file": "c.jpg"},
    )

    first, second, third = batch.rows.all()
    photo = Photo.objects.get(accession="SP-1")
    address = f"/admin/snippets/photos/photo/edit/{photo.pk}/"
    assert look_alikes(photo) == [Photo.objects.get(accession="SP-2")]
    assert second.warnings == {"file": [f"It looks like the picture of SP-1: {address}"]}
    assert (first.warnings, third.warnings) == ({}, {})


def test_foreign_list_is_understood(importing):
    foreign = {
        "objectid": "demo_001",
        "filename": "https://example.org/objects/A.JPG",
        "title": "Anaconda Mine",
        "creator": "Watkins, Carleton E.",
        "date": "about 1890",
        "description": 'East <a href="https://example.org">level</a><br>Ore &amp; more',
        "subject": "Watkins, Carleton E.; Butte (Mont.)",
        "location": "Butte",
        "source": "Idaho",
        "rights": "Probably free; ask the library.",
        "rightsstatement": "http://rightsstatements.org/vocab/NoC-US/1.0/",
        "parentid": "demo_000",
        "depth": "1000",
    }

    batch = importing(foreign)

    photo = Photo.objects.get()
    text = photo.texts.get()
    assert (photo.accession, photo.photographer) == ("demo_001", "Watkins, Carleton E.")
    assert (photo.date, photo.rights, photo.place_then) == ("1890~", "NoC-US", "Butte")
    assert photo.subjects == ["Watkins, Carleton E.", "Butte (Mont.)"]
    assert (text.language, text.title) == ("en", "Anaconda Mine")
    assert text.caption == "East level\nOre & more"
    assert batch.rows.get().warnings == {
        "file": ["The file was found by its name; nothing was fetched."],
        "date_edtf": ["“about 1890” was understood as 1890~."],
        "part_of": ["It is a part of “demo_000”; the archive does not keep this."],
        "caption_en": ["HTML tags were taken out; the text was kept."],
    }


def test_side_of_an_object_is_told_where_it_belongs(importing):
    side = {"objectid": "p436", "parentid": "p435", "filename": "a.jpg", "title": "", "rights": ""}

    batch = importing(side)

    (message,) = errors_of(batch)["part_of"]
    assert message.startswith("It is a part of “p435”. A photograph has one row:")


def test_date_marked_as_approximate_is_kept_so(importing):
    importing({**ROW, "date_edtf": "1915", "date is approximate": "yes"})

    assert Photo.objects.get().date == "1915~"


def test_plain_text_keeps_what_is_no_markup():
    assert plain_text("2 < 3 and R&D") == "2 < 3 and R&D"
