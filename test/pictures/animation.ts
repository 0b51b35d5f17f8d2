import { writeFileSync } from "node:fs";
import type { Locator } from "playwright";
import { readAnimatedWebp } from "./animated-webp.ts";
import { Film } from "./film.ts";
import { requireFinished } from "./finished.ts";
import { Pointer } from "./pointer.ts";
import type { Studio } from "./studio.ts";

/** Ids of cells of *Welcome*. */
const FIGURE = 4;
const SLIDER = 2;

const SIZE = { width: 860, height: 740 };

/** How long a picture of a movement is shown. */
const STEP_MS = 70;

/** A file larger than this makes the page that shows it slow. */
const LARGEST_BYTES = 2_000_000;

/** Drags the year of *Welcome*, so that the figure moves, and opens ± of the figure: an animated WebP file. */
export async function takeAnimation(studio: Studio, path: string): Promise<void> {
  const context = await studio.context({ viewport: SIZE, colorScheme: "light" }, { rail: false });
  const { page, frame } = await studio.notebook(context, "welcome", [FIGURE]);
  await frame.evaluate((id) => document.querySelector(`#cell-${id}`)!.scrollIntoView(), FIGURE);
  await requireFinished(page, frame, { figures: [FIGURE] });
  const film = new Film(page);
  const slider = frame.locator(`#cell-${SLIDER} input[type=range]`);
  const pointer = await Pointer.show(page, 560, 660);
  await film.shoot(700);

  // The year, from its end back to the middle and forward again. The thumb's centre stays within the track by half its width.
  const { x, y, width, height } = await boxOf(slider);
  const thumbAt = (share: number) => Math.round(x + height / 2 + share * (width - height));
  const middle = Math.round(y + height / 2);
  await pointer.glideTo(thumbAt(1), middle, 8, () => film.shoot(STEP_MS));
  await film.shoot(250);
  await pointer.down();
  const moved = async () => {
    await frame.waitForFunction(titleTellsYear, { figure: FIGURE, slider: SLIDER });
    await requireFinished(page, frame, { figures: [FIGURE] });
    await film.shoot(STEP_MS + 30);
  };
  await pointer.glideTo(thumbAt(0.05), middle, 20, moved);
  await film.shoot(400);
  await pointer.glideTo(thumbAt(1), middle, 14, moved);
  await pointer.up();
  await film.shoot(300);

  // ± of the figure. Its button is shown while the pointer is over the figure.
  const button = frame.locator(`#cell-${FIGURE} .figure-tools .uncertain`);
  await frame.locator(`#cell-${FIGURE} figure`).hover();
  const target = await boxOf(button);
  await pointer.glideTo(target.x + target.width / 2, target.y + target.height / 2, 8, () => film.shoot(STEP_MS));
  await film.shoot(250);
  await pointer.down();
  await pointer.up();
  const sheet = frame.locator(`#cell-${FIGURE} .uncertainty`);
  await sheet.locator("header").waitFor();
  await film.shoot(350);
  await sheet.locator(".number").waitFor();
  await sheet.locator("svg.density").first().waitFor();
  await requireFinished(page, frame, { figures: [FIGURE] });
  await film.shoot(350);
  // Out of the way of the numbers.
  await pointer.glideTo(822, target.y, 4, () => film.shoot(STEP_MS));
  const goal = (await boxOf(sheet)).y - 150;
  for (let step = 1; step <= 8; ++step) {
    await frame.evaluate((by) => scrollBy({ top: by, behavior: "instant" }), Math.round(goal / 8));
    await film.shoot(STEP_MS - 10);
  }
  await film.shoot(2000);

  const file = await film.develop(context);
  if (file.length > LARGEST_BYTES) throw new Error(`The animation is too large: ${file.length} bytes.`);
  writeFileSync(path, file);
  const { frames } = readAnimatedWebp(file);
  const seconds = frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  console.log(`${path}  ${frames.length} frames, ${seconds.toFixed(1)} s, ${Math.round(file.length / 1000)} kB`);
  await context.close();
}

/** Whether the title of the figure is already that of the year at which the slider stands. Runs in the frame. */
function titleTellsYear({ figure, slider }: { figure: number; slider: number }): boolean {
  const year = document.querySelector<HTMLInputElement>(`#cell-${slider} input[type=range]`)!.value;
  return document.querySelector(`#cell-${figure} figure h2`)?.textContent?.includes(year) ?? false;
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not shown.`);
  return box;
}
