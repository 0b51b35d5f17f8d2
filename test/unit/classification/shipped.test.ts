import { describe, expect, test } from "vitest";
import { categories } from "../../../lib/classification/categories.ts";
import { membersOf } from "../../../lib/classification/groups.ts";
import { tableOf, textsOf } from "../datasets/shipped.ts";

const rowsOf = (name: string) =>
  tableOf(name)
    .toArray()
    .map((row) => row!.toJSON());

describe("the shipped classifications", () => {
  test("hold every category of the library, with its parent in the table", () => {
    const rows = rowsOf("ipcc_categories");
    expect(rows.map(({ category }) => category)).toEqual(categories.map(({ code }) => code));
    const codes = new Set(textsOf(tableOf("ipcc_categories"), "category"));
    for (const { parent } of rows) if (parent !== null) expect(codes.has(parent)).toBe(true);
    expect(rows.filter(({ memo }) => memo).map(({ category }) => category)).toEqual([
      "1.A.3.a.i",
      "1.A.3.d.i",
      "1.A.5.c",
    ]);
  });

  test("give by the sentence of the catalogue the members that the library gives", () => {
    const rows = rowsOf("country_groups");
    for (const [group, year] of [
      ["EU", 1975],
      ["EU", 2020],
      ["EU27", 1990],
      ["OPEC", 2010],
      ["BRICS", 2024],
    ] as const) {
      const members = rows.filter(
        (row) => row.country_group === group && (row.from_year ?? year) <= year && year < (row.until_year ?? year + 1),
      );
      expect(members.map(({ iso3 }) => iso3).sort()).toEqual(membersOf(group, year));
    }
  });

  test("carry the metrics of gases and blends, with how each came there", () => {
    const rows = rowsOf("gas_metrics");
    const of = (metric: string, gas: string) => rows.filter((row) => row.metric === metric && row.gas === gas);
    expect(of("AR6.GWP100", "CH4 fossil")).toMatchObject([{ value: 29.8, value_status: "transcription" }]);
    expect(of("AR4.GWP100", "HFC410A")[0]!.value).toBeCloseTo(2087.5, 9);
    expect(of("AR5.GWP20", "CH4")).toMatchObject([{ value: 84, value_status: "transcription" }]);
    expect(of("AR5.GTP100", "N2O")).toMatchObject([{ value: 234, value_status: "memory", value_read: null }]);
    expect(of("AR6.GWP100", "SF6")).toMatchObject([{ value: 25_200, value_status: "source" }]);
    expect(of("SAR.GWP100", "NF3")).toEqual([]);
  });
});
