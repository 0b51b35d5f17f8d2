import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chartCell } from "../../../../app/workbench/chart/chart-cell.ts";
import type { ChartChoice } from "../../../../app/workbench/chart/chart-choice.ts";
import { spanQuery } from "../../../../app/workbench/chart/chart-query.ts";
import { type ChartTable, chartTable } from "../../../../app/workbench/chart/chart-table.ts";
import { readChartCell } from "../../../../app/workbench/chart/read-chart-cell.ts";
import { firstChoice, settled, yearsWithin } from "../../../../app/workbench/chart/settled-choice.ts";
import { startingCharts } from "../../../../app/workbench/chart/ten-charts.ts";
import type { DatasetEntry } from "../../../../kernel/services/catalogue.ts";
import { vocabularySchema } from "../../../../kernel/services/vocabulary.ts";
import { openServices, runCells } from "../../headless/services.ts";

const folder = join(import.meta.dirname, "../../../../datasets");
const catalogue: { datasets: DatasetEntry[] } = JSON.parse(readFileSync(join(folder, "catalogue.json"), "utf8"));
const vocabulary = vocabularySchema.parse(JSON.parse(readFileSync(join(folder, "vocabulary.json"), "utf8")));
const tables = new Map(
  catalogue.datasets.flatMap((entry): [string, ChartTable][] => {
    const table = chartTable(entry, vocabulary.get(entry.name));
    return table ? [[entry.name, table]] : [];
  }),
);
const tableOf = (name: string) => tables.get(name) ?? null;

/** The choice of a dataset with changes, as the dialog makes it. */
function choose(dataset: string, changes: Partial<ChartChoice> = {}): ChartChoice {
  const table = tables.get(dataset)!;
  return settled({ ...firstChoice(table), ...changes }, table);
}

const services = openServices();

async function drawn(choice: ChartChoice, language = "en") {
  const source = chartCell(choice, tables.get(choice.dataset)!);
  const { cells } = await runCells(services, [source], { language });
  const [cell] = cells;
  const html = cell!.html ?? "";
  const part = (tag: string) =>
    new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, "s").exec(html)?.[1]?.replace(/<[^>]+>/g, "") ?? "";
  return { source, error: cell!.error, html, title: part("h2"), subtitle: part("h3"), caption: part("figcaption") };
}

async function rowsOf(request: unknown): Promise<readonly { readonly [name: string]: unknown }[]> {
  const { values, cells } = await runCells(services, [`const {rows} = await data.query(${JSON.stringify(request)})`]);
  expect(cells[0]!.error).toBeUndefined();
  return values.get("rows") as never;
}

describe("The cell of a chart", () => {
  test.each(startingCharts)(
    "draws $id with a finding, what is measured, and its source",
    async ({ choice: start, isOfOne }) => {
      const choice = isOfOne ? { ...start, places: ["IND"] } : start;
      const wide = choose(choice.dataset, choice);
      const span = await rowsOf(spanQuery(wide, tables.get(wide.dataset)!));
      expect(span).toHaveLength(1);
      const made = choose(choice.dataset, { ...choice, years: yearsWithin(wide.years, span[0]) });
      const { error, title, subtitle, caption, html } = await drawn(made);

      expect(error).toBeUndefined();
      expect(html).toContain("<svg");
      expect(title).not.toMatch(/No data|^$/);
      expect(subtitle).toMatch(/\d{4}/);
      expect(caption).toMatch(/Global Carbon|Climate TRACE|Jones/);
      if (isOfOne) expect(title).toContain("India");
      const chinese = await drawn(made, "zh-CN");
      expect(chinese.error).toBeUndefined();
      expect(`${chinese.title}${chinese.subtitle}`).toMatch(/[\u4e00-\u9fff]/);
    },
  );

  test("holds the figures that the dataset has", async () => {
    const request = {
      dataset: "fossil_co2_by_fuel",
      select: ["source", "emissions_mtco2"],
      where: { iso3: "IND", year: 2020 },
    };
    const rows = (await rowsOf(request)) as unknown as readonly { source: string; emissions_mtco2: number }[];
    const total = rows.reduce((sum, row) => sum + row.emissions_mtco2, 0);
    const coal = rows.find(({ source }) => source === "coal")!.emissions_mtco2;
    const made = choose("fossil_co2_by_fuel", {
      form: "shares",
      split: "source",
      places: ["IND"],
      years: [2020, 2020],
    });
    expect((await drawn(made)).title).toContain(
      `Coal is ${((100 * coal) / total).toFixed(1)}\u00a0% of ${Math.round(total)}`,
    );
    const summed = choose("fossil_co2_by_fuel", { form: "ranking", places: ["IND"], years: [2020, 2020] });
    expect((await drawn(summed)).title).toContain(String(Math.round(total)));
    // People are not counted once for each fuel.
    expect(choose("fossil_co2_by_fuel", { form: "ranking", per: "person" }).per).toBeNull();
  });

  test("that was changed by hand beyond what the dialog knows is told from one of its own", () => {
    const made = choose("carbon_budget_countries", { places: ["DEU", "FRA"] });
    const source = chartCell(made, tables.get(made.dataset)!);
    const relaid = source.replace(/\n\s*/g, " ").replace("{", "{ // two countries\n");
    expect(readChartCell(relaid, tableOf)).toEqual({ kind: "own", choice: made });
    for (const [from, to] of [
      ["names: places", "names: places, grid: false"],
      ['"DEU"', '"DEU", ...others'],
      ["year: {from: 1990", "year: {from: start"],
      ["display(", "const more = 1; display("],
    ] as const) {
      expect(source).toContain(from);
      expect(readChartCell(source.replace(from, to), tableOf).kind, to).toBe("changed");
    }
    const moved = source
      .replace('"FRA"', '"ITA"')
      .replace("from: 1990, to", "from: 2000, to")
      .replace("1990–", "2000–");
    const years = [2000, made.years![1]];
    expect(readChartCell(moved, tableOf)).toEqual({ kind: "own", choice: { ...made, places: ["DEU", "ITA"], years } });
    for (const other of [
      "1 + 1",
      "charts.trend(rows)",
      "{",
      'display(charts.trend((await data.query({dataset: "none"})).rows))',
    ]) {
      expect(readChartCell(other, tableOf)).toEqual({ kind: "other" });
    }
  });

  test("is read back as the choice that it was written from", () => {
    for (const { choice } of startingCharts) {
      const made = choose(choice.dataset, choice);
      expect(readChartCell(chartCell(made, tables.get(made.dataset)!), tableOf)).toEqual({ kind: "own", choice: made });
    }
  });

  test("is read back for the first chart of every dataset, in every form it has", () => {
    expect(tables.size).toBeGreaterThan(40);
    for (const table of tables.values()) {
      for (const form of ["trend", "ranking", "shares", "map", "scatter"] as const) {
        const made = choose(table.name, { form });
        expect(readChartCell(chartCell(made, table), tableOf), `${table.name} ${form}`).toEqual({
          kind: "own",
          choice: made,
        });
      }
    }
  });
});
