"""Maps of Belgium, drawn by the site itself: no tile server is asked.

`manage.py build_basemap` makes the data of the small one, kept beside this file, and of the large
one that can be moved, kept in core's static files.
"""

from .data import ATTRIBUTION, DETAIL_ATTRIBUTION, Town, borders_path, geojson, outline_path, towns
from .gazetteer import find_town
from .projection import HEIGHT, WIDTH, is_on_map, project
from .surroundings import surroundings

__all__ = [
    "ATTRIBUTION",
    "DETAIL_ATTRIBUTION",
    "HEIGHT",
    "WIDTH",
    "Town",
    "borders_path",
    "find_town",
    "geojson",
    "is_on_map",
    "outline_path",
    "project",
    "surroundings",
    "towns",
]
