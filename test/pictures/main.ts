import { requireChineseFont } from "./chinese-font.ts";
import { shippedNotebooks, takeFirstScreens } from "./first-screens.ts";
import { Studio } from "./studio.ts";

// `npm run pictures -- first-screens [NAME …]`: the first screen of every notebook, to be looked at.
// A picture is only taken of a finished page: the script fails with a sentence if a cell runs, waits or failed, or a figure is empty.

const [kind, ...names] = process.argv.slice(2);
requireChineseFont();
const studio = await Studio.open();
try {
  if (kind === "first-screens") await takeFirstScreens(studio, names.length > 0 ? names : shippedNotebooks());
} finally {
  await studio.close();
}
