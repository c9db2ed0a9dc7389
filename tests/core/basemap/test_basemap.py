import gzip
import json
import re
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from commemoration.core import basemap
from commemoration.core.basemap import building, labels
from commemoration.core.basemap.data import DATA_FILE, DETAIL_FILE

YPRES = (50.85, 2.88)
ARLON = (49.68, 5.82)


def render(text, **values):
    return Template("{% load basemap %}" + text).render(Context(values))


def test_north_is_up_and_east_is_right():
    (west_x, north_y), (east_x, south_y) = basemap.project(*YPRES), basemap.project(*ARLON)

    assert (west_x < east_x, north_y < south_y) == (True, True)


def test_distances_are_true_in_both_directions():
    kilometres_for_a_degree = 111.2
    x1, y1 = basemap.project(50.5, 4.0)
    x2, _ = basemap.project(50.5, 5.0)
    _, y2 = basemap.project(51.5, 4.0)

    across = (x2 - x1) / (kilometres_for_a_degree * 0.6361)  # cos 50.5°
    down = (y1 - y2) / kilometres_for_a_degree
    assert across == pytest.approx(down, rel=0.005)


def test_every_point_of_the_map_lies_in_the_drawing():
    data = json.loads(DATA_FILE.read_text(encoding="utf-8"))
    points = [point for line in [*data["outline"], *data["borders"]] for point in line]

    outside = [
        (longitude, latitude)
        for longitude, latitude in points
        if not basemap.is_on_map(latitude, longitude)
    ]
    assert (len(points) > 500, outside) == (True, [])


def test_map_is_small_enough_for_the_home_page():
    assert len(basemap.outline_path()) + len(basemap.borders_path()) < 8_000


def test_kept_data_are_what_the_packages_give():
    kept = json.loads(DATA_FILE.read_text(encoding="utf-8"))

    assert json.loads(json.dumps(building.build())) == kept


def test_towns_are_named_in_the_language_of_the_reader():
    names = {str(town.name) for town in basemap.towns()}

    assert len(names) == 11
    assert {"Brussels", "Ghent", "Liège"} <= names


def test_geojson_says_whose_data_it_is():
    outline, borders = basemap.geojson()["features"]

    assert (outline["geometry"]["type"], borders["geometry"]["type"]) == (
        "MultiPolygon",
        "MultiLineString",
    )
    assert all(ring[0][0] == ring[0][-1] for ring in outline["geometry"]["coordinates"])
    assert "National Geographic Institute" in outline["properties"]["attribution"]


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
def test_locator_map_marks_the_place_in_every_language(language):
    latitude, longitude = YPRES
    x, y = basemap.project(latitude, longitude)

    with translation.override(language):
        drawn = render(
            "{% locator_map latitude longitude label %}",
            latitude=Decimal(str(latitude)),
            longitude=Decimal(str(longitude)),
            label="Ypres <1944>",
        )

    assert f'class="basemap__point" cx="{x}" cy="{y}"' in drawn
    assert "Ypres &lt;1944&gt;" in drawn
    assert re.findall(r"style=|<script", drawn) == []


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(None, None), (Decimal("55.75"), Decimal("37.62")), (50.5, 30.0)]
)
def test_locator_map_draws_nothing_for_a_place_elsewhere(latitude, longitude):
    drawn = render(
        "{% locator_map latitude longitude 'x' %}", latitude=latitude, longitude=longitude
    )

    assert drawn.strip() == ""


def test_map_with_several_points_leaves_out_those_elsewhere():
    from commemoration.core.templatetags.basemap import MapPoint

    points = [MapPoint(*YPRES, "Ypres"), MapPoint(*ARLON, "Arlon"), MapPoint(0, 0, "Sea")]

    drawn = render("{% basemap points 'Ceremonies' %}", points=points)

    assert drawn.count("basemap__point") == 2


def test_name_of_a_town_makes_room_for_a_point_on_it():
    from commemoration.core.templatetags.basemap import BESIDE, RING

    on_arlon = render("{% locator_map latitude longitude 'x' %}", latitude=49.68, longitude=5.82)
    elsewhere = render("{% locator_map latitude longitude 'x' %}", latitude=50.85, longitude=2.88)

    name = re.compile(r'dx="(-?\d+)"[^>]*>Arlon<')
    assert name.findall(on_arlon) == [str(-RING - BESIDE)]
    assert name.findall(elsewhere) == [str(-BESIDE)]


def test_surroundings_draw_an_exact_place_as_a_point_and_a_centre_as_an_area():
    tag = "{% surroundings_map latitude longitude radius label %}"
    label = "Engreux <1944>"
    with translation.override("ru"):
        exact, centre = (
            render(tag, latitude=50.13, longitude=5.79, radius=radius, label=label)
            for radius in (0, 4)
        )

    assert (exact.count("basemap__point"), exact.count("surroundings__area")) == (1, 0)
    assert (centre.count("basemap__point"), centre.count("surroundings__area")) == (0, 1)
    assert ("Уффализ" in exact, "Engreux &lt;1944&gt;" in exact, len(exact) < 9_000) == (True,) * 3
    assert render(tag, latitude=None, longitude=None, radius=0).strip() == ""


def test_large_map_is_small_enough_and_names_places_in_four_languages():
    assert len(gzip.compress(DETAIL_FILE.read_bytes())) < 150_000
    assert labels.places() == json.loads(DETAIL_FILE.read_text(encoding="utf-8"))["places"]
    positions = {basemap.find_town(name) for name in ("Ypres", "ieper", "Ипр")}
    assert (len(positions), None in positions) == (1, False)
    assert basemap.find_town("Atlantis") is None
