import { expect, test } from "vitest";
import { brokenReports } from "../../../datasets/build/broken-reports.ts";
import type { Figure } from "../../../datasets/build/figures.ts";
import { catalogue, numbersOf, tableOf, textsOf } from "./shipped.ts";

type Row = readonly [iso3: string, year: number, measure: string, category: string, value: number | null];

/** A table of a report, with the accessors that the check uses. */
function report(rows: readonly Row[]): Figure {
  const column = (at: number) => rows.map((row) => row[at]);
  const names = ["iso3", "year", "measure", "category", "value_mt"];
  const of = <T>(name: string) => column(names.indexOf(name)) as T[];
  return { texts: of<string>, numbers: of<number>, maybeNumbers: of<number | null> } as unknown as Figure;
}

test("a report of another order of magnitude than the budget or EDGAR is found, others are not", () => {
  const rows: Row[] = [
    ["AAA", 2021, "ghg_by_sector", "energy", 0],
    ["AAA", 2021, "ghg_by_sector", "lulucf", -2870],
    ["BBB", 2000, "ghg_by_gas", "n2o", 374],
    ["BBB", 2001, "ghg_by_gas", "n2o", 3.7],
    ["CCC", 2010, "co2_by_sector", "energy", 21],
    ["CCC", 2011, "ghg_by_sector", "energy", null],
    ["DDD", 2010, "ghg_by_gas", "ch4", 0.001],
  ];
  const at = (...pairs: [string, number][]) => new Map(pairs);
  const found = brokenReports(report(rows), {
    fossil: at(["AAA 2021", 20.8], ["CCC 2010", 20], ["CCC 2011", 20]),
    ch4: at(["DDD 2010", 0.2]),
    n2o: at(["BBB 2000", 0.84], ["BBB 2001", 0.84]),
  });
  expect(found.map(({ iso3, year, category }) => [iso3, year, category])).toEqual([
    ["AAA", 2021, "energy"],
    ["BBB", 2000, "n2o"],
  ]);
});

test("the shipped reports have none of them, and the entry says which are left out", () => {
  const table = tableOf("inventories_reported");
  const [iso3, year] = [textsOf(table, "iso3"), numbersOf(table, "year")];
  const known = new Set(iso3.map((code, row) => `${code} ${year[row]}`));
  const traps = catalogue.datasets.find(({ name }) => name === "inventories_reported")!.traps.join(" ");
  for (const report of ["BLZ 2009", "GAB 2000", "LKA 2021"]) {
    expect(known.has(report), report).toBe(false);
    expect(traps).toContain(report);
  }
  expect(known.has("DEU 2019")).toBe(true);
});
