// Pictures of a map out of one PMTiles file, instead of the outline that the site draws.
import { PMTiles, leafletRasterLayer } from "pmtiles";

export async function showArchive(map, { url, attribution }) {
  const file = new PMTiles(new URL(url, location.href).href);
  // Nearer than the file has pictures its last ones are enlarged: better rough ground than none.
  const { minZoom: minNativeZoom, maxZoom: maxNativeZoom } = await file.getHeader();
  const options = { attribution, minNativeZoom, maxNativeZoom, maxZoom: map.getMaxZoom() };
  leafletRasterLayer(file, options).addTo(map);
}
