// Bundles what the browser gets into static/dist/: one stylesheet, one script, the fonts.
import { build } from "esbuild";

await build({
  entryPoints: ["static/css/site.css", "static/js/site.js"],
  outdir: "static/dist",
  entryNames: "[name]",
  assetNames: "fonts/[name]",
  bundle: true,
  minify: true,
  target: ["es2020", "safari16"],
  loader: { ".woff2": "file" },
  logLevel: "warning",
});
