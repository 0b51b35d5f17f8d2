import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchangeDerivatives } from "../../../lib/lifecycle/contribution/exchange-derivatives.ts";
import { demandOf } from "../../../lib/lifecycle/graph/demand.ts";
import { type ExchangeGraph, exchangeTypes } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { parameterDerivatives } from "../../../lib/lifecycle/graph/parameter-derivatives.ts";
import { withParameters } from "../../../lib/lifecycle/graph/parameter-values.ts";
import { graphOf } from "../../../lib/lifecycle/graph/records.ts";
import { call } from "../inventory/company/calling.ts";
import { assess, randomGraph } from "./random-inventory.ts";

async function scoreOf(graph: ExchangeGraph, of: string): Promise<number> {
  const assessed = assess(graph);
  const { scaling } = await assessed.solved.solve(demandOf(assessed.solved.system, of, 1));
  return assessed.scores(scaling)[0]!;
}

async function derivativesOf(graph: ExchangeGraph, of: string): Promise<Float64Array> {
  const assessed = assess(graph);
  const { scaling } = await assessed.solved.solve(demandOf(assessed.solved.system, of, 1));
  return exchangeDerivatives(assessed, 0, await assessed.productScores(0), scaling);
}

function withAmount(graph: ExchangeGraph, e: number, amount: number): ExchangeGraph {
  const amounts = graph.exchanges.amount.slice();
  amounts[e] = amount;
  return { ...graph, exchanges: { ...graph.exchanges, amount: amounts } };
}

describe("Derivatives of a score by exchanges", () => {
  it("are those of differences, for inputs, products, credits, wastes and elementary flows", async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, fc.nat(), async (graph, pick) => {
        const { amount, count } = graph.exchanges;
        const e = pick % count;
        fc.pre(amount[e] !== 0);
        const step = 1e-5 * Math.abs(amount[e]!);
        const [above, below] = [amount[e]! + step, amount[e]! - step];
        const difference =
          ((await scoreOf(withAmount(graph, e, above), "a1")) - (await scoreOf(withAmount(graph, e, below), "a1"))) /
          (above - below);
        const derivatives = await derivativesOf(graph, "a1");
        // Truncation of the difference is of order step² = 1e-10, rounding of order 1e-11 / 1e-5; relative to all that moves the score.
        const size = derivatives.reduce((sum, each, k) => sum + Math.abs(each * amount[k]!), 0) / Math.abs(amount[e]!);
        expect(Math.abs(derivatives[e]! - difference)).toBeLessThan(1e-5 * size);
      }),
      { numRuns: 60 },
    );
  });

  it("sum by amounts to h through elementary flows, to −h through the technosphere, and to 0 in each activity", async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, async (graph) => {
        const { amount, type, activity } = graph.exchanges;
        const derivatives = await derivativesOf(graph, "a1");
        const parts = derivatives.map((each, e) => each * amount[e]!);
        const size = parts.reduce((sum, part) => sum + Math.abs(part), 0);
        const score = await scoreOf(graph, "a1");
        const sumOf = (chosen: (e: number) => boolean) =>
          parts.reduce((sum, part, e) => (chosen(e) ? sum + part : sum), 0);
        const isElementary = (e: number) => exchangeTypes[type[e]!] === "biosphere";
        expect(Math.abs(sumOf(isElementary) - score)).toBeLessThan(1e-9 * size);
        expect(Math.abs(sumOf((e) => !isElementary(e)) + score)).toBeLessThan(1e-9 * size);
        for (const a of graph.activities.keys())
          expect(Math.abs(sumOf((e) => activity[e] === a))).toBeLessThan(1e-9 * size);
      }),
      { numRuns: 60 },
    );
  });
});

describe("Derivatives of a score by parameters", () => {
  const graph = graphOf({
    parameters: [
      { name: "mass", value: 3 },
      { name: "rate", value: 0.2 },
      { name: "loss", formula: "rate ^ 2 + 0.01 * mass" },
      { name: "rate", value: 0.5, activity: "a1" },
      { name: "local", formula: "rate * mass", activity: "a1" },
      { name: "unused", value: 7 },
    ],
    activities: [
      {
        name: "a1",
        exchanges: [
          { type: "production", product: "p1", amount: 1, unit: "kg" },
          { type: "technosphere", product: "p2", formula: "local * (1 + loss)", unit: "kg" },
          { type: "biosphere", flow: "alpha", compartment: "emission/air", formula: "sqrt(rate) + mass", unit: "kg" },
        ],
      },
      {
        name: "a2",
        exchanges: [
          { type: "production", product: "p2", formula: "1 + rate", unit: "kg" },
          { type: "technosphere", product: "p1", formula: "loss / 10", unit: "kg" },
          { type: "biosphere", flow: "beta", compartment: "emission/air", formula: "exp(-mass)", unit: "kg" },
        ],
      },
    ],
  });

  it("go through the formulas of exchanges and of other parameters, each name as its activity has it", async () => {
    const found = parameterDerivatives(graph, await derivativesOf(graph, "a1"));
    for (const name of ["mass", "rate", "loss", "unused"]) {
      const at = graph.parameters.findIndex((each) => each.name === name && each.activity === undefined);
      const { value } = graph.parameters[at]!;
      const step = 1e-5 * value;
      const scoreAt = (changed: number) => scoreOf(withParameters(graph, { [name]: changed }), "a1");
      const difference = ((await scoreAt(value + step)) - (await scoreAt(value - step))) / (2 * step);
      // Truncation and rounding of the difference, as above.
      expect(Math.abs(found[at]! - difference), name).toBeLessThan(1e-7 * Math.max(1, Math.abs(difference)));
    }
    // a1's own rate: mass through local, and the slope of the root.
    const byExchange = await derivativesOf(graph, "a1");
    const own = graph.parameters.findIndex((each) => each.name === "rate" && each.activity !== undefined);
    const loss = 0.2 ** 2 + 0.03;
    expect(found[own]!).toBeCloseTo(byExchange[1]! * 3 * (1 + loss) + (byExchange[2]! * 0.5) / Math.sqrt(0.5), 9);
  });
});

describe("lifecycle.hotspots", () => {
  const input = {
    parameters: [{ name: "use", value: 4, unit: "kg" }],
    activities: [
      {
        name: "product",
        exchanges: [
          { type: "production", product: "product", amount: 2, unit: "kg" },
          { type: "technosphere", product: "input", formula: "use", unit: "kg" },
          { type: "substitution", product: "spare", amount: 1, unit: "kg" },
        ],
      },
      ...["input", "spare"].map((name) => ({
        name,
        exchanges: [
          { type: "production", product: name, amount: 1, unit: "kg" },
          { type: "biosphere", flow: "Methane", compartment: "emission/air", amount: 1, unit: "kg" },
        ],
      })),
    ],
    demand: { of: "product", amount: 1 },
  };

  it("names what raises and what lowers a score", async () => {
    const found = await call("lifecycle.hotspots", input);
    // h is in proportion to (use − 1) / 2.
    const rows = found.exchanges.map(({ name, type, flow, elasticity }: never) => [name, type, flow, elasticity]);
    const near = (value: number) => expect.closeTo(value, 12);
    expect(rows).toEqual(
      expect.arrayContaining([
        ["product", "technosphere", "input", near(4 / 3)],
        ["input", "biosphere", "Methane", near(4 / 3)],
        ["input", "production", "input", near(-4 / 3)],
        ["product", "production", "product", near(-1)],
        ["product", "substitution", "spare", near(-1 / 3)],
        ["spare", "biosphere", "Methane", near(-1 / 3)],
        ["spare", "production", "spare", near(1 / 3)],
      ]),
    );
    expect(found.exchangeCount).toBe(7);
    expect(found.parameters).toEqual([
      expect.objectContaining({ name: "use", activity: null, elasticity: near(4 / 3), share: 1, unit: "kg" }),
    ]);
    const two = await call("lifecycle.hotspots", { ...input, most: 1 });
    expect(two.exchanges.map(({ elasticity }: { elasticity: number }) => Math.sign(elasticity)).sort()).toEqual([
      -1, 1,
    ]);
  });

  it("refuses a score of 0", async () => {
    const demand = { of: "product", amount: 0 };
    await expect(call("lifecycle.hotspots", { ...input, demand })).rejects.toThrow("The score is 0");
  });
});
