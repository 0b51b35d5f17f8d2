import { describe, expect, test } from "vitest";
import type { Tool } from "../../../../lib/tool/tool.ts";
import { tools } from "../../../../lib/tools.ts";
import { isYear, ordinary, tryAt } from "./absurd-outcome.ts";
import { exampleOf } from "./every-example.ts";
import { numbersIn, type Path, valueAt } from "./input-paths.ts";

/** Tools whose calls take seconds: a whole background, thousands of draws, or all activities of a country. One case each. */
const slow: ReadonlySet<string> = new Set([
  "lifecycle.assess",
  "lifecycle.spend",
  "lifecycle.scenarios",
  "uncertainty.delta",
  "inventory.national",
  "inventory.purchasedEnergy",
  "industry.optimize",
  "industry.pareto",
]);

/** Numbers of an input that are tried: more are of the same schemas. */
const TRIED = 8;

function absurdOf(path: Path, value: number): readonly (number | null)[] {
  const isCalendar = isYear(path) && Number.isInteger(value) && value > 1700 && value < 2200;
  return isCalendar ? [-value, 0, null, 1800, 2050, 1e9] : [-value, 1e9 * value, 0, null];
}

function casesOf(name: string, example: object): readonly (readonly [Path, number | null])[] {
  const cases = numbersIn(example)
    .slice(0, TRIED)
    .flatMap((path) => absurdOf(path, valueAt(example, path) as number).map((value) => [path, value] as const));
  // Of a slow tool the one that most often breaks: a number that no one can have.
  return slow.has(name) ? cases.filter(([, value]) => value !== null && value >= 1e9).slice(0, 1) : cases;
}

describe("An input with an absurd number", { timeout: 60_000 }, () => {
  const examined = tools.flatMap((tool) => {
    const example = exampleOf(tool.name);
    return example && numbersIn(example).length > 0 ? [[tool.name, tool as Tool, example] as const] : [];
  });

  test.each(examined)(
    "of %s is refused by its field, or answered with a sentence where no one can have it",
    async (name, tool, example) => {
      const base = await ordinary(tool, example);
      const failed: string[] = [];
      for (const [path, value] of casesOf(name, example)) {
        const { fails } = await tryAt(tool, example, path, value, base);
        failed.push(...fails.map((fail) => `${path.join(".")} = ${value}: ${fail}`));
      }
      expect(failed).toEqual([]);
    },
  );

  test("is tried of every tool that takes a number in its example", () => {
    const without = tools.filter(({ name }) => exampleOf(name) === undefined).map(({ name }) => name);
    expect(without).toEqual([]);
  });
});
