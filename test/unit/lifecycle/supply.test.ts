import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionsOf } from "../../../lib/lifecycle/contribution/contributions.ts";
import { originsByInput } from "../../../lib/lifecycle/contribution/origins-by-input.ts";
import { supplyLinks } from "../../../lib/lifecycle/contribution/supply-links.ts";
import { supplyTree } from "../../../lib/lifecycle/contribution/supply-tree.ts";
import { demandOf } from "../../../lib/lifecycle/graph/demand.ts";
import { call } from "../inventory/company/calling.ts";
import { emits, makes, shortGraph, takes } from "./graph-of.ts";
import { assess, randomGraph } from "./random-inventory.ts";

async function solved(graph: Parameters<typeof assess>[0], of: string, amount = 1) {
  const assessed = assess(graph);
  const { system } = assessed.solved;
  const f = demandOf(system, of, amount);
  const { scaling } = await assessed.solved.solve(f);
  const productScores = await assessed.productScores(0);
  const chains = {
    technosphere: system.technosphere,
    references: Int32Array.from(system.nodes.keys()),
    direct: assessed.directOf(0),
    productScores,
    demand: f,
  };
  return { assessed, system, f, scaling, productScores, chains, score: assessed.scores(scaling)[0]! };
}

/** The solver's residual is below 1e-11; sums of a few hundred terms add no more. */
const SOLVED = 1e-9;

describe("The tree of supply chains", () => {
  it("sums to the score at every node, with loops, credits and waste treatments", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomGraph,
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 8 }),
        async (graph, cutOff, most, depth) => {
          const { chains, score, assessed, scaling } = await solved(graph, "a1");
          const tree = supplyTree(chains, { cutOff, most, depth });
          const size = contributionsOf(assessed, scaling).byNode[0]!.reduce((sum, each) => sum + Math.abs(each), 0);
          for (const node of tree) {
            const children = tree.filter(({ parent }) => parent === node.id);
            const sum = children.reduce((all, each) => all + each.score, node.direct + node.remainder);
            expect(Math.abs(sum - node.score)).toBeLessThan(SOLVED * size);
            expect(node.depth).toBeLessThanOrEqual(depth);
            if (node.parent >= 0) {
              expect(Math.abs(node.score)).toBeGreaterThanOrEqual(cutOff * Math.abs(score) - SOLVED * size);
              expect(node.depth).toBe(tree[node.parent]!.depth + 1);
            }
          }
          expect(tree.length).toBeLessThanOrEqual(Math.max(1, most));
          const roots = tree.filter(({ parent }) => parent < 0).reduce((sum, each) => sum + each.score, 0);
          expect(Math.abs(roots - score)).toBeLessThan(SOLVED * size);
          const parts = tree.reduce((sum, { direct, remainder }) => sum + direct + remainder, 0);
          expect(Math.abs(parts - score)).toBeLessThan(SOLVED * size);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("A score by origin and input", () => {
  it("sums to the contribution of each origin, and to the score, however it is grouped", async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, fc.integer({ min: 1, max: 7 }), async (graph, most) => {
        const { assessed, f, scaling, score } = await solved(graph, "a1", 2);
        const own = contributionsOf(assessed, scaling).byNode[0]!;
        const size = own.reduce((sum, each) => sum + Math.abs(each), 0);
        const rows = await originsByInput(assessed, 0, f, most);
        const total = rows.reduce((sum, { value }) => sum + value, 0);
        expect(Math.abs(total - score)).toBeLessThan(SOLVED * size);
        for (const node of new Set(rows.flatMap(({ origin }) => (origin === "rest" ? [] : [origin])))) {
          const sum = rows.filter(({ origin }) => origin === node).reduce((all, { value }) => all + value, 0);
          expect(Math.abs(sum - own[node]!)).toBeLessThan(SOLVED * size);
        }
        expect(new Set(rows.map(({ input }) => input)).size).toBeLessThanOrEqual(most + 2);
      }),
      { numRuns: 60 },
    );
  });
});

describe("Supplies between activities", () => {
  it("bring each activity the score that it passes on less its own", async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, async (graph) => {
        const { assessed, system, f, scaling, productScores } = await solved(graph, "a1");
        const links = supplyLinks(system.technosphere, productScores, scaling, 1000);
        const own = contributionsOf(assessed, scaling).byNode[0]!;
        const size = own.reduce((sum, each) => sum + Math.abs(each), 0);
        for (const { index } of system.nodes) {
          const into = links.filter(({ consumer }) => consumer === index).reduce((sum, each) => sum + each.score, 0);
          const out = links.filter(({ supplier }) => supplier === index).reduce((sum, each) => sum + each.score, 0);
          const delivered = productScores[index]! * f[index]!;
          expect(Math.abs(into + own[index]! - out - delivered)).toBeLessThan(SOLVED * size);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are listed from the largest on", () => {
    // Two suppliers of 0.3 and 0.6 with scores of 2 and 5 for one unit each.
    const assessed = assess(
      shortGraph({
        a: [makes("a", 1), takes("b", 0.3), takes("c", 0.6)],
        b: [makes("b", 1), emits("alpha", 2)],
        c: [makes("c", 1), emits("alpha", 5)],
      }),
    );
    const links = supplyLinks(
      assessed.solved.system.technosphere,
      Float64Array.of(3.6, 2, 5),
      Float64Array.of(1, 0.3, 0.6),
      1,
    );
    expect(links).toEqual([{ supplier: 2, consumer: 0, amount: 0.6, score: 3 }]);
  });
});

describe("lifecycle.supply", () => {
  const input = {
    activities: [
      {
        name: "car",
        exchanges: [
          { type: "production", product: "car", amount: 1, unit: "kg" },
          { type: "technosphere", product: "steel", amount: 2, unit: "kg" },
          { type: "technosphere", product: "power", amount: 3, unit: "kWh" },
          { type: "biosphere", flow: "Methane", compartment: "emission/air", amount: 1, unit: "kg" },
        ],
      },
      {
        name: "steel",
        location: "CN",
        exchanges: [
          { type: "production", product: "steel", amount: 1, unit: "kg" },
          { type: "technosphere", product: "power", amount: 5, unit: "kWh" },
          { type: "biosphere", flow: "Methane", compartment: "emission/air", amount: 1, unit: "kg" },
        ],
      },
      {
        name: "power",
        exchanges: [
          { type: "production", product: "power", amount: 1, unit: "kWh" },
          { type: "biosphere", flow: "Methane", compartment: "emission/air", amount: 0.1, unit: "kg" },
        ],
      },
    ],
    demand: { of: "car", amount: 1 },
    indicator: "GWP100_AR6",
  };

  it("gives the tree, the supplies and the origins by name", async () => {
    const found = await call("lifecycle.supply", input);
    // In kg CH4: the car 1, its steel 2 × (1 + 0.5), its power 0.3; the factor of methane cancels in shares.
    const shares = found.nodes.map(({ name, depth, parent, share }: never) => ({ name, depth, parent, share }));
    const near = (value: number) => expect.closeTo(value, 12);
    expect(shares).toEqual([
      { name: "car", depth: 0, parent: -1, share: near(1) },
      { name: "steel (CN)", depth: 1, parent: 0, share: near(3 / 4.3) },
      { name: "power", depth: 2, parent: 1, share: near(1 / 4.3) },
      { name: "power", depth: 1, parent: 0, share: near(0.3 / 4.3) },
    ]);
    expect(found.nodes[2]).toMatchObject({ amount: 10, unit: "kWh", activity: "power", remainder: 0 });
    expect(found.links[0]).toMatchObject({ supplier: "steel", consumer: "car", amount: 2, share: near(3 / 4.3) });
    const origins = found.origins.map(({ originName, inputName, share }: never) => [originName, inputName, share]);
    expect(origins).toEqual([
      ["car", "its own flows", near(1 / 4.3)],
      ["steel (CN)", "through steel (CN)", near(2 / 4.3)],
      ["power", "through steel (CN)", near(1 / 4.3)],
      ["power", "through power", near(0.3 / 4.3)],
    ]);
    expect(found.indicatorUnit).toContain("CO2");
    expect(found.notes).toEqual([]);
  });

  it("keeps what is cut off as remainders", async () => {
    const { nodes } = await call("lifecycle.supply", { ...input, cutOff: 0.1, depth: 1 });
    const parts = nodes.map(({ name, remainder, score }: { name: string; remainder: number; score: number }) => [
      name,
      remainder / score,
    ]);
    expect(parts).toEqual([
      ["car", expect.closeTo(0.3 / 4.3, 12)],
      ["steel (CN)", expect.closeTo(1 / 3, 12)],
    ]);
  });

  it("says what is wrong, and that a score without factors is unknown", async () => {
    await expect(call("lifecycle.supply", { ...input, demand: { of: "boat", amount: 1 } })).rejects.toThrow(
      "demand names boat",
    );
    await expect(call("lifecycle.supply", { ...input, indicator: "TRACI 2.1" })).rejects.toThrow("name one of them");
    await expect(call("lifecycle.supply", { ...input, indicator: "none" })).rejects.toThrow('"none"');
    const { notes, score } = await call("lifecycle.supply", { ...input, indicator: "ACID" });
    expect(score).toBeNull();
    expect(notes).toEqual(["No flow of the activities that run has a factor in ACID: the score is unknown, not 0."]);
  });
});
