import { fileURLToPath } from "node:url";
import { buildCollection, writeCollection } from "./collection.ts";

// npm run datasets [-- FIGURES [OUT]]: the figures stand beside the project unless a folder is named.
const root = new URL("../../", import.meta.url);
const [figures = fileURLToPath(new URL("../shared/figures", root)), out = fileURLToPath(new URL("datasets", root))] =
  process.argv.slice(2);

const shipped = await buildCollection(figures);
writeCollection(shipped, out);
for (const { entry } of shipped) console.log(`${entry.file}: ${entry.rows} rows, ${entry.bytes} bytes`);
