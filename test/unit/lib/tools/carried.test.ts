import { describe, expect, test } from "vitest";
import { consumptionCarried } from "../../../../lib/mrio/tools/carried.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { shipped } from "../../../reference/mrio/shipped.ts";

const call = (input: object) => callTool(consumptionCarried, input as never, uninterrupted, shipped);

describe("consumption.carried", () => {
  test("gives a region's accounts by gas, what was known of it, and its errors by case", async () => {
    const { accounts, known, errors, sectors, flows } = await call({ year: 2022, region: "CHN" });
    expect(accounts.map(({ gas, unit }) => [gas, unit])).toEqual([
      ["CO2", "Mt CO2"],
      ...["CH4", "N2O", "F-gases"].map((gas) => [gas, "Mt CO2e AR5.GWP100"]),
    ]);
    for (const { production, consumption, imports, exports } of accounts) {
      // Households' own emissions are in both; what lies between is trade. Whole kilotonnes ship.
      expect(Math.abs(production + imports - exports - consumption)).toBeLessThan(0.01 + 1e-6 * production);
    }
    expect(known.map(({ dataset }) => dataset)).toEqual(["oecd_national_tables", "oecd_national_tables"]);
    expect(errors).toHaveLength(3 * 3 * 4);
    for (const { published, modelled, errorPercent } of errors) {
      expect(Math.abs(100 * (modelled / published - 1) - errorPercent)).toBeLessThan(0.01);
    }
    expect(sectors).toHaveLength(3 * 3 * 35);
    expect(flows.every(({ origin, consumer }) => origin === "CHN" || consumer === "CHN")).toBe(true);
    expect(flows).toHaveLength(3 * 3 * 81);
  });

  test("states the largest error of the cases, and forbids a transfer that is smaller", async () => {
    const { accounts, errors, notes } = await call({ year: 2022 });
    for (const { region, gas, errorPercent, transferPercent, verdict, production, consumption } of accounts) {
      const cases = errors.filter((row) => row.region === region && row.gas === gas && row.known === "gdp");
      expect(cases).toHaveLength(3);
      expect(errorPercent).toBeCloseTo(Math.max(...cases.map((row) => Math.abs(row.errorPercent))), 2);
      const isBelow = (errorPercent * consumption) / production > Math.abs(transferPercent);
      expect(verdict === "model_error_above_transfer", `${gas} ${region}`).toBe(isBelow);
    }
    const failed = accounts.filter(({ gas, verdict }) => gas === "CO2" && verdict !== "usable");
    expect(failed.map(({ region }) => region)).toEqual(expect.arrayContaining(["JPN", "KOR", "IND", "TWN", "ROW"]));
    expect(notes[1]).toContain(`not usable in ${failed.length} of 41 regions`);
    expect(notes[0]).toContain("it tests the structure alone");
    for (const row of accounts.filter(({ gas }) => gas === "CO2")) {
      const { budgetProduction, budgetConsumption, budgetDifferencePoints, transferPercent } = row;
      if (budgetProduction === null || budgetConsumption === null) expect(budgetDifferencePoints).toBeNull();
      else
        expect(budgetDifferencePoints).toBeCloseTo(
          transferPercent - 100 * (budgetConsumption / budgetProduction - 1),
          10,
        );
    }
  });

  test("judges the sum of gases no better than any of them", async () => {
    const { principles } = await call({ year: 2022 });
    const order = ["usable", "model_error_above_transfer", "budget_differs_by_more_than_transfer"];
    const sums = principles.filter(({ gas }) => gas === "all");
    expect(sums.some(({ verdict }) => verdict === "usable")).toBe(true);
    for (const sum of sums) {
      const parts = principles.filter(
        ({ region, principle, gas }) => region === sum.region && principle === sum.principle && gas !== "all",
      );
      const worst = Math.max(...parts.map(({ verdict }) => order.indexOf(verdict)));
      expect(order.indexOf(sum.verdict), `${sum.region} ${sum.principle}`).toBeGreaterThanOrEqual(worst);
    }
    const japan = (gas: string) =>
      principles.find((row) => row.region === "JPN" && row.gas === gas && row.principle === "consumption")!.verdict;
    expect([japan("CO2"), japan("all")]).toEqual(Array(2).fill("budget_differs_by_more_than_transfer"));
  });

  test("gives the same emissions by every principle, whose sums over regions are that of production", async () => {
    const { principles, accounts, notes } = await call({ year: 2022 });
    expect(principles).toHaveLength(41 * 4 * 5);
    expect(notes.at(-1)).toContain("the share of the producer in a fixed sharing (0.5) is a convention");
    for (const principle of ["consumption", "income", "shared", "shared_along_chain"]) {
      for (const gas of ["CO2", "CH4", "N2O", "F-gases", "all"]) {
        const rows = principles.filter((row) => row.principle === principle && row.gas === gas);
        const gap = rows.reduce((sum, { value, production }) => sum + value - production, 0);
        // Whole kilotonnes ship, of 41 regions, two accounts and up to four gases.
        expect(Math.abs(gap), `${principle} ${gas}`).toBeLessThan(41 * 2 * 4 * 0.0005);
      }
    }
    for (const { region, gas, unit, production, consumption, errorPercent, verdict } of accounts) {
      const own = (principle: string) =>
        principles.find((row) => row.region === region && row.gas === gas && row.principle === principle)!;
      const consumed = own("consumption");
      expect(consumed).toMatchObject({ unit, production, verdict });
      expect(consumed.value).toBeCloseTo(consumption, 9);
      expect(consumed.errorPercent).toBeCloseTo((errorPercent * consumption) / production, 9);
      expect(own("shared").value).toBeCloseTo((production + consumption) / 2, 9);
    }
    const all = principles.find(({ region, gas }) => region === "CHN" && gas === "all")!;
    expect(all.unit).toBe("Mt CO2e AR5.GWP100");
  });

  test("takes the producer's share, and refuses one outside of 0 to 1", async () => {
    const { principles } = await call({ year: 2014, region: "JPN", producerShare: 0 });
    const of = (principle: string) => principles.filter((row) => row.principle === principle);
    expect(of("shared").map(({ value }) => value)).toEqual(of("consumption").map(({ value }) => value));
    await expect(call({ year: 2014, producerShare: 1.5 })).rejects.toThrow("producerShare");
  });

  test("names the years and regions that there are", async () => {
    await expect(call({ year: 2011 })).rejects.toThrow("modelled tables exist for 2012 to 2022");
    await expect(call({ year: 2022, region: "NOR" })).rejects.toThrow('region is "NOR"');
  });
});
