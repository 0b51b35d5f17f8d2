import { describe, expect, test } from "vitest";
import { call, company } from "../unit/inventory/company/calling.ts";
import conversions from "./quantity/unit-and-gas-conversions.json" with { type: "json" };

describe("a company that buys products with published footprints", () => {
  /** PACT data exchange protocol, version 3, examples 1, 2 and 4: per declared unit, without and with biogenic uptake. */
  const footprints = [
    { product: "example 1", unit: "kg", excluding: 0.384, uptake: -1.61, including: -1.23, carbon: 0.44 },
    { product: "example 2", unit: "12 L", excluding: 5.14, uptake: -19.36, including: -14.22, carbon: 5.28 },
    { product: "example 4", unit: "kg", excluding: 0.42, uptake: -0.37, including: 0.05, carbon: 0.1 },
  ];

  test.each(footprints)(
    "has the footprint of $product without uptake in category 1, and the uptake apart",
    async (of) => {
      const units = 1000 * (of.unit === "12 L" ? 12 : 1);
      const { totals } = await company(
        [
          {
            scope: 3,
            category: 1,
            activity: of.product,
            amount: units,
            unit: of.unit.replace("12 ", ""),
            supplier: "S",
          },
        ],
        {
          metric: "AR6.GWP100",
          factors: [
            {
              scope: 3,
              category: 1,
              activity: of.product,
              supplier: "S",
              value: of.excluding,
              unit: `kg CO2e AR6.GWP100/${of.unit}`,
              biogenic: of.uptake,
              source: "PACT v3",
            },
          ],
        },
      );
      const { co2e, biogenicCo2 } = totals.scope3;
      expect(co2e).toBeCloseTo(of.excluding, 12);
      // The examples round the sum, and the uptake of carbon × 44/12, to 0.01.
      expect(Math.abs(co2e + biogenicCo2 - of.including)).toBeLessThanOrEqual(0.005);
      expect(Math.abs(biogenicCo2 + (of.carbon * 44) / 12)).toBeLessThanOrEqual(0.005);
    },
  );
});

describe("a company's leaks of refrigerants", () => {
  const blends = Object.entries(conversions.blends_AR4GWP100);

  test.each(blends)("weigh as the blend %s does by AR4: %d", async (blend, gwp) => {
    const row = { scope: 1, category: "fugitive", activity: "leak", amount: 1000, unit: `kg ${blend}` };
    const { totals } = await company([row], { metric: "AR4.GWP100" });
    // The published values are rounded to whole numbers.
    expect(Math.abs(totals.scope1.co2e - gwp)).toBeLessThanOrEqual(conversions.blend_atol);
  });
});

describe("a company's fuels and power by published factors", () => {
  test("a tonne of coal equivalent of bituminous coal gives 29.3076 GJ × 94.6 kg/GJ of CO2", async () => {
    const row = { scope: 1, category: "1.A.2", activity: "Other Bituminous Coal", amount: 1, unit: "tce" };
    const { lines } = await company([row]);
    expect(lines.find(({ gas }: { gas: string }) => gas === "CO2").co2e).toBeCloseTo(29.3076 * 0.0946, 12);
  });

  test("1 GWh by contract with onshore wind, gas or coal has the medians of IPCC AR5 WG3 Table A.III.2", async () => {
    const medians = [11, 490, 820];
    const totals = await Promise.all(
      medians.map(async (factor) => {
        const { market } = await call("inventory.purchasedEnergy", {
          year: 2023,
          uses: [{ country: "DEU", amount: 1, unit: "GWh" }],
          instruments: [
            {
              kind: "contract",
              country: "DEU",
              volume: 1,
              unit: "GWh",
              factor,
              factor_unit: "g CO2e/kWh",
              source: "AR5",
            },
          ],
        });
        return market.co2e;
      }),
    );
    expect(totals).toEqual(medians);
  });

  /** UK government conversion factors for company reporting, 2025, as published, kg CO2e. */
  test.each([
    [3, "Transmission and distribution UK electricity", 1000, "kWh", 18.53],
    [1, "Water supply", 1000, "m3", 191.3],
    [6, "Hotel stay · UK (London)", 100, "item room-night", 1150],
    [6, "Business travel- land · Rail · National rail", 10_000, "pkm", 354.6],
    [7, "Homeworking · Office Equipment", 1000, "h FTE", 31.44],
    [6, "Business travel- air · Flights · Short-haul, to/from UK · Average passenger · With RF", 1000, "pkm", 127.86],
  ])("category %d, %s: %d %s give %d kg", async (category, activity, amount, unit, kg) => {
    const { totals, problems } = await company([{ scope: 3, category, activity, amount, unit, country: "GBR" }]);
    expect(problems).toEqual([]);
    expect(totals.scope3.co2e * 1000).toBeCloseTo(kg, 9);
  });

  /** US EPA, Supply Chain Greenhouse Gas Emission Factors v1.3 by NAICS-6, kg CO2e per 2022 dollar. */
  test.each([
    ["111110", 0.488, 0.532],
    ["Wheat Farming", 0.809, 0.848],
  ])(
    "a thousand dollars of %s give %d kg at the farm gate and %d kg with margins",
    async (activity, gate, withMargins) => {
      const goods = { scope: 3, category: 1, activity, amount: 1000, unit: "USD 2022", item: "crop" };
      const freight = {
        scope: 3,
        category: 4,
        activity: "Freighting goods · Rail · Freight train",
        amount: 1,
        unit: "tkm",
        item: "crop",
      };
      const [alone, beside] = await Promise.all([company([goods]), company([goods, freight])]);
      expect(alone.lines[0].co2e).toBeCloseTo(withMargins, 12);
      expect(beside.problems).toEqual([]);
      expect(beside.lines[0].co2e).toBeCloseTo(gate, 12);
    },
  );
});

describe("a company in Germany in 2023 with guarantees of origin for 40 % of its electricity", () => {
  /**
   * Residual mix: AIB, European Residual Mixes 2023, version 1.0 (30 May 2024), Table 2: 719.90 g CO2/kWh, which ships. The
   * location factor is illustrative; totals by arithmetic, to the rounding of doubles.
   */
  const [used, location, byLocation, byMarket] = [10_000, 380, 3800, 4319.4];
  const dual = (more: object = {}) =>
    call("inventory.purchasedEnergy", {
      year: 2023,
      uses: [{ country: "DEU", amount: used, unit: "MWh" }],
      instruments: [
        { kind: "certificate", country: "DEU", volume: 0.4 * used, unit: "MWh", factor: 0, source: "registry" },
      ],
      factors: [
        {
          scope: 2,
          category: "electricity",
          activity: "grid average",
          country: "DEU",
          value: location,
          unit: "kg CO2/MWh",
          source: "illustrative",
          year: 2023,
        },
      ],
      ...more,
    });

  test("reports 3,800 t by location and 4,319.4 t by market, beside each other", async () => {
    const { location: one, market: other, covered, problems } = await dual();
    expect(one.co2e / byLocation).toBeCloseTo(1, 12);
    expect(other.co2e / byMarket).toBeCloseTo(1, 12);
    expect(covered).toBeCloseTo(0.4, 12);
    expect(problems).toEqual([]);
  });

  test("does not use the location factor for the rest, which would give 2,280 t", async () => {
    expect((await dual()).market.co2e).not.toBeCloseTo(2280, 0);
  });

  test("stops in Austria, which has no residual mix", async () => {
    const uses = [{ country: "AUT", amount: used, unit: "MWh" }];
    await expect(dual({ uses, instruments: [] })).rejects.toThrow(/AUT discloses .* supplier’s factor/);
  });
});

describe("a company that buys heat and steam", () => {
  const bought = (category: string, country: string, unit: string) => ({
    scope: 2,
    category,
    country,
    amount: 1000,
    unit,
  });

  // DESNZ and Defra, conversion factors 2024, "Heat and steam": 0.17965 kg CO2e by kWh, on site and from networks alike.
  test.each(["heat", "steam"])(
    "has the published factor of %s of the United Kingdom, in any year",
    async (category) => {
      for (const year of [2019, 2023, 2026]) {
        const { totals, problems } = await company([bought(category, "GBR", "kWh")], { year });
        expect(problems).toEqual([]);
        expect(totals.scope2.location.co2e).toBeCloseTo(0.17965, 12);
        expect(totals.scope2.market.co2e).toBeCloseTo(0.17965, 12);
      }
    },
  );

  // EPA, Emission Factors Hub 2025, table 7: 66.33 kg CO2, 1.25 g CH4 and 0.125 g N2O by mmBtu.
  test.each([
    ["AR5.GWP100", 28, 265],
    ["AR4.GWP100", 25, 298],
  ] as const)("has the published factors of the United States gas by gas, by %s", async (metric, ch4, n2o) => {
    const { totals } = await company([bought("steam", "USA", "MMBtu")], { metric });
    expect(totals.scope2.location.co2e).toBeCloseTo(66.33 + (1.25 * ch4 + 0.125 * n2o) / 1000, 10);
  });

  test("elsewhere is told which countries have a factor, and that the supplier's is needed", async () => {
    const { problems, totals } = await company([bought("heat", "CHN", "GJ")], {});
    expect(JSON.stringify(problems)).toMatch(/heat ships for CHN; there are those of GBR, USA.*supplier's is needed/);
    expect(totals.scope2.location.co2e).toBe(0);
    const factor = {
      scope: 2,
      category: "heat",
      activity: "grid average",
      country: "CHN",
      value: 0.11,
      unit: "t CO2/GJ",
      source: "supplier",
    };
    const own = await company([bought("heat", "CHN", "GJ")], { factors: [factor] });
    expect(own.totals.scope2.location.co2e).toBeCloseTo(110, 9);
  });

  test("misses no residual mix, as heat has no certificates", async () => {
    const { totals } = await company([bought("heat", "GBR", "kWh")], {});
    expect(JSON.stringify(totals.scope2.market)).not.toContain("residual mix");
    expect(JSON.stringify(totals.scope2.market)).toContain("mean of the country");
  });
});

describe("a company that spends money of other currencies and years", () => {
  const spent = (unit: string) => ({ scope: 3, category: 1, activity: "541110", amount: 1000, unit });
  const of = async (unit: string) => {
    const { lines, problems } = await company([spent(unit)], { year: 2022 });
    expect(problems, unit).toEqual([]);
    return lines[0].co2e as number;
  };

  // Federal Reserve, release G.5A of 1 February 2024: averages of 2022, by US dollar; of those with true, US dollars by unit.
  test.each([
    ["CNY", 6.729, false],
    ["EUR", 1.0534, true],
    ["GBP", 1.2371, true],
    ["AUD", 0.6951, true],
    ["INR", 78.5792, false],
    ["JPY", 131.4589, false],
    ["KRW", 1291.7796, false],
    ["BRL", 5.1605, false],
  ] as const)("brings %s of 2022 to dollars at the published mean of the year", async (currency, rate, isInverse) => {
    const inDollars = (await of(`${currency} 2022`)) / (await of("USD 2022"));
    // Published to four decimals, some as the reciprocal: a rate of 0.7 is known to 0.01 %.
    expect(inDollars / (isInverse ? rate : 1 / rate)).toBeCloseTo(1, 3);
  });

  // Bureau of Labor Statistics, CPI-U, annual averages: 258.811 of 2020, 292.655 of 2022, 304.702 of 2023.
  test("brings dollars of another year to those of the factor by the consumer prices of the United States", async () => {
    const now = await of("USD 2022");
    expect((await of("USD 2020")) / now).toBeCloseTo(292.655 / 258.811, 12);
    expect((await of("USD 2023")) / now).toBeCloseTo(292.655 / 304.702, 12);
  });

  test("says both steps and where their numbers are from", async () => {
    const { lines } = await company([spent("CNY 2023")], { year: 2023 });
    expect(lines[0].why).toMatch(/CNY 2023 to USD 2022 by 0\.1356 \(.*G\.5A, mean of 2023; .*CPI-U\) 2023 to 2022\)/);
  });

  test("keeps to prices of one's own where they are given", async () => {
    const prices = [{ from: "CNY 2023", to: "USD 2022", rate: 0.2, source: "own" }];
    const { lines } = await company([spent("CNY 2023")], { year: 2023, prices });
    expect(lines[0].co2e / (await of("USD 2022"))).toBeCloseTo(0.2, 12);
  });
});
