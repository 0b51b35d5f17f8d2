import { describe, expect, it } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { mrioBackground } from "../../../lib/lifecycle/hybrid/mrio-background.ts";
import { sectorNamed } from "../../../lib/lifecycle/hybrid/sector-background.ts";
import { spendFootprint } from "../../../lib/lifecycle/hybrid/spend.ts";
import { accounts } from "../../../lib/mrio/accounts.ts";
import { shippedTable } from "../../../lib/mrio/resource/shipped-table.ts";
import { expected, smallTable } from "../../reference/mrio/small.ts";

describe("A multi-regional table as the background of purchases", () => {
  it("scores by the multipliers of pymrio's small table", async () => {
    const table = smallTable();
    const background = mrioBackground(table, await accounts(table), { name: "small", year: 2000 });
    const purchase = { amount: 10, priceYear: 2000, basis: "producer" } as const;
    const found = await spendFootprint(
      background,
      [
        { sector: "reg1/sector2", ...purchase },
        { sector: "reg2/sector1", ...purchase },
      ],
      0,
    );
    const of = (k: number) => 10 * (expected.M[k]![1]! + expected.M[k]![3]!);
    // Tonnes in kg; M of the fixture agrees to 1e-12.
    expect(found.scores[0]! / (1000 * of(0))).toBeCloseTo(1, 11);
    expect(found.scores[1]! / (1000 * of(1))).toBeCloseTo(1, 11);
    expect(background.indicators[0]!.unit).toBe("kg");
    expect(found.residual).toBeLessThan(1e-12);
    expect(() => sectorNamed(background, "sector2")).toThrow(
      "2 sectors sector2; give place and code, such as reg1/sector2",
    );
  });

  it("takes kilograms and single dollars of the shipped table of seven regions, and dates it", async () => {
    const table = await shippedTable({ year: 2011, regions: 7, edits: [] }, readOnce(shippedDatasets()));
    const result = await accounts(table);
    const background = mrioBackground(table, result, { name: "WIOD 2013", year: 2011, emissionsYear: 2010 });
    expect(background.currency).toBe("USD");
    expect(background.indicators[0]!.unit).toMatch(/^kg/);
    const n = table.regions.length * table.sectors.length;
    expect(background.sectors).toHaveLength(n);
    const chosen = background.sectors[40]!;
    const sector = `${chosen.location}/${chosen.code}`;
    const found = await spendFootprint(background, [{ sector, amount: 1e6, priceYear: 2011, basis: "producer" }], 0);
    // kt per million USD are kg per USD; the accounts' solver is exact to 1e-10.
    expect(found.scores[0]! / (result.M.data[40]! * 1e6)).toBeCloseTo(1, 9);
    expect(found.upstream[0]!.value).toBeGreaterThan(0);
    const codes = found.notes.map(({ code }) => code);
    expect(codes).toContain("lifecycle.mrio.structure");
    expect(codes).toContain("lifecycle.mrio.otherYear");
  });

  it("says that a modelled table is one, and refuses accounts of another", async () => {
    const table = smallTable();
    const result = await accounts(table);
    const label = { code: "x", texts: { en: "a model" }, values: {} } as never;
    const modelled = mrioBackground({ ...table, modelled: { label } }, result, { name: "carried", year: 2020 });
    expect(modelled.notes![0]).toBe(label);
    const other = { S: result.S, M: { ...result.M, columns: 5 } };
    expect(() => mrioBackground(table, other, { name: "small", year: 2000 })).toThrow("have 5 sectors and 2 stressors");
  });
});
