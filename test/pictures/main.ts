import { join } from "node:path";
import { takeAnimation } from "./animation.ts";
import { requireChineseFont } from "./chinese-font.ts";
import { shippedNotebooks, takeFirstScreens } from "./first-screens.ts";
import { takeReadmePictures } from "./readme-pictures.ts";
import { Studio } from "./studio.ts";

// `npm run pictures`: the pictures and the animation of the two READMEs.
// `npm run pictures -- first-screens [NAME …]`: the first screen of every notebook, in build/first-screens, to be looked at.
// A picture is only taken of a finished page: the script fails with a sentence if a cell runs, waits or failed, or a figure is empty.

const folder = join(import.meta.dirname, "../../notebooks/pictures");
const [wanted = "all", ...names] = process.argv.slice(2);

let studio: Studio | undefined;
try {
  requireChineseFont();
  studio = await Studio.open();
  if (wanted === "first-screens") await takeFirstScreens(studio, names.length > 0 ? names : shippedNotebooks());
  else if (["all", "stills", "animation"].includes(wanted)) {
    if (wanted !== "animation") await takeReadmePictures(studio, folder);
    if (wanted !== "stills") await takeAnimation(studio, join(folder, "drag-and-uncertainty.webp"));
  } else throw new Error(`There are no pictures “${wanted}”: all, stills, animation or first-screens.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await studio?.close();
}
