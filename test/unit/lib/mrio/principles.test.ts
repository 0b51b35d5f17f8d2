import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GasByPrinciple, principles, rowsByPrinciple } from "../../../../lib/mrio/carried/principle.ts";
import { incomeBased } from "../../../../lib/mrio/ghosh.ts";
import { accountsByPrinciple } from "../../../../lib/mrio/principle-accounts.ts";
import { inputOutputTable } from "../../../../lib/mrio/table.ts";
import { dense } from "../../../../lib/numeric/matrix.ts";
import { anyTable } from "../tables.ts";

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe("the accounts of a table by principle", () => {
  test("divide the same emissions: every principle adds up to production, for every gas", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const { accounts, income, sharedAlongChain } = await accountsByPrinciple(table);
        const R = table.regions.length;
        for (let k = 0; k < table.stressors.length; k++) {
          const world = (matrix: { readonly data: Float64Array }) => sum(matrix.data.subarray(k * R, (k + 1) * R));
          for (const each of [income, sharedAlongChain, accounts.D_cba]) {
            // The solvers leave residuals of 1e-10; sectors without output emit nothing in these tables.
            expect(Math.abs(world(each) / world(accounts.D_pba) - 1)).toBeLessThan(1e-8);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("two regions, one of which sells all it makes to the other: income follows the seller, consumption the buyer", async () => {
    // A's sector makes 10 from its own work alone, B's makes 20 from that and 10 of its own for its own demand.
    const table = inputOutputTable({
      regions: ["A", "B"],
      sectors: ["s"],
      Z: dense(2, 2, new Float64Array([0, 10, 0, 0])),
      Y: dense(2, 2, new Float64Array([0, 0, 0, 20])),
      yRegions: [0, 1],
      F: dense(1, 2, new Float64Array([6, 40])),
      FY: dense(1, 2, new Float64Array([3, 5])),
      stressors: ["CO2"],
      units: { money: "M$", stressors: ["kt"] },
    });
    const { accounts, households, income, sharedAlongChain } = await accountsByPrinciple(table);
    expect(Array.from(accounts.D_pba.data)).toEqual([9, 45]);
    expect(Array.from(households.data)).toEqual([3, 5]);
    // A's value added enables its own 6 and half of B's 40, whose inputs are half A's.
    expect(income.data[0]).toBeCloseTo(6 + 20 + 3, 12);
    expect(income.data[1]).toBeCloseTo(20 + 5, 12);
    expect(accounts.D_cba.data[0]).toBeCloseTo(3, 12);
    expect(accounts.D_cba.data[1]).toBeCloseTo(6 + 40 + 5, 12);
    // A keeps v / (x − z_ii) = 1 of its 6, B keeps a half of its 40 and its consumers, also B's, the rest.
    expect(sharedAlongChain.data[0]).toBeCloseTo(6 + 3, 12);
    expect(sharedAlongChain.data[1]).toBeCloseTo(40 + 5, 12);
    expect(Array.from((await incomeBased(table)).data)).toEqual([26, 20]);
  });
});

describe("a region by every principle", () => {
  const carbon: GasByPrinciple = {
    gas: "CO2",
    production: 100,
    values: { consumption: 120, income: 90, shared_along_chain: 104 },
    errors: { consumption: 0.05, income: 0.2, shared_along_chain: 0.01 },
    budget: 0.18,
  };
  const methane: GasByPrinciple = {
    gas: "CH4",
    production: 50,
    values: { consumption: 40, income: 50, shared_along_chain: 50 },
    errors: { consumption: 0.05, income: 0.02, shared_along_chain: 0 },
    budget: null,
  };
  const of = (gas: string, principle: string, share = 0.5, gases = [carbon, methane]) =>
    rowsByPrinciple(gases, share).find((row) => row.gas === gas && row.principle === principle)!;

  test("has one row for a gas and principle, and one for all gases", () => {
    const rows = rowsByPrinciple([carbon, methane], 0.5);
    expect(rows.map(({ gas, principle }) => `${principle} ${gas}`)).toEqual(
      principles.flatMap((principle) => ["CO2", "CH4", "all"].map((gas) => `${principle} ${gas}`)),
    );
    expect(of("all", "consumption")).toMatchObject({ production: 150, value: 160, verdict: "usable" });
    expect(of("all", "consumption").difference).toBeCloseTo(10 / 150, 12);
    // 0.05 × 120 and 0.05 × 40 add end to end.
    expect(of("all", "consumption").error).toBeCloseTo(8 / 150, 12);
  });

  test("an error above the difference forbids it, and so does a budget that is further away than it", () => {
    // 0.2 × 90 = 18 is more than the 10 by which income is lower.
    expect(of("CO2", "income").verdict).toBe("model_error_above_transfer");
    expect(of("CO2", "shared_along_chain").verdict).toBe("usable");
    const doubted = [{ ...carbon, budget: -0.01 }, methane];
    expect(of("CO2", "consumption", 0.5, doubted).verdict).toBe("budget_differs_by_more_than_transfer");
    // By the budget all gases are 100 − 1 + 40 = 139 of 150, against 160.
    expect(of("all", "consumption", 0.5, doubted).verdict).toBe("budget_differs_by_more_than_transfer");
    // One gas that is far from the budget is not made good by others that outweigh it.
    const outweighed = [
      { ...carbon, budget: 0.05 },
      { ...methane, production: 500, values: { ...methane.values, consumption: 900 } },
    ];
    expect(of("CO2", "consumption", 0.5, outweighed).verdict).toBe("budget_differs_by_more_than_transfer");
    expect(of("CH4", "consumption", 0.5, outweighed).verdict).toBe("usable");
    expect(of("all", "consumption", 0.5, outweighed).verdict).toBe("budget_differs_by_more_than_transfer");
    expect(of("CO2", "consumption", 0.5, outweighed).budgetGap).toBeCloseTo(0.2 - 0.05, 12);
    expect(of("CH4", "consumption", 0.5, outweighed).budgetGap).toBeNull();
    // No budget is known of income.
    expect(of("all", "shared_along_chain", 0.5, doubted).verdict).toBe("usable");
  });

  test("a fixed share moves from consumption to production, with its error, and judges as consumption does", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (share) => {
        const [shared, consumed] = [of("CO2", "shared", share), of("CO2", "consumption", share)];
        expect(shared.value).toBeCloseTo(share * 100 + (1 - share) * 120, 10);
        expect(shared.error).toBeCloseTo((1 - share) * consumed.error, 12);
        expect(shared.verdict).toBe(consumed.verdict);
      }),
    );
    expect(of("all", "shared", 1).difference).toBe(0);
    expect(of("all", "shared", 0)).toMatchObject({ value: 160 });
  });
});
