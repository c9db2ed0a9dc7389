import csv
import io
from pathlib import Path

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.accounts.services.groups import set_up_groups
from commemoration.core.enums import Section
from photos.enums import TileFault, TileState
from photos.models import ArchiveImage, Photo
from photos.selectors.gaps import gap_counts, lacking
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db

GAPS, TILES, AGAIN = (reverse(f"photo_{name}") for name in ("gaps", "tiles", "tiles_again"))


@pytest.fixture
def home(settings):
    Path(settings.MEDIA_ROOT).mkdir(parents=True)
    return CollectionFactory(section=Section.EMBASSY)


@pytest.fixture
def client_of(db):
    set_up_groups()

    def client_of(name, *groups):
        return signed_in(staff_account(name, *groups))

    return client_of


@pytest.fixture
def embassy(client_of):
    return client_of("anna", EMBASSY_EDITORS)


@pytest.fixture
def centre(client_of):
    return client_of("boris", CENTRE_EDITORS)


@pytest.fixture
def gaps(home):
    """One photograph that lacks nothing in English, one that lacks everything that can be."""
    english = {"title": "Bridge", "caption": "The bridge", "alt_text": "A bridge"}
    PhotoFactory(
        accession="SP-1",
        collection=home,
        date="1944",
        place_now="Liège",
        texts={"en": english, "nl": {"title": "Brug"}},
    )
    PhotoFactory(accession="SP-2", collection=home, rights="")
    return Photo.objects.all()


def test_counts_agree_with_what_the_filter_finds(gaps):
    counts = gap_counts(gaps)

    assert counts == {name: lacking(gaps, name).count() for name in counts}
    assert (counts["rights"], counts["place"], counts["date"], counts["alt_text"]) == (1, 1, 1, 1)
    assert (counts["caption-en"], counts["title-nl"], counts["title-ru"]) == (1, 1, 2)


def test_counts_cost_two_queries(gaps, django_assert_num_queries):
    with django_assert_num_queries(2):
        gap_counts(gaps)


def test_report_counts_every_gap_and_lists_one(embassy, gaps):
    start = embassy.get(GAPS).content.decode()
    page = embassy.get(f"{GAPS}?missing=rights").content.decode()

    assert "No rights statement" in start
    assert "SP-2" not in start
    assert "SP-2" in page
    assert "SP-1" not in page
    assert reverse(Photo.snippet_viewset.get_url_name("edit"), args=[gaps.last().pk]) in page


def test_report_is_narrowed_down(embassy, gaps, home):
    other = CollectionFactory(section=Section.EMBASSY)
    PhotoFactory(accession="XX-1", collection=other, institution="State archive")

    for query in [f"collection={other.pk}", "institution=State+archive"]:
        page = embassy.get(f"{GAPS}?missing=place&{query}").content.decode()
        assert "XX-1" in page
        assert "SP-2" not in page
    assert "SP-2" not in embassy.get(f"{GAPS}?missing=place&state=live").content.decode()


def test_report_shows_each_section_its_own(centre, gaps):
    PhotoFactory(accession="CE-1", collection=CollectionFactory(section=Section.CENTRE))

    page = centre.get(f"{GAPS}?missing=place").content.decode()

    assert "CE-1" in page
    assert "SP-2" not in page


def test_gaps_are_downloaded_as_csv_and_as_a_workbook(embassy, gaps):
    text = b"".join(embassy.get(f"{GAPS}?missing=place&export=csv").streaming_content).decode()
    workbook = b"".join(embassy.get(f"{GAPS}?missing=place&export=xlsx").streaming_content)

    heading, row = csv.reader(io.StringIO(text))
    assert (heading[0], row[0]) == ("Accession number", "SP-2")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    assert [cells[0].value for cells in sheet.iter_rows()] == ["Accession number", "SP-2"]


def _failed(photo):
    ArchiveImage.objects.filter(pk=photo.image_id).update(
        tile_state=TileState.FAILED, tile_fault=TileFault.DISK
    )
    return ArchiveImage.objects.get(pk=photo.image_id)


def test_failed_tiles_are_listed_and_made_again(embassy, home):
    picture = _failed(PhotoFactory(published=True, accession="SP-1", collection=home))
    PhotoFactory(published=True, accession="SP-2", collection=home)
    page = embassy.get(TILES).content.decode()

    assert "SP-1" in page
    assert "The disk was full or failing" in page
    assert "SP-2" not in page
    answer = embassy.post(AGAIN, {"picture": picture.pk})
    assert "The tiles of 1 picture are being made again." in (
        embassy.get(answer.url).content.decode()
    )
    work_off_tasks()

    picture.refresh_from_db()
    assert picture.tile_state == TileState.READY


def test_all_failed_tiles_are_made_again_at_once(embassy, home):
    pictures = [_failed(PhotoFactory(published=True, collection=home)) for _each in range(2)]

    embassy.post(AGAIN, {"picture": "all"})

    states = ArchiveImage.objects.filter(pk__in=[each.pk for each in pictures])
    assert set(states.values_list("tile_state", flat=True)) == {TileState.WAITING}


def test_failed_tiles_of_the_other_section_are_out_of_reach(centre, home):
    picture = _failed(PhotoFactory(published=True, accession="SP-1", collection=home))

    assert "SP-1" not in centre.get(TILES).content.decode()
    centre.post(AGAIN, {"picture": picture.pk})

    picture.refresh_from_db()
    assert picture.tile_state == TileState.FAILED


@pytest.mark.parametrize("address", [GAPS, TILES])
def test_reports_are_closed_to_staff_without_photographs(client_of, address):
    client = client_of("olga")

    assert client.get(address).status_code == 302


def test_menu_leads_to_the_reports(embassy):
    page = embassy.get("/admin/").content.decode()

    assert GAPS in page
    assert TILES in page


@pytest.mark.parametrize("address", [f"{GAPS}?missing=place", TILES])
def test_queries_do_not_grow(embassy, home, address):
    def queries():
        with CaptureQueriesContext(connection) as context:
            embassy.get(address)
        return len(context)

    _failed(PhotoFactory(published=True, collection=home))
    embassy.get(address)
    with_one = queries()
    for _each in range(2):
        _failed(PhotoFactory(published=True, collection=home))

    assert queries() == with_one <= 20
