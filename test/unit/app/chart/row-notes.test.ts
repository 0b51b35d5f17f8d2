import { describe, expect, test } from "vitest";
import { PlaceNames } from "../../../../app/workbench/chart/place-names.ts";
import {
  firstRowChoice,
  type RowChoice,
  rowDivisorsOf,
  rowFormsOf,
  settledRows,
} from "../../../../app/workbench/chart/row-choice.ts";
import { rowNotes } from "../../../../app/workbench/chart/row-notes.ts";
import { placedColumns } from "../../../../app/workbench/chart/row-places.ts";
import { type RowTable, rowTableOfRecords } from "../../../../app/workbench/chart/row-table.ts";
import { writeMessage } from "../../../../lib/message/write.ts";

const countries = new PlaceNames(
  [
    { iso3: "DEU", name_en: "Germany", name_zh: "德国" },
    { iso3: "FRA", name_en: "France", name_zh: "法国" },
  ],
  "iso3",
);

function tableOf(rows: readonly object[], unit = ""): RowTable {
  const read = rowTableOfRecords({ is: "value", name: "t" }, "t", rows)!;
  const columns = read.columns.map((each) => (each.kind === "number" && !each.years ? { ...each, unit } : each));
  const table = { ...read, columns, divisorYears: { person: [1950, 2023] } as const };
  return { ...table, places: placedColumns(table, countries) };
}

function notes(table: RowTable, change: Partial<RowChoice> = {}, language = "en"): string[] {
  const choice = settledRows({ ...firstRowChoice(table), ...change }, table);
  return rowNotes(choice, table).map((note) => writeMessage(note, { tag: language }));
}

describe("A table of the notebook", () => {
  test("without a column of countries is told what is not known as a country, and is offered no map", () => {
    const sites = tableOf([
      { site: "Lyon", year: 2020, t: 1 },
      { site: "Germany", year: 2020, t: 2 },
      { site: "Ulm", year: 2021, t: 3 },
    ]);
    expect(rowFormsOf(sites)).not.toContain("map");
    expect(rowDivisorsOf(firstRowChoice(sites), sites)).toEqual([]);
    expect(notes(sites)).toEqual([
      "Per head, per GDP and the map need a column of countries. In the column site, these are not known as countries: Lyon, Ulm.",
    ]);
    expect(notes(sites, {}, "zh-CN")[0]).toContain("Lyon");
    expect(notes(tableOf([{ year: 2020, t: 1 }]))).toEqual([
      "Per head, per GDP and the map need a column of countries; this table has no column of names.",
    ]);
  });

  test("with countries but without years, with another column drawn, or with quotients is told why there is no per head", () => {
    expect(notes(tableOf([{ country: "法国", t: 1 }]))).toEqual([
      "Per head and per GDP need a column of years, such as 2020; this table has none.",
    ]);
    const sectors = tableOf([
      { country: "France", sector: "power", year: 2020, t: 1 },
      { country: "Germany", sector: "steel", year: 2021, t: 2 },
    ]);
    expect(notes(sectors)).toEqual([]);
    expect(notes(sectors, { label: "sector" })).toEqual([
      "Per head and per GDP are offered when each line or bar is a country: choose the column country.",
    ]);
    expect(settledRows({ ...firstRowChoice(sectors), label: "sector", form: "map" }, sectors).label).toBe("country");
    expect(notes(tableOf([{ country: "France", year: 2020, t: 1 }], "t/person"))).toEqual([
      "t is already in relation to something (t/person), so it is not offered per head or per GDP.",
    ]);
    expect(notes(tableOf([{ country: "France", year: 1850, t: 1 }]))).toEqual([
      "People and GDP are not known for the years of this table, 1850 to 1850, so per head and per GDP are not offered.",
    ]);
  });

  test("says which of its rows and years are not drawn", () => {
    const rows = ["France", "Germany", "World"].flatMap((country) => [
      { country, year: 1940, t: 1 },
      { country, year: 1990, t: 1 },
      { country, year: 2020, t: 1 },
      { country, year: 2024, t: 1 },
    ]);
    expect(notes(tableOf(rows))).toEqual([]);
    expect(notes(tableOf(rows), { per: "person" })).toEqual([
      "Left out, because they are not known as countries: World.",
      "Drawn for 1990 to 2020: people or GDP of other years are not known.",
    ]);
    const ofOne = { form: "ranking", per: "person", years: [2018, 2018] } as const;
    expect(settledRows({ ...firstRowChoice(tableOf(rows)), ...ofOne }, tableOf(rows)).years).toEqual([1990, 1990]);
    expect(notes(tableOf(rows), { form: "map" })).toEqual([
      "Left out, because they are not known as countries: World.",
    ]);
  });

  test("of many countries begins with the largest economies that it has", () => {
    const names = new PlaceNames(
      ["ABW", "AFG", "AGO", "FRA", "CHN", "ALB"].map((iso3) => ({ iso3, name_en: iso3, name_zh: iso3 })),
      "iso3",
    );
    const read = tableOf(["ABW", "AFG", "AGO", "FRA", "CHN", "ALB"].map((iso3) => ({ iso3, year: 2020, t: 1 })));
    const table = { ...read, places: placedColumns(read, names) };
    expect(firstRowChoice(table).labels).toEqual(["CHN", "FRA"]);
  });
});
