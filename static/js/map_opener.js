// The map of burial sites: a drawing stands in its place until a reader opens it, or comes with a
// wide window, where nobody pays for the rest by the megabyte. Without script the drawing stays.
const box = document.querySelector("[data-map]");
const OPENED = "map-opened"; // kept for this tab: who opened the map wants it under other filters

if (box) {
  const options = JSON.parse(document.getElementById("map-options").textContent);
  const opener = box.querySelector("[data-map-open]");
  const status = box.querySelector("[data-map-status]");
  let opening = null;

  async function open() {
    status.textContent = options.words.waiting;
    const { openMap } = await import(options.viewer);
    await openMap(box, options, (text) => (status.textContent = text));
    opener.hidden = true;
    sessionStorage.setItem(OPENED, "1");
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
  } else if (!saves && (isWide || sessionStorage.getItem(OPENED))) {
    // Once the page itself is there.
    const whenCalm = window.requestIdleCallback ?? setTimeout;
    window.addEventListener("load", () => whenCalm(openOnce));
  }
}
