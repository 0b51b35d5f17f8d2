import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { industryAbatement } from "../../../../../lib/industry/tools/abatement.ts";
import { industryOptimize } from "../../../../../lib/industry/tools/optimize.ts";
import { industryPareto } from "../../../../../lib/industry/tools/pareto.ts";
import { callTool } from "../../../../../lib/tool/call.ts";
import { overYears, steelworks } from "./steelworks.ts";

describe("The front of a plan", () => {
  it("runs through the plans that industry.optimize finds under its caps", async () => {
    const { points, plans, exact } = await callTool(industryPareto, steelworks);
    expect(exact).toBe(true);
    expect(points.map(({ cost }) => cost)).toEqual([
      expect.closeTo(37_580, 6),
      expect.closeTo(38_696, 6),
      expect.closeTo(45_669.090909, 6),
    ]);
    expect(plans[1]!["BF-BOF"]).toBeCloseTo(48, 9);
    const cap = 90;
    const found = await callTool(industryOptimize, { ...steelworks, cap });
    const [, middle, last] = points;
    const along = (middle!.emissions - cap) / (middle!.emissions - last!.emissions);
    expect(found.cost).toBeCloseTo(middle!.cost + along * (last!.cost - middle!.cost), 6);
    expect(found.marginalAbatementCost).toBeCloseTo(last!.marginalAbatementCost!, 6);
  });

  it("takes evenly spaced caps where it is asked to, or where plants are whole", async () => {
    const spaced = await callTool(industryPareto, { ...steelworks, points: 5 });
    expect(spaced.points).toHaveLength(5);
    const [furnace, arc, hydrogen] = steelworks.routes;
    const routes = [furnace, arc, { ...hydrogen!, unitSize: 10, maximum: 60 }];
    const whole = await callTool(industryPareto, { ...steelworks, routes });
    expect(whole.exact).toBe(false);
    expect(whole.notes.join(" ")).toMatch(/evenly spaced caps/);
    expect(whole.points.length).toBeGreaterThan(5);
  });

  it("says what clashes if there is no plan", async () => {
    await expect(callTool(industryPareto, { ...steelworks, cap: 20 })).rejects.toThrow(/cap on emissions of 20 t/);
  });

  it("goes over all years together", async () => {
    const { points } = await callTool(industryPareto, { ...overYears, cap: undefined });
    for (let k = 1; k < points.length; k++) {
      expect(points[k]!.emissions).toBeLessThan(points[k - 1]!.emissions);
      if (k > 1)
        expect(points[k]!.marginalAbatementCost!).toBeGreaterThan(points[k - 1]!.marginalAbatementCost! - 1e-6);
    }
  });
});

describe("The abatement curve", () => {
  it("of a plan has the steps of its front, and says what replaces what", async () => {
    const { blocks, avoided } = await callTool(industryAbatement, steelworks);
    expect(blocks.map(({ label }) => label)).toEqual(["EAF instead of BF-BOF", "EAF and H2-DRI instead of BF-BOF"]);
    // By hand: EAF costs 93 more than BF-BOF and avoids 2.1 − 0.18 t.
    expect(blocks[0]!.costPerTonne).toBeCloseTo(93 / 1.92, 9);
    expect(avoided).toBeCloseTo(129.6 - 69.3818181818, 6);
  });

  const measures = [
    { name: "lamps", avoided_t: 20, costPerTonne: -40 },
    { name: "pumps", avoided_t: 30, investment: 10_000, lifetime: 10, operatingCost: -500 },
    { name: "gas", avoided_t: 80, costPerTonne: 30, group: "fuel" },
    { name: "hydrogen", avoided_t: 120, costPerTonne: 90, group: "fuel" },
    { name: "LPG", avoided_t: 40, costPerTonne: 60, group: "fuel" },
  ];

  it("of measures has the cheapest first; of those that exclude each other the hull", async () => {
    const found = await callTool(industryAbatement, { measures, discountRate: 0.05, target_t: 150 });
    expect(found.blocks.map(({ label, avoided, taken }) => [label, avoided, taken])).toEqual([
      ["lamps", 20, 1],
      ["pumps", 30, 1],
      ["gas", 80, 1],
      ["hydrogen instead of gas", 40, 0.5],
    ]);
    // 10,000 at 5 % over ten years is 1,295.05 a year.
    expect(found.blocks[1]!.costPerTonne).toBeCloseTo((1295.0457496545662 - 500) / 30, 9);
    expect(found.blocks[3]!.costPerTonne).toBeCloseTo((120 * 90 - 80 * 30) / 40, 9);
    expect(found.avoidedAtNoCost).toBe(20);
    expect(found.marginalAbatementCost).toBeCloseTo(210, 9);
    expect(found.notes).toEqual([
      "LPG is not on the curve: of the same group, another avoids more at a lower cost per t.",
    ]);
  });

  it("of a group never costs more per t than any of its measures alone", async () => {
    const measure = fc.record({
      avoided_t: fc.integer({ min: 1, max: 50 }),
      costPerTonne: fc.integer({ min: -20, max: 90 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(measure, { minLength: 1, maxLength: 6 }), async (list) => {
        const grouped = list.map((each, k) => ({ ...each, name: `m${k}`, group: "one" }));
        const { blocks, avoided } = await callTool(industryAbatement, { measures: grouped });
        expect(avoided).toBeCloseTo(Math.max(...list.map(({ avoided_t }) => avoided_t)), 9);
        for (let k = 1; k < blocks.length; k++)
          expect(blocks[k]!.costPerTonne).toBeGreaterThanOrEqual(blocks[k - 1]!.costPerTonne);
        for (const { avoided_t, costPerTonne } of list) {
          const least = blocks.reduce(
            (sum, { from, to, costPerTonne: cost }) => sum + cost * Math.max(0, Math.min(to, avoided_t) - from),
            0,
          );
          expect(least).toBeLessThanOrEqual(avoided_t * costPerTonne + 1e-9);
        }
      }),
    );
  });

  it.each([
    [{ measures, ...steelworks }, /measures and routes are given/],
    [{}, /measures is missing; expected a list, or routes and demand of a plan/],
    [{ measures: [] }, /measures is empty/],
    [{ measures: [measures[0], measures[0]] }, /measures has lamps twice/],
    [{ measures: [{ name: "none", avoided_t: 1 }] }, /Measure none has no cost/],
    [{ measures: [{ name: "two", avoided_t: 1, costPerTonne: 1, investment: 1 }] }, /has costPerTonne and investment/],
    [{ measures: [{ name: "end", avoided_t: 1, investment: 1 }] }, /Measure end has an investment but no lifetime/],
    [{ measures, target_t: 1000 }, /target_t of 1000 t is more than all measures avoid together, 170 t/],
    [{ measures: [{ name: "zero", avoided_t: 0, costPerTonne: 1 }] }, /avoided_t is 0; expected a number > 0/],
  ])("answers bad input with a sentence: %#", async (input, sentence) => {
    await expect(callTool(industryAbatement, input)).rejects.toThrow(sentence);
  });
});
