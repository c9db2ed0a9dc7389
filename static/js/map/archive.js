// Pictures of a map out of one PMTiles file, instead of the outline that the site draws.
import { PMTiles, leafletRasterLayer } from "pmtiles";

export function showArchive(map, { url, attribution }) {
  const file = new PMTiles(new URL(url, location.href).href);
  leafletRasterLayer(file, { attribution, maxZoom: map.getMaxZoom() }).addTo(map);
}
