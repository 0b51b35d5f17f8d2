import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { expect, test } from "vitest";
import type { Catalogue } from "../../../kernel/services/catalogue.ts";

const folder = new URL("../../../datasets/", import.meta.url);
const { datasets } = JSON.parse(readFileSync(new URL("catalogue.json", folder), "utf8")) as Catalogue;
const declared = datasets.filter(({ uncertainty }) => uncertainty);

test("a declared uncertainty names columns of its dataset", () => {
  expect(declared.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["carbon_budget_countries", "carbon_budget_global", "factors_energy", "atmosphere_annual"]),
  );
  for (const { name, columns, uncertainty = [] } of declared) {
    const named = uncertainty.flatMap(({ column, law }) =>
      law.kind === "bounds" ? [column, law.lo, law.hi] : law.kind === "sigma" ? [column, law.column] : [column],
    );
    expect([name, named.filter((each) => !columns.some((column) => column.name === each))]).toEqual([name, []]);
  }
});

test("the standard deviations are those that the budget states", () => {
  const sigma = tableFromIPC(readFileSync(new URL("carbon_budget_sigma.arrow", folder))).toArray();
  const budget = declared.find(({ name }) => name === "carbon_budget_global")!;
  expect(budget.uncertainty!.map(({ column, law }) => [column, law])).toEqual(
    sigma.map((row) => [`${row.term}_gtc`, { kind: row.sigma_kind, sigma: row.sigma }]),
  );
  const [production] = declared.find(({ name }) => name === "carbon_budget_countries")!.uncertainty!;
  expect(production!.law).toEqual({ kind: "relative", sigma: sigma.find((row) => row.symbol === "E_FF")!.sigma });
});

test("the spread of consumption is the revision between two editions", () => {
  const rowsOf = (name: string) =>
    tableFromIPC(readFileSync(new URL(`${name}.arrow`, folder)))
      .toArray()
      .filter((row) => row.year === 2022 && row.entity_type === "country" && row.consumption_mtco2 !== null);
  const before = new Map(rowsOf("carbon_budget_countries_2024").map((row) => [row.iso3, row.consumption_mtco2]));
  const pairs = rowsOf("carbon_budget_countries")
    .filter((row) => before.has(row.iso3))
    .map((row) => [row.consumption_mtco2, before.get(row.iso3)] as [number, number]);
  const weight = pairs.reduce((sum, [, was]) => sum + was, 0);
  const square = pairs.reduce((sum, [now, was]) => sum + (was * (now / was - 1) ** 2) / weight, 0);
  const [, consumption] = declared.find(({ name }) => name === "carbon_budget_countries")!.uncertainty!;
  // Written to 0.1 %.
  expect(consumption!.law).toMatchObject({ kind: "relative", sigma: Math.round(Math.sqrt(square) * 1000) / 1000 });
});
