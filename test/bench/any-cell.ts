import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright";
import { notebookText } from "../e2e/notebook-text.ts";
import { median, openBench, openNotebook } from "./workbench.ts";

// `npx tsx test/bench/any-cell.ts`: ± of the last of ten plain cells, in the real page. Prints; nothing here fails.

const TIMES = 7;

const chain = [
  'const v0 = sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7})) * sample("activity", normal({mean: 1000, sd: 30}));',
  ...Array.from({ length: 8 }, (_, i) => `const v${i + 1} = v${i} * 1.01 + ${i};`),
  "v8 / 1000",
];

const bench = await openBench();
try {
  writeFileSync(join(bench.notebooks, "any-cell.html"), notebookText("any-cell", chain));
  const { frame } = await openNotebook(bench, "any-cell", (frame) =>
    frame.evaluate(
      (count) =>
        document.querySelectorAll('.cell[data-status="fresh"]').length === count &&
        [...document.querySelectorAll(".cell")].at(-1)!.querySelector(".plus-minus") !== null,
      chain.length,
    ),
  );
  // What runs this file keeps the names of functions by a helper that the page does not have.
  await frame.evaluate("globalThis.__name = (named) => named");
  const shown: number[] = [];
  const whole: number[] = [];
  for (let i = 0; i < TIMES; ++i) {
    const [first, last] = await ask(frame);
    shown.push(first);
    whole.push(last);
  }
  print("± of a chain of 10 cells: from the press to 1,000 draws shown, median", median(shown), "< 1000 ms");
  print("± of a chain of 10 cells: from the press to the shares of both samples, median", median(whole), "");
} finally {
  await bench.close();
}
process.exit(0);

/** Presses ±, and closes it again; milliseconds to the first distribution, which is that of 1,000 draws, and to the end. */
function ask(frame: Frame): Promise<[number, number]> {
  return frame.evaluate(async () => {
    const cell = [...document.querySelectorAll<HTMLElement>(".cell")].at(-1)!;
    const button = cell.querySelector<HTMLElement>(".plus-minus")!;
    const sheet = cell.querySelector<HTMLElement>(".uncertainty")!;
    const until = (holds: () => boolean) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!holds()) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(sheet, { childList: true, subtree: true, characterData: true, attributes: true });
        look();
      });
    const began = performance.now();
    button.click();
    const first = await until(() => sheet.querySelector(".density") !== null);
    const last = await until(() => !sheet.hidden && sheet.querySelector("progress") === null);
    button.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return [first - began, last - began];
  });
}

function print(what: string, milliseconds: number, goal: string): void {
  console.log(`${what.padEnd(80)} ${milliseconds.toFixed(0).padStart(6)} ms  ${goal}`);
}
