import * as whole from "d3";
import { afterEach, expect, test, vi } from "vitest";
import { d3 } from "../../../kernel/stdlib/d3.ts";

// Whatever loads d3 first, here this file: it keeps the `Math.random` of that time.
afterEach(() => {
  vi.restoreAllMocks();
});

/** One draw of each distribution, with parameters that all of them take. */
const draws: Readonly<Record<string, () => unknown>> = {
  ...Object.fromEntries(
    Object.entries(d3)
      .filter(([name, value]) => name.startsWith("random") && "source" in (value as object))
      .map(([name, make]) => [name, () => (make as (...values: number[]) => () => number)(0.5, 0.4)()]),
  ),
  shuffle: () => d3.shuffle([1, 2, 3, 4, 5, 6, 7, 8]),
};

/** Numbers that are the same again. */
function drawFrom(seed: number): void {
  vi.spyOn(Math, "random").mockImplementation(whole.randomLcg(seed));
}

test("Every distribution of d3 draws from the Math.random of the moment", () => {
  expect(Object.keys(draws)).toHaveLength(Object.keys(whole).filter((name) => name.startsWith("random")).length);
  for (const [name, draw] of Object.entries(draws)) {
    drawFrom(0.3);
    const first = draw();
    expect(vi.mocked(Math.random).mock.calls.length, name).toBeGreaterThan(0);
    drawFrom(0.3);
    expect(draw(), name).toEqual(first);
  }
});

test("A source of one's own is still taken", () => {
  drawFrom(0.3);
  const own = d3.randomNormal.source(whole.randomLcg(0.7))(2, 3);
  expect(own()).toBe(whole.randomNormal.source(whole.randomLcg(0.7))(2, 3)());
  expect(Math.random).not.toHaveBeenCalled();
});
