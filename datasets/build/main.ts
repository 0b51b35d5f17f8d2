import { fileURLToPath } from "node:url";
import { buildCollection, writeCollection } from "./collection.ts";

// npm run datasets [-- FIGURES [OUT]]: by default the folder of figures is next to the project.
const root = new URL("../../", import.meta.url);
const [figures = fileURLToPath(new URL("../shared/figures", root)), out = fileURLToPath(new URL("datasets", root))] =
  process.argv.slice(2);

const shipped = await buildCollection(figures);
writeCollection(shipped, out);
for (const { entry } of shipped) console.log(`${entry.file}: ${entry.rows} rows, ${entry.bytes} bytes`);
