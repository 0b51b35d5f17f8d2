import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { company } from "./calling.ts";

const direct = (category: string, activity: string, amount: unknown, unit: string, more: object = {}) => ({
  scope: 1,
  category,
  activity,
  amount,
  unit,
  ...more,
});

describe("an inventory of a company", () => {
  test("takes a name that every object has for no category, method or holding", async () => {
    const { problems } = await company(
      [
        { scope: 1, category: "constructor", activity: "x", amount: 1, unit: "TJ" },
        { scope: 3, category: 6, activity: "x", amount: 1, unit: "kg CO2", method: "constructor" },
      ],
      { facilities: [{ name: "Works", held: "constructor" }] },
    );
    expect(problems).toEqual([
      expect.stringContaining('"constructor" is unknown'),
      expect.stringContaining('"constructor" is no category of scope 1'),
      expect.stringContaining('"constructor" is no method of category 6'),
    ]);
  });

  test("keeps CO2 of biomass apart and its CH4 and N2O in scope 1", async () => {
    const { totals, lines } = await company([direct("stationary combustion", "Wood/Wood Waste", 1, "TJ")]);
    expect(totals.scope1.biogenicCo2).toBe(112);
    expect(lines.map(({ gas }: { gas: string }) => gas)).toEqual(["CO2 biogenic", "CH4", "N2O"]);
    // 30 kg CH4 × 28 + 4 kg N2O × 265, AR5.
    expect(totals.scope1.co2e).toBeCloseTo(1.9, 12);
  });

  test("divides scope 1 by source, and takes the facility's own factor first", async () => {
    const own = {
      category: "2.A.1",
      activity: "clinker",
      gas: "CO2",
      value: 0.51,
      unit: "t CO2/t clinker",
      plant: "Kiln",
      source: "laboratory",
    };
    const { totals, lines } = await company(
      [
        direct("2.A.1", "clinker", 1000, "t clinker", { facility: "Kiln" }),
        direct("mobile combustion", "Gas/Diesel Oil", 1, "TJ"),
        direct("fugitive", "SF6 of switchgear", 2, "kg SF6"),
      ],
      { ownDirect: [own] },
    );
    expect(lines[0]).toMatchObject({ co2e: 510, source: "laboratory" });
    expect(Object.keys(totals.scope1.bySource)).toEqual(["process", "mobile combustion", "fugitive"]);
    expect(totals.scope1.bySource.fugitive).toBeCloseTo(47, 9);
  });

  test("names row, column and what was expected, goes on with other rows, and says what the total lacks", async () => {
    const { problems, totals } = await company([
      direct("stationary combustion", "Natural Gas", 1, "TJ"),
      direct("burning", "Natural Gas", 1, "TJ"),
      direct("stationary combustion", "Natural Gas", -1, "TJ"),
      direct("stationary combustion", "Natural Gas", "much", "TJ"),
      direct("stationary combustion", "Natural Gas", 1, "sacks"),
      direct("stationary combustion", "Natural Gas", 1, "m3"),
      direct("stationary combustion", "Moonshine", 1, "TJ"),
      { scope: 4, category: "x", activity: "y", amount: 1, unit: "t" },
      direct("stationary combustion", "Natural Gas", 1, "TJ", { year: 2020 }),
      direct("stationary combustion", "Natural Gas", 1, "TJ", { country: "Germany" }),
    ]);
    const expected = [
      /^rows, row 2, column category: "burning" is no category of scope 1; stationary combustion, mobile combustion, fugitive or an IPCC/,
      /^rows, row 3, column amount: the activity is -1; expected a number ≥ 0/,
      /^rows, row 4, column amount: "much" is not a number/,
      /^rows, row 5, column unit: "sacks" is not a unit/,
      /^rows, row 8, column scope: "4" is no scope; 1, 2, 3 or outside is expected/,
      /^rows, row 9, column year: "2020" is not the year of this inventory; 2023 is expected/,
      /^rows, row 10, column country: "Germany" is not a country; an ISO 3166 code/,
      /^rows, row 6, column activity: .*the unit does not fit the factor/,
      /^rows, row 7, column activity: There is no EF for "Moonshine" in 1.A.2/,
    ];
    expect(problems).toHaveLength(expected.length);
    for (const [i, pattern] of expected.entries()) expect(problems[i]).toMatch(pattern);
    expect(totals.scope1.co2e).toBeCloseTo(56.1 + 0.028 + 0.0265, 9);
    expect(totals.scope1.lacks[0]).toBe(
      "Rows 2, 3, 4, 5, 6, 7, 8, 9, 10 are left out, wholly or in part: see the problems for the reason.",
    );
  });

  test("refuses own factors without a source and of a scope that they are not for", async () => {
    const { problems } = await company([direct("stationary combustion", "Natural Gas", 1, "TJ")], {
      factors: [
        { scope: 3, category: 1, activity: "a", value: 1, unit: "kg CO2e/t" },
        { scope: 1, category: "1.A.1", activity: "a", value: 1, unit: "kg CO2/TJ", source: "s" },
        { scope: 2, category: "light", activity: "grid average", value: 1, unit: "kg CO2e/kWh", source: "s" },
      ],
    });
    expect(problems).toEqual([
      "factors, row 1, column source: it is empty; where the value comes from is expected.",
      expect.stringMatching(/^factors, row 2, column scope: “1” is not valid; expected 2, 3 or outside/),
      expect.stringMatching(/^factors, row 3, column category: "light" is no energy of scope 2/),
    ]);
  });

  test("says how to write a leak, and which unit a factor by money is for", async () => {
    const { problems } = await company([
      direct("fugitive", "R-410A", 1, "kg"),
      { scope: 3, category: 1, activity: "331110", amount: 1, unit: "t" },
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^rows, row 1, column activity: .* write the unit as "kg HFC410A"\.$/),
      'rows, row 2, column unit: "t" does not fit the factor for "331110"; USD 2022 is expected.',
    ]);
  });

  test("weighs biogenic CO2 by the shipped factors outside of scopes", async () => {
    const pellets = { scope: "outside", activity: "Outside of scopes · Biomass · Wood pellets", amount: 10, unit: "t" };
    const { totals, lines } = await company([pellets]);
    expect(lines[0].factorUnit).toBe("kg CO2 biogenic/t");
    expect(totals.outsideCo2).toBeCloseTo(lines[0].factor / 100, 12);
    expect(totals.all.market).toBe(0);
  });

  test("puts biogenic CO2 outside of scopes in no total", async () => {
    const { totals } = await company([
      { scope: "outside", category: "", activity: "biomass boiler", amount: 7, unit: "t CO2 biogenic" },
    ]);
    expect(totals.outsideCo2).toBe(7);
    expect(totals.all).toEqual({ location: 0, market: 0 });
  });

  test("says of gas in kWh without more that it was taken as net calorific", async () => {
    const { lines } = await company([
      direct("stationary combustion", "Natural Gas", 1, "MWh"),
      direct("stationary combustion", "Natural Gas", 1, "MWh NCV"),
    ]);
    const [silent, said] = [1, 2].map((row) => lines.find((line: { row: number }) => line.row === row).why);
    expect(silent).toMatch(/MWh is read as net calorific/);
    expect(said).not.toMatch(/taken as net/);
  });

  test("has totals that are the sums of its lines, whatever the order of the rows", async () => {
    const rows = [
      direct("stationary combustion", "Natural Gas", 3, "TJ"),
      direct("fugitive", "R-410A", 2, "kg R-410A"),
      { scope: 2, category: "electricity", country: "DEU", amount: 40, unit: "MWh" },
      { scope: 2, category: "electricity", country: "FRA", amount: 60, unit: "MWh" },
      { scope: 3, category: 6, activity: "Hotel stay · UK", amount: 9, unit: "item room-night" },
    ];
    const { totals: first } = await company(rows);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const { totals, lines } = await company(shuffled);
        const sum = lines
          .filter(({ basis }: { basis: string | null }) => basis !== "location")
          .reduce((all: number, { co2e }: { co2e: number }) => all + co2e, 0);
        // The order of a sum of a dozen terms shifts its last digits.
        expect(Math.abs(totals.all.market - sum)).toBeLessThan(1e-12 * sum);
        expect(Math.abs(totals.all.market - first.all.market)).toBeLessThan(1e-12 * sum);
      }),
      { numRuns: 15 },
    );
  });
});
