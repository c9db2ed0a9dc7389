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

// `nextTurn` lets the page breathe between two parts.
export async function drawOutline(map, data, nextTurn) {
  map.createPane("land").classList.add("grave-map__land");
  const renderer = L.svg({ pane: "land", padding: 0.3 });
  const style = (kind) => ({
    pane: "land",
    renderer,
    className: `grave-map__line grave-map__line--${kind}`,
    interactive: false,
    smoothFactor: 0.8,
  });
  const areas = (rings) => rings.map((ring) => [points(ring)]);
  L.polygon(areas(data.land), style("land")).addTo(map);
  await nextTurn();
  L.polyline(data.borders.map(points), style("border")).addTo(map);
  await nextTurn();
  L.polygon(areas(data.country), style("country")).addTo(map);
  await nextTurn();
  L.polyline(data.provinces.map(points), style("province")).addTo(map);
  await nextTurn();
  const cantons = L.polyline(data.cantons.map(points), style("canton"));
  const follow = () => (map.getZoom() >= CANTONS_FROM ? cantons.addTo(map) : cantons.remove());
  map.on("zoomend", follow);
  follow();
}
