import { describe, expect, it } from "vitest";
import { z } from "zod";
import { figuresOf } from "../../../../kernel/dialogue/model/result-figures.ts";
import { numberIn, siblingUnit } from "../../../../lib/tool/unit.ts";

const of = (schema: z.ZodType, result: unknown, given?: ReadonlySet<unknown>) =>
  figuresOf("s", result, z.toJSONSchema(schema, { io: "output" }), given);
const paths = ({ rows }: ReturnType<typeof figuresOf>) =>
  rows.map(({ keys, figures }) => [keys.map(({ path }) => path), figures.map(({ path, unit }) => [path, unit])]);

describe("The figures of a result", () => {
  it("are numbers with a unit: a fixed one, one beside them, or one of a record of units", () => {
    const schema = z.object({
      total: numberIn("t CO2"),
      amount: z.object({ value: numberIn(siblingUnit), unit: z.string() }),
      rows: z.array(z.record(z.string(), z.union([z.string(), numberIn({ unitIn: "units" })]))),
      units: z.record(z.string(), z.string()),
      bare: z.number(),
    });
    const result = {
      total: 1,
      amount: { value: 2, unit: "kg" },
      rows: [{ iso3: "FRA", year: 2018, mass: 3, index: 7 }],
      units: { iso3: "", year: "", mass: "Mt CO2", index: "" },
      bare: 9,
    };
    expect(paths(of(schema, result))).toEqual([
      [[], [["total", "t CO2"]]],
      [[], [["amount.value", { path: "amount.unit" }]]],
      [["rows.0.iso3", "rows.0.year"], [["rows.0.mass", { path: "units.mass" }]]],
    ]);
    expect(of(schema, result, new Set(["FRA", 2018])).rows.at(-1)!.keys).toEqual([]);
  });

  it("are none where a unit is not known, and no more than a sentence holds", () => {
    expect(of(z.object({ x: numberIn("t {gas}"), y: numberIn({ unitIn: "unit" }) }), { x: 1, y: 2 }).rows).toEqual([]);
    const list = z.object({ list: z.array(z.object({ x: numberIn("t") })) });
    const long = of(list, { list: Array.from({ length: 30 }, () => ({ x: 1 })) });
    expect(long.rows).toHaveLength(8);
    expect(long.more).toBe(true);
  });
});
