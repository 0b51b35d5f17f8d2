import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstNeeds } from "../../../app/session/first-needs.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";

const root = join(import.meta.dirname, "../../..");
const { datasets } = JSON.parse(readFileSync(join(root, "datasets/catalogue.json"), "utf8"));
const needsOf = (name: string) =>
  firstNeeds(parseNotebook(readFileSync(join(root, `notebooks/${name}.html`), "utf8")).cells, datasets);

test("Welcome needs one small dataset, and no database", () => {
  expect(needsOf("welcome")).toEqual({
    datasets: ["carbon_budget_countries"],
    tools: [],
    charts: true,
    database: false,
  });
});

test("Trade carbon transfer needs the library first; the database of a query far below does not delay its first figure", () => {
  const { datasets: named, tools, database } = needsOf("trade-transfer");
  expect([...named].sort()).toEqual(["mrio_co2", "mrio_sectors"]);
  expect(tools.length).toBeGreaterThan(0);
  for (const tool of tools) expect(tool).toMatch(/^[a-z]+\.\w+$/);
  expect(database).toBe(false);
});

test("A cell that draws a chart by name needs their program; one that has a field of this name does not", () => {
  const charts = (source: string) => firstNeeds([{ kind: "js", source }], datasets).charts;
  expect(charts("charts.ladder(climbed)")).toBe(true);
  expect(charts("const {title} = charts\n  .ladder.options(climbed)")).toBe(true);
  expect(charts("report.charts.length")).toBe(false);
  expect(charts("Plot.plot({marks: []})")).toBe(false);
});

test("A query of the first cells that is more than a selection starts the database; a name in a text or comment is none", () => {
  const sql = (source: string) => firstNeeds([{ kind: "sql", source }], datasets);
  expect(sql("select count(*) from population")).toMatchObject({ datasets: ["population"], database: true });
  expect(sql("select year from population where iso3 = ${country} limit 3")).toMatchObject({ database: false });
  expect(sql("select 'population' -- countries")).toMatchObject({ datasets: [] });
});
