"""A small map of Belgium, drawn by the site itself: no tile server is asked.

The data are made by `manage.py build_basemap` and kept beside this file.
"""

from .data import ATTRIBUTION, Town, borders_path, geojson, outline_path, towns
from .projection import HEIGHT, WIDTH, is_on_map, project

__all__ = [
    "ATTRIBUTION",
    "HEIGHT",
    "WIDTH",
    "Town",
    "borders_path",
    "geojson",
    "is_on_map",
    "outline_path",
    "project",
    "towns",
]
