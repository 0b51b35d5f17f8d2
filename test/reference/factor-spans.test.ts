import { describe, expect, test } from "vitest";
import { writeMessage } from "../../lib/message/write.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import { factorOf, parseUnit } from "../../lib/quantity/unit.ts";
import { type FactorSpan, factorSpans, MARGIN, outsideSpan } from "../../lib/tool/factor-spans.ts";
import { outsideUnit } from "../../lib/tool/unit-bounds.ts";
import { tableOf } from "../unit/datasets/shipped.ts";

type Row = Readonly<Record<string, unknown>>;

/** The values of a dataset that a span is of, in the unit of the span. */
type Values = (rows: readonly Row[], unit: string) => number[];

const ratio = (from: string, to: string) => toNumber(factorOf(parseUnit(from))) / toNumber(factorOf(parseUnit(to)));

const factors =
  (isOf: (row: Row) => boolean): Values =>
  (rows, unit) =>
    rows.filter(isOf).map(({ value, unit: its }) => Number(value) * ratio(String(its), unit));
const parameter = (name: RegExp) => factors((row) => name.test(String(row.parameter)));
const inUnit = (unit: RegExp) => factors((row) => unit.test(String(row.unit)));
const column =
  (...names: string[]): Values =>
  (rows) =>
    rows.flatMap((row) => names.map((name) => Number(row[name] ?? 0)));

const values: Readonly<Record<string, Values>> = {
  "TJ NCV/Gg": parameter(/^NCV$/),
  "TJ/Gg": parameter(/^NCV$/),
  "g CO2/kWh": column("intensity_g_per_kwh"),
  "kg CO2/TJ NCV": inUnit(/^kg CO2( biogenic)?\/TJ NCV$/),
  "kg C/GJ NCV": parameter(/^CC$/),
  "kg CH4/TJ NCV": inUnit(/^kg CH4\/TJ NCV$/),
  "kg N2O/TJ NCV": inUnit(/^kg N2O\/TJ NCV$/),
  "kg CO2/L": (rows) =>
    column("factor")(
      rows.filter((row) => /^kg CO2e \S+\/L$/.test(String(row.unit))),
      "",
    ),
  "t CO2/t": inUnit(/^t CO2\/t\b/),
  "m3 CH4/t": inUnit(/^m3 CH4\/t$/),
  "kg CH4/head/yr": inUnit(/^kg CH4\/head\/yr$/),
  "kg N2O-N/kg N": inUnit(/^kg N2O-N\/kg N$/),
  "kg CH4/ha/yr": inUnit(/^kg CH4\/ha\/yr$/),
  "t CO2-C/ha/yr": inUnit(/^t CO2-C\/ha\/yr$/),
  "kg N2O-N/ha/yr": inUnit(/^kg N2O-N\/ha\/yr$/),
  "t d.m./ha": inUnit(/^t d\.m\.\/ha$/),
  "t C/ha": column("above_ground_tc_ha", "below_ground_tc_ha", "dead_wood_tc_ha", "litter_tc_ha", "soil_tc_ha"),
};

const rowsOf = (dataset: string) => [...tableOf(dataset)].map((row) => row!.toJSON() as Row);
const nothing = () => "";

describe("The span of a kind of factor", () => {
  test.each(factorSpans.map((span) => [span.unit, span] as const))("in %s is that of its dataset", (unit, span) => {
    const found = (values[unit]! as (rows: readonly Row[], unit: string) => number[])(rowsOf(span.dataset), unit)
      .filter((value) => value > 0)
      .sort((one, other) => one - other);
    // Conversions by powers of ten leave the last digit open.
    if (span.least !== undefined) expect(found[0]! / span.least).toBeCloseTo(1, 9);
    if (span.most !== undefined) expect(found.at(-1)! / span.most).toBeCloseTo(1, 9);
  });

  test.each(factorSpans.map((span) => [span.unit, span] as const))(
    "in %s notes beyond its margin only",
    (unit, span) => {
      const notes = (value: number) => outsideSpan(value, unit, "factor", nothing);
      for (const value of ends(span)) expect(notes(value)).toEqual([]);
      if (span.most !== undefined) expect(notes(1.01 * MARGIN * span.most)).toHaveLength(1);
      if (span.least !== undefined) expect(notes(span.least / MARGIN / 1.01)).toHaveLength(1);
      expect(notes(0)).toEqual([]);
    },
  );

  test.each([
    [0.5, "g CO2/kWh", true],
    [0.0005, "t CO2e AR6.GWP100/MWh", true],
    [17, "g CO2e AR5.GWP100/kWh", false],
    [0.00268, "kg CO2/L", true],
    [2.68, "kg CO2e AR6.GWP100/l", false],
    [2.68, "kg CO2/m3", false],
    [43_000, "GJ NCV/t", true],
    [0.043, "GJ GCV/t", true],
    [43, "GJ NCV/t", false],
    [30_200, "GJ/t", true],
    [0.004, "GJ/t", false],
    [1, "kg N2O-N/kg N", true],
    [20_000, "t d.m./ha", true],
    [56.1, "kg CO2/TJ NCV", true],
    [56_100, "kg CO2/TJ NCV", false],
    [0.0561, "t CO2/GJ NCV", false],
    [510, "t CO2/t clinker", true],
    [0.51, "t CO2/t clinker", false],
  ])("%d %s is noted: %s", (value, unit, isNoted) => {
    expect(outsideUnit(value, unit, "factor")).toHaveLength(isNoted ? 1 : 0);
  });

  test("is not held against a litre of water", () => {
    expect(outsideSpan(0.0002, "kg CO2e AR6.GWP100/L", "factor", () => "tap water")).toEqual([]);
    expect(outsideSpan(0.0002, "kg CO2e AR6.GWP100/L", "factor", () => "diesel")).toHaveLength(1);
  });

  test("is named with what it is of and its source, in both languages", () => {
    const [note] = outsideSpan(0.5, "g CO2/kWh", "rows[0].factor", nothing);
    expect(writeMessage(note!)).toBe(
      "rows[0].factor is 0.5 g CO2/kWh, less than 1/10 of the smallest of the factors of grids that ship (17.241379 g CO2/kWh; Ember). Check the value and its unit; it was used as given.",
    );
    expect(writeMessage(note!, { tag: "zh-CN" })).toContain(
      "不足随附的电网因子中最小值（17.241379 g CO2/kWh；Ember）的 1/10",
    );
  });
});

function ends({ least, most }: FactorSpan): number[] {
  return [least, most].filter((end) => end !== undefined);
}
