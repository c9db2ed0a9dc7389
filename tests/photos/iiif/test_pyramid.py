import pytest
from PIL import Image

from photos.iiif import geometry
from photos.iiif.information import image_information
from photos.iiif.pyramid import write_pyramid
from tests.factories.pictures import quarters
from tests.photos.iiif.viewer import asked_for


def written(folder, width, height, limit=None):
    """The folder of tiles of a new picture, and their size."""
    picture = folder / "picture.jpg"
    quarters(width, height).save(picture, quality=95, subsampling=0)
    size = write_pyramid(picture, folder / "tiles", limit=limit)
    return folder / "tiles", size


def files_in(folder) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


SIZES = [
    (1, 1),
    (255, 255),
    (256, 256),
    (257, 200),
    (512, 512),
    (513, 300),
    (1000, 700),
    (1025, 513),
    (12000, 300),
    (300, 12000),
]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_file_that_is_asked_for_is_written_and_no_other(tmp_path, width, height):
    tiles, size = written(tmp_path, width, height)

    assert size == (width, height)
    assert files_in(tiles) == geometry.addresses(width, height)
    information = image_information(address="http://a/i", width=width, height=height)
    assert set(asked_for(information)) <= files_in(tiles)
    assert files_in(tmp_path) - {f"tiles/{name}" for name in files_in(tiles)} == {"picture.jpg"}


def test_files_have_the_size_their_address_says(tmp_path):
    tiles, _size = written(tmp_path, 1300, 700)

    for name in files_in(tiles) - {geometry.FULL}:
        with Image.open(tiles / name) as image:
            assert name.split("/")[1] == f"{image.width},{image.height}"
    with Image.open(tiles / geometry.FULL) as image:
        assert image.size == (1300, 700)


def test_tiles_of_a_limited_picture_are_cut_from_a_reduced_one(tmp_path):
    tiles, size = written(tmp_path, 2400, 1600, limit=900)

    assert size == (900, 600)
    assert files_in(tiles) == geometry.addresses(900, 600)
    for name in files_in(tiles):
        with Image.open(tiles / name) as image:
            assert max(image.size) <= 900


def test_each_tile_shows_its_own_part(tmp_path):
    tiles, _size = written(tmp_path, 1024, 1024)

    for region, colour in (("0,0", "red"), ("512,0", "green"), ("0,512", "blue")):
        with Image.open(tiles / f"{region},512,512/512,512/0/default.jpg") as image:
            red, green, blue = image.resize((1, 1)).getpixel((0, 0))
        assert max(("red", red), ("green", green), ("blue", blue), key=lambda each: each[1])[0] == (
            colour
        )
