import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright";
import { requireFinished } from "./finished.ts";
import type { Studio } from "./studio.ts";

/** Ids of cells of *The panorama*. */
const LADDER = 5;
const MAP = 20;

/** Two windows of the notebook stand side by side: where it begins, with the ladder, and further down, with the map. */
const SIZE = { width: 720, height: 960 };

/** The space between and around the windows, in which their shadows fall. */
const GAP = 20;

/** A README that is slow to show is not read. */
const LARGEST_BYTES = 350_000;

const variants = [
  { file: "panorama.en.light.webp", locale: "en-GB", colorScheme: "light" },
  { file: "panorama.en.dark.webp", locale: "en-GB", colorScheme: "dark" },
  { file: "panorama.zh-CN.light.webp", locale: "zh-CN", colorScheme: "light" },
  { file: "panorama.zh-CN.dark.webp", locale: "zh-CN", colorScheme: "dark" },
] as const;

/** Takes the pictures of the two READMEs. */
export async function takeReadmePictures(studio: Studio, folder: string): Promise<void> {
  for (const { file, locale, colorScheme } of variants) {
    const context = await studio.context(
      { viewport: SIZE, locale, colorScheme, deviceScaleFactor: 2 },
      { rail: false },
    );
    const { page, frame } = await studio.notebook(context, "panorama", [LADDER, MAP]);
    const windows: Buffer[] = [];
    for (const figure of [LADDER, MAP]) {
      if (figure === MAP) await frame.evaluate(scrollToHeading, figure);
      await requireFinished(page, frame, { figures: [LADDER, MAP] });
      const box = await frame.locator(`#cell-${figure} figure`).boundingBox();
      if (box === null || box.y < 0 || box.y + box.height > SIZE.height) {
        throw new Error(`The figure of cell ${figure} does not fit into the window of ${file}.`);
      }
      windows.push(await page.screenshot({ animations: "disabled", caret: "hide" }));
    }
    const picture = await composed(context, windows, colorScheme);
    if (picture.length > LARGEST_BYTES) throw new Error(`${file} is too large: ${picture.length} bytes.`);
    writeFileSync(join(folder, file), picture);
    console.log(`${file}  ${Math.round(picture.length / 1000)} kB`);
    await context.close();
  }
}

/** Scrolls to the heading above a cell. Runs in the frame. */
function scrollToHeading(id: number): void {
  const cell = document.querySelector(`#cell-${id}`)!;
  const headings = [...document.querySelectorAll(".cell:not([data-other-language]) :is(h1, h2)")].filter(
    (heading) =>
      heading.closest("figure") === null &&
      (heading.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const { top } = headings.at(-1)!.getBoundingClientRect();
  scrollBy({ top: top - 24, behavior: "instant" });
}

/** Sets pictures of windows side by side, and gives a WebP file. */
async function composed(context: BrowserContext, windows: readonly Buffer[], theme: "light" | "dark"): Promise<Buffer> {
  const page = await context.newPage();
  const width = windows.length * (SIZE.width + GAP) + GAP;
  const height = SIZE.height + 2 * GAP;
  await page.setViewportSize({ width, height });
  const [edge, shadow] = theme === "light" ? ["#0002", "#0003"] : ["#fff3", "#000a"];
  const images = windows.map((png) => `<img src="data:image/png;base64,${png.toString("base64")}" alt="">`);
  await page.setContent(
    `<style>body{margin:${GAP}px;display:flex;gap:${GAP}px;background:transparent}img{width:${SIZE.width}px;border-radius:10px;outline:1px solid ${edge};box-shadow:0 4px 14px ${shadow}}</style>${images.join("")}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  const encoded = await page.evaluate(encode, png.toString("base64"));
  await page.close();
  return Buffer.from(encoded, "base64");
}

/** Encodes a PNG as WebP. Runs in the browser. */
async function encode(png: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d")!.drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.9).split(",")[1]!;
}
