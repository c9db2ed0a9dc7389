// Opens the map: fetches Leaflet, lets django-leaflet make the map, and joins its parts.
import { followAddress } from "./address.js";
import { Marks } from "./marks.js";
import { Names } from "./names.js";
import { drawOutline } from "./outline.js";
import { Popup } from "./popup.js";
import { Clusters } from "./clusters.js";
import { plural } from "./words.js";

const LOAD = "map:open"; // what the template tag waits for
const FITTED_ZOOM = 11; // one site alone is shown with its surroundings

function fetchScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    // All are fetched at once, and run in the order in which they stand.
    Object.assign(script, { src: address, async: false, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

function fetchStyle(address) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: address, onload: resolve, onerror: reject });
    // Before the style sheet of the site, which has the last word.
    document.head.prepend(link);
  });
}

async function fetchLeaflet(options) {
  await Promise.all([fetchStyle(options.style), ...options.scripts.map(fetchScript)]);
}

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

// `say` puts words where screen readers hear them.
export async function openMap(box, options, say) {
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const clusters = new Clusters(options);
  const outline = options.outline && fetch(options.outline).then((response) => response.json());
  const archive = options.archive && import(options.archive.script);
  await fetchLeaflet(options);
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
  if (archive) (await archive).showArchive(map, options.archive);
  if (outline) {
    const data = await outline;
    await drawOutline(map, data, nextTurn);
    await nextTurn();
    new Names(map, data, options.language);
  }
}

function wheelWithFocusOnly(map) {
  const container = map.getContainer();
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", (event) => {
    if (!container.contains(event.relatedTarget)) map.scrollWheelZoom.disable();
  });
}
