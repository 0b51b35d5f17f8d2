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

test("the spread of what trade moves is of the country's own revisions, in both editions, for consumption and net import", () => {
  for (const name of ["carbon_budget_countries", "carbon_budget_countries_2024"]) {
    const stated = declared.find((entry) => entry.name === name)!.uncertainty!;
    for (const column of ["consumption_mtco2", "net_import_mtco2"])
      expect(stated.find((each) => each.column === column)!.law).toEqual({
        kind: "sigma",
        column: "transfer_sd_mtco2",
      });
  }
  const rowsOf = (name: string) =>
    new Map(
      tableFromIPC(readFileSync(new URL(`${name}.arrow`, folder)))
        .toArray()
        .filter((row) => row.entity_type === "country" && row.consumption_mtco2 !== null)
        .map((row) => [`${row.iso3} ${row.year}`, row]),
    );
  const [now, then] = [rowsOf("carbon_budget_countries"), rowsOf("carbon_budget_countries_2024")];
  for (const iso3 of ["CHN", "USA", "RUS", "HKG"]) {
    const revisions = [...now].flatMap(([key, row]) => {
      const before = row.iso3 === iso3 ? then.get(key) : undefined;
      const share = (of: typeof row) => of.consumption_mtco2 / of.production_mtco2;
      return before ? [share(row) - share(before)] : [];
    });
    const rms = Math.sqrt(revisions.reduce((sum, each) => sum + each ** 2, 0) / revisions.length);
    const { production_mtco2: made, transfer_sd_mtco2: sd } = now.get(`${iso3} 2022`)!;
    // The years of a revision resemble each other: Student's t of about four degrees of freedom is 2.8, where the normal law has 1.96.
    expect(sd / made / rms, iso3).toBeGreaterThan(1.35);
    expect(sd / made / rms, iso3).toBeLessThan(1.5);
  }
});
