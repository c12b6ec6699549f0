// Builds the scripts of the pages from `src` and the locked libraries: `node build.js [FOLDER]`.
//
// The pages' Content-Security-Policy allows no style written by a script into a `style` element. Plot writes three;
// they are taken out here, and what they said stands in `charts.css`. A new Plot that writes them otherwise fails here.
// Plot's maps and ready-made colors are taken out too: no chart of ours uses them, and they are a fifth of the weight.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as maps from "d3-geo";
import * as schemes from "d3-scale-chromatic";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, "../src/servanda/web/static");

const STYLES = /\s*\.call\(\((?:svg|div)\) =>\s*(?:\/\/[^\n]*\s*)?(?:svg\.append\("style"\)|div\.insert\("style", "\*"\))\.text\(\s*`[^`]*`\s*\)\s*\)/;

const withoutStyles = {
  name: "without-styles",
  setup(building) {
    building.onLoad({ filter: /@observablehq\/plot\/src\/(plot|legends\/ramp|legends\/swatches)\.js$/ }, async ({ path }) => {
      const written = await readFile(path, "utf8");
      const contents = written.replace(STYLES, "");
      if (contents === written) throw new Error(`${path} writes its styles in another way than before`);
      return { contents, loader: "js" };
    });
  },
};

// Each as a module of named exports: with anything else esbuild could leave nothing of d3 out.
const UNUSED = { "d3-geo": maps, "d3-scale-chromatic": schemes };

const withoutUnused = {
  name: "without-unused",
  setup(building) {
    building.onResolve({ filter: /^d3-(geo|scale-chromatic)$/ }, ({ path }) => ({ path, namespace: "unused" }));
    building.onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({
      contents: Object.keys(UNUSED[path]).map((name) => `export const ${name} = () => {};`).join("\n"),
      loader: "js",
    }));
  },
};

const built = await build({
  absWorkingDir: here,
  entryPoints: ["src/charts.js", "src/exchanges.js", "src/htmx.js"],
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  logLevel: "error",
  plugins: [withoutStyles, withoutUnused],
});

// The libraries whose code is in the scripts, each with its license in full.
const names = Object.values(built.metafile.outputs)
  .flatMap(({ inputs }) => Object.entries(inputs))
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .map(([path]) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
  .filter((name) => name);
const parts = [];
for (const name of [...new Set(names)].sort()) {
  const at = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(at, "package.json"), "utf8"));
  const text = await licenseText(at, license);
  parts.push(`${name} ${version}\n${license}\n\n${text.trim()}\n`);
}
const head = "The scripts in this folder hold code of these libraries.\n\n";
await writeFile(join(folder, "NOTICE.txt"), head + parts.join(`\n${"-".repeat(80)}\n\n`));

async function licenseText(at, license) {
  for (const file of ["LICENSE", "LICENSE.md", "LICENSE.txt"]) {
    const text = await readFile(join(at, file), "utf8").catch(() => "");
    if (text) return text;
  }
  const readme = await readFile(join(at, "README.md"), "utf8").catch(() => "");
  const section = readme.match(/^#+ *licen[cs]e\s*([\s\S]*)/im)?.[1];
  return section ?? `(The package names its license, ${license}, without the text.)`;
}
