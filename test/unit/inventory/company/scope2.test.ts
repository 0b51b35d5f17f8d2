import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverUses } from "../../../../lib/company/instrument-cover.ts";
import type { Instrument } from "../../../../lib/company/instruments.ts";
import { tableOf } from "../../datasets/shipped.ts";
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
    const { totals } = await company([use(10, { country: "USA" })], { factors: [{ ...grid, country: "USA" }] });
    expect(totals.scope2.market.lacks).toContain(
      "No residual mix is known for electricity in USA: the grid average is used instead, which double-counts what others have bought by certificate.",
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

  test("takes the shipped residual mix of the country and year for what no instrument covers", async () => {
    const { totals, lines } = await company([use(1000)], { factors: [grid] });
    expect(lines.find(({ basis }: { basis: string }) => basis === "market").source).toBe(
      "dataset residual_mixes: Association of Issuing Bodies",
    );
    expect(totals.scope2.location.co2e).toBe(400);
    expect(totals.scope2.market.lacks).toEqual([
      "The residual mix of DEU is CO2 alone: CH4 and N2O of power plants are not in it.",
    ]);
  });

  describe("by province", () => {
    const inChina = (province: string | undefined, more: object = {}) =>
      use(1000, { country: "CHN", ...(province ? { province } : {}), ...more });

    test("takes the factor of the province, and that of the nearest earlier year with a word about it", async () => {
      const { lines, totals } = await company([inChina("CN-YN")]);
      const shipped = tableOf("grid_factors_china").toArray();
      const yunnan = shipped.find((row) => row.place === "CN-YN" && row.year === 2022)!.factor_kg_per_kwh;
      expect(totals.scope2.location.co2e).toBeCloseTo(1000 * yunnan, 9);
      expect(lines[0].why).toContain("CN-YN (dataset grid_factors_china: MEE and NBS of China). It is of 2022");
      expect(totals.scope2.location.lacks[0]).toMatch(/^The grid average of CN-YN is CO2 alone/);
    });

    test("knows the country of a province that has no country beside it", async () => {
      const given = await company([{ ...inChina("CN-SD"), country: undefined }]);
      const both = await company([inChina("CN-SD")]);
      expect(given.totals.scope2.location.co2e).toBe(both.totals.scope2.location.co2e);
      expect(given.problems).toEqual([]);
    });

    test("takes the province of a facility unless the row has its own, or another country", async () => {
      const facilities = [{ name: "Works", country: "CHN", province: "CN-QH", operational_control: true }];
      const rows = [
        inChina(undefined, { facility: "Works" }),
        inChina("CN-SD", { facility: "Works" }),
        use(1000, { facility: "Works", country: "DEU" }),
      ];
      const { lines } = await company(rows, { facilities });
      const byLocation = lines.filter(({ basis }: { basis: string }) => basis === "location");
      expect(byLocation.map(({ why }: { why: string }) => /average of (\S+)/.exec(why)![1])).toEqual([
        "CN-QH",
        "CN-SD",
        "DEU",
      ]);
    });

    test("falls back to the country, and says so, for a province without a factor", async () => {
      const { lines } = await company([inChina("CN-XZ")]);
      expect(lines[0].why).toContain("There is no factor of CN-XZ for 2023. That of the country, CHN, is used.");
    });

    test("takes an own factor of the province before the shipped one, and none of another province", async () => {
      const own = (province: string, value: number) => ({ ...grid, country: "CHN", province, value });
      const { totals } = await company([inChina("CN-SD")], { factors: [own("CN-SD", 100), own("CN-HE", 900)] });
      expect(totals.scope2.location.co2e).toBe(100);
    });

    test("names a province that lies in another country, and text that is no province", async () => {
      const { problems } = await company([use(1, { province: "CN-SD" }), use(1, { province: "Shandong" })]);
      expect(problems).toEqual([
        expect.stringContaining('rows, row 2, column province: "Shandong" is not a province'),
        expect.stringContaining("rows, row 1, column province: CN-SD lies in CHN and not in DEU."),
      ]);
    });
  });

  describe("where a country discloses the origin of all electricity", () => {
    const inAustria = use(1000, { country: "AUT" });
    const supplier = instrument("supplier", null, 0.05, { country: "AUT" });

    test("stops with a sentence in both tools, with neither zero nor the grid average", async () => {
      const sentence =
        "AUT discloses the origin of all its electricity (2023) and has no residual mix, so 1000000 kWh of row 1 have no factor by market.";
      await expect(company([inAustria])).rejects.toThrow(sentence);
      await expect(call("inventory.purchasedEnergy", { year: 2023, uses: [inAustria] })).rejects.toThrow(sentence);
    });

    test("takes the supplier's factor", async () => {
      const { totals } = await company([inAustria], { instruments: [supplier] });
      expect(totals.scope2.market.co2e).toBeCloseTo(50, 9);
      expect(totals.scope2.location.co2e).toBeGreaterThan(0);
    });

    test("stops for the part that instruments leave open", async () => {
      const certificate = instrument("certificate", 400, 0, { country: "AUT" });
      await expect(company([inAustria], { instruments: [certificate] })).rejects.toThrow("600000 kWh of row 1");
    });

    test("takes a residual mix of the user's own", async () => {
      const { totals } = await company([inAustria], { factors: [{ ...residual, country: "AUT", value: 250 }] });
      expect(totals.scope2.market.co2e).toBe(250);
    });

    test("takes no residual mix of a year before the disclosure, as of the Netherlands from 2024", async () => {
      const row = use(1000, { country: "NLD" });
      expect((await company([row])).totals.scope2.market.co2e).toBeGreaterThan(0);
      await expect(company([row], { year: 2024 })).rejects.toThrow(
        "NLD discloses the origin of all its electricity (2024)",
      );
      await expect(company([row], { year: 2026 })).rejects.toThrow("(2025)");
    });

    test("goes on for a facility outside the boundary, whose part by location is told", async () => {
      const facilities = [{ name: "Werk", country: "AUT", operational_control: false, held: "leased out" }];
      const { outside, totals } = await company([use(1000, { country: undefined, facility: "Werk" })], { facilities });
      expect(outside).toMatchObject([{ facility: "Werk", category: 13 }]);
      expect(outside[0].co2e).toBeGreaterThan(0);
      expect(totals.scope2.market.co2e).toBe(0);
    });

    test("goes on for steam and heat, which no residual mix is of", async () => {
      const steam = { ...inAustria, category: "steam" };
      const { totals } = await company([steam], { factors: [{ ...grid, country: "AUT", category: "steam" }] });
      expect(totals.scope2.market.co2e).toBe(400);
    });
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
