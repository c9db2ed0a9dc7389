// What places on the map are called, in the reader's language: as many as fit, the largest first,
// beside each other and beside the marks, which would hide them.
const LANGUAGES = ["en", "fr", "nl", "ru"];
const AT_MOST = 70;
const CELL = [7.6, 18]; // pixels: a letter, a line
const DOT = 4;
const GAP = 6; // pixels between a place, or the mark that covers it, and its name

export class Names {
  // `marks` are told of wherever they change, by the event "marksshown" of the map.
  constructor(map, data, language, marks) {
    Object.assign(this, { map, marks });
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
    map.on("marksshown", () => this.update());
    this.update();
  }

  update() {
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds();
    const hidden = this.marks.areas();
    const taken = [...hidden];
    const view = this.view();
    const kept = new Map();
    for (const place of [...this.areas, ...this.places]) {
      if (kept.size >= AT_MOST) break;
      if (place.from > zoom || place.to < zoom || !bounds.contains(place.at)) continue;
      const at = this.map.latLngToLayerPoint(place.at);
      const isFree = (area) => isWithin(area, view) && !taken.some((other) => overlaps(area, other));
      const area = areasFor(place, at, hidden).find(isFree);
      if (!area) continue;
      taken.push(area, around(at, DOT));
      kept.set(place, { at, area });
    }
    for (const [place, element] of this.shown) {
      if (!kept.has(place)) {
        element.remove();
        this.shown.delete(place);
      }
    }
    for (const [place, { at, area }] of kept) {
      if (!this.shown.has(place)) this.shown.set(place, this.add(place));
      const element = this.shown.get(place);
      L.DomUtil.setPosition(element, at);
      L.DomUtil.setPosition(element.firstChild, L.point(area.left, area.top).subtract(at).round());
    }
  }

  // What is seen, in pixels of the map.
  view() {
    const { min, max } = this.map.getPixelBounds();
    const origin = this.map.getPixelOrigin();
    const [from, to] = [min.subtract(origin), max.subtract(origin)];
    return { left: from.x, right: to.x, top: from.y, bottom: to.y };
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

// Where the name may stand, the best first: to the right, left, above, below of its dot, or of the
// mark that covers the dot. The name of an area stands in its middle or nowhere.
function areasFor(place, at, hidden) {
  const width = place.name.length * CELL[0];
  const height = CELL[1];
  const area = (left, top) => ({ left, right: left + width, top, bottom: top + height });
  if (place.isArea) return [area(at.x - width / 2, at.y - height / 2)];
  const dot = around(at, 0);
  const seen = hidden.find((mark) => overlaps(dot, mark)) ?? dot;
  return [
    area(seen.right + GAP, at.y - height / 2),
    area(seen.left - GAP - width, at.y - height / 2),
    area(at.x - width / 2, seen.top - height - GAP / 2),
    area(at.x - width / 2, seen.bottom + GAP / 2),
  ];
}

function around({ x, y }, radius) {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function isWithin(a, b) {
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

function overlaps(a, b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
