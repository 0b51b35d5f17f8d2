import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { versionOfText } from "../../kernel/document/text-version.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { firstPicture } from "../build/pictures.ts";
import { commandServices } from "../headless/command-services.ts";
import { PREVIEW_WIDTH, writePreview } from "./preview.ts";

// `npm run previews [-- NAME …]`: makes the pictures of the shipped notebooks for the library, by running each without a browser.
// A test compares them with the notebooks.

const root = join(import.meta.dirname, "../..");
const folder = join(root, "notebooks");
const target = join(folder, "previews");
const languages = ["en", "zh-CN"];

const all = (await readdir(folder))
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -".html".length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`There is no notebook ${unknown.join(", ")} in ${folder}.`);

await mkdir(target, { recursive: true });
const indexFile = join(target, "index.json");
const before: Record<string, object> = await readFile(indexFile, "utf8").then(JSON.parse, () => ({}));
const index: Record<string, object> = Object.fromEntries(
  all.filter((name) => name in before).map((name) => [name, before[name]!]),
);

const services = await commandServices(join(folder, "any.html"));
try {
  for (const name of wanted.length > 0 ? wanted : all) {
    const text = await readFile(join(folder, `${name}.html`), "utf8");
    for (const language of languages) {
      const { cells, failed } = await runNotebook(text, {
        services,
        reproducible: true,
        width: PREVIEW_WIDTH,
        language,
      });
      if (failed > 0) throw new Error(`${name}: ${failed} cells failed.`);
      const picture = firstPicture(cells.map(({ html }) => html));
      if (picture === null) throw new Error(`${name} shows no figure.`);
      const preview = writePreview(picture);
      await writeFile(join(target, `${name}.${language}.svg`), preview);
      console.log(`${name} ${language}  ${Math.round(preview.length / 1000)} kB`);
    }
    index[name] = { version: versionOfText(text), languages };
  }
} finally {
  await services.close();
}

const sorted = Object.fromEntries(Object.entries(index).sort(([a], [b]) => a.localeCompare(b)));
await writeFile(indexFile, `${JSON.stringify(sorted, null, 2)}\n`);
for (const file of await readdir(target)) {
  if (file.endsWith(".svg") && !(file.split(".")[0]! in index)) await rm(join(target, file));
}
