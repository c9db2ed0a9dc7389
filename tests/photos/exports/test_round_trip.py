"""What is exported and imported again is the same, field by field."""

import csv
import io
import json
from pathlib import Path

import bagit
import pytest
from django.core.management import CommandError, call_command
from django.forms.models import model_to_dict

from photos.enums import ContentWarning, RightsStatement
from photos.importers.row_format import guard, join_list, split_list, unguard
from photos.models import ArchiveImage, Collection, Photo, PhotoText
from photos.picture_files import masters_storage
from photos.services.pictures import store_picture
from photos.services.records import create_photo, publish_photo, update_photo, withdraw_photo
from tests.factories.photos import CollectionFactory
from tests.factories.pictures import bilevel_tiff, jpeg

pytestmark = pytest.mark.django_db

OF_THE_ROW = {"id", "image", "verso", "collection", "latest_revision", "live_revision"}
MOMENTS = {"first_published_at", "last_published_at", "latest_revision_created_at"}

FOUR_LANGUAGES = {
    "en": {"title": 'The "Red" tram', "caption": "First line\nSecond, with a comma\n\nThird"},
    "fr": {"title": "L’été à Liège", "translator": "Anne, née Ü.", "is_machine_translated": True},
    "nl": {"title": "=SUM(A1)", "caption": "+32 2 000\r\n@home", "alt_text": "'=quoted"},
    "ru": {"title": "Улица «Победы»", "transcript": "<неразборчиво> 9/V &amp; <b>45</b>\n\n;\t|"},
}
RECORDS = [
    {
        "accession": "ЦГАКФД 0-359941/2",
        "texts": FOUR_LANGUAGES,
        "original_language": "ru",
        "date": "1944-09-03",
        "latitude": "-33.400000",
        "longitude": "4.351697",
        "people": ["Smirnova | Smirnoff", "back\\slash", "Ёжиков Пётр", "-"],
        "subjects": ["=1+1", "streets; squares"],
        "photographer": "-Anna-",
        "credit": "@archive",
        "place_then": "Brussel  (two spaces)",
        "place_now": "Bruxelles &amp; <i>Ixelles</i>",
        "fonds": "0012",
        "inventory": "1/2",
        "file_reference": "3-4",
        "reference": "'a'",
        "institution": "РГАКФД",
        "event": "Liberation",
        "rights": RightsStatement.CC_BY_NC_ND_3,
        "content_warning": ContentWarning.DEATH,
    },
    {
        "accession": "SP-2",
        "texts": {"en": {"title": "Nothing else is known"}, "nl": {"title": "Niets"}},
        "original_language": "",
        "date": "",
        "rights": RightsStatement.PUBLIC_DOMAIN,
    },
    *(
        {
            "accession": f"DATE-{number}",
            "texts": {"fr": {"title": "Une date"}},
            "date": date,
            "rights": list(RightsStatement)[number],
        }
        for number, date in enumerate(
            ["1944", "1944-09~", "1944?", "../1943-05", "1941/1943", "194X", "1944-06/.."]
        )
    ),
]


@pytest.fixture
def collection():
    return CollectionFactory(slug="streets")


@pytest.fixture
def photos(collection, tmp_path):
    """One for each of RECORDS, published; the first has a back and a scan of another type."""
    made = []
    for number, fields in enumerate(RECORDS):
        scan = tmp_path / f"{number}.jpg"
        scan.write_bytes(jpeg(60 + number, 40))
        pictures = {"image": store_picture(file=scan, original_name="Private name.jpg")}
        if number == 0:
            back = tmp_path / "back"
            back.write_bytes(bilevel_tiff())
            pictures["verso"] = store_picture(file=back, original_name="back.tif")
        made.append(publish_photo(create_photo(collection=collection, **fields, **pictures)))
    return made


def everything() -> dict:
    """All that the archive says of each published photograph, without the numbers of rows."""
    photos = Photo.objects.published().select_related("image", "verso", "collection")
    return {photo.accession: _facts(photo) for photo in photos}


def _facts(photo: Photo) -> dict:
    names = [field.name for field in Photo._meta.concrete_fields]
    facts = {name: getattr(photo, name) for name in names if name not in OF_THE_ROW | MOMENTS}
    facts["collection"] = photo.collection.slug
    facts["image"] = _picture(photo.image)
    facts["verso"] = _picture(photo.verso) if photo.verso else None
    for text in photo.texts.all():
        facts[text.language] = model_to_dict(text, exclude=["id", "photo"])
    return facts


def _picture(image: ArchiveImage) -> tuple:
    return str(image.uuid), image.sha256, image.width, image.height, bool(image.published_at)


def bag_of(folder: Path) -> Path:
    call_command("export_bag", "streets", str(folder), stdout=io.StringIO())
    return folder


def imported(bag: Path) -> str:
    output = io.StringIO()
    call_command(
        "import_photos",
        str(bag / "data/photos.csv"),
        *("--images", str(bag / "data/scans"), "--collection", "streets"),
        stdout=output,
    )
    return output.getvalue()


def empty_the_archive() -> None:
    Photo.objects.all().delete()
    ArchiveImage.objects.all().delete()
    Collection.objects.all().delete()
    assert (Photo.objects.count(), PhotoText.objects.count()) == (0, 0)


def test_export_imported_into_an_empty_archive_changes_nothing(photos, tmp_path):
    before = everything()
    assert len(before) == len(RECORDS)
    bag = bag_of(tmp_path / "bag")
    empty_the_archive()

    output = imported(bag)

    count = len(RECORDS)
    assert f"Result: {count} total, {count} created, 0 updated, 0 unchanged, 0 refused" in output
    after = everything()
    assert list(after) == list(before)
    for accession, facts in before.items():
        assert after[accession] == facts


def test_export_imported_over_itself_changes_no_row(photos, tmp_path, client):
    withdraw_photo(photos[-1], reason="A test.")
    everything_there = "".join(part.decode() for part in client.get("/data/photos.csv"))
    bag = bag_of(tmp_path / "bag")
    (bag / "data/photos.csv").write_text(everything_there, encoding="utf-8", newline="")
    rows = list(Photo.objects.order_by("pk").values()), list(PhotoText.objects.values())

    output = imported(bag)

    count = len(RECORDS)
    assert f"Result: {count} total, 0 created, 0 updated, {count} unchanged, 0 ref" in output
    assert (list(Photo.objects.order_by("pk").values()), list(PhotoText.objects.values())) == rows


def test_comparison_sees_a_change(photos, tmp_path):
    """The control of the two tests above: one word less, and they fail."""
    before = everything()
    bag = bag_of(tmp_path / "bag")
    publish_photo(update_photo(photos[0], texts={"fr": {"translator": "Somebody else"}}))
    changed = everything()

    output = imported(bag)

    assert changed != before
    assert "1 updated" in output
    assert everything() == before


def test_withdrawn_elsewhere_is_told_and_not_withdrawn_here(photos, tmp_path, client):
    withdraw_photo(photos[0])
    listed = "".join(part.decode() for part in client.get("/data/photos.csv"))
    (tmp_path / "photos.csv").write_text(listed, encoding="utf-8", newline="")
    photo = Photo.objects.get(pk=photos[0].pk)
    photo.withdrawn_at = None
    photo.save()
    publish_photo(photo)

    output = io.StringIO()
    call_command(
        "import_photos",
        *(str(tmp_path / "photos.csv"), "--collection", "streets", "--dry-run"),
        stdout=output,
    )

    assert "It was withdrawn where the list comes from." in output.getvalue()
    assert Photo.objects.get(pk=photos[0].pk).live is True


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("@home", "'@home"),
        ("-Anna-", "'-Anna-"),
        ("\t=1", "'\t=1"),
        ("-33.4", "-33.4"),
        ("'a'", "'a'"),
        ("Улица", "Улица"),
        ("", ""),
    ],
)
def test_cell_that_looks_like_a_formula_is_guarded_and_read_back(text, cell):
    assert guard(text) == cell
    assert unguard(cell) == text


@pytest.mark.parametrize(
    "values", [[], ["a"], ["a|b", "c"], ["\\", "|", "\\|", "a\\"], ["", "b"], ["ё", "=1"]]
)
def test_list_is_read_back_as_it_was(values):
    assert split_list(join_list(values)) == values


def test_foreign_list_is_read_as_before(photos, tmp_path):
    """An apostrophe, a backslash and tags mean in other lists what they always meant."""
    path = tmp_path / "foreign.csv"
    path.write_text("accession,file,rights,title_en,people\nDATE-0,x.jpg,NKC,<b>'=A</b>,a\\|b\n")

    call_command("import_photos", str(path), "--collection", "streets", stdout=io.StringIO())

    photo = Photo.objects.get(accession="DATE-0")
    assert photo.texts.get(language="en").title == "'=A"
    assert photo.people == ["a\\", "b"]


def test_bag_is_valid_and_says_what_it_is(photos, tmp_path):
    bag = bagit.Bag(str(bag_of(tmp_path / "bag")))

    assert bag.validate() is True
    assert sorted(bag.entries) == sorted(
        [
            *("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "data/photos.csv"),
            *(f"data/scans/{image.uuid}.{kind}" for image, kind in _scans(photos)),
        ]
    )
    assert bag.info["External-Description"] == "Specimens"
    assert bag.info["Metadata-Licence"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    (tmp_path / "bag/data/photos.csv").write_text("changed")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()


def _scans(photos):
    for photo in photos:
        yield photo.image, "jpg"
        if photo.verso:
            yield photo.verso, "tif"


def test_bag_holds_the_masters_untouched(photos, tmp_path):
    bag = bag_of(tmp_path / "bag")

    image = photos[0].verso
    with masters_storage().open(image.master.name) as master:
        assert (bag / f"data/scans/{image.uuid}.tif").read_bytes() == master.read()


def test_command_says_the_size_first_and_can_stop_there(photos, tmp_path):
    output = io.StringIO()

    call_command("export_bag", "streets", str(tmp_path / "bag"), "--dry-run", stdout=output)

    assert output.getvalue().startswith(f"streets: {len(RECORDS)} photographs, 10 scans, 0.")
    assert not (tmp_path / "bag").exists()


def test_bag_is_not_written_over_what_is_there(photos, tmp_path):
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "letter.txt").write_text("keep me")

    with pytest.raises(CommandError, match="is not an empty folder"):
        bag_of(folder)

    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_bag_takes_an_empty_folder(photos, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()

    assert bagit.Bag(str(bag_of(folder))).is_valid() is True


def test_damaged_master_does_not_travel(photos, tmp_path):
    Path(masters_storage().path(photos[1].image.master.name)).write_bytes(jpeg(10, 10))

    with pytest.raises(CommandError, match="is not the file that was handed in"):
        bag_of(tmp_path / "bag")

    assert not (tmp_path / "bag").exists()
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".bag")] == []


def test_csv_and_json_lines_say_the_same(photos, client):
    listed = b"".join(client.get("/data/photos.csv")).decode("utf-8-sig")
    lines = b"".join(client.get("/data/photos.jsonl")).decode().splitlines()

    rows = list(csv.DictReader(io.StringIO(listed, newline="")))
    records = [json.loads(line) for line in lines]
    assert [row["accession"] for row in rows] == [record["accession"] for record in records]
    first = records[0]
    assert first["people"] == RECORDS[0]["people"]
    assert (first["latitude"], first["rights"]) == (
        -33.4,
        "http://creativecommons.org/licenses/by-nc-nd/3.0/",
    )
    assert "photographer" not in records[1]
    assert rows[0]["title_nl"] == "'=SUM(A1)"
