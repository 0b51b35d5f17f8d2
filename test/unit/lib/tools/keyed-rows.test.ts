import { describe, expect, test } from "vitest";
import { z } from "zod";
import { writeMessage } from "../../../../lib/message/write.ts";
import { callTool, ToolInputError } from "../../../../lib/tool/call.ts";
import { problemsOf } from "../../../../lib/tool/input-problems.ts";
import { keyedRows } from "../../../../lib/tool/keyed-rows.ts";
import { findTool } from "../../../../lib/tools.ts";
import { examples } from "./table-examples.ts";

describe("The same row twice", () => {
  test.each([
    ["budget.carbon", "rows", "year"],
    ["budget.nitrousOxide", "moleFractions", "year"],
    ["budget.nitrousOxide", "rows", "source"],
    ["budget.ensemble", "rows", "component"],
    ["inventory.landUse", "strata", "name"],
    ["inventory.totals", "emissions", "category"],
  ])("is refused by %s with both rows and what they share", async (name, field, key) => {
    const example = examples[name] as Readonly<Record<string, readonly object[]>>;
    const rows = example[field]!;
    const twice = callTool(findTool(name)!, { ...example, [field]: [...rows, rows[0]] });
    await expect(twice).rejects.toThrow(ToolInputError);
    await expect(twice).rejects.toThrow(
      new RegExp(`${field}\\[${rows.length}\\]: rows must differ in ${key}.* row 0,`),
    );
  });

  test("is one whose key is the same, whatever else it says", () => {
    const rows = keyedRows(z.object({ year: z.number(), value: z.number() }), ["year"]);
    const apart = [
      { year: 2000, value: 1 },
      { year: 2001, value: 1 },
    ];
    expect(rows.safeParse(apart).success).toBe(true);
    const given = [...apart, { year: 2000, value: 7 }];
    const [said] = problemsOf(rows.safeParse(given).error!, given);
    expect(writeMessage(said!, { tag: "zh-CN" })).toBe(
      "[2]：各行的 year 应互不相同，而第 0 行（从 0 起）与之相同（2000）。请只保留其中一行。",
    );
  });
});
