"""What the map of burial sites stands on: the own outline, a tile server, or a file of tiles."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.html import format_html

# Of Belgium, in degrees: west, south, east, north, with room around it.
EXTENT = (1.8, 49.0, 7.2, 52.0)
SMALLEST_ZOOM = 7
OUTLINE_ZOOM, TILES_ZOOM = 13, 17
"""How near one may come: as far as an outline, or tiles, still say where one is."""

# OpenStreetMap and others refuse browsers that do not say from which site they come.
REFERRER_POLICY = "strict-origin-when-cross-origin"


@dataclass(frozen=True)
class MapGround:
    """`tiles` is an address with {z}, {x} and {y}; `archive` that of a PMTiles file with pictures.

    With neither, browsers ask no other host.
    """

    tiles: str
    archive: str
    attribution: str
    attribution_url: str

    @property
    def is_outline(self) -> bool:
        return not (self.tiles or self.archive)

    @property
    def credit(self) -> str:
        """Whose map it is, as HTML."""
        if not self.attribution_url:
            return format_html("{}", self.attribution)
        return format_html('<a href="{}">{}</a>', self.attribution_url, self.attribution)

    @property
    def leaflet_config(self) -> dict:
        """For django-leaflet, whose own default would ask OpenStreetMap."""
        options = {"attribution": self.credit, "referrerPolicy": REFERRER_POLICY}
        return {
            "TILES": [("", self.tiles, options)] if self.tiles else [],
            "ATTRIBUTION_PREFIX": "",
            "SPATIAL_EXTENT": EXTENT,
            "MIN_ZOOM": SMALLEST_ZOOM,
            "MAX_ZOOM": OUTLINE_ZOOM if self.is_outline else TILES_ZOOM,
            "RESET_VIEW": False,
            "NO_GLOBALS": True,
            "SCALE": "metric",
        }

    @property
    def policy(self) -> dict[str, list[str]]:
        """What a page with the map may fetch beyond the policy of all pages."""
        allowed = {}
        if self.tiles:
            # Leaflet gives a tile that it drops an empty picture, which it carries as data.
            allowed["img-src"] = [*_hosts(self.tiles), "data:"]
        elif self.archive:
            # Its pictures are cut out of the file by the page.
            allowed = {"img-src": ["blob:"], "connect-src": _hosts(self.archive)}
        return {directive: sources for directive, sources in allowed.items() if sources}


def _hosts(address: str) -> list[str]:
    """As a policy writes them; none for a file of this site. `{s}` stands for several hosts."""
    parts = urlsplit(address.replace("{s}", "*"))
    return [f"{parts.scheme or 'https'}://{parts.netloc}"] if parts.netloc else []
