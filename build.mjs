// Builds what the browser gets, into static/dist/: one stylesheet, one script, subset fonts,
// each also compressed once, so that no request waits for it.
import { build } from "esbuild";
import subsetFont from "subset-font";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const OUT = "static/dist";
const WEIGHTS = { wght: { min: 400, max: 600 } };

// The letters of the four languages and the signs of the apparatus; others come from *-ext files.
const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + "ıŒœŸ‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€№←↑→↓−×≈";
const CYRILLIC = range(0x400, 0x45f) + "ҐґӀ№\u0301";

const FONTS = [
  ["@fontsource/spectral/files/spectral-latin-400-normal.woff2", "spectral-latin", LATIN],
  ["@fontsource/spectral/files/spectral-cyrillic-400-normal.woff2", "spectral-cyrillic", CYRILLIC],
  ["@fontsource/spectral/files/spectral-latin-400-italic.woff2", "spectral-italic-latin", LATIN],
  ["@fontsource/spectral/files/spectral-cyrillic-400-italic.woff2", "spectral-italic-cyrillic", CYRILLIC],
  ["@fontsource/spectral/files/spectral-latin-600-normal.woff2", "spectral-firm-latin", LATIN],
  ["@fontsource/spectral/files/spectral-cyrillic-600-normal.woff2", "spectral-firm-cyrillic", CYRILLIC],
  ["@fontsource/spectral/files/spectral-latin-ext-400-normal.woff2", "spectral-latin-ext", null],
  ["@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2", "golos-latin", LATIN, WEIGHTS],
  ["@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2", "golos-cyrillic", CYRILLIC, WEIGHTS],
  ["@fontsource-variable/golos-text/files/golos-text-latin-ext-wght-normal.woff2", "golos-latin-ext", null],
];

function range(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

async function writeFont([source, name, letters, variationAxes]) {
  const original = await readFile(`node_modules/${source}`);
  const font = letters
    ? await subsetFont(original, letters, { targetFormat: "woff2", variationAxes })
    : original;
  await writeFile(`${OUT}/fonts/${name}.woff2`, font);
}

async function compress(path) {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}/fonts`, { recursive: true });
await Promise.all(FONTS.map(writeFont));
const options = {
  outdir: OUT,
  entryNames: "[name]",
  external: ["*.woff2"],
  bundle: true,
  minify: true,
  target: ["es2020", "chrome123", "firefox120", "safari17.5"],
  logLevel: "warning",
};
await build({
  ...options,
  entryPoints: [
    ...["site", "sheet", "map", "submission", "caretaker", "regiment", "error", "dev"].map((name) => `static/css/${name}.css`),
    "static/js/site.js",
    "static/js/cropper.js",
    "static/js/uploads.js",
    "static/js/proof.js",
    "static/js/procession.js",
    "static/js/wall.js",
  ],
});
// Fetched by the script of every page when they are asked for, and then only.
await build({
  ...options,
  entryPoints: {
    zoom_viewer: "static/js/zoom_viewer.js",
    map_viewer: "static/js/map/viewer.js",
    map_archive: "static/js/map/archive.js",
  },
  format: "esm",
});
// In a thread of its own; it needs no module.
await build({ ...options, entryPoints: { map_worker: "static/js/map/worker.js" }, format: "iife" });
for (const name of await readdir(OUT)) {
  if (/\.(css|js)$/.test(name)) await compress(`${OUT}/${name}`);
}
