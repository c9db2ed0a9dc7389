"""The two bare pages that bench.map opens: the map of the site alone, and plain markercluster."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.utils import translation

from tributes.graves.map_frame import map_frame
from tributes.graves.selectors.asked import AskedSites

MODULES = settings.BASE_DIR / "node_modules" / "leaflet.markercluster" / "dist"
CLUSTER_FILES = ("leaflet.markercluster.js", "MarkerCluster.css", "MarkerCluster.Default.css")

MINE = """<!doctype html><html lang="en"><title>Map</title>
<link rel="stylesheet" href="/static/dist/site.css">
<script src="/static/dist/site.js" defer></script>
<section class="grave-map" data-map>
<div class="grave-map__drawing"><button data-map-open hidden></button></div>
<div class="grave-map__canvas" id="grave-map"></div><p data-map-status></p></section>
{{ options|json_script:"map-options" }}
{% load leaflet_tags %}
{% leaflet_map "grave-map" creatediv=False fitextent=False loadevent="map:open" %}
<script type="module">document.querySelector("[data-map-open]").click();</script></html>"""

PLAIN = """<!doctype html><html lang="en"><title>Plain</title>
<link rel="stylesheet" href="/static/leaflet/leaflet.css">
<link rel="stylesheet" href="/bench/MarkerCluster.css">
<link rel="stylesheet" href="/bench/MarkerCluster.Default.css">
<style>#map { height: 512px }</style>
<div id="map"></div>
<script src="/static/leaflet/leaflet.js"></script>
<script src="/bench/leaflet.markercluster.js"></script>
<script type="module">
const map = L.map("map", { maxZoom: 13 });
map.fitBounds([[49.5, 2.5], [51.5, 6.4]]);
const { x, y } = await (await fetch("POINTS")).json();
const markers = [];
let [longitude, latitude] = [0, 0];
for (let i = 0; i < x.length; i++) {
  longitude += x[i];
  latitude += y[i];
  markers.push(L.marker([latitude / 100000, longitude / 100000]));
}
const clusters = L.markerClusterGroup();
clusters.addLayers(markers);
map.addLayer(clusters);
performance.mark("map-usable");
</script></html>"""


@dataclass(frozen=True)
class OwnPage:
    kind: str
    content: bytes


def pages() -> dict[str, OwnPage]:
    """By their addresses, with the files of markercluster."""
    with translation.override("en"):
        options = map_frame(AskedSites(), settings.MAP_GROUND)
        mine = Template(MINE).render(Context({"options": options}))
    plain = PLAIN.replace("POINTS", options["points"])
    found = {
        "/bench/map": OwnPage("text/html", mine.encode()),
        "/bench/plain": OwnPage("text/html", plain.encode()),
    }
    for name in CLUSTER_FILES:
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        found[f"/bench/{name}"] = OwnPage(kind, (MODULES / name).read_bytes())
    icon = Path(finders.find("leaflet/images/marker-icon.png"))
    found["/favicon.ico"] = OwnPage("image/png", icon.read_bytes())
    return found
