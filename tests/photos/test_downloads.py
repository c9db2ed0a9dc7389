"""What can be taken along: as large as the rights allow, with the rights written into it."""

import io

import pytest
from PIL import Image, ImageChops

from photos import rights_limits
from photos.enums import RightsStatement
from photos.models import Photo
from photos.picture_files import working_storage
from photos.selectors import downloads_for
from photos.services.records import withdraw_photo
from photos.xmp import LARGEST_PACKET, opening_with, packet_for
from tests.factories.photos import ArchiveImageFactory, PhotoFactory

pytestmark = pytest.mark.django_db

TEXTS = {
    "en": {"title": "Grave <markers> & birches", "caption": "Seen from the road."},
    "ru": {"title": "Надгробия у берёз", "caption": "Вид с дороги."},
}


def published(width: int = 2600, height: int = 100, **facts) -> Photo:
    image = ArchiveImageFactory(width=width, height=height)
    return PhotoFactory(accession="SP-1", image=image, published=True, **facts)


def body_of(response) -> bytes:
    assert response.status_code == 200
    body = b"".join(response.streaming_content)
    assert int(response["Content-Length"]) == len(body)
    return body


def xmp_of(body: bytes) -> str:
    with Image.open(io.BytesIO(body)) as picture:
        picture.load()
        return picture.info["xmp"].decode()


def test_free_photograph_is_offered_up_to_its_whole_size():
    photo = published(rights=RightsStatement.PUBLIC_DOMAIN)

    assert [(each.width, each.is_whole) for each in downloads_for(photo)] == [
        (960, False),
        (1440, False),
        (2048, False),
        (2600, True),
    ]


def test_sizes_are_those_of_the_files_and_cost_no_look_at_them(django_assert_num_queries):
    photo = published(rights=RightsStatement.PUBLIC_DOMAIN)
    kept = {each.name: working_storage().size(each.name) for each in downloads_for(photo)}
    for name in kept:
        working_storage().delete(name)

    with django_assert_num_queries(0):
        offered = downloads_for(photo)

    assert {each.name: each.size for each in offered} == kept
    assert len(kept) == 4


def test_small_photograph_is_offered_as_it_is():
    photo = published(48, 32, rights=RightsStatement.PUBLIC_DOMAIN)

    assert [each.width for each in downloads_for(photo)] == [48]


def test_protected_photograph_is_offered_up_to_its_limit(client):
    photo = published(rights=RightsStatement.IN_COPYRIGHT)
    limit = rights_limits.longest_side(RightsStatement.IN_COPYRIGHT)

    offered = [each.width for each in downloads_for(photo)]

    assert offered
    assert max(offered) <= limit
    for width in (2048, 2600):
        assert client.get(f"/photo/sp-1/{width}.jpg").status_code == 404


def test_download_carries_title_credit_and_rights(client):
    published(
        rights=RightsStatement.CC_BY_4,
        credit="TASS / «Архив»",
        photographer="A. Specimen",
        subjects=["birches"],
        date="1944-09",
        texts=TEXTS,
    )

    response = client.get("/photo/sp-1/960.jpg")
    xmp = xmp_of(body_of(response))

    assert response["Content-Disposition"] == 'attachment; filename="sp-1-960.jpg"'
    assert "Content-Encoding" not in response
    for words in (
        '<rdf:li xml:lang="x-default">Grave &lt;markers&gt; &amp; birches</rdf:li>',
        '<rdf:li xml:lang="ru">Надгробия у берёз</rdf:li>',
        '<rdf:li xml:lang="en">Seen from the road.</rdf:li>',
        "<photoshop:Credit>TASS / «Архив»</photoshop:Credit>",
        "http://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>",
        "<xmpRights:Marked>True</xmpRights:Marked>",
        "<dc:source>http://testserver/photo/sp-1/</dc:source>",
        "<photoshop:DateCreated>1944-09</photoshop:DateCreated>",
    ):
        assert words in xmp


def test_picture_itself_is_not_encoded_again(client):
    photo = published()

    body = body_of(client.get("/photo/sp-1/960.jpg", headers={"accept-encoding": "gzip"}))

    name = downloads_for(photo)[0].name
    with working_storage().open(name) as file, Image.open(file) as stored:
        difference = ImageChops.difference(stored, Image.open(io.BytesIO(body)))
    assert difference.getbbox() is None


def test_unknown_facts_are_left_out(client):
    published(rights=RightsStatement.NOT_EVALUATED, date="1944~")

    xmp = xmp_of(body_of(client.get("/photo/sp-1/960.jpg")))

    assert "xmpRights:Marked" not in xmp
    assert "DateCreated" not in xmp
    assert "dc:creator" not in xmp


def test_captions_are_left_out_where_they_do_not_fit():
    texts = {
        language: {"title": f"Title {language}", "caption": "long " * 5000}
        for language in ("en", "fr", "nl", "ru")
    }
    photo = published(texts=texts)

    packet = packet_for(photo, "https://example.org/photo/sp-1/")

    assert len(packet) <= LARGEST_PACKET
    assert b"dc:description" not in packet
    assert b"Title ru" in packet


def test_segment_refuses_what_is_no_jpeg():
    with pytest.raises(ValueError, match="no JPEG"):
        opening_with(b"<x/>", io.BytesIO(b"\x89PNG\r\n\x1a\n"))


@pytest.mark.parametrize("width", [1, 959, 99999])
def test_width_that_is_not_offered_is_not_found(client, width):
    published()

    assert client.get(f"/photo/sp-1/{width}.jpg").status_code == 404


def test_withdrawn_photograph_is_gone_and_a_draft_was_never_there(client):
    photo = published()
    assert client.get("/photo/sp-1/960.jpg").status_code == 200

    withdraw_photo(photo)
    PhotoFactory(accession="SP-2")

    assert client.get("/photo/sp-1/960.jpg").status_code == 410
    assert client.get("/photo/sp-2/48.jpg").status_code == 404


def test_page_lists_files_with_pixels_and_size(client):
    published()

    page = client.get("/en/photo/sp-1/").content.decode()

    assert 'href="/photo/sp-1/2600.jpg"' in page
    assert "2600 × 100 pixels" in page


def test_covered_photograph_offers_nothing_until_it_is_shown(client):
    published(content_warning="death")

    assert "/photo/sp-1/960.jpg" not in client.get("/en/photo/sp-1/").content.decode()
    assert "/photo/sp-1/960.jpg" in client.get("/en/photo/sp-1/?show").content.decode()
