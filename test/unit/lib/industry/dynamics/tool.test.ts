import { describe, expect, test } from "vitest";
import { industrySimulate } from "../../../../../lib/industry/tools/simulate.ts";
import { uninterrupted } from "../../../../../lib/numeric/work.ts";
import { callTool } from "../../../../../lib/tool/call.ts";
import { shipped } from "../../../inventory/company/calling.ts";

interface Simulated {
  readonly hours: number;
  readonly from: string | null;
  readonly totals: Readonly<Record<string, number>>;
  readonly hourly: Readonly<Record<string, readonly number[]>>;
  readonly parameters: readonly { readonly parameter: string; readonly value: number; readonly confirmation: string }[];
  readonly residuals: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

const call = async (input: object) =>
  (await callTool(industrySimulate, input, uninterrupted, shipped)) as unknown as Simulated;

describe("industry.simulate", () => {
  test("runs on the reported hours of a country, scaled to the means", async () => {
    const result = await call({
      profile: { country: "AUT", from: "2019-06-01", hours: 48, wind_MW: 20, solar_MW: 10, load_MW: 12 },
      electrolyser: { capacity_MW: 15, type: "PEM" },
      tank: { capacity_kg: 5000 },
      hydrogenDemand_kg_h: 100,
    });
    expect(result).toMatchObject({ hours: 48, from: "2019-06-01T00:00Z" });
    expect(result.totals.supply_MWh).toBeCloseTo(48 * 30, 8);
    expect(result.totals.load_MWh).toBeCloseTo(48 * 12, 8);
    for (const residual of Object.values(result.residuals)) expect(residual).toBeLessThan(1e-12);
    const typical = result.parameters.find(({ parameter }) => parameter === "electricity")!;
    expect(typical).toMatchObject({ value: 54, confirmation: "in tech_parameter" });
    expect(result.totals.electrolyser_MWh! / result.totals.hydrogen_t!).toBeCloseTo(54, 9);
    expect(result.notes.join(" ")).toMatch(
      /Hours of wind are those of AUT.*Specific consumption is 54 kWh\/kg at every load/,
    );
  });

  test("sets short gaps between their neighbours, and says so", async () => {
    const { notes } = await call({
      profile: { country: "FRA", hours: 8760, wind_MW: 1 },
      electrolyser: { capacity_MW: 0 },
    }).catch((error: Error) => ({ notes: [error.message] }));
    expect(notes.join(" ")).toMatch(/missing hours of wind were set|has no wind in the 5 hours from/);
  });

  const base = { supply_MW: [1, 2], electrolyser: { capacity_MW: 1 } };
  test.each<[string, object, RegExp]>([
    ["supply twice", { ...base, profile: { country: "AUT" } }, /not both/],
    ["hours that differ", { ...base, load_MW: [1] }, /`load_MW` has 1 hours; `supply_MW` has 2/],
    ["a negative demand", { ...base, hydrogenDemand_kg_h: [1, -1] }, /`hydrogenDemand_kg_h` is -1 in hour 2/],
    [
      "a country that is not there",
      { ...base, supply_MW: undefined, profile: { country: "CHN" } },
      /no country CHN; it has AUT, CHE/,
    ],
    [
      "hours that are not there",
      { ...base, supply_MW: undefined, profile: { country: "AUT", from: "2020-01-01", hours: 5 } },
      /AUT from 2019-01-01T00:00Z to 2019-12-31T23:00Z; 2020-01-01T00:00Z with 5 hours/,
    ],
    [
      "a quantity that is not there",
      { ...base, supply_MW: undefined, profile: { country: "DEU", hours: 24, solar_MW: 1 } },
      /DEU has no solar in the 24 hours from 2019-01-01 00:00 UTC/,
    ],
    ["a full tank", { ...base, tank: { capacity_kg: 1, start_kg: 2 } }, /tank begins with 2 kg; it holds 1 kg/],
    [
      "temperatures the wrong way",
      { ...base, store: { heatCapacity_MWh_K: 1, start_C: 60, lowest_C: 90, highest_C: 50 } },
      /lowest temperature 90 °C not below its highest 50 °C/,
    ],
  ])("refuses %s with a sentence", async (_, input, sentence) => {
    await expect(call(input)).rejects.toThrow(sentence);
  });
});
