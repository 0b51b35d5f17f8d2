import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expect, frame } from "./remote.ts";

describe("Places of outputs in the frame:", () => {
  it("a place that is kept is given up when its cell shows nothing, fails, or waits for one that failed", async () => {
    const notebook = await OpenNotebook.openCells([
      "const go = await new Promise((resolve) => { globalThis.go = resolve; });",
      "if (go !== 'draw') { throw new Error('no figure') } else { display(Plot.plot({height: 300, marks: []})) }",
      "if (go === 'draw') display(Plot.plot({height: 300, marks: []}));",
      "const chart = go.which.none;",
      "display(Plot.plot({title: chart, height: 300, marks: []}))",
    ]);
    const height = (place: number) =>
      notebook.output(place).evaluate((output) => output.getBoundingClientRect().height);
    await expect.poll(() => height(2)).toBeGreaterThan(300);
    await expect.poll(() => height(5)).toBeGreaterThan(300);
    await frame.locator("body").evaluate(() => (globalThis as { go?: (value: string) => void }).go?.("fail"));
    await notebook.expectStatus(2, "failed");
    await notebook.expectStatus(3, "fresh");
    await notebook.expectStatus(5, "blocked");
    for (const place of [2, 3, 5]) await expect.poll(() => height(place)).toBe(0);
  });
});
