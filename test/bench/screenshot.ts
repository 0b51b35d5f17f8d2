import { join } from "node:path";
import { openBench, openNotebook } from "./workbench.ts";

// `npm run screenshot`: makes the picture in the README.

const bench = await openBench();
try {
  const { page } = await openNotebook(bench, "trade-transfer", (frame) =>
    frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".cell")].every((cell) => cell.dataset.status === "fresh"),
    ),
  );
  await page.setViewportSize({ width: 1280, height: 1500 });
  await page.waitForTimeout(500); // the charts follow the new width
  await page.screenshot({ path: join(import.meta.dirname, "../../notebooks/screenshot.png") });
} finally {
  await bench.close();
}
