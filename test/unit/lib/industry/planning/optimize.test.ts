import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { industryOptimize } from "../../../../../lib/industry/tools/optimize.ts";
import { callTool } from "../../../../../lib/tool/call.ts";
import { overYears, steelworks } from "./steelworks.ts";

const best = (input: unknown) => callTool(industryOptimize, input);

describe("A plan for one period", () => {
  it("takes the cheapest routes first, and buys what they use", async () => {
    const found = await best({ ...steelworks, cap: 150 });
    // By hand: BF-BOF costs 120 + 176 + 112.5 + 38 = 446.5, EAF 90 + 418 + 31.5 = 539.5.
    expect(found.objective).toBeCloseTo(60 * 446.5 + 20 * 539.5, 9);
    expect(found.plan).toEqual({ "BF-BOF": 60, EAF: 20, "H2-DRI": 0 });
    expect(found.years[0]!.purchases).toMatchObject({ ore: 96, coal: 45 });
    expect(found.years[0]!.marginalCosts.steel).toBeCloseTo(539.5, 9);
    expect(found.emissions).toBeCloseTo(45 * 2.8 + 9 * 0.4, 9);
    expect(found.marginalAbatementCost).toBe(0);
    expect(found.duals["capacity.BF-BOF"]).toBeCloseTo(446.5 - 539.5, 9);
    expect(found.boundRanges.cap).toEqual({ lo: expect.closeTo(129.6, 9), hi: null });
    expect(found.residual).toBeLessThan(1e-12);
  });

  it("has a marginal abatement cost that is the rate of its cost under the cap", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 75, max: 125 }), async (cap) => {
        const [at, above] = [await best({ ...steelworks, cap }), await best({ ...steelworks, cap: cap + 0.001 })];
        const { hi } = at.boundRanges.cap!;
        fc.pre(hi === null || hi > cap + 0.001);
        // A difference of costs of about 4e4, rounded to 1e-11 of that, over a step of 1e-3.
        expect((at.cost - above.cost) / 0.001).toBeCloseTo(at.marginalAbatementCost!, 2);
        expect(at.emissions).toBeCloseTo(cap, 7);
      }),
      { numRuns: 8 },
    );
  });

  it("is the same under a carbon price as under the cap whose marginal cost is that price", async () => {
    const capped = await best({ ...steelworks, cap: 100 });
    const priced = await best({ ...steelworks, carbonPrice: capped.marginalAbatementCost! + 0.01 });
    expect(priced.emissions).toBeLessThan(100 + 1e-9);
    const cheaper = await best({ ...steelworks, carbonPrice: capped.marginalAbatementCost! - 0.01 });
    expect(cheaper.emissions).toBeGreaterThan(100 - 1e-9);
    expect(priced.years[0]!.carbonCost).toBeCloseTo((capped.marginalAbatementCost! + 0.01) * priced.emissions, 6);
  });

  it("reads routes and materials by name, and outputs instead of a product", async () => {
    const { routes, materials, ...rest } = steelworks;
    const byName = Object.fromEntries(
      routes.map(({ name, product, ...route }) => [name, { ...route, outputs: { [product]: 1 } }]),
    );
    const listed = Object.entries(materials).map(([name, material]) => ({ name, ...material }));
    expect(await best({ ...rest, routes: byName, materials: listed, cap: 100 })).toEqual(
      await best({ ...steelworks, cap: 100 }),
    );
  });

  it("minimizes emissions under a budget, whose dual is the same marginal cost from the other side", async () => {
    const capped = await best({ ...steelworks, cap: 100 });
    const found = await best({ ...steelworks, minimize: "emissions", budget: capped.cost });
    expect(found.objective).toBeCloseTo(100, 7);
    expect(found.marginalAbatementCost).toBeCloseTo(capped.marginalAbatementCost!, 6);
  });

  it("makes intermediate materials, sells by-products and leaves over what nobody buys", async () => {
    const found = await best({
      routes: {
        oven: { outputs: { coke: 1, gas: 0.2, tar: 0.05 }, inputs: { coal: 1.4 } },
        furnace: { product: "iron", inputs: { coke: 0.5 } },
      },
      demand: { iron: 100 },
      prices: { coal: 100, gas: 30 },
      materials: { coal: { emissions_t: 2.5 } },
    });
    expect(found.plan).toEqual({ oven: 50, furnace: 100 });
    expect(found.cost).toBeCloseTo(50 * (140 - 6), 9);
    expect(found.emissions).toBeCloseTo(70 * 2.5, 9);
    expect(found.years[0]!.sales).toEqual({ gas: 10 });
    expect(found.years[0]!.marginalCosts.tar).toBe(0);
    expect(found.notes).toContain("gas is made and not used: it is sold at its price.");
  });

  it("keeps limits of routes, materials, products and combinations", async () => {
    const limited = async (limits: object) => (await best({ ...steelworks, limits })).years[0]!;
    expect((await limited({ "BF-BOF": 50 })).plan["BF-BOF"]).toBeCloseTo(50, 9);
    expect((await limited({ coal: { hi: 30 } })).purchases.coal).toBeCloseTo(30, 9);
    expect((await limited({ share: { terms: { EAF: 1, "BF-BOF": -0.5 }, lo: 0 } })).plan.EAF).toBeCloseTo(80 / 3, 9);
    expect((await limited({ "H2-DRI": { lo: 5 } })).plan["H2-DRI"]).toBeCloseTo(5, 9);
  });
});

describe("A plan over years", () => {
  it("invests when the cap falls, as SciPy computes it", async () => {
    const found = await best(overYears);
    expect(found.objective / 669_469.0273495759).toBeCloseTo(1, 12);
    expect(found.years[2]!.plan["BF-BOF"]).toBeCloseTo(46.733487535, 8);
    expect(found.years[2]!.built["H2-DRI"]).toBeCloseTo(1.151374968, 8);
    expect(found.years[2]!.marginalAbatementCost).toBeCloseTo(91.4652029372473, 9);
    expect(found.years.map(({ emissions }) => emissions)[2]).toBeCloseTo(100, 9);
    // 5 years of the first, 10 of the second, and of the last as many as of the one before.
    expect(found.plan["BF-BOF"]).toBeCloseTo(5 * 60 + 10 * 60 + 10 * found.years[2]!.plan["BF-BOF"]!, 9);
  });

  it("retires what is installed, and builds whole plants where they have a size", async () => {
    const [furnace, arc, hydrogen] = steelworks.routes;
    const routes = [{ ...furnace!, retirement: 2030 }, arc!, { ...hydrogen!, unitSize: 12, maximum: 60 }];
    const found = await best({ ...overYears, routes, cap: undefined });
    expect(found.years[0]!.plan["BF-BOF"]).toBeCloseTo(60, 9);
    expect(found.years[1]!.capacity["BF-BOF"]).toBe(0);
    const plants = found.years.map(({ built }) => built["H2-DRI"]! / 12);
    for (const count of plants) expect(count).toBe(Math.round(count));
    // EAF makes 40 / 1.1 from the scrap there is: the rest is more than three plants can make, and four can.
    expect(plants.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(found.notes.join(" ")).toMatch(/fixed as it is/);
  });

  it("holds a cap over all years together", async () => {
    const free = await best({ ...overYears, cap: undefined });
    const found = await best({ ...overYears, cap: undefined, totalCap: 0.8 * free.emissions });
    expect(found.emissions).toBeCloseTo(0.8 * free.emissions, 6);
    expect(found.cost).toBeGreaterThan(free.cost);
    expect(found.marginalAbatementCost).toBeGreaterThan(0);
  });

  it("switches a route off where its minimum or its fixed cost is too much", async () => {
    const routes = [
      { name: "large", product: "heat", cost: 1, capacity: 100, minimum: 60, onOff: true, fixedCost: 20 },
      { name: "small", product: "heat", cost: 2, capacity: 50 },
    ];
    const at = async (heat: number) => (await best({ routes, demand: { heat } })).plan;
    expect(await at(15)).toEqual({ large: 0, small: 15 });
    expect(await at(70)).toEqual({ large: 70, small: 0 });
    expect(await at(55)).toEqual({ large: 60, small: 0 });
  });
});

describe("A plan that cannot be", () => {
  const { routes } = steelworks;
  const [furnace] = routes;
  it.each([
    [
      { ...steelworks, cap: 20 },
      /the cap on emissions of 20 t cannot be met: what is demanded emits at least 69\.3818 t\. It clashes with the demand for steel and the limit on buying scrap\./,
    ],
    [
      { ...overYears, cap: { 2025: 200, 2030: 10, 2040: 100 } },
      /the cap on emissions in 2030 of 10 t cannot be met: .*the demand for steel in 2030/,
    ],
    [
      { ...steelworks, routes: routes.slice(0, 2), demand: { steel: 100 } },
      /No plan meets the demand for steel, the limit on buying scrap and the capacity of BF-BOF together/,
    ],
    [{ ...steelworks, budget: 10 }, /No plan meets the demand for steel and the budget together/],
    [{ ...steelworks, routes: [] }, /routes is empty/],
    [{ ...steelworks, demand: {} }, /demand is empty/],
    [{ ...steelworks, demand: { stele: 1 } }, /demand names stele, which no route makes\. Did you mean steel\?/],
    [{ ...steelworks, demand: { copper: 1 } }, /demand names copper, which no route makes\./],
    [{ ...steelworks, prices: { cola: 1 } }, /prices names cola, .*Did you mean coal\?/],
    [{ ...steelworks, materials: { scrab: { limit: 1 } } }, /materials names scrab, .*Did you mean scrap\?/],
    [{ ...steelworks, limits: { glass: 1 } }, /limits names glass, which is neither/],
    [{ ...steelworks, limits: { EAF: { lo: 3, hi: 2 } } }, /Limit EAF has lo 3 above hi 2/],
    [{ ...steelworks, limits: { EAF: {} } }, /Limit EAF has neither lo nor hi/],
    [{ ...steelworks, routes: [...routes, furnace] }, /routes has BF-BOF twice/],
    [{ ...steelworks, routes: [{ name: "none" }] }, /Route none makes nothing/],
    [{ ...steelworks, routes: [{ ...furnace, outputs: { steel: 1 } }] }, /has product and outputs/],
    [{ ...steelworks, routes: [{ ...furnace, investment: 3 }] }, /BF-BOF has an investment but no lifetime/],
    [{ ...steelworks, routes: [{ ...furnace, lifetime: 3 }] }, /BF-BOF has lifetime, but no investment/],
    [{ ...steelworks, routes: [{ ...furnace, capacity: undefined, onOff: true }] }, /can be off, but has no limit/],
    [{ ...steelworks, routes: [{ ...furnace, minimum: 70 }] }, /has minimum 70 above its capacity of 60/],
    [{ ...overYears, carbonPrice: { 2025: 1, 2030: 2 } }, /carbonPrice has no value for 2040/],
    [{ ...overYears, carbonPrice: { 2025: 1, 2030: 2, 2040: 3, 2050: 4 } }, /carbonPrice has a value for 2050/],
    [{ ...overYears, carbonPrice: [1, 2] }, /carbonPrice has 2 values for 3 years/],
    [{ ...steelworks, carbonPrice: [1, 2] }, /carbonPrice has values by year, but years is not given/],
    [{ ...overYears, years: [2025, 2025, 2040] }, /years must ascend, but 2025 comes after 2025/],
    [{ ...overYears, periodYears: [1] }, /periodYears has 1 values for 3 years/],
    [
      {
        routes: [{ name: "mill", outputs: { flour: 1, bran: 1 }, inputs: {} }],
        demand: { flour: 1 },
        prices: { bran: 5 },
      },
      /The plan earns without end: mill could grow for ever/,
    ],
    [
      {
        routes: [
          { name: "a", outputs: { a: 1 } },
          { name: "x", inputs: { a: 1 }, outputs: { x: 1 } },
        ],
        demand: { x: 1 },
        limits: { a: { hi: 1 } },
      },
      /is a route and a material/,
    ],
    [{ ...steelworks, routes: { oven: { product: "steel", cost: "3" } } }, /routes\.oven\.cost is the text "3"/],
    [{ ...steelworks, routes: { oven: { product: "steel", costs: 3 } } }, /routes\.oven has no field "costs"/],
    [{ ...steelworks, routes: [{ name: "oven", product: "steel", costs: 3 }] }, /routes\[0\] has no field "costs"/],
    [{ ...steelworks, routes: 3 }, /routes is 3; expected a list or/],
  ])("is answered with a sentence: %#", async (input, sentence) => {
    await expect(best(input)).rejects.toThrow(sentence);
  });

  it("notes what changes nothing", async () => {
    const { notes } = await best({
      ...steelworks,
      // Coke is nearly coal, which has its own price.
      prices: { ...steelworks.prices, steel: 700, coke: 3 },
      materials: { ...steelworks.materials, lime: { emissions_t: 0.4 } },
      routes: steelworks.routes.map((route) => ({ ...route, inputs: { ...route.inputs, air: 1 } })),
    });
    expect(notes).toEqual([
      "No route uses or makes lime: what is said of it changes nothing.",
      "No route uses or makes coke: what is said of it changes nothing.",
      "The price of steel changes nothing: its demand is met by routes. Give materials.steel.price if it may be bought instead.",
      "air has no price: it is bought at 0.",
      // Air costs nothing, so that more of it could be bought.
      "Another plan may cost the same: something at its bound could move at no cost. The objective is unique.",
    ]);
  });
});
