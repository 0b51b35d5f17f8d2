import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CarriedError, errorsOfSpan } from "../../../../lib/mrio/carried/carried-error.ts";
import { carriedGases, carriedStressors } from "../../../../lib/mrio/carried/carried-stressors.ts";
import { carriedTotals } from "../../../../lib/mrio/carried/carried-totals.ts";
import { importGrowth, withImports } from "../../../../lib/mrio/carried/import-prior.ts";
import { nationalGrowth, nationalYears } from "../../../../lib/mrio/carried/national-growth.ts";
import { regionGrowth } from "../../../../lib/mrio/carried/region-growth.ts";
import { judgeTransfer } from "../../../../lib/mrio/carried/usable.ts";
import { validateNowcast } from "../../../../lib/mrio/nowcast-validation.ts";
import { calcValueAdded, inputOutputTable } from "../../../../lib/mrio/table.ts";
import { columnSums, csrFromDense, toDense } from "../../../../lib/numeric/csr.ts";
import { dense } from "../../../../lib/numeric/matrix.ts";
import { numbersFrom, randomTable } from "../tables.ts";

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const sectors = Array.from({ length: 35 }, (_, s) => `c${s + 1}`);

describe("GDP of regions", () => {
  const rows = [
    { iso3: "A", year: 2011, gdp: 10 },
    { iso3: "A", year: 2022, gdp: 15 },
    { iso3: "B", year: 2011, gdp: 5 },
    { iso3: null, year: 2011, gdp: 30 },
    { iso3: null, year: 2022, gdp: 60 },
  ];

  test("grows by its own value, and by the remainder of the world where a year has none", () => {
    expect(regionGrowth(rows, ["A", "B", "ROW"], 2011, 2022)).toEqual([
      { factor: 1.5, isOwn: true },
      // B has no value in 2022: with ROW it shares (60 − 15) / (30 − 10).
      { factor: 45 / 20, isOwn: false },
      { factor: 45 / 20, isOwn: false },
    ]);
  });
});

describe("a national table", () => {
  const cell = (year: number, row: string, col: string, value: number) => ({ iso3: "A", year, row, col, value });
  const cells = [
    cell(2011, "OUTPUT", "01", 10),
    cell(2011, "OUTPUT", "02", 10),
    cell(2018, "OUTPUT", "01", 30),
    cell(2018, "OUTPUT", "02", 10),
    cell(2011, "VALU", "01", 4),
    cell(2018, "VALU", "01", 5),
    cell(2011, "01", "HFCE", 8),
    cell(2011, "01", "EXPO", 100),
    cell(2018, "01", "HFCE", 8),
    cell(2018, "01", "GFCF", 4),
  ];

  test("gives growth by sector, and that of domestic demand without exports", () => {
    expect(nationalYears(cells, "A")).toEqual([2011, 2018]);
    expect(nationalYears(cells, "B")).toBeUndefined();
    const growth = nationalGrowth(cells, "A", ["c1", "c2"], 2011, 2018);
    expect(growth).toEqual({ output: [2, null], valueAdded: [1.25, null], demand: 1.5 });
  });

  test("moves the totals of its region, GDP those of the others and of its sectors without growth", () => {
    const base = randomTable(5, 2, 2);
    const growth = { output: [2, null], valueAdded: [3, null], demand: 4 };
    const totals = carriedTotals(base, [{ gdp: 1.5, national: { growth, gdpAfter: 1.1 } }, { gdp: 1.2 }]);
    expect(Array.from(totals.x, (x, i) => x / base.x[i]!)).toEqual(
      [2.2, 1.5, 1.2, 1.2].map((factor) => expect.closeTo(factor, 12)),
    );
    const value = calcValueAdded(base.Z, base.x);
    expect((totals.valueAdded[0] as number) / value[0]!).toBeCloseTo(3.3, 12);
    const demand = columnSums(base.Y);
    expect(Array.from(totals.demand, (y, c) => y / demand[c]!)).toEqual([
      expect.closeTo(4.4, 12),
      expect.closeTo(1.2, 12),
    ]);
  });
});

describe("import matrices", () => {
  const table = { regions: ["CHN", "MEX", "USA"], sectors };
  const rows = [
    { origin: "China", commodity: "334X", year: 2012, value: 100 },
    { origin: "China", commodity: "334X", year: 2022, value: 300 },
    { origin: "China", commodity: "335", year: 2012, value: 100 },
    { origin: "China", commodity: "335", year: 2022, value: 100 },
    { origin: "Mexico", commodity: "211", year: 2012, value: 50 },
  ];

  test("grow by origin and sector relative to the importer's GDP; a flow that ends leaves a trace", () => {
    const growth = importGrowth(rows, table, 2022, 1.6);
    expect(growth[13]).toBeCloseTo(400 / 200 / 1.6, 12);
    expect(growth[35 + 1]).toBe(1e-3);
    // The importer, and what has no commodity there.
    expect(Array.from(growth.subarray(70))).toEqual(Array(35).fill(1));
    expect(growth[0]).toBe(1);
  });

  test("change what the importer's sectors buy abroad, and nothing else", () => {
    const Z = dense(
      3,
      3,
      Float64Array.from({ length: 9 }, (_, p) => p + 1),
    );
    const world = inputOutputTable({
      regions: ["CHN", "MEX", "USA"],
      sectors: ["c1"],
      Z: csrFromDense(Z),
      Y: dense(3, 3, new Float64Array(9).fill(1)),
      F: dense(1, 3),
      stressors: ["CO2"],
    });
    const changed = toDense(withImports(world, Float64Array.of(2, 3, 1)).Z);
    expect(Array.from(changed.data)).toEqual([1, 2, 3 * 2, 4, 5, 6 * 3, 7, 8, 9]);
    expect(Array.from(toDense(world.Z).data)).toEqual(Array.from(Z.data));
  });
});

describe("the gases of a carried table", () => {
  const shape = (x: Float64Array) => ({
    regions: ["CHN", "ROW"],
    sectors,
    x,
    Y: dense(70, 4),
    yRegions: Int32Array.of(0, 0, 1, 1),
  });
  const regionOf = new Map([["CHN", "CHN"]]);

  test("add up to their sources, whatever the keys and the sectors without output", async () => {
    await fc.assert(
      fc.property(fc.integer(), (seed) => {
        const next = numbersFrom(seed);
        const some = () => (next() < 0.3 ? 0 : next() * 100);
        const x = Float64Array.from({ length: 70 }, some);
        // Someone must ship and fly, or bunkers have no operator.
        for (const s of [23, 24]) x[s] = 1 + next();
        const shares = Float64Array.from({ length: 72 }, some);
        for (const s of [24, 25]) shares[s] = 1000 + next();
        const gases = ["CH4", "N2O", "F-gases"] as const;
        const edgar = (iso3: string | null, type: string, area: string) =>
          gases.flatMap((gas) =>
            (gas === "F-gases"
              ? ["Processes"]
              : ["Agriculture", "Buildings", "Fuel Exploitation", "Processes", "Waste", "Transport"]
            ).map((sector) => ({ gas, sector, iso3, area, type, emissions: next() * 10 })),
          );
        const nonCo2 = [
          ...edgar("CHN", "country", "China"),
          ...edgar("NOR", "country", "Norway"),
          ...edgar(null, "other", "Curaçao"),
          ...edgar(null, "bunkers", "International Shipping"),
          ...edgar(null, "group", "EU27"),
        ];
        const territorial = [
          { iso3: "CHN", type: "country", entity: "China", production: next() * 10 },
          { iso3: "NOR", type: "country", entity: "Norway", production: next() * 10 },
          { iso3: null, type: "bunkers", entity: "International Aviation", production: next() },
          { iso3: null, type: "group", entity: "EU27", production: 1000 },
        ];
        const { F, FY, stressors } = carriedStressors(shape(x), {
          territorial,
          bunkersOfShares: { aviation: 0.4, shipping: 0.5 },
          shares,
          nonCo2,
          regionOf,
        });
        expect(stressors).toEqual(carriedGases);
        const total = (k: number) =>
          sum(F.data.subarray(k * 70, (k + 1) * 70)) + sum(FY.data.subarray(k * 4, (k + 1) * 4));
        expect(total(0)).toBeCloseTo(
          1000 * sum(territorial.filter(({ type }) => type !== "group").map((r) => r.production)),
          6,
        );
        gases.forEach((gas, k) => {
          const known = nonCo2.filter((row) => row.gas === gas && row.type !== "group");
          expect(total(k + 1)).toBeCloseTo(1000 * sum(known.map(({ emissions }) => emissions)), 6);
        });
        expect(Math.min(...F.data, ...FY.data)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  test("take transport between countries out of the shares, and give the year's own to those who operate it", () => {
    const x = new Float64Array(70).fill(1);
    const shares = new Float64Array(72);
    // China: households 60, agriculture 30, shipping 10; the rest: shipping 30, all in kt.
    shares[0] = 60;
    shares[1] = 30;
    shares[24] = 10;
    shares[36 + 24] = 30;
    const { F, FY } = carriedStressors(shape(x), {
      territorial: [
        { iso3: "CHN", type: "country", entity: "China", production: 1 },
        { iso3: null, type: "bunkers", entity: "International Shipping", production: 0.4 },
      ],
      // Half of the 40 kt of shipping was between countries.
      bunkersOfShares: { aviation: 0, shipping: 0.02 },
      shares,
      nonCo2: [],
      regionOf,
    });
    // 1,000 kt over 60, 30 and 5; and 400 kt by 10 to 30.
    expect(FY.data[0]).toBeCloseTo((1000 * 60) / 95, 9);
    expect(F.data[0]).toBeCloseTo((1000 * 30) / 95, 9);
    expect(F.data[23]).toBeCloseTo((1000 * 5) / 95 + 100, 9);
    expect(F.data[35 + 23]).toBeCloseTo(300, 9);
  });
});

describe("the errors stated of a carried table", () => {
  const of = (from: number, region: string, error: number, known: CarriedError["known"] = "gdp"): CarriedError => ({
    from,
    to: 2011,
    known,
    gas: "CO2",
    region,
    error,
  });
  const over = (span: number, ...regions: string[]) => errorsOfSpan(errors, { gases: ["CO2"], regions }, span);
  const errors = [
    of(2007, "A", 0.01),
    of(2005, "A", -0.04),
    of(2000, "A", 0.02),
    of(2000, "A", 0.5, "totals"),
    of(2007, "B", -0.03),
    of(2005, "B", 0.01),
    of(2000, "B", 0.2),
  ];

  test("are the largest of the cases up to a span as long", () => {
    expect(over(3, "A", "B")).toEqual({ from: [2007], to: 2011, byGas: [[0.01, 0.03]] });
    expect(over(5, "A", "B")).toEqual({ from: [2005, 2007], to: 2011, byGas: [[0.04, 0.03]] });
    expect(over(20, "A", "B")?.byGas).toEqual([[0.04, 0.2]]);
    expect(over(3, "A", "C")).toBeUndefined();
    expect(errorsOfSpan([], { gases: ["CO2"], regions: ["A"] }, 3)).toBeUndefined();
  });

  test("forbid a transfer that is smaller than its error or its distance to the budget", () => {
    expect(judgeTransfer({ transfer: -0.12, modelError: 0.08, budget: -0.11 })).toBe("usable");
    expect(judgeTransfer({ transfer: 0.04, modelError: 0.05, budget: 0.04 })).toBe("model_error_above_transfer");
    expect(judgeTransfer({ transfer: 0.04, modelError: 0.01, budget: -0.01 })).toBe(
      "budget_differs_by_more_than_transfer",
    );
    expect(judgeTransfer({ transfer: 0.04, modelError: 0.01, budget: null })).toBe("usable");
  });

  test("forbid a transfer that is many times that of the budget as well as one that is a fraction of it", () => {
    const judge = (transfer: number, budget: number) => judgeTransfer({ transfer, modelError: 0.01, budget });
    for (const [one, other] of [
      [0.2, 0.05],
      [-0.2, -0.05],
    ] as const) {
      expect(judge(one, other)).toBe("budget_differs_by_more_than_transfer");
      expect(judge(other, one)).toBe("budget_differs_by_more_than_transfer");
    }
    expect(judge(0.1, 0.06)).toBe("usable");
    expect(judge(0.06, 0.1)).toBe("usable");
  });
});

describe("a nowcast beside a known table", () => {
  const base = randomTable(91, 3, 4);

  test("has no error if both are the same", async () => {
    const totals = { x: base.x, valueAdded: calcValueAdded(base.Z, base.x), demand: columnSums(base.Y) };
    const found = await validateNowcast(base, base, totals, { base: 1, target: 1 });
    for (const { production, consumption, modelled } of found.emissions) {
      expect(modelled / consumption).toBeCloseTo(1, 6);
      expect(production).toBeGreaterThan(0);
    }
    for (const { sales, purchases, demand } of found.regions) {
      for (const error of [sales, purchases, demand]) expect(error).toBeLessThan(1e-6);
    }
    for (const { known, modelled } of found.flows) expect(modelled).toBeCloseTo(known, 4);
  });

  test("weighs differences by what was known: by seller, buyer, sector and consumer", async () => {
    const later = inputOutputTable({
      ...base,
      Z: dense(
        12,
        12,
        toDense(base.Z).data.map((cell, p) => (p % 12 < 4 ? cell * 1.5 : cell)),
      ),
    });
    const totals = { x: base.x, valueAdded: calcValueAdded(base.Z, base.x), demand: columnSums(base.Y) };
    const { regions, sectors: bySector, table } = await validateNowcast(base, later, totals, { base: 1, target: 2 });
    // The first region's purchases are half as much again in the known table: 0.5 of 1.5 is missed.
    expect(regions[0]!.purchases).toBeCloseTo(1 / 3, 5);
    expect(regions[1]!.purchases).toBeLessThan(1e-5);
    expect(table.Z).toBeGreaterThan(0.05);
    expect(Math.max(...bySector.map(({ sales }) => sales))).toBeLessThan(1 / 3);
  });
});
