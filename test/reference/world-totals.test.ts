import { describe, expect, test } from "vitest";
import { writeMessage } from "../../lib/message/write.ts";
import { aboveWorld, worldTotals } from "../../lib/tool/world-totals.ts";
import { tableOf } from "../unit/datasets/shipped.ts";

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (dataset: string, year: number): Row[] =>
  [...tableOf(dataset)].map((row) => row!.toJSON() as Row).filter((row) => Number(row.year) === year);
const sumOf = (rows: readonly Row[], column: string) => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
const world = (rows: readonly Row[]) =>
  rows.find((row) => [row.area_type, row.entity_type].includes("world") || row.area === "World")!;

/** Each bound from its dataset, in its unit. */
const computed: Readonly<Record<string, (rows: readonly Row[]) => number>> = {
  "mass 1": (rows) => world(rows).co2_mt as number,
  "energy 1": (rows) => world(rows).total_tj_gcv as number,
  "length 3": (rows) => (world(rows).gas_bcm as number) * 1e9,
  "length 2": (rows) => sumOf(rows, "forest_area_kha"),
  "head 1": (rows) => {
    const kinds = new Set(rows.map(({ item }) => item));
    return Math.max(
      ...[...kinds].map((kind) =>
        sumOf(
          rows.filter(({ item }) => item === kind),
          "head",
        ),
      ),
    );
  },
  "person 1": (rows) => world(rows).population as number,
  "currency-USD 1": (rows) => world(rows).gdp_musd_current as number,
};

describe("The bound of an amount", () => {
  test.each(Object.entries(worldTotals))("of dimension %s is what its dataset has", (dimension, total) => {
    // Sums of doubles in another order.
    expect(computed[dimension]!(rowsOf(total.dataset, total.year))).toBeCloseTo(total.value, 2);
  });

  test.each([
    [1e9, "kt", true],
    [1e6, "kt", false],
    [41, "Gt CO2", true],
    [-41, "Gt CO2", true],
    [40, "Gt CO2", false],
    [5, "Mt/h", true],
    [4, "Mt/h", false],
    [1e9, "TJ NCV", true],
    [2e8, "GWh", true],
    [1.7e8, "GWh", false],
    [1e10, "persons", true],
    [1e6, "1000 head", false],
    [1e8, "1000 head", true],
    [6e9, "ha", true],
    [1e15, "EUR", false],
    [1e15, "USD", true],
    // Intensities and texts that are no units have no bound.
    [1e12, "t/ha", false],
    [1e12, "t CO2/TJ", false],
    [1e12, "lorries", false],
    [1e12, "1", false],
  ])("%d %s: passed %s", (value, unit, isPassed) => {
    expect(aboveWorld(value, unit, "amount")).toHaveLength(isPassed ? 1 : 0);
  });

  test("is named with its year and source, in both languages", () => {
    const [note] = aboveWorld(1e9, "kt", "fuels[0].amount");
    expect(writeMessage(note!)).toMatch(
      /^fuels\[0\]\.amount is 1.?000.?000.?000 kt, more than all CO2 that the world emitted in 2023, .*Jones et al\. 2024\)\. Check/,
    );
    expect(writeMessage(note!, { tag: "zh-CN" })).toMatch(/超过全球 2023 年的 CO2 总排放量/);
  });
});
