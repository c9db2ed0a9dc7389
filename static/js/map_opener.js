// The map of burial sites: a drawing stands in its place until a reader opens it, or, in a wide
// window, until the first sign of a reader: a page that nobody touches fetches no more than itself.
// Without script the drawing stays.
import { fetchMap } from "./map/fetching.js";

const OPENED = "map-opened"; // kept for this tab: who opened the map wants it under other filters
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "scroll"];
const box = document.querySelector("[data-map]");

if (box) {
  const options = JSON.parse(document.getElementById("map-options").textContent);
  const opener = box.querySelector("[data-map-open]");
  const status = box.querySelector("[data-map-status]");
  let opening = null;

  async function open() {
    status.textContent = options.words.waiting;
    const begun = fetchMap(options);
    try {
      const { openMap } = await begun.viewer;
      await openMap(box, options, begun, (text) => (status.textContent = text));
    } catch (error) {
      begun.worker.terminate();
      throw error;
    }
    // A focus on what goes would be nowhere.
    const hasFocus = opener === document.activeElement;
    opener.hidden = true;
    if (hasFocus) box.querySelector(".leaflet-container").focus({ preventScroll: true });
    remember();
  }

  // What failed may be tried again.
  function openOnce() {
    opening ??= open().catch(() => {
      opening = null;
      opener.hidden = false;
      status.textContent = options.words.failed;
    });
    return opening;
  }

  // Once the page itself is there.
  function openWhenCalm() {
    const whenCalm = window.requestIdleCallback ?? setTimeout;
    if (document.readyState === "complete") whenCalm(openOnce);
    else window.addEventListener("load", () => whenCalm(openOnce));
  }

  function openAtFirstSign() {
    const seen = new AbortController();
    const onSign = (event) => {
      // Browsers tell of a pointer that merely rests where a page has opened.
      if (event.type === "pointermove" && !event.movementX && !event.movementY) return;
      seen.abort();
      openWhenCalm();
    };
    const options = { signal: seen.signal, passive: true };
    for (const sign of SIGNS) window.addEventListener(sign, onSign, options);
  }

  // Browsers that keep nothing for a page throw.
  function remember() {
    try {
      sessionStorage.setItem(OPENED, "1");
    } catch {
      // It is opened again by hand.
    }
  }

  function wasOpened() {
    try {
      return Boolean(sessionStorage.getItem(OPENED));
    } catch {
      return false;
    }
  }

  const isWide = window.matchMedia("(min-width: 60.01rem)").matches;
  const isLinked = location.hash.startsWith("#map=");
  const saves = navigator.connection?.saveData;
  opener.hidden = false;
  opener.addEventListener("click", async () => {
    await openOnce();
    box.querySelector(".leaflet-container")?.focus({ preventScroll: true });
  });
  if (isLinked) {
    box.scrollIntoView();
    openOnce();
  } else if (wasOpened() && !saves) openWhenCalm();
  else if (isWide && !saves) openAtFirstSign();
}
