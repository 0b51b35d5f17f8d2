import { tableFromArrays } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { ChartSources } from "../../../../app/workbench/chart/chart-sources.ts";
import { readRowCell } from "../../../../app/workbench/chart/read-row-cell.ts";
import { rowCell } from "../../../../app/workbench/chart/row-cell.ts";
import {
  firstRowChoice,
  type RowChoice,
  rowDivisorsOf,
  rowFormsOf,
  settledRows,
} from "../../../../app/workbench/chart/row-choice.ts";
import { quotientName, quotientUnit } from "../../../../app/workbench/chart/row-divisor.ts";
import { placedColumns } from "../../../../app/workbench/chart/row-places.ts";
import { type RowTable, rowTableOfArrow, rowTableOfRecords } from "../../../../app/workbench/chart/row-table.ts";
import { inEnglish } from "../../../../lib/message/english.ts";
import { openServices, runCells } from "../../headless/services.ts";

const services = openServices();

/** Two sites over three years, a line for each carrier, one amount missing. */
const lines = [
  { site: "Lyon", carrier: "power", 年份: 2021, "use (kWh)": 10, head: 5 },
  { site: "Lyon", carrier: "gas", 年份: 2021, "use (kWh)": 7, head: 5 },
  { site: "Ulm", carrier: "power", 年份: 2021, "use (kWh)": 40, head: 9 },
  { site: "Lyon", carrier: "power", 年份: 2022, "use (kWh)": 12, head: 6 },
  { site: "Ulm", carrier: "power", 年份: 2022, "use (kWh)": 36, head: 9 },
  { site: "Ulm", carrier: "gas", 年份: 2022, "use (kWh)": null, head: null },
  { site: "Lyon", carrier: "power", 年份: 2023, "use (kWh)": 8, head: 6 },
  { site: "Ulm", carrier: "power", 年份: 2023, "use (kWh)": 24, head: 8 },
] as const;
const source = { is: "value", name: "lines" } as const;
const table = rowTableOfRecords(source, "lines", lines)!;

function choose(changes: Partial<RowChoice>, of: RowTable = table): RowChoice {
  return settledRows({ ...firstRowChoice(of), ...changes }, of);
}

/** A table of rows whose places were looked up among all countries. */
async function withPlaces(rows: readonly object[], unit = ""): Promise<RowTable> {
  const sources = await ChartSources.load([], null, services.compute);
  const read = rowTableOfRecords(source, "lines", rows)!;
  const columns = read.columns.map((column) =>
    column.kind === "number" && !column.years ? { ...column, unit } : column,
  );
  const units = { ...read, columns };
  return { ...units, places: placedColumns(units, sources.countries), divisorYears: await sources.divisorYears() };
}

async function populationOf(iso3: string, year: number): Promise<number> {
  const request = { dataset: "population", select: ["population"], where: { iso3, year } };
  const { rows } = inEnglish(await services.compute.call("data.query", request)) as { rows: { population: number }[] };
  return rows[0]!.population;
}

async function titleOf(choice: RowChoice, of: RowTable = table, rows: readonly object[] = lines): Promise<string> {
  const { cells } = await runCells(services, [`const lines = ${JSON.stringify(rows)}`, rowCell(choice, of)]);
  expect(cells[1]!.error).toBeUndefined();
  return /<h2[^>]*>(.*?)<\/h2>/s.exec(cells[1]!.html ?? "")?.[1]?.replace(/<[^>]+>/g, "") ?? "";
}

describe("The cell of a chart of rows", () => {
  test("sums the lines of what is drawn, over time and in one year", async () => {
    expect(await titleOf(choose({ label: "site" }))).toContain("Ulm was highest in 2023: 24");
    expect(await titleOf(choose({ label: "site", labels: ["Lyon"] }))).toContain("Lyon");
    expect(await titleOf(choose({ form: "ranking", label: "site", years: [2021, 2021] }))).toContain(
      "Ulm is highest, at 40\u00a0kWh: 2.4 times Lyon",
    );
    expect(await titleOf(choose({ form: "shares", label: "carrier", years: [2021, 2021] }))).toContain(
      "Power is 87.7\u00a0% of 57",
    );
    expect(await titleOf(choose({ form: "scatter", label: "site", years: [2023, 2023] }))).toContain(
      "Ulm is highest in both: 24\u00a0kWh and 8",
    );
  });

  test("of a table that is called like what the cell declares still reads that table", async () => {
    for (const name of ["rows", "found"]) {
      const named = rowTableOfRecords({ is: "value", name }, name, lines)!;
      const source = rowCell(choose({ label: "site" }, named), named);
      const { cells } = await runCells(services, [`const ${name} = ${JSON.stringify(lines)}`, source]);
      expect(cells[1]!.error).toBeUndefined();
      expect(cells[1]!.html).toContain("Ulm was highest");
      expect(readRowCell(source)!.isOwn(named)).toBe(true);
    }
  });

  test("is read back as the choice that it was written from, in every form", () => {
    expect(rowFormsOf(table)).toEqual(["trend", "ranking", "shares", "scatter"]);
    for (const form of rowFormsOf(table)) {
      for (const labels of [[], ["Lyon", "Ulm"]]) {
        const choice = choose({ form, label: "site", labels });
        const read = readRowCell(rowCell(choice, table))!;
        expect(read.choice).toEqual(choice);
        expect(read.isOwn(table)).toBe(true);
      }
    }
    const own = { ...table, source: { is: "own", name: "my table" } as const };
    const choice = choose({ label: null }, own);
    expect(readRowCell(rowCell(choice, own))!.choice).toEqual(choice);
  });

  test("divides by people and GDP of the countries that a column names, in any language, and draws them as a map", async () => {
    const named = [
      { land: "Deutschland", year: 2019, CO2: 700 },
      { land: "法国", year: 2019, CO2: 300 },
      { land: "France", year: 2020, CO2: 280 },
      { land: "Deutschland", year: 2020, CO2: 640 },
      { land: "World", year: 2020, CO2: 35000 },
    ];
    const placed = await withPlaces(named, "Mt");
    const first = firstRowChoice(placed);
    expect([first.label, rowFormsOf(placed)]).toEqual(["land", ["trend", "ranking", "shares", "map"]]);
    expect(rowDivisorsOf(first, placed)).toEqual(["person", "gdp", "gdp-current"]);
    for (const form of ["trend", "ranking", "map"] as const) {
      for (const per of [null, "person", "gdp", "gdp-current"] as const) {
        for (const labels of [[], ["Deutschland"]]) {
          const choice = settledRows({ ...first, form, per, labels }, placed);
          const source = rowCell(choice, placed);
          const read = readRowCell(source)!;
          expect(settledRows(read.choice, placed)).toEqual(choice);
          expect(read.isOwn(placed)).toBe(true);
          const { cells } = await runCells(services, [`const lines = ${JSON.stringify(named)}`, source]);
          expect(cells[1]!.error).toBeUndefined();
          if (per !== null || form === "map") expect(cells[1]!.html).not.toMatch(/World (?:was|is|35)/);
          expect(cells[1]!.html).toContain(per !== null || form === "map" ? "Germany" : "Deutschland");
        }
      }
    }
    const population = await populationOf("DEU", 2020);
    const heads = settledRows({ ...first, form: "ranking", per: "person" }, placed);
    expect(await titleOf(heads, placed, named)).toContain(
      `Germany is highest, at ${(640e6 / population).toFixed(1)}\u00a0t/person`,
    );
  });

  test("that was changed by hand is no longer the dialog's own", () => {
    const written = rowCell(choose({ label: "site" }), table);
    expect(readRowCell(written.replace('x: "time"', 'x: "time", title: "Mine"'))!.isOwn(table)).toBe(false);
    expect(readRowCell(written.replace("d.site", "d.carrier"))!.isOwn(table)).toBe(true);
    expect(readRowCell("charts.trend(rows)")).toBeNull();
  });
});

describe("A quotient", () => {
  test("has a readable unit of mass or energy over people or money, and none where the measure has none", () => {
    expect(quotientUnit("Mt CO2", "person")).toEqual({ unit: "t CO2/person", factor: 1e6 });
    expect(quotientUnit("kt", "gdp")).toEqual({ unit: "kg/USD 2017 PPP", factor: 1 });
    expect(quotientUnit("Mt", "gdp-current")).toEqual({ unit: "kg/USD", factor: 1000 });
    expect(quotientUnit("", "person")).toEqual({ unit: "", factor: 1 });
    expect(quotientUnit("loaves", "gdp")).toEqual({ unit: "", factor: 1 });
    expect(quotientName("bread", "loaves", "gdp").en).toBe("bread (loaves) per million of GDP, 2017 US$ at PPP");
  });
});

describe("The columns of a table", () => {
  test("are told as years, texts and numbers, of records and of Arrow", () => {
    const years = (of: RowTable) => of.columns.filter((column) => column.years !== null).map(({ name }) => name);
    expect(years(table)).toEqual(["年份"]);
    expect(table.measures).toEqual(["use (kWh)", "head"]);
    const arrow = tableFromArrays({
      site: ["a", "b", "a"],
      year: Int32Array.of(2020, 2021, 2022),
      t: Float64Array.of(1, 2, 3),
    });
    const own = rowTableOfArrow({ is: "own", name: "mine" }, "mine.csv", arrow)!;
    expect(years(own)).toEqual(["year"]);
    expect(own.columns.find(({ name }) => name === "site")!.values).toEqual(["a", "b"]);
    expect(own.measures).toEqual(["t"]);
  });

  test("without numbers, or of no table, give none", () => {
    expect(rowTableOfRecords(source, "x", [{ a: "b" }])).toBeNull();
    expect(rowTableOfRecords(source, "x", { rows: 1 })).toBeNull();
    expect(rowTableOfRecords(source, "x", [1, null, [2]])).toBeNull();
  });
});
