// Clusters and sites as buttons on the map. A mark that stays keeps its element, and with it the focus;
// where the mark that has the focus goes, the nearest one gets it.
import { inDigits, plural } from "./words.js";

const STEP = 100; // pixels that an arrow key moves the map
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const MANY = 100;
const SEEN = { site: 8, cluster: 17, many: 21 }; // pixels: radii, as map.css draws them
const EDGE = 48; // pixels: a mark that is focused stands at least so far inside

export class Marks {
  constructor(map, options, clusters, popup) {
    Object.assign(this, { map, options, clusters, popup });
    this.shown = new Map();
    this.asked = 0;
    this.pane = map.createPane("marks");
    map.on("moveend", () => this.update());
    map.on("zoomanim", ({ zoom, center }) => this.glide(zoom, center));
    map.getContainer().addEventListener("keydown", (event) => this.onKey(event));
    this.pane.addEventListener("focusin", ({ target }) => this.intoView(target));
    popup.findMark = (site) => this.shown.get(`s${site.id}`)?.element;
  }

  async update() {
    const number = ++this.asked;
    const bounds = this.map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const marks = await this.clusters.inView(box, Math.floor(this.map.getZoom()));
    if (number === this.asked) this.show(marks); // a later view is on its way otherwise
  }

  show(marks) {
    const focused = [...this.shown.values()].find(({ element }) => element === document.activeElement);
    const coming = new Set(marks.map(({ key }) => key));
    for (const mark of marks) {
      const shown = this.shown.get(mark.key) ?? this.add(mark);
      shown.mark = mark;
      this.dress(shown);
    }
    // The focus moves before its mark goes: it is never nowhere.
    if (focused && !coming.has(focused.mark.key)) this.focusNearest(focused.mark, marks);
    for (const [key, { element }] of this.shown) {
      if (!coming.has(key)) {
        element.remove();
        this.shown.delete(key);
      }
    }
    this.place();
    this.map.fire("marksshown");
  }

  // What the marks cover, in pixels of the map.
  areas() {
    return [...this.shown.values()].map(({ mark }) => {
      const { x, y } = this.map.latLngToLayerPoint(mark.at).add(mark.beside ?? [0, 0]);
      const radius = SEEN[mark.count >= MANY ? "many" : mark.count ? "cluster" : "site"];
      return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    });
  }

  add(mark) {
    const element = L.DomUtil.create("button", "map-mark", this.pane);
    element.type = "button";
    L.DomEvent.disableClickPropagation(element);
    const shown = { element, mark };
    element.addEventListener("click", () => this.activate(shown.mark));
    this.shown.set(mark.key, shown);
    return shown;
  }

  dress({ element, mark }) {
    const { words, language } = this.options;
    const isCluster = Boolean(mark.cluster);
    element.classList.toggle("map-mark--cluster", isCluster);
    element.classList.toggle("map-mark--many", mark.count >= MANY);
    element.classList.toggle("map-mark--rough", Boolean(mark.rough));
    element.textContent = isCluster ? shortened(mark.count, language) : "";
    const label = isCluster
      ? plural(words.cluster, mark.count, language, { place: mark.near })
      : [mark.name, mark.people && plural(words.people, mark.people, language)].filter(Boolean).join(", ");
    element.setAttribute("aria-label", label);
    element.title = label;
  }

  place() {
    for (const { element, mark } of this.shown.values()) {
      const point = this.map.latLngToLayerPoint(mark.at);
      L.DomUtil.setPosition(element, point.add(mark.beside ?? [0, 0]));
    }
  }

  // With the map, while it glides to another zoom.
  glide(zoom, center) {
    for (const { element, mark } of this.shown.values()) {
      const point = this.map._latLngToNewLayerPoint(L.latLng(mark.at), zoom, center).round();
      L.DomUtil.setPosition(element, point.add(mark.beside ?? [0, 0]));
    }
  }

  async activate(mark) {
    if (!mark.cluster) return this.popup.open(mark);
    const zoom = await this.clusters.expansion(mark.cluster);
    // A cluster that stays one however near: its sites are too many to be spread.
    this.map.setView(mark.at, Math.max(zoom, this.map.getZoom() + 1));
  }

  focusNearest(gone, marks) {
    const from = this.map.latLngToLayerPoint(gone.at);
    let best = null;
    for (const { key, at } of marks) {
      const distance = from.distanceTo(this.map.latLngToLayerPoint(at));
      if (!best || distance < best.distance) best = { key, distance };
    }
    this.place();
    const element = best ? this.shown.get(best.key).element : this.map.getContainer();
    element.focus({ preventScroll: true });
  }

  intoView(element) {
    const shown = [...this.shown.values()].find((each) => each.element === element);
    if (shown && element.matches(":focus-visible")) {
      this.map.panInside(shown.mark.at, { padding: [EDGE, EDGE] });
    }
  }

  // The keys of the map, also while one of its marks has the focus.
  onKey(event) {
    if (event.target === this.map.getContainer()) return; // Leaflet's own
    if (event.ctrlKey || event.metaKey || event.altKey || !this.pane.contains(event.target)) return;
    if (event.key in ARROWS) this.map.panBy(ARROWS[event.key]);
    else if (event.key === "+" || event.key === "=") this.map.zoomIn();
    else if (event.key === "-") this.map.zoomOut();
    else return;
    event.preventDefault();
  }
}

function shortened(count, language) {
  return inDigits(count, language, count < 10000 ? "standard" : "compact");
}
