import hashlib
from dataclasses import replace

import pytest
from PIL import Image

from commemoration.core.ingest.limits import SHORT_ENOUGH
from commemoration.core.ingest.services import PUBLIC, STAFF, PictureRefused, ingest_picture
from tests.factories import pictures


@pytest.fixture
def ingest(tmp_path):
    """Write bytes to a file with a misleading name, and ingest it."""

    def run(data: bytes, limits=PUBLIC):
        path = tmp_path / "upload.exe"
        path.write_bytes(data)
        work_dir = tmp_path / "work"
        work_dir.mkdir(exist_ok=True)
        return ingest_picture(path, work_dir=work_dir, limits=limits)

    return run


@pytest.fixture
def refusal_of(ingest):
    def run(data: bytes, limits=PUBLIC):
        with pytest.raises(PictureRefused) as refused:
            ingest(data, limits)
        return refused.value

    return run


def colours_at(path, *places):
    """Colours of an image file at places given as parts of its width and height."""
    with Image.open(path) as image:
        image.load()
        assert image.mode == "RGB"
        return [image.getpixel((int(x * image.width), int(y * image.height))) for x, y in places]


def assert_near(colour, expected, tolerance=6):
    distances = [abs(each - wanted) for each, wanted in zip(colour, expected, strict=True)]
    assert max(distances) <= tolerance, f"{colour} is not {expected}"


CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
UPRIGHT = (pictures.RED, pictures.GREEN, pictures.BLUE, pictures.YELLOW)


def assert_quarters(path, tolerance=6):
    for colour, expected in zip(colours_at(path, *CORNERS), UPRIGHT, strict=True):
        assert_near(colour, expected, tolerance)


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("TIFF", "image/tiff"), ("WEBP", "image/webp")],
)
def test_picture_of_each_type_is_recognised_by_content(ingest, kind, media_type):
    data = pictures.encoded(pictures.quarters(), kind)

    picture = ingest(data)

    assert picture.media_type == media_type
    assert picture.sha256 == hashlib.sha256(data).hexdigest()
    assert picture.size_bytes == len(data)
    assert (picture.width, picture.height) == (400, 300)
    assert_quarters(picture.path)


def test_heic_is_taken(ingest):
    picture = ingest(pictures.heic())

    assert picture.media_type == "image/heic"
    assert (picture.width, picture.height) == (400, 300)
    assert_quarters(picture.path, tolerance=12)


def test_heic_of_odd_width_keeps_its_rows(ingest):
    picture = ingest(pictures.heic(width=131, height=97))

    assert (picture.width, picture.height) == (131, 97)
    assert_quarters(picture.path, tolerance=16)


def test_small_picture_gets_derivatives_up_to_its_own_width(ingest):
    picture = ingest(pictures.jpeg(800, 600))

    made = [(each.width, each.height, each.format) for each in picture.derivatives]
    assert made == [
        (width, height, name)
        for width, height in ((320, 240), (480, 360), (640, 480), (800, 600))
        for name in ("avif", "webp", "jpg")
    ]
    for each in picture.derivatives:
        assert each.size_bytes == each.path.stat().st_size
        assert_quarters(each.path, tolerance=10)


def test_large_picture_gets_the_fixed_widths(ingest):
    picture = ingest(pictures.jpeg(2600, 1300))

    assert sorted({each.width for each in picture.derivatives}) == [320, 480, 640, 960, 1440, 2048]


@pytest.mark.parametrize("size", [(100, 3000), (400, 5000), (2600, 1300)])
def test_every_picture_has_something_to_show_within_the_limit_of_rights(ingest, settings, size):
    narrowest = ingest(pictures.jpeg(*size)).derivatives[0]

    assert max(narrowest.width, narrowest.height) <= SHORT_ENOUGH
    assert settings.LIMITED_LONGEST_SIDE >= SHORT_ENOUGH


def test_single_pixel_gets_one_width(ingest):
    picture = ingest(pictures.jpeg(1, 1))

    assert [(each.width, each.height) for each in picture.derivatives] == [(1, 1)] * 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied(ingest, orientation):
    turned_back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = pictures.quarters()
    if turned_back is not None:
        image = image.transpose(turned_back)

    picture = ingest(pictures.encoded(image, exif=pictures.orientation_exif(orientation)))

    assert (picture.width, picture.height) == (400, 300)
    assert (picture.master_width, picture.master_height) == image.size
    assert_quarters(picture.path)
    assert_quarters(picture.derivatives[0].path, tolerance=10)


@pytest.mark.parametrize(
    ("white", "notes"),
    [(65535, []), (4095, ["values_stretched"]), (1023, ["values_stretched"])],
)
def test_grey_of_16_bits_keeps_its_whole_range(ingest, white, notes):
    picture = ingest(pictures.grey_gradient_16(white=white))

    assert picture.notes == notes

    places = [(part, 0.5) for part in (0.002, 0.25, 0.5, 0.75, 0.998)]
    greys = colours_at(picture.path, *places)
    for colour, expected in zip(greys, (0, 64, 128, 192, 255), strict=True):
        assert_near(colour, (expected,) * 3, tolerance=3)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_without_profile_keeps_its_inks(ingest, kind):
    picture = ingest(pictures.cmyk(kind))

    places = [(part, 0.5) for part in (0.125, 0.375, 0.625, 0.875)]
    cyan, magenta, yellow, black = colours_at(picture.path, *places)
    assert picture.notes == ["cmyk_without_profile"]
    assert cyan[0] < 80 < 140 < cyan[2]
    assert magenta[1] < 80 < 180 < magenta[0]
    assert yellow[2] < 80 < 200 < min(yellow[:2])
    assert max(black) < 60


def test_embedded_profile_leads_to_srgb(ingest):
    picture = ingest(pictures.swapped_profile_jpeg())

    # The profile says that the red channel lights green: the picture must come out green.
    (colour,) = colours_at(picture.path, (0.5, 0.5))
    assert colour[1] > 180
    assert max(colour[0], colour[2]) < 80


def test_broken_profile_is_ignored(ingest):
    picture = ingest(pictures.jpeg(icc_profile=b"not a profile" * 40))

    assert_quarters(picture.path)


def test_huge_profile_is_ignored(ingest):
    picture = ingest(pictures.jpeg(icc_profile=b"\0" * 12_000_000))

    assert_quarters(picture.path)
    assert picture.path.stat().st_size < 100_000


def test_palette_becomes_colours(ingest):
    picture = ingest(pictures.encoded(pictures.quarters().quantize(8), "PNG"))

    assert_quarters(picture.path, tolerance=10)


def test_transparency_becomes_white(ingest):
    image = pictures.quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 200, 150))

    picture = ingest(pictures.encoded(image, "PNG"))

    clear, green = colours_at(picture.path, *CORNERS[:2])
    assert picture.notes == ["transparency_on_white"]
    assert_near(clear, (255, 255, 255))
    assert_near(green, pictures.GREEN)


def test_two_level_tiff_becomes_black_and_white(ingest):
    picture = ingest(pictures.bilevel_tiff())

    assert colours_at(picture.path, (0.2, 0.5), (0.8, 0.5)) == [(0, 0, 0), (255, 255, 255)]


def test_first_of_many_pages_is_taken_and_told(ingest):
    picture = ingest(pictures.multi_page_tiff())

    assert picture.notes == ["first_page_of_many"]
    assert_near(colours_at(picture.path, (0.5, 0.5))[0], pictures.RED)


def test_published_files_hold_no_metadata(ingest):
    data = pictures.jpeg(exif=pictures.private_exif(), xmp=b"<x>Private Person</x>")
    assert b"Private Person" in data

    picture = ingest(data)

    for path in [picture.path, *(each.path for each in picture.derivatives)]:
        content = path.read_bytes()
        assert b"Private Person" not in content
        assert b"SERIAL-4711" not in content
        with Image.open(path) as image:
            assert dict(image.getexif()) == {}
            assert {"xmp", "icc_profile", "exif", "photoshop"} & set(image.info) == set()


def test_master_is_not_touched(ingest, tmp_path):
    data = pictures.jpeg(exif=pictures.private_exif())

    ingest(data)

    assert (tmp_path / "upload.exe").read_bytes() == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"Hello, this is a letter.", "not_a_picture", id="text"),
        pytest.param(b"\0" * 10_000, "not_a_picture", id="zero-bytes"),
        pytest.param(pictures.svg_with_script(), "other_type", id="svg"),
        pytest.param(pictures.encoded(pictures.quarters(), "GIF"), "other_type", id="gif"),
        pytest.param(pictures.encoded(pictures.quarters(), "AVIF"), "other_type", id="avif"),
        pytest.param(pictures.encoded(pictures.quarters(), "PDF"), "other_type", id="pdf"),
        pytest.param(pictures.jpeg()[:-2000], "damaged", id="jpeg-cut-short"),
        pytest.param(pictures.jpeg()[:100], "damaged", id="jpeg-head-only"),
        pytest.param(pictures.png_with_header(900, 900), "damaged", id="png-without-data"),
        pytest.param(pictures.heic()[:2000], "damaged", id="heic-cut-short"),
        pytest.param(pictures.tiff_with_endless_directories(), "damaged", id="tiff-loop"),
        pytest.param(
            pictures.png_with_header(60_000, 60_000), "too_many_pixels", id="png-of-3600-megapixels"
        ),
        pytest.param(pictures.png_with_header(60_000, 600), "wrong_shape", id="strip"),
    ],
)
def test_hostile_file_is_refused_with_its_reason(refusal_of, data, code):
    assert refusal_of(data).code == code


def test_refusal_names_the_limit_and_what_to_do(refusal_of):
    refusal = refusal_of(pictures.png_with_header(10_000, 5_000))

    assert refusal.message == (
        "The picture has 50 megapixels (10000 × 5000); at most 40 megapixels can be taken. "
        "Save a smaller copy and send that."
    )


def test_staff_may_hand_in_what_the_public_may_not(refusal_of):
    data = pictures.png_with_header(10_000, 5_000)

    assert refusal_of(data, PUBLIC).code == "too_many_pixels"
    # The size is allowed; only then does its missing content show.
    assert refusal_of(data, STAFF).code == "damaged"


def test_too_many_bytes_are_refused_unread(refusal_of, tmp_path):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(PUBLIC.max_bytes + 1)

    with pytest.raises(PictureRefused) as refused:
        ingest_picture(path, work_dir=tmp_path)

    assert refused.value.params == {"megabytes": 41, "limit": 40}


def test_compressed_bomb_stays_small(ingest):
    # 36 megapixels of nothing in 110 kB: within the limit, so it is read, but as a stream.
    data = pictures.png_with_header(6000, 6000, b"\0" * (6000 * 3 + 1) * 6000)
    assert len(data) < 120_000

    picture = ingest(data)

    assert picture.peak_bytes < 300 * 1024 * 1024


def test_upright_scan_is_encoded_every_time(ingest):
    # Its AVIF reserves about what decoding may: it went wrong once in four times.
    data = pictures.jpeg(2400, 3600)

    found = [ingest(data).derivatives[-1].height for _time in range(4)]

    assert found == [3072] * 4


def test_picture_that_needs_too_much_memory_is_refused_for_that(refusal_of):
    # Turned pictures are held whole: 9 megapixels of three bytes do not fit beside the libraries.
    data = pictures.jpeg(3000, 3000, exif=pictures.orientation_exif(6))

    refusal = refusal_of(data, replace(PUBLIC, max_memory=35 * 1024 * 1024))

    assert refusal.code == "too_much_memory"


def test_picture_that_takes_too_long_is_refused_for_that(refusal_of):
    refusal = refusal_of(pictures.jpeg(), replace(PUBLIC, max_seconds=0))

    assert refusal.code == "too_slow"


def test_polyglot_loses_what_it_carried(ingest):
    picture = ingest(pictures.jpeg() + b"PK\x03\x04<script>alert(1)</script>")

    assert_quarters(picture.path)
    for path in [picture.path, *(each.path for each in picture.derivatives)]:
        assert b"<script>" not in path.read_bytes()


def test_full_disk_is_not_blamed_on_the_picture(tmp_path, monkeypatch):
    path = tmp_path / "picture.jpg"
    path.write_bytes(pictures.jpeg())
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000})())

    with pytest.raises(OSError, match="No space left"):
        ingest_picture(path, work_dir=tmp_path)
