// The map that the site draws itself: land, countries, provinces, cantons, in the colours of the page.
const UNITS = 10000; // in a degree, as commemoration/core/basemap/detail.py writes them
const CANTONS_FROM = 9; // zoom

function points(numbers) {
  const found = [];
  let [longitude, latitude] = [0, 0];
  for (let i = 0; i < numbers.length; i += 2) {
    longitude += numbers[i];
    latitude += numbers[i + 1];
    found.push([latitude / UNITS, longitude / UNITS]);
  }
  return found;
}

export function drawOutline(map, data) {
  map.createPane("land").classList.add("grave-map__land");
  const renderer = L.svg({ pane: "land", padding: 0.3 });
  const style = (kind) => ({
    pane: "land",
    renderer,
    className: `grave-map__line grave-map__line--${kind}`,
    interactive: false,
    smoothFactor: 0.8,
  });
  L.polygon(data.land.map((ring) => [points(ring)]), style("land")).addTo(map);
  L.polyline(data.borders.map(points), style("border")).addTo(map);
  L.polygon(data.country.map((ring) => [points(ring)]), style("country")).addTo(map);
  L.polyline(data.provinces.map(points), style("province")).addTo(map);
  const cantons = L.polyline(data.cantons.map(points), style("canton"));
  const follow = () => (map.getZoom() >= CANTONS_FROM ? cantons.addTo(map) : cantons.remove());
  map.on("zoomend", follow);
  follow();
}
