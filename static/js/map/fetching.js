// All that the map is made of is asked for at once, the ground last: nothing waits for the script
// that needs it.
function fetchScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    // Run in the order in which they stand, whichever comes first.
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

async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

// {worker, points, leaflet, viewer, outline}: a thread, and promises of bytes, scripts, a module.
export function fetchMap(options) {
  const begun = {
    worker: new Worker(options.worker),
    points: fetchBytes(options.points),
    leaflet: Promise.all([fetchStyle(options.style), ...options.scripts.map(fetchScript)]),
    viewer: import(options.viewer),
    outline: options.outline && fetch(options.outline, { priority: "low" }),
  };
  // Whoever waits for one of them is told; the others would fail unheard.
  for (const each of [begun.points, begun.leaflet, begun.outline]) each?.catch?.(() => {});
  return begun;
}
