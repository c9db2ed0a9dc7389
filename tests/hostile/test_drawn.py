"""What the typesetter draws from words and pictures of strangers: words, and pictures without their
secrets."""

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import pyvips
import typst
from django.test import Client
from PIL import Image

from tests.factories import regiment
from tests.hostile.pictures import SECRETS, telling_jpeg
from tributes.regiment.models import RegimentEntry
from tributes.regiment.services.entries import publish_entry
from tributes.regiment.services.pictures import add_picture
from tributes.regiment.sharing.drawing import HEIGHT, SOURCE, WIDTH

pytestmark = pytest.mark.django_db

RED = "#rect(width: 400pt, height: 60pt, fill: rgb(255, 0, 0))"
HOSTILE = {
    "markup": [(RED, "#set page(fill: rgb(255, 0, 0))")],
    "signs": [("$x^2$ @lbl *b* _i_ \\ `r`", '<l> // /* */ #include "a.typ" [x] ~ \\u{202e}')],
    "raw": [("```typ #pagebreak()```", '#read("/etc/passwd") #panic()')],
    "stacked": [("Z" + "\u0336\u0301\u0302\u0303" * 20, "Ö")],
    "long": [("Щ" * 200, "W" * 200)],
    "many": [("ab " * 66, "c-" * 99)],
}
# Which no type has, or which are no signs at all.
UNSETTABLE = {
    "control signs": [("a\x07b\x1b[31m\x7f\x85", "c\x0bd\u2028e\r\nf")],
    "turned": [("\u202eгруз\u202c", "\u2067א\u2069\u200f\u061c")],
    "not in the font": [("👩‍👩‍👧🎖️", "李小龍 محمد \ue000\u0378")],
    "a word in one sign": [("Example", "﷽")],
}
FILES = ("a4.pdf", "a3.pdf", "a4.png", "phone.png")


def entry_of(names, **values) -> RegimentEntry:
    return regiment.entry(names=names, rank="Ш" * 200, **values)


def fetched(entry: RegimentEntry, file: str) -> bytes:
    answer = Client().get(f"/ru/regiment/{entry.number}/{file}")
    assert answer.status_code == 200, file
    return answer.content


def drawn(entry: RegimentEntry, file: str) -> Image.Image:
    return Image.open(io.BytesIO(fetched(entry, file))).convert("RGB")


def reds(picture: Image.Image) -> int:
    """Pixels that only markup of somebody else can have drawn."""
    return sum(
        count for count, (r, g, b) in picture.getcolors(2**24) if r > 200 and g < 60 and b < 60
    )


def inked(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything stands there: a pixel that is not nearly as light as the paper."""
    return picture.crop(box).convert("L").getextrema()[0] < 200


@pytest.mark.parametrize("names", HOSTILE.values(), ids=HOSTILE.keys())
def test_words_are_set_as_words_within_the_paper(names):
    entry = entry_of(names)

    shared, placard = drawn(entry, "share.jpg"), drawn(entry, "placard/a4.png")
    pdf = pypdfium2.PdfDocument(fetched(entry, "placard/a4.pdf"))

    assert shared.size == (WIDTH, HEIGHT)
    assert (reds(shared), reds(placard)) == (0, 0)
    assert inked(shared, (64, 100, WIDTH - 64, 360)), "the name"
    assert not inked(shared, (WIDTH - 60, 0, WIDTH, HEIGHT)), "nothing is cut off"
    width, height = placard.size
    margin = width // 24  # within the marks of the cut
    for left in (0, width - margin):
        assert not inked(placard, (left, height // 2, left + margin, height - height // 12))
    assert len(pdf) == 1
    words = "".join(pdf[0].get_textpage().get_text_bounded().split())
    assert words.count("Ш") == 200
    assert "root:" not in words


@pytest.mark.parametrize("names", UNSETTABLE.values(), ids=UNSETTABLE.keys())
def test_name_that_cannot_be_set_is_on_no_placard_and_leaves_the_picture_of_a_link(names):
    entry = entry_of(names)
    page = f"/en/regiment/{entry.number}/placard/"

    shared = drawn(entry, "share.jpg")

    assert (shared.size, reds(shared)) == ((WIDTH, HEIGHT), 0)
    assert "that our placard cannot print" in Client().get(page).content.decode()
    assert {Client().get(f"{page}{file}").status_code for file in FILES} == {404}


def test_typesetter_that_reads_words_as_source_is_found_out():
    """The control: the same words as the source."""
    page = f"#set page(width: {WIDTH}pt, height: {HEIGHT}pt)\n"
    source = (page + "\n".join(HOSTILE["markup"][0])).encode()

    careless = Image.open(io.BytesIO(typst.compile(source, format="png", ppi=72)))

    assert reds(careless.convert("RGB")) > 20_000


def test_picture_of_a_link_says_the_very_words():
    """A picture cannot be read: its source is, set as a PDF from the same inputs."""
    words = "".join(HOSTILE["markup"][0]) + HOSTILE["signs"][0][0]
    inputs = dict.fromkeys(("years", "eyebrow", "site", "mark"), "#x")
    pdf = typst.compile(
        SOURCE,
        font_paths=[],
        ignore_system_fonts=True,
        sys_inputs={**inputs, "name": words, "lang": "en", "portrait": ""},
    )
    (only,) = pypdfium2.PdfDocument(pdf)

    said = "".join(only.get_textpage().get_text_bounded().split())

    assert "".join(words.split()) in said
    assert said.count("#x") == 4


def test_nothing_drawn_tells_where_and_by_whom_the_portrait_was_taken(
    tmp_path, django_capture_on_commit_callbacks
):
    source = tmp_path / "portrait.jpg"
    source.write_bytes(telling_jpeg(900, 1200))
    with django_capture_on_commit_callbacks(execute=True):
        entry = regiment.entry()
        add_picture(entry, source)
        publish_entry(entry)

    files = {
        file: fetched(entry, file) for file in ("share.jpg", *(f"placard/{each}" for each in FILES))
    }

    careless = typst.compile(b'#image("portrait.jpg", width: 9cm)', root=tmp_path)
    (whole,) = pictures_in(pypdfium2.PdfDocument(careless))
    assert telling(whole) == telling(source.read_bytes()) != [], "the control"
    assert [secret for secret in SECRETS if secret in source.read_bytes()] == list(SECRETS)
    for file, content in files.items():
        assert [secret for secret in SECRETS if secret in content] == [], file
        if not file.endswith(".pdf"):
            assert telling(content) == [], file
            continue
        document = pypdfium2.PdfDocument(content)
        about = document.get_metadata_dict()
        assert (about["Author"], about["Title"]) == ("", "Образцов Пётр")
        (portrait,) = pictures_in(document)
        assert telling(portrait) == []
        assert [secret for secret in SECRETS if secret in portrait] == []


def telling(picture: bytes) -> list[str]:
    """What a picture says beside its pixels, by the names that libvips gives."""
    fields = pyvips.Image.new_from_buffer(picture, "").get_fields()
    return [name for name in fields if name.startswith(("exif", "xmp", "iptc", "jpeg-thumbnail"))]


def pictures_in(document: pypdfium2.PdfDocument) -> list[bytes]:
    """The picture files that the pages of a PDF hold, as they stand in it."""
    found = []
    for page in document:
        for each in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]):
            size = pdfium.FPDFImageObj_GetImageDataRaw(each, None, 0)
            content = ctypes.create_string_buffer(size)
            pdfium.FPDFImageObj_GetImageDataRaw(each, content, size)
            found.append(content.raw)
    return found
