import { describe, expect, test } from "vitest";
import { catalogue, tableOf } from "./shipped.ts";

const rowsOf = (name: string) =>
  tableOf(name)
    .toArray()
    .map((row) => row.toJSON());

describe("The grid factors of China", () => {
  const rows = rowsOf("grid_factors_china");

  test("are of 30 provinces and seven grids in 2021 and 2022, and of the country in 2023 alone", () => {
    const count = (level: string, year: number) =>
      rows.filter((row) => row.level === level && row.year === year).length;
    expect([2021, 2022, 2023].map((year) => count("province", year))).toEqual([30, 30, 0]);
    expect([2021, 2022, 2023].map((year) => count("regional grid", year))).toEqual([7, 7, 0]);
    // Those of 2021 and 2022 were known from memory of the announcements.
    expect([2021, 2022, 2023].map((year) => count("country", year))).toEqual([0, 0, 1]);
  });

  test("say of every province but Inner Mongolia in which grid it is", () => {
    const without = rows.filter((row) => row.level === "province" && row.grid === null);
    expect([...new Set(without.map((row) => row.place))]).toEqual(["CN-NM"]);
  });
});

describe("The residual mixes", () => {
  const rows = rowsOf("residual_mixes");

  test("have no factor under full disclosure, which is Austria and the Netherlands from 2024, and never zero", () => {
    const disclosed = rows.filter((row) => row.disclosure === "full disclosure");
    expect(disclosed.map((row) => `${row.iso3} ${row.year}`)).toEqual(["AUT 2023", "AUT 2025", "NLD 2024", "NLD 2025"]);
    expect(disclosed.map((row) => row.factor_g_per_kwh)).toEqual([null, null, null, null]);
    expect(rows.filter((row) => row.factor_g_per_kwh === 0)).toEqual([]);
  });

  test("are those of Table 2 of the report of 2023 for Germany", () => {
    expect(rows.find((row) => row.iso3 === "DEU" && row.year === 2023)?.factor_g_per_kwh).toBe(719.9);
  });
});

test("The margins state the year of their edition in title and years", () => {
  const { title, title_zh, years } = catalogue.datasets.find(({ name }) => name === "grid_margins")!;
  expect([years, /\d{4}/.exec(title)?.[0], /\d{4}/.exec(title_zh)?.[0]]).toEqual([[2021, 2021], "2021", "2021"]);
});
