from itertools import product

import pytest

from photos.iiif import geometry
from photos.iiif.information import image_information
from tests.photos.iiif.viewer import asked_for

EDGES = (1, 2, 255, 256, 257, 511, 512, 513, 1000, 1023, 1024, 1025, 2049, 4097, 12000)


@pytest.mark.parametrize("width", EDGES)
def test_every_address_a_viewer_asks_for_is_promised(width):
    for height in (1, 300, 512, 513, 1024, 3001):
        information = image_information(address="http://a/i", width=width, height=height)

        assert set(asked_for(information)) <= geometry.addresses(width, height)


def test_viewer_asks_for_something_else_where_a_level_is_wrong():
    """The control: with levels rounded down, the test above would fail."""
    wrong = {"width": 1001, "height": 1001, "tiles": [{"width": 512, "scaleFactors": [1, 2, 4]}]}

    assert not set(asked_for(wrong)) <= geometry.addresses(1001, 1001)


@pytest.mark.parametrize(("width", "height"), [*product((1, 512, 513, 2048, 2049), (1, 700))])
def test_listed_sizes_have_addresses(width, height):
    sizes = geometry.listed_sizes(width, height)

    assert {geometry.whole(size) for size in sizes} <= geometry.addresses(width, height)
    assert max(map(max, sizes)) <= geometry.LONGEST_LISTED


@pytest.mark.parametrize(
    ("size", "limit", "reduced"),
    [
        ((3000, 2000), None, (3000, 2000)),
        ((3000, 2000), 1600, (1600, 1067)),
        ((2000, 3000), 1600, (1067, 1600)),
        ((1600, 10), 1600, (1600, 10)),
        ((12000, 1), 1600, (1600, 1)),
    ],
)
def test_reduced_size_keeps_proportions_and_limit(size, limit, reduced):
    assert geometry.reduced_size(*size, limit) == reduced
