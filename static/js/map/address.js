// The view in the address, `#map=zoom/latitude/longitude`: it can be sent to somebody, and going back
// leaves the page rather than stepping through every move.
const FORM = /^#map=(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/;

function viewInAddress() {
  const found = FORM.exec(location.hash);
  return found && { zoom: Number(found[1]), centre: [Number(found[2]), Number(found[3])] };
}

// Shows the view of the address, and says whether there was one; keeps the address in step from then.
export function followAddress(map, isCalm) {
  const asked = viewInAddress();
  if (asked) map.setView(asked.centre, clamped(map, asked.zoom), { animate: false });
  window.addEventListener("hashchange", () => {
    const view = viewInAddress();
    if (view) map.setView(view.centre, clamped(map, view.zoom), { animate: !isCalm });
  });
  // Written only once a reader has moved the map: an address without it shows all that was found.
  let isMoved = Boolean(asked);
  const container = map.getContainer();
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    container.parentElement.addEventListener(kind, () => (isMoved = true), { passive: true });
  }
  map.on("moveend", () => {
    if (!isMoved) return;
    const { lat, lng } = map.getCenter();
    const view = `#map=${map.getZoom()}/${lat.toFixed(4)}/${lng.toFixed(4)}`;
    if (location.hash !== view) history.replaceState(history.state, "", view);
  });
  return Boolean(asked);
}

function clamped(map, zoom) {
  return Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), zoom));
}
