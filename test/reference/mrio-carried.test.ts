import { beforeAll, describe, expect, test } from "vitest";
import { writeMessage } from "../../lib/message/write.ts";
import { accounts } from "../../lib/mrio/accounts.ts";
import type { CarriedTable } from "../../lib/mrio/carried/carry.ts";
import { validateCase } from "../../lib/mrio/carried/validation-case.ts";
import { eebt } from "../../lib/mrio/eebt.ts";
import { accountsByPrinciple } from "../../lib/mrio/principle-accounts.ts";
import { openCarried } from "../../lib/mrio/resource/carried-table.ts";
import { calcValueAdded, calcX } from "../../lib/mrio/table.ts";
import { tableOf } from "../unit/datasets/shipped.ts";
import { shipped } from "./mrio/shipped.ts";
import { hasWiod } from "./mrio/wiod.ts";

const rowsOf = (name: string) =>
  tableOf(name)
    .toArray()
    .map((row) => row!.toJSON() as Record<string, never>);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe.skipIf(!hasWiod)("the table of 2011 carried to 2022", () => {
  let carried: CarriedTable;
  beforeAll(async () => {
    carried = await openCarried({ year: 2022, edits: [] }, shipped);
  }, 60_000);

  test("meets every total it was given, and balances", () => {
    const { table, balance } = carried;
    expect(balance.unmet).toEqual([]);
    expect(balance.converged).toBe(true);
    const largest = Math.max(...table.x);
    expect(Math.max(...calcX(table.Z, table.Y).map((x, i) => Math.abs(x - table.x[i]!))) / largest).toBeLessThan(1e-12);
    // Final demand of the world is its value added; the tolerance is that of the adjustment.
    expect(Math.abs(sum(table.Y.data) / sum(calcValueAdded(table.Z, table.x)) - 1)).toBeLessThan(1e-9);
    // GDP of the regions did not add up to demand exactly: national tables and GDP differ by a quarter of a per cent.
    expect(Math.abs(balance.demandScale - 1)).toBeLessThan(0.004);
  });

  test("has the world's gases of its sources, to a thousandth", () => {
    const { F, FY, stressors } = carried.table;
    const world = (k: number) =>
      (sum(F.data.subarray(k * F.columns, (k + 1) * F.columns)) +
        sum(FY.data.subarray(k * FY.columns, (k + 1) * FY.columns))) /
      1000;
    const budget = rowsOf("carbon_budget_countries").find((row) => row.entity_type === "world" && row.year === 2022)!;
    expect(Math.abs(world(0) / budget.production_mtco2! - 1)).toBeLessThan(1e-3);
    const edgar = rowsOf("nonco2_countries").filter((row) => row.area_type === "world" && row.year === 2022);
    for (const gas of ["CH4", "N2O", "F-gases"]) {
      const published = sum(edgar.filter((row) => row.gas === gas).map((row) => row.emissions_mtco2e_ar5!));
      expect(Math.abs(world(stressors.indexOf(gas)) / published - 1), gas).toBeLessThan(1e-3);
    }
    expect(carried.table.units.stressors).toEqual(["kt", ...Array(3).fill("kt CO2e AR5.GWP100")]);
  });

  test("moves CO2 by these shares, found with these sources, beside those of the Global Carbon Budget 2025", async () => {
    const { table } = carried;
    const { D_pba, D_cba, residual, notes } = await accounts(table);
    expect(residual).toBeLessThan(1e-10);
    const percent = (region: string) => {
      const r = table.regions.indexOf(region);
      return 100 * (D_cba.data[r]! / D_pba.data[r]! - 1);
    };
    // Regression anchors; a tenth of a point is what they are written with.
    // The budget: China −11.0, USA +10.1, Japan +16.7, India −17.3, Russia −23.6, Germany +25.6.
    const found = { CHN: -11.5, USA: 19.9, JPN: 4.6, IND: -3.8, RUS: -23.9, DEU: 23.2 };
    for (const [region, value] of Object.entries(found))
      expect(Math.abs(percent(region) - value), region).toBeLessThan(0.06);
    // Every result on the table says that it is a model, with an error of each region.
    const said = notes.filter(({ kind }) => kind === "modelled");
    expect(writeMessage(said[0]!.sentence)).toContain("Modelled: the table of 2011 carried to 2022 by GRAS");
    expect(said[1]!.places).toHaveLength(41);
    expect(said[1]!.places.find(({ region }) => region === "CHN")!.value).toBeCloseTo(0.086, 3);
  }, 60_000);

  test("gives the accounts that ship, for every gas", async () => {
    const { table } = carried;
    const result = await accounts(table);
    const rows = rowsOf("carried_accounts").filter((row) => row.year === 2022);
    expect(rows).toHaveLength(4 * 41);
    for (const row of rows) {
      const at = table.stressors.indexOf(row.gas!) * 41 + table.regions.indexOf(row.region!);
      // Whole kilotonnes ship.
      expect(Math.abs(result.D_cba.data[at]! / 1000 - row.consumption_mt!)).toBeLessThan(0.001);
      expect(Math.abs(result.D_pba.data[at]! / 1000 - row.production_mt!)).toBeLessThan(0.001);
    }
  }, 60_000);

  test("gives income and the sharing along the chain that ship, and every principle divides the same world", async () => {
    const { table } = carried;
    const { accounts: made, households, income, sharedAlongChain } = await accountsByPrinciple(table);
    const rows = rowsOf("carried_accounts").filter((row) => row.year === 2022);
    for (const row of rows) {
      const at = table.stressors.indexOf(row.gas!) * 41 + table.regions.indexOf(row.region!);
      const label = `${row.gas} ${row.region}`;
      // Whole kilotonnes ship.
      expect(Math.abs(households.data[at]! / 1000 - row.households_mt!), label).toBeLessThan(0.001);
      expect(Math.abs(income.data[at]! / 1000 - row.income_mt!), label).toBeLessThan(0.001);
      expect(Math.abs(sharedAlongChain.data[at]! / 1000 - row.shared_along_chain_mt!), label).toBeLessThan(0.001);
    }
    for (let k = 0; k < 4; k++) {
      const world = ({ data }: { readonly data: Float64Array }) => sum(data.subarray(k * 41, (k + 1) * 41));
      // Solved to 1e-10; no sector without output emits in this table.
      for (const each of [income, sharedAlongChain, made.D_cba])
        expect(Math.abs(world(each) / world(made.D_pba) - 1), table.stressors[k]).toBeLessThan(1e-9);
    }
    // Regression anchors, found with these sources: CO2 relative to production, per cent.
    const percent = (of: { readonly data: Float64Array }, region: string) => {
      const r = table.regions.indexOf(region);
      return 100 * (of.data[r]! / made.D_pba.data[r]! - 1);
    };
    const found = { CHN: [-8.7, -4.0], USA: [2.6, 6.6], JPN: [-7.3, 0.8], RUS: [13.3, -8.4] };
    for (const [region, [enabled, shared]] of Object.entries(found)) {
      expect(Math.abs(percent(income, region) - enabled!), region).toBeLessThan(0.06);
      expect(Math.abs(percent(sharedAlongChain, region) - shared!), region).toBeLessThan(0.06);
    }
  }, 60_000);

  test("is a table for the other tools: gross trade and full chains agree by producer, for every gas", async () => {
    const { table } = carried;
    const [bilateral, { flows }] = [await eebt(table), await accounts(table)];
    for (const [k, gross] of bilateral.entries()) {
      for (let r = 0; r < 41; r++) {
        const byProducer = [gross, flows[k]!].map(({ data }) => sum(data.subarray(r * 41, (r + 1) * 41)));
        // Both solve systems to 1e-10.
        expect(Math.abs(byProducer[0]! / byProducer[1]! - 1), `${table.stressors[k]} ${table.regions[r]}`).toBeLessThan(
          1e-6,
        );
      }
    }
  }, 60_000);

  test("says of each region what was known", () => {
    const of = (region: string) =>
      carried.known
        .filter((row) => row.region === region)
        .map(({ quantity, basis, until }) => [quantity, basis, until]);
    expect(of("CHN")).toEqual([
      ["final_demand", "national_table", 2018],
      ["output_and_value_added", "national_table", 2018],
    ]);
    expect(of("USA")).toContainEqual(["imported_inputs", "import_matrices", 2022]);
    expect(of("TWN")[0]).toEqual(["final_demand", "remainder", 2022]);
    expect(of("DEU")[0]).toEqual(["final_demand", "gdp", 2022]);
  });
});

describe.skipIf(!hasWiod)("a known case", () => {
  test("2007 carried to 2011 by GDP alone gives the errors that ship", async () => {
    const { emissions, table, converged } = await validateCase(2007, "gdp", shipped);
    expect(converged).toBe(true);
    expect(100 * table.Z).toBeCloseTo(20.551, 2);
    expect(100 * table.Y).toBeCloseTo(13.197, 2);
    const rows = rowsOf("carried_errors").filter((row) => row.from_year === 2007 && row.known === "gdp");
    expect(rows).toHaveLength(4 * 41);
    for (const row of rows) {
      const { consumption, modelled } = emissions.find(
        ({ region, stressor }) => region === row.region && stressor === row.gas,
      )!;
      expect(100 * (modelled / consumption - 1)).toBeCloseTo(row.error_percent!, 2);
    }
    const byPrinciple = rowsOf("carried_errors_principles").filter(
      (row) => row.from_year === 2007 && row.known === "gdp",
    );
    expect(byPrinciple).toHaveLength(2 * 4 * 41);
    for (const row of byPrinciple) {
      const found = emissions.find(({ region, stressor }) => region === row.region && stressor === row.gas)!;
      const { known, modelled } = row.principle === "income" ? found.income : found.sharedAlongChain;
      expect(100 * (modelled / known - 1)).toBeCloseTo(row.error_percent!, 2);
      // Whole kilotonnes ship.
      expect(Math.abs(known / 1000 - row.published_mt!)).toBeLessThan(0.001);
    }
  }, 60_000);

  test("the published table of 2011 stands beside the budget too: their distance is no error of the model", () => {
    const row = rowsOf("carried_accounts").find((each) => each.year === 2011 && each.region === "USA")!;
    expect(row.modelled).toBe(false);
    expect(100 * (row.consumption_mt! / row.production_mt! - 1)).toBeCloseTo(15.61, 1);
  });
});
