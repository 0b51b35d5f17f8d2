import { describe, expect, it } from "vitest";
import { keyLinks } from "../../../../../lib/industry/links/key-links.ts";
import { industryKeyLinks } from "../../../../../lib/industry/tools/key-links.ts";
import { industryScenarios } from "../../../../../lib/industry/tools/scenarios.ts";
import { uninterrupted } from "../../../../../lib/numeric/work.ts";
import { callTool } from "../../../../../lib/tool/call.ts";

/** A furnace and an arc furnace that share an output; round numbers. */
const plant = {
  model: {
    definitions: { furnace: "output * (1 - scrap)", arc: "output * scrap" },
    emissions: "furnace * coal * 2.8 + arc * power * grid",
    cost: "furnace * (200 + coal * 150) + arc * (420 + power * 70)",
  },
  parameters: {
    output: 100,
    scrap: { value: 0.2, range: { lo: 0.1, hi: 0.4 } },
    coal: {
      value: 0.75,
      distribution: { type: "normal", mean: 0.75, sd: 0.03 },
      range: { lo: 0.7, hi: 0.8 },
      unit: "t/t",
      confirmation: "recalled",
    },
    power: { value: 0.5, distribution: { type: "uniform", lo: 0.45, hi: 0.55 } },
    grid: { value: 0.6, distribution: { type: "normal", mean: 0.6, sd: 0.1 } },
  },
} as const;

describe("The key links of a plant", () => {
  it("rank parameters by what they avoid within their range, then by elasticity", async () => {
    const { emissions, cost, links, notes } = await callTool(industryKeyLinks, plant);
    expect(emissions).toBeCloseTo(80 * 0.75 * 2.8 + 20 * 0.5 * 0.6, 9);
    expect(cost).toBeCloseTo(80 * 312.5 + 20 * 455, 9);
    expect(links.slice(0, 3).map(({ parameter }) => parameter)).toEqual(["scrap", "coal", "output"]);
    expect(links.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    const [scrap, coal, output] = links;
    const [power, grid] = ["power", "grid"].map((name) => links.find(({ parameter }) => parameter === name)!);
    // 20 of 100 move from the furnace (2.1 t, 312.5) to the arc (0.3 t, 455).
    expect(scrap!.potential).toEqual({
      to: 0.4,
      avoided: expect.closeTo(36, 9),
      cost: expect.closeTo(2850, 8),
      costPerTonne: expect.closeTo(2850 / 36, 8),
    });
    expect(coal!.potential!.to).toBe(0.7);
    expect(coal!.confirmation).toBe("recalled");
    expect(notes).toContain("The values of coal are marked recalled.");
    expect(output!.potential).toBeNull();
    // Emissions are proportional to output, and the rest of the elasticities are shares of 168 and of 6 t in 174 t.
    expect(output!.emissions!.elasticity).toBeCloseTo(1, 9);
    expect(coal!.emissions!.elasticity).toBeCloseTo(168 / 174, 9);
    expect(power!.emissions!.elasticity).toBeCloseTo(6 / 174, 9);
    expect(grid!.cost!.elasticity).toBe(0);
  });

  it("divide the variance among what is uncertain", async () => {
    const sum = {
      model: { emissions: "a + b + c" },
      parameters: {
        a: { value: 1, distribution: { type: "normal", mean: 1, sd: 1 } },
        b: { value: 1, distribution: { type: "normal", mean: 1, sd: 2 } },
        c: 5,
      },
    };
    const { links, cost } = await callTool(industryKeyLinks, { ...sum, draws: 4096 });
    expect(cost).toBeNull();
    const of = (name: string) => links.find(({ parameter }) => parameter === name)!.emissions!;
    // Variances of 1 and 4; the error of 4,096 quasi-random draws is far below a hundredth.
    expect(of("a").ST!.value).toBeCloseTo(0.2, 2);
    expect(of("b").ST!.value).toBeCloseTo(0.8, 2);
    expect(of("c").ST).toBeNull();
    expect(of("b").elasticity).toBeCloseTo(1 / 7, 9);
  });

  it("have no shares where nothing is uncertain, or where an output does not vary", async () => {
    const certain = await callTool(industryKeyLinks, { model: { emissions: "a" }, parameters: { a: 2 } });
    expect(certain.notes[0]).toMatch(/^No parameter has a distribution/);
    const parameters = { a: { value: 2, distribution: { type: "uniform", lo: 1, hi: 3 } }, b: 1 };
    const still = await callTool(industryKeyLinks, { model: { emissions: "a", cost: "3 * b" }, parameters });
    expect(still.notes.join(" ")).toMatch(/cost does not vary with what is uncertain/);
    expect(still.links[0]!.cost!.ST).toBeNull();
  });

  it("are those of any function of parameters, such as a plant", async () => {
    const calls: number[] = [];
    const model = {
      outputs: ["emissions"] as const,
      evaluate: ({ x }: Readonly<Record<string, number>>) => {
        calls.push(x!);
        return [x! ** 3];
      },
    };
    const { links } = await keyLinks(
      model,
      [{ name: "x", value: 2, range: { lo: 1, hi: 3 } }],
      { draws: 8, seed: 1, resamples: 10 },
      uninterrupted,
    );
    expect(links[0]!.influences.emissions!.elasticity).toBeCloseTo(3, 8);
    expect(links[0]!.potential).toMatchObject({ to: 1, avoided: 7, cost: null });
    expect(calls.length).toBeGreaterThan(3);
  });

  it("stay where a parameter avoids nothing at either end", async () => {
    const { links } = await callTool(industryKeyLinks, {
      model: { emissions: "(x - 2)^2 + 1" },
      parameters: { x: { value: 2, range: { lo: 0, hi: 4 } } },
    });
    expect(links[0]!.potential).toEqual({ to: 2, avoided: 0, cost: null, costPerTonne: null });
  });

  const { model, parameters } = plant;
  it.each([
    [{ model, parameters: {} }, /parameters is empty/],
    [{ model: { emissions: "coal * tax" }, parameters }, /formula of emissions .*cannot be read/],
    [{ model: { ...model, cost: "1 +" }, parameters }, /formula of cost/],
    [{ model: { ...model, definitions: { coal: "1" } }, parameters }, /coal is a parameter and a definition/],
    [{ model: { ...model, definitions: { arc: "oops" } }, parameters }, /definition of arc/],
    [{ model: { emissions: "1 / (grid - grid)" }, parameters }, /emissions is Infinity where output = 100, /],
    [
      { model: { emissions: "x" }, parameters: { x: { value: 1, range: { lo: 3, hi: 2 } } } },
      /range of x has lo 3 above hi 2/,
    ],
    [
      { model: { emissions: "x" }, parameters: { x: { value: 1, range: { lo: 2, hi: 3 } } } },
      /x is 1, outside its range/,
    ],
    [{ ...plant, draws: 1000 }, /draws is 1000; expected a power of two/],
  ])("answer bad input with a sentence: %#", async (input, sentence) => {
    await expect(callTool(industryKeyLinks, input)).rejects.toThrow(sentence);
  });
});

describe("Scenarios of a plant", () => {
  const scenarios = [
    { name: "scrap", values: { scrap: 0.4 } },
    { name: "grid", values: { grid: { value: 0.2, distribution: { type: "normal", mean: 0.2, sd: 0.02 } } } },
    { name: "output", values: { output: 80 } },
  ];

  it("differ from the base draw by draw, so that what is uncertain in both cancels", async () => {
    const found = await callTool(industryScenarios, { ...plant, scenarios });
    const [scrap, grid, output] = found.scenarios;
    expect(found.base.emissions.value).toBeCloseTo(174, 9);
    expect(scrap!.difference.emissions.value).toBeCloseTo(-36, 9);
    expect(scrap!.lower).toEqual({ emissions: 1, cost: expect.any(Number) });
    expect(scrap!.costPerTonne).toBeCloseTo(2850 / 36, 0);
    // Coal makes most of the variance of both, and none of their difference.
    expect(grid!.difference.emissions.sd).toBeLessThan(0.25 * grid!.emissions.sd);
    expect(grid!.difference.cost!.sd).toBe(0);
    expect(output!.difference.emissions.mean).toBeCloseTo(-0.2 * found.base.emissions.mean, 9);
    expect(output!.difference.emissions.sd).toBeCloseTo(0.2 * found.base.emissions.sd, 9);
  });

  it("are the same bits for the same seed, whatever else is compared", async () => {
    const all = await callTool(industryScenarios, { ...plant, scenarios });
    const one = await callTool(industryScenarios, { ...plant, scenarios: scenarios.slice(2) });
    expect(one.base).toEqual(all.base);
    expect(one.scenarios[0]).toEqual(all.scenarios[2]);
  });

  it("need no distributions", async () => {
    const { model } = plant;
    const parameters = { output: 100, scrap: 0.2, coal: 0.75, power: 0.5, grid: 0.6 };
    const found = await callTool(industryScenarios, { model, parameters, scenarios: scenarios.slice(0, 1) });
    expect(found.scenarios[0]!.difference.emissions).toMatchObject({ value: expect.closeTo(-36, 9), sd: 0 });
  });

  it.each([
    [{ ...plant, scenarios: [] }, /scenarios is empty/],
    [{ ...plant, scenarios: [scenarios[0], scenarios[0]] }, /scenarios has scrap twice/],
    [
      { ...plant, scenarios: [{ name: "s", values: { scarp: 1 } }] },
      /Scenario s changes scarp, .*Did you mean scrap\?/,
    ],
    [
      { ...plant, scenarios: [{ name: "s", values: { wind: 1 } }] },
      /Scenario s changes wind, which is not a parameter\./,
    ],
  ])("answer bad input with a sentence: %#", async (input, sentence) => {
    await expect(callTool(industryScenarios, input)).rejects.toThrow(sentence);
  });
});
