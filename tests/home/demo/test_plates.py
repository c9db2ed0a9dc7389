import pytest
import pyvips

from commemoration.home.demo.plates import KINDS, draw_plate, draw_verso


@pytest.mark.parametrize("kind", KINDS)
def test_plate_is_large_grey_and_full_of_detail(kind, tmp_path):
    draw_plate(kind, 3, tmp_path / "plate.jpg")

    plate = pyvips.Image.new_from_file(str(tmp_path / "plate.jpg"))
    middle = plate.crop(1000, 1000, 1800, 1000)
    blurred = middle.resize(1 / 8).resize(8, kernel="linear").crop(0, 0, 1800, 1000)
    assert (plate.width, plate.height, plate.bands) == (4200, 3000, 1)
    assert (middle - blurred).abs().avg() > 4  # an empty or smooth picture stays below 1


def test_plate_of_the_same_number_is_the_same_picture(tmp_path):
    for name in ("first.jpg", "second.jpg"):
        draw_plate("typed", 5, tmp_path / name)

    assert (tmp_path / "first.jpg").read_bytes() == (tmp_path / "second.jpg").read_bytes()


def test_plate_of_another_number_is_another_picture(tmp_path):
    draw_plate("typed", 5, tmp_path / "first.jpg")
    draw_plate("typed", 6, tmp_path / "second.jpg")

    assert (tmp_path / "first.jpg").read_bytes() != (tmp_path / "second.jpg").read_bytes()


def test_verso_is_as_large_as_its_plate(tmp_path):
    draw_verso(4, tmp_path / "verso.jpg")

    verso = pyvips.Image.new_from_file(str(tmp_path / "verso.jpg"))
    assert (verso.width, verso.height) == (4200, 3000)
