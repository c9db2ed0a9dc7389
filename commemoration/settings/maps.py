"""What the map of burial sites stands on, for django-leaflet."""

# The site's own outline is drawn by static/js/map; django-leaflet would else ask OpenStreetMap.
LEAFLET_CONFIG = {
    "TILES": [],
    "ATTRIBUTION_PREFIX": "",
    "SPATIAL_EXTENT": (1.8, 49.0, 7.2, 52.0),
    "MIN_ZOOM": 7,
    "MAX_ZOOM": 13,
    "RESET_VIEW": False,
    "NO_GLOBALS": True,
    "SCALE": "metric",
}
