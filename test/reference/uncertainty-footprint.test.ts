import { describe, expect, it } from "vitest";
import { accounts } from "../../lib/mrio/accounts.ts";
import { footprintUncertainty } from "../../lib/mrio/uncertainty/footprint-uncertainty.ts";
import { modelEnsemble } from "../../lib/uncertainty/propagation/model-ensemble.ts";
import { hasWiod, wiodTable } from "./mrio/wiod.ts";
import { rowsOf } from "./natural/shipped-rows.ts";

interface ModelRow {
  readonly component: string;
  readonly role: string;
  readonly model: string;
  readonly year: number;
  readonly gtc: number;
}

describe.skipIf(!hasWiod)("the table of 2011", () => {
  it("has first-order draws that are right to some parts in ten thousand at 10 % row factors, and keeps what was published", async () => {
    const table = wiodTable(2011);
    // ± 19.6 % is 10 % standard deviation, by either rule of output.
    const rows = { part: "Z", shared: "row", error: { halfWidthPercent: 19.6 }, law: "normal" } as const;
    const solved = await accounts(table);
    for (const output of ["follows", "held"] as const) {
      const found = await footprintUncertainty(table, solved, [{ name: "rows", ...rows }], {
        draws: 1000,
        exact: 4,
        seed: 1,
        output,
      });
      const of = (region: string) => found.regions.find((each) => each.region === region)!;
      for (const [region, percent] of [
        ["CHN", -16.74],
        ["USA", 15.61],
        ["JPN", 19.16],
      ] as const) {
        expect(of(region).adjustment!.value).toBeCloseTo(percent, 2);
        expect(of(region).linearisation!.relativeRms).toBeLessThan(output === "follows" ? 1e-3 : 2e-2);
      }
      // What sectors of zero output emit: published as 1.7 Mt.
      expect(found.balance.gap / 1000).toBeCloseTo(-1.69, 1);
      if (output === "follows") expect(found.balance.sd).toBeLessThan(1);
      else expect(found.balance.sd).toBeGreaterThan(1000);
    }
  });
});

describe("the models of the Global Carbon Budget 2024", () => {
  const rows = rowsOf("carbon_budget_models") as unknown as ModelRow[];
  const of = (component: string, role: string, model?: string) =>
    rows.filter((row) => row.component === component && row.role === role && (!model || row.model === model));

  it("spread about their mean year by year as the budget says", () => {
    const published = of("land_sink", "summary", "Model Spread (sd)");
    const mean = of("land_sink", "summary", "Multi-model mean");
    for (const year of [1970, 2000, 2023]) {
      const members = of("land_sink", "vegetation model")
        .filter((row) => row.year === year)
        .map(({ model, gtc }) => ({ member: model, at: year, value: gtc }));
      const found = modelEnsemble(members);
      const at = (summary: ModelRow[]) => summary.find((row) => row.year === year)!.gtc;
      expect(Math.abs(found.mean - at(mean))).toBeLessThan(0.02);
      expect(Math.abs(found.sdBetween! - at(published))).toBeLessThan(0.03);
    }
  });

  it("of the land see the same dry years, and of the ocean differ in how much", () => {
    const ensemble = (component: string, role: string) =>
      modelEnsemble(
        of(component, role)
          .filter(({ year }) => year >= 2004)
          .map(({ model, year, gtc }) => ({ member: model, at: year, value: gtc })),
      );
    const [land, ocean] = [ensemble("land_sink", "vegetation model"), ensemble("ocean_sink", "ocean model")];
    expect(land.shares.common + land.shares.own).toBeGreaterThan(ocean.shares.common + ocean.shares.own);
    expect(ocean.shares.between).toBeGreaterThan(0.5);
    expect(land.shares.between + land.shares.common + land.shares.own).toBeCloseTo(1, 12);
  });
});
