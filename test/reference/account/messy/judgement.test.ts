import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { LeftOut, ReadLine, ReadOutcome } from "../../../../lib/account/line-shape.ts";
import { judged, type RightFile, type RightLine } from "./judgement.ts";

const files: Record<string, RightFile> = JSON.parse(
  readFileSync(join(import.meta.dirname, "first/right.json"), "utf8"),
);
const pump = files["pump-CP40-bom.xlsx"]!;
const reason = { code: "test", text: "a reason" } as unknown as LeftOut["reason"];

function lineOf(line: RightLine, change: Partial<ReadLine> = {}): ReadLine {
  const { sheet, row, name, amount, unit, year = null, site = null } = line;
  const rest = { place: null, period: null, supplier: null, scope: null, code: null, notes: [], column: null };
  const distance = line.distance ?? null;
  return { sheet, row, name, amount, unit, year, site, distance, unitFrom: "head", ...rest, ...change };
}

function outcomeOf(right: RightFile, lines: ReadLine[]): ReadOutcome {
  const leftOut = right.leftOut.map(
    ({ sheet, row }): LeftOut => ({ sheet, row, column: null, text: "", reason, kind: "note" }),
  );
  return { lines, leftOut, asks: [], sheets: [], notes: [] };
}

describe("the judge of what was read", () => {
  test("finds every line right in what the writer of a file says of it", () => {
    for (const right of Object.values(files)) {
      const result = judged(
        right,
        outcomeOf(
          right,
          right.lines.map((line) => lineOf(line)),
        ),
        false,
      );
      expect(result).toMatchObject({ right: right.lines.length, lost: [], twice: [], wrong: [] });
    }
  });

  test("takes the same amount in another unit, and no other amount, unit or name", () => {
    const first = pump.lines[0]!;
    const judge = (change: Partial<ReadLine>) => {
      const lines = pump.lines.map((line, at) => lineOf(line, at === 0 ? change : {}));
      return judged(pump, outcomeOf(pump, lines), false).amounts - pump.lines.length;
    };
    expect(judge({ amount: first.amount * 1000, unit: "g" })).toBe(0);
    expect(judge({ amount: first.amount * 1000 })).toBe(-1);
    expect(judge({ unit: "l" })).toBe(-1);
    expect(judge({ unit: "" })).toBe(-1);
    expect(judge({ name: "Volute casing" })).toBe(-1);
  });

  test("names a line that was lost, one that was read twice, and an assembly read as a part", () => {
    const lines = pump.lines.map((line) => lineOf(line));
    const assembly = pump.leftOut.find((row) => row.kind === "repeated")!;
    const at = (row: number) => `BOM:${row}`;
    expect(judged(pump, outcomeOf(pump, lines.slice(1)), false).lost).toEqual([at(pump.lines[0]!.row)]);
    expect(judged(pump, outcomeOf(pump, [...lines, lines[0]!]), false).twice).toEqual([at(pump.lines[0]!.row)]);
    const withAssembly = [...lines, lineOf({ ...pump.lines[0]!, row: assembly.row })];
    expect(judged(pump, outcomeOf(pump, withAssembly), false).twice).toHaveLength(1);
  });
});
