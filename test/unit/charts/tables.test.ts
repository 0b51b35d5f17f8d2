import * as Plot from "@observablehq/plot";
import { expect, it } from "vitest";
import { chartsIn } from "../../../kernel/charts/charts.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { hasTable, tablesOf } from "../../../kernel/output/figure/figure-table.ts";
import { observePlots } from "../../../kernel/output/figure/observe-plots.ts";
import { chartCases } from "../../charts/chart-cases.ts";

openRealm();
observePlots();

const charts = chartsIn({ language: "en", width: 740, cite: (names) => document.createTextNode(names.join("; ")) });

it.each(chartCases)("There is a table behind the chart $name", ({ draw }) => {
  const svg = draw(charts, 740).querySelector("svg")!;
  expect(hasTable(svg)).toBe(true);
  const [table] = tablesOf(svg);
  expect(table!.rows).toBeGreaterThan(1);
  expect(table!.columns.length).toBeGreaterThan(1);
  for (const { values } of table!.columns) expect(values).toHaveLength(table!.rows);
  // A key that only keeps rows apart is no name of them.
  const counting = table!.columns.filter(({ values }) => values.every((value, row) => value === String(row)));
  expect(counting).toEqual([]);
});

it("Bands between places have a row for each flow, named, in the unit of the chart", () => {
  const rows = [
    { origin: "CHN", destination: "USA", value: 3 },
    { origin: "USA", destination: "CHN", value: 1 },
    { origin: "CHN", destination: "USA", value: 2 },
  ];
  const options = { unit: "Mt CO2", names: { CHN: "China", USA: "United States" } };
  const [table, ...others] = tablesOf(charts.flows(rows, options).querySelector("svg")!);
  expect(others).toEqual([]);
  expect(table!.columns.map(({ name, unit, values }) => [(name as { code: string }).code, unit, values])).toEqual([
    ["charts.flows.origin", "", ["China", "United States"]],
    ["charts.flows.destination", "", ["United States", "China"]],
    ["charts.flows.flow", "Mt CO2", [5, 1]],
  ]);
});

it("There is none behind a picture that Plot did not draw, or that draws no data", () => {
  expect(hasTable(document.createElementNS("http://www.w3.org/2000/svg", "svg"))).toBe(false);
  expect(hasTable(Plot.plot({ marks: [Plot.frame(), Plot.ruleX([])] }) as unknown as Element)).toBe(false);
});
