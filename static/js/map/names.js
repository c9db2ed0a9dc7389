// What places on the map are called, in the reader's language: as many as fit, the largest first.
const LANGUAGES = ["en", "fr", "nl", "ru"];
const AT_MOST = 70;
const CELL = [7.2, 22]; // pixels: a letter, a line
const DOT = 5;

export class Names {
  constructor(map, data, language) {
    this.map = map;
    this.pane = map.createPane("names");
    this.pane.classList.add("leaflet-zoom-hide");
    this.pane.setAttribute("aria-hidden", "true");
    const column = LANGUAGES.indexOf(language);
    this.areas = data.areas.map(([from, to, lat, lng, ...names]) => ({
      from,
      to,
      at: L.latLng(lat, lng),
      name: names[column],
      isArea: true,
    }));
    this.places = data.places.map(([from, lat, lng, ...names]) => ({
      from,
      to: 99,
      at: L.latLng(lat, lng),
      name: names[column] || names[0],
    }));
    this.shown = new Map();
    map.on("moveend", () => this.update());
    this.update();
  }

  update() {
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds();
    const taken = [];
    const kept = new Map();
    for (const place of [...this.areas, ...this.places]) {
      if (kept.size >= AT_MOST) break;
      if (place.from > zoom || place.to < zoom || !bounds.contains(place.at)) continue;
      const at = this.map.latLngToLayerPoint(place.at);
      const area = this.areaOf(place, at);
      if (taken.some((other) => overlaps(area, other))) continue;
      taken.push(area);
      kept.set(place, at);
    }
    for (const [place, element] of this.shown) {
      if (!kept.has(place)) {
        element.remove();
        this.shown.delete(place);
      }
    }
    for (const [place, at] of kept) {
      if (!this.shown.has(place)) this.shown.set(place, this.add(place));
      L.DomUtil.setPosition(this.shown.get(place), at);
    }
  }

  areaOf(place, at) {
    const width = place.name.length * CELL[0] + 8;
    const left = place.isArea ? at.x - width / 2 : at.x - DOT;
    return { left, right: left + width, top: at.y - CELL[1] / 2, bottom: at.y + CELL[1] / 2 };
  }

  add(place) {
    const kind = place.isArea ? "area" : place.from <= 8 ? "town" : "village";
    const element = L.DomUtil.create("div", `grave-map__name grave-map__name--${kind}`, this.pane);
    const words = document.createElement("span");
    words.textContent = place.name;
    element.append(words);
    return element;
  }
}

function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
