// Has the points of all sites, clusters them, and says what stands in a view: away from the page,
// which is never kept waiting.
import Supercluster from "supercluster";

const UNITS = 100000; // in a degree, as tributes/graves/selectors/map_points.py writes them
const RADIUS = 56; // pixels: no mark touches another
const SPREAD_AT_MOST = 60; // sites around one point
const RING = 46; // pixels from the point
const TURN = 2.39996; // the golden angle, of which no multiple hides another

let columns = null;
let index = null;
let maxZoom = 0;

function load({ bytes, maxZoom: nearest }) {
  maxZoom = nearest;
  columns = JSON.parse(new TextDecoder().decode(bytes));
  return cluster(columns);
}

function cluster({ x, y }) {
  const features = new Array(x.length);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let [longitude, latitude] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    longitude += x[i];
    latitude += y[i];
    const coordinates = [longitude / UNITS, latitude / UNITS];
    features[i] = { type: "Feature", properties: i, geometry: { type: "Point", coordinates } };
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  columns.id = summed(columns.id);
  index = new Supercluster({ radius: RADIUS, maxZoom, minZoom: 5, extent: 256 }).load(features);
  const bounds = x.length && [
    [south / UNITS, west / UNITS],
    [north / UNITS, east / UNITS],
  ];
  return { placed: x.length, total: columns.total, bounds: bounds || null };
}

function summed(steps) {
  let last = 0;
  return steps.map((step) => (last += step));
}

function view({ bounds, zoom }) {
  return index.getClusters(bounds, zoom).flatMap((feature) => {
    if (!feature.properties.cluster) return [site(feature)];
    const { point_count: count, cluster_id: cluster } = feature.properties;
    if (zoom >= maxZoom && count <= SPREAD_AT_MOST) return spread(feature);
    const [first] = index.getLeaves(cluster, 1);
    const near = columns.communes[columns.commune[first.properties]];
    return [{ key: `c${cluster}`, cluster, count, near, at: place(feature) }];
  });
}

function place({ geometry: { coordinates } }) {
  return [coordinates[1], coordinates[0]];
}

function site(feature) {
  const i = feature.properties;
  const commune = columns.communes[columns.commune[i]];
  const kind = columns.kinds[columns.kind[i]];
  return {
    key: `s${columns.id[i]}`,
    id: columns.id[i],
    name: columns.names?.[i] || `${kind}, ${commune}`,
    people: columns.people[i],
    rough: Boolean(columns.rough[i]),
    at: place(feature),
  };
}

// As near as the map goes, those that still cover each other stand around their middle.
function spread(feature) {
  const leaves = index.getLeaves(feature.properties.cluster_id, SPREAD_AT_MOST);
  const middle = place(feature);
  const sites = leaves.map(site);
  return sites.map((each, i) => {
    const radius = leaves.length <= 8 ? RING : RING * Math.sqrt(i + 1);
    const angle = leaves.length <= 8 ? (2 * Math.PI * i) / leaves.length : i * TURN;
    const sharing = sites.filter(({ at }) => at[0] === each.at[0] && at[1] === each.at[1]).length;
    const beside = [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
    return { ...each, at: middle, beside, sharing };
  });
}

function expansion({ cluster }) {
  return Math.min(index.getClusterExpansionZoom(cluster), maxZoom);
}

const answers = { load, view, expansion };

self.addEventListener("message", ({ data: { number, question, ...asked } }) => {
  try {
    self.postMessage({ number, answer: answers[question](asked) });
  } catch (error) {
    self.postMessage({ number, fault: String(error) });
  }
});
