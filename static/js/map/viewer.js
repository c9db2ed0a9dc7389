// Opens the map: waits for Leaflet, lets django-leaflet make the map, and joins its parts.
import { followAddress } from "./address.js";
import { Marks } from "./marks.js";
import { Names } from "./names.js";
import { drawOutline } from "./outline.js";
import { Popup } from "./popup.js";
import { Clusters } from "./clusters.js";
import { plural } from "./words.js";

const LOAD = "map:open"; // what the template tag waits for
const FITTED_ZOOM = 11; // one site alone is shown with its surroundings

function makeMap(isCalm) {
  L.Map.mergeOptions({
    zoomControl: false, // the page has buttons of its own, with words
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
    inertia: !isCalm,
    scrollWheelZoom: false, // until the map has the focus: the page scrolls past it
    maxBoundsViscosity: 0.8,
  });
  return new Promise((resolve) => {
    window.addEventListener("map:init", (event) => resolve(event.detail.map), { once: true });
    window.dispatchEvent(new Event(LOAD));
  });
}

// Work in pieces: between two of them the page answers whoever presses something.
function nextTurn() {
  return new Promise((resolve) => setTimeout(resolve));
}

function counts({ placed, total }, options) {
  const { words, language } = options;
  const said = [plural(words.placed, placed, language)];
  if (placed < total) said.push(plural(words.unplaced, total - placed, language));
  return said.join(" ");
}

// `begun` is what fetching.js has asked for; `say` puts words where screen readers hear them.
export async function openMap(box, options, begun, say) {
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const clusters = new Clusters(begun, options.max_zoom);
  const archive = options.archive && import(options.archive.script);
  archive?.catch?.(() => {});
  // What may fail comes before the drawing goes: then all of it can be tried again.
  await Promise.all([begun.leaflet, begun.points]);
  await nextTurn();
  box.classList.add("grave-map--open");
  const map = await makeMap(isCalm);
  const found = await clusters.loaded;

  const whole = found.bounds ?? map.options.maxBounds;
  const fit = (animate) => map.fitBounds(whole, { maxZoom: FITTED_ZOOM, padding: [30, 30], animate });
  if (!followAddress(map, isCalm)) fit(false);

  await nextTurn();
  const popup = new Popup(map, options);
  const marks = new Marks(map, options, clusters, popup);
  await marks.update();
  await nextTurn();
  performance.mark("map-usable");
  box.dataset.mapReady = "";
  say(counts(found, options));

  const acts = { in: () => map.zoomIn(), out: () => map.zoomOut(), all: () => fit(!isCalm) };
  for (const button of box.querySelectorAll("[data-map-do]")) {
    button.hidden = false;
    button.addEventListener("click", acts[button.dataset.mapDo]);
  }
  wheelWithFocusOnly(map);
  await drawGround(map, marks, options, begun, archive).catch(() => {});
}

// The map is of use without it: a ground that does not come leaves plain paper.
async function drawGround(map, marks, options, begun, archive) {
  if (archive) await (await archive).showArchive(map, options.archive);
  if (!begun.outline) return;
  const answer = await begun.outline;
  if (!answer.ok) return;
  const data = await answer.json();
  await drawOutline(map, data, nextTurn);
  await nextTurn();
  new Names(map, data, options.language, marks);
}

function wheelWithFocusOnly(map) {
  const container = map.getContainer();
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", (event) => {
    if (!container.contains(event.relatedTarget)) map.scrollWheelZoom.disable();
  });
}
