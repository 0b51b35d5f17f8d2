import { describe, expect, test } from "vitest";
import { accounts } from "../../lib/mrio/accounts.ts";
import { shippedTable } from "../../lib/mrio/resource/shipped-table.ts";
import { tableOf } from "../unit/datasets/shipped.ts";
import { shipped } from "./mrio/shipped.ts";

interface Row {
  readonly year: number;
  readonly region: string;
  readonly production_mtco2: number;
  readonly consumption_mtco2: number;
  readonly imports_mtco2: number;
  readonly exports_mtco2: number;
}

const rowsOf = <T>(name: string) =>
  tableOf(name)
    .toArray()
    .map((row) => row!.toJSON() as T);
const published = rowsOf<Row>("mrio_accounts");

describe("the accounts of the published tables that ship", () => {
  test.each([2000, 2005, 2011])(
    "are those of the table of %i",
    async (year) => {
      const table = await shippedTable({ year, edits: [] }, shipped);
      const { D_pba, D_cba, D_imp, D_exp } = await accounts(table);
      const rows = published.filter((row) => row.year === year);
      expect(rows.map(({ region }) => region)).toEqual(table.regions);
      rows.forEach((row, r) => {
        // Whole kilotonnes ship.
        for (const [shippedValue, { data }] of [
          [row.production_mtco2, D_pba],
          [row.consumption_mtco2, D_cba],
          [row.imports_mtco2, D_imp],
          [row.exports_mtco2, D_exp],
        ] as const)
          expect(Math.abs(data[r]! / 1000 - shippedValue)).toBeLessThanOrEqual(0.0005 + 1e-9);
      });
    },
    60_000,
  );

  test("have twelve years of 41 regions, and close in each: what is exported is imported", () => {
    const years = [...new Set(published.map(({ year }) => year))];
    expect(years).toEqual(Array.from({ length: 12 }, (_, i) => 2000 + i));
    for (const year of years) {
      const rows = published.filter((row) => row.year === year);
      expect(rows).toHaveLength(41);
      const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
      const exported = sum((row) => row.exports_mtco2);
      // 41 roundings of half a kilotonne on each side.
      expect(Math.abs(sum((row) => row.imports_mtco2) - exported)).toBeLessThan(0.041);
      expect(exported).toBeGreaterThan(1000);
    }
  });

  test("have the values of 2011 that stand beside the carried ones", () => {
    interface Account {
      readonly year: number;
      readonly region: string;
      readonly consumption_mt: number;
      readonly production_mt: number;
    }
    const beside = rowsOf<Account>("carried_accounts").filter(({ year }) => year === 2011);
    const rows = published.filter(({ year }) => year === 2011);
    expect(rows.map((row) => [row.region, row.production_mtco2, row.consumption_mtco2])).toEqual(
      beside.map((row) => [row.region, row.production_mt, row.consumption_mt]),
    );
    const china = rows.find(({ region }) => region === "CHN")!;
    expect(100 * (china.consumption_mtco2 / china.production_mtco2 - 1)).toBeCloseTo(-16.7, 1);
  });
});
