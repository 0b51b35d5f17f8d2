import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverUses } from "../../../../lib/company/instrument-cover.ts";
import type { Instrument } from "../../../../lib/company/instruments.ts";
import { call, company } from "./calling.ts";

const use = (amount: number, more: object = {}) => ({
  scope: 2,
  category: "electricity",
  country: "DEU",
  amount,
  unit: "MWh",
  ...more,
});
const grid = {
  scope: 2,
  category: "electricity",
  activity: "grid average",
  country: "DEU",
  value: 400,
  unit: "g CO2e/kWh",
  source: "own",
  year: 2023,
};
const residual = { ...grid, activity: "residual mix", value: 700 };
const instrument = (kind: string, volume: number | null, factor: number, more: object = {}) => ({
  kind,
  country: "DEU",
  volume,
  unit: "MWh",
  factor,
  source: "registry",
  ...more,
});

describe("scope 2", () => {
  test("stands by location and by market side by side, also where nothing was bought by contract", async () => {
    const { totals } = await company([use(1000)], { factors: [grid, residual] });
    expect(totals.scope2.location.co2e).toBe(400);
    expect(totals.scope2.market.co2e).toBe(700);
    expect([totals.all.location, totals.all.market]).toEqual([400, 700]);
  });

  test("takes certificates, then contracts, then the supplier's rate, then the residual mix", async () => {
    const { lines, market, location, covered } = await call("inventory.purchasedEnergy", {
      year: 2023,
      uses: [use(1000)],
      factors: [grid, residual],
      instruments: [
        instrument("supplier", 100, 0.3),
        instrument("contract", 200, 0.011),
        instrument("certificate", 300, 0),
      ],
    });
    const byMarket = lines.filter(({ basis }: { basis: string }) => basis === "market");
    expect(byMarket.map(({ amount }: { amount: number }) => amount)).toEqual([300_000, 200_000, 100_000, 400_000]);
    expect(market.co2e).toBeCloseTo(0 + 2.2 + 30 + 280, 9);
    expect(location.co2e).toBe(400);
    expect(covered).toBeCloseTo(0.6, 12);
  });

  test("says of the market-based total that the grid average stands in where no residual mix is known", async () => {
    const { totals } = await company([use(10)], { factors: [grid] });
    expect(totals.scope2.market.lacks).toContain(
      "No residual mix is known for electricity in DEU: the grid average is used instead, which double-counts what others have bought by certificate.",
    );
    expect(totals.scope2.location.lacks).toEqual([]);
  });

  test("leaves out a certificate of more than was used, and names its row, column and the most there may be", async () => {
    const { totals, problems } = await company([use(1000)], {
      factors: [grid, residual],
      instruments: [instrument("certificate", 1001, 0, { name: "GO 7" }), instrument("certificate", 400, 0)],
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^instruments, row 1, column volume: 1001000 kWh of "GO 7".*at most 1000000 kWh are expected/,
      ),
    ]);
    expect(totals.scope2.market.co2e).toBe(420);
    expect(totals.scope2.market.lacks).toContain(
      "Of the instruments, row 1 is not used: see the problems for the reason.",
    );
  });

  test("takes no instrument of another market or another year", async () => {
    const { totals, problems } = await company([use(1000)], {
      factors: [grid, residual],
      instruments: [
        instrument("certificate", 500, 0, { country: "FRA" }),
        instrument("certificate", 500, 0, { year: 2021 }),
      ],
    });
    expect(totals.scope2.market.co2e).toBe(700);
    expect(problems.join("\n")).toMatch(/row 1, column country: there is no use of electricity in FRA/);
    expect(problems.join("\n")).toMatch(/row 2, column year: it is of 2021; one of 2023/);
  });

  test("takes the shipped grid average of the country and year, and says that it is a life-cycle one", async () => {
    const { totals, lines } = await company([use(1, { country: "FRA" })]);
    expect(lines[0].source).toBe("dataset electricity_intensity: Ember");
    expect(totals.scope2.location.co2e).toBeCloseTo(lines[0].factor / 1000, 12);
    expect(totals.scope2.location.lacks[0]).toMatch(/FRA is a life-cycle one/);
  });

  test("names the years of that country and energy, and of no other, where its grid averages are too old", async () => {
    const factors = [
      { ...grid, country: "ATA", year: 1991 },
      { ...grid, country: "ATA", year: 1994 },
      { ...grid, country: "DEU", year: 2001 },
      { ...grid, country: "ATA", category: "heat", year: 2009 },
    ];
    const { problems } = await company([use(10, { country: "ATA" })], { factors });
    expect(problems).toEqual([expect.stringContaining("There are those of 1991 to 1994.")]);
  });

  test("names country, year and what there is where the grid average is missing, and goes on with other rows", async () => {
    const { totals, problems } = await company([use(5, { country: "ATA" }), use(1)], { factors: [grid] });
    expect(problems).toEqual([
      expect.stringMatching(/^rows, row 1, column country: there is no grid average of electricity for ATA in 2023/),
    ]);
    expect(totals.scope2.location.co2e).toBe(0.4);
    expect(totals.scope2.location.lacks[0]).toBe(
      "Row 1 is left out, wholly or in part: see the problems for the reason.",
    );
  });

  test("takes a supplier's rate for the rows that name the supplier and not for those of another", async () => {
    const { totals } = await company([use(100, { supplier: "Grün" }), use(100, { supplier: "Grau" })], {
      factors: [grid, residual],
      instruments: [instrument("supplier", null, 0.05, { name: "Grün" })],
    });
    expect(totals.scope2.market.co2e).toBeCloseTo(5 + 70, 9);
  });

  test("adds no contract by another metric, and names its row", async () => {
    const { problems, totals } = await company([use(100)], {
      factors: [grid, residual],
      instruments: [instrument("contract", 100, 0.05, { factor_unit: "kg CO2e AR4.GWP100/kWh" })],
    });
    expect(problems).toEqual([
      expect.stringMatching(/^instruments, row 1, column factor_unit: its factor is CO2e by AR4/),
    ]);
    expect(totals.scope2.market.co2e).toBe(70);
  });

  test("keeps biogenic CO2 of a contract for biomass power apart", async () => {
    const { totals } = await company([use(1000)], {
      factors: [grid, residual],
      instruments: [instrument("contract", 1000, 0.02, { biogenic: 0.9 })],
    });
    expect(totals.scope2.market.co2e).toBeCloseTo(20, 9);
    expect(totals.scope2.market.biogenicCo2).toBeCloseTo(900, 9);
  });

  test("covers no kilowatt-hour twice and claims no more than an instrument is of", () => {
    const instruments = fc.array(
      fc.record({
        kind: fc.constantFrom("certificate", "contract", "supplier"),
        volume: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
        facility: fc.constantFrom("A", "B", null),
        country: fc.constantFrom("DEU", "FRA"),
      }),
      { maxLength: 6 },
    );
    const uses = fc.array(
      fc.record({
        facility: fc.constantFrom("A", "B"),
        country: fc.constantFrom("DEU", "FRA"),
        kWh: fc.integer({ min: 0, max: 300 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(uses, instruments, (someUses, some) => {
        const given = some.map(
          (of, i) =>
            ({ ...of, row: i + 1, name: `i${i}`, energy: "electricity", biogenic: 0 }) as unknown as Instrument,
        );
        const all = someUses.map((of, i) => ({ ...of, row: i + 1, energy: "electricity", supplier: null }));
        const { covers, problems } = coverUses(all, given);
        const claimed = new Map<number, number>();
        for (const { row, kWh } of all) {
          const parts = covers.get(row)!;
          expect(parts.reduce((sum, part) => sum + part.kWh, 0)).toBeLessThanOrEqual(kWh);
          for (const { instrument: of, kWh: part } of parts) claimed.set(of.row, (claimed.get(of.row) ?? 0) + part);
        }
        const refused = new Set(problems.map(({ row }) => row));
        for (const { row, volume } of given)
          if (volume !== null) expect(claimed.get(row) ?? 0).toBe(refused.has(row) ? 0 : volume);
      }),
    );
  });
});
