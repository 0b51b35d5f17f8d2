import { describe, expect, test } from "vitest";
import { call } from "../unit/inventory/company/calling.ts";

// Closed forms; the tolerances are those that the cases state.
const relative = (value: number, wanted: number) => Math.abs(value / wanted - 1);

interface Obligation {
  readonly embedded_t: number;
  readonly benchmark: number;
  readonly certificates: number;
  readonly cost: number;
  readonly default: number;
  readonly markup: number;
  readonly matched: { readonly route: string | null };
  readonly edition: string;
}

/** good, origin, mass, default, route, benchmark, paid, then certificates and cost of 2026, 2027, 2028. */
const cases = [
  [
    "7208",
    "CHN",
    1000,
    3.186893,
    "C",
    1.37,
    0,
    [2169.8323000000005, 2522.7715999999996, 2909.9609],
    [163518.56212800005, 190116.06777599995, 219294.653424],
  ],
  [
    "7208",
    "IND",
    1000,
    4.28,
    "C",
    1.37,
    0,
    [3372.250000000001, 3834.5000000000005, 4331.000000000001],
    [254132.76000000007, 288967.92000000004, 326384.1600000001],
  ],
  [
    "7208",
    "TUR",
    500,
    2.427512,
    "C",
    1.37,
    0,
    [667.2566000000002, 805.7572, 961.3828],
    [50284.45737600001, 60721.862592, 72449.807808],
  ],
  [
    "25231000",
    "CHN",
    2000,
    1.39,
    "A",
    0.666,
    0,
    [1759.3, 2070.6, 2415.1999999999994],
    [132580.848, 156040.416, 182009.47199999995],
  ],
  [
    "28141000",
    "CHN",
    300,
    4.36,
    null,
    1.522,
    5,
    [875.895, 887.31, 910.14],
    [61627.9722, 62431.13159999999, 64037.4504],
  ],
] as const;

describe("Obligations with default values, 2026 to 2028", () => {
  test.each(cases)("CN %s from %s", async (good, origin, mass_t, value, route, benchmark, paid, certificates, cost) => {
    for (const [at, year] of [2026, 2027, 2028].entries()) {
      const found: Obligation = await call("cbam.obligation", { good, origin, mass_t, year, price: 75.36, paid });
      expect([found.default, found.benchmark, found.matched.route]).toEqual([value, benchmark, route]);
      expect(relative(found.certificates, certificates[at]!)).toBeLessThan(1e-9);
      expect(relative(found.cost, cost[at]!)).toBeLessThan(1e-9);
      expect(relative(found.embedded_t, mass_t * value * (1 + found.markup))).toBeLessThan(1e-9);
      expect(found.edition).toBe("February 2026 edition, not for compliance");
    }
  });
});

test("Pellets, DRI, crude steel and bars have the specific embedded emissions of the case", async () => {
  const good = (level: number, attributed: number, electricity: number, precursors: object) => ({
    activityLevel_t: level,
    attributed_t: attributed,
    electricity_MWh: electricity,
    electricityFactor_t_MWh: 0.45,
    precursors,
  });
  const found = await call("cbam.embedded", {
    goods: {
      // In an order that no substitution one by one could follow.
      bars: good(86_000, 6200, 7700, { "crude steel": 89_000 }),
      "crude steel": good(90_000, 9900, 54_000, { dri: 65_000, scrap: 34_000 }),
      dri: good(100_000, 52_000, 9000, { pellets: 140_000 }),
    },
    stated: { pellets: { direct: 0.06, indirect: 0.02 } },
  });
  const wanted = {
    dri: [0.604, 0.0685],
    "crude steel": [0.5462222222222223, 0.3194722222222222],
    bars: [0.6373695090439276, 0.3709072997416021],
  };
  for (const [name, [direct, indirect]] of Object.entries(wanted)) {
    expect(relative(found.specific[name], direct!)).toBeLessThan(1e-12);
    expect(relative(found.specificIndirect[name], indirect!)).toBeLessThan(1e-12);
  }
});
