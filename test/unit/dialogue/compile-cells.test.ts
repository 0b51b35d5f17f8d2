import { describe, expect, test } from "vitest";
import { compileCells } from "../../../kernel/dialogue/compile-cells.ts";
import type { Assumption, Step } from "../../../lib/dialogue/plan.ts";

const text = (en: string) => ({ en, zh: en });
const year: Assumption = {
  slot: "year",
  value: 2011,
  label: text("2011"),
  because: text("the table's year"),
  rivals: [],
};
const cells = (steps: readonly Step[], assumed: readonly Assumption[] = []) =>
  compileCells({ steps, assumed }).map(({ source }) => source);

describe("The cells of a plan", () => {
  test("call the tools by name, and name earlier cells", () => {
    const steps: Step[] = [
      { id: "world", tool: "consumption.table", args: { year: 2011 } },
      { id: "accounts", tool: "consumption.accounts", args: { $from: "world" } },
      { id: "layers", tool: "consumption.layers", args: { $from: "world", region: "CHN", depth: 4 } },
      { id: "heads", tool: "quantity.convert", args: { value: { $from: "layers", path: "rows.0.CO2 total" } } },
    ];
    expect(cells(steps)).toEqual([
      "const world = consumption.table({year: 2011})",
      "const accounts = consumption.accounts(world)",
      'const layers = consumption.layers(world, {region: "CHN", depth: 4})',
      'const heads = quantity.convert({value: layers.rows[0]["CO2 total"]})',
    ]);
  });

  test("name what was assumed in a first cell, where it can be changed", () => {
    const steps: Step[] = [{ id: "world", tool: "consumption.table", args: { year: 2011 } }];
    expect(cells(steps, [year])).toEqual([
      "const assumed = {year: 2011}",
      "const world = consumption.table({year: assumed.year})",
    ]);
    expect(cells([{ ...steps[0]!, args: { year: 2010 } }], [year])).toEqual([
      "const world = consumption.table({year: 2010})",
    ]);
    expect(cells([{ ...steps[0]!, id: "assumed" }], [year])[0]).toBe("const assumed2 = {year: 2011}");
  });

  test("break long arguments over lines", () => {
    const codes = Array.from({ length: 30 }, (_, i) => `R${i}`);
    const [source] = cells([{ id: "some", tool: "indicators.national", args: { region: codes, year: 2022 } }]);
    expect(source!.split("\n")[0]).toBe("const some = indicators.national({");
    expect(source).toContain("\n  year: 2022\n})");
  });

  test("are refused for ids that mean something else in a cell", () => {
    const step = (id: string): Step => ({ id, tool: "consumption.table", args: {} });
    for (const id of ["consumption", "view", "delete", "fetch"])
      expect(() => cells([step(id)])).toThrow(`A cell cannot be called \`${id}\``);
    expect(() => cells([step("a"), step("a")])).toThrow("Two steps of the plan are called `a`");
  });
});
