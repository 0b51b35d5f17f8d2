import { describe, expect, it } from "vitest";
import { SolvedSystem } from "../../../lib/lifecycle/assessed-system.ts";
import type { BackgroundLink } from "../../../lib/lifecycle/background/background-link.ts";
import { linkKey } from "../../../lib/lifecycle/background/background-link.ts";
import { demandOf } from "../../../lib/lifecycle/graph/demand.ts";
import type { ExchangeGraph } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { linkedSystem, type SystemOptions } from "../../../lib/lifecycle/graph/linked-system.ts";
import { hybridDemand } from "../../../lib/lifecycle/hybrid/hybrid-parts.ts";
import { integrated } from "../../../lib/lifecycle/hybrid/integrated.ts";
import { sectorsOfInputs, upstreamLinks } from "../../../lib/lifecycle/hybrid/product-price.ts";
import type { SectorBackground } from "../../../lib/lifecycle/hybrid/sector-background.ts";
import { tiered } from "../../../lib/lifecycle/hybrid/tiered.ts";
import { type SectorsOfFootprint, tieredFootprint } from "../../../lib/lifecycle/hybrid/tiered-footprint.ts";
import type { ForegroundOptions } from "../../../lib/lifecycle/hybrid/traced-inputs.ts";
import type { ImpactMethod } from "../../../lib/lifecycle/impact/impact-method.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import { emits, makes, shortGraph, takes } from "./graph-of.ts";

const csr = (rows: number[][]) => csrFromDense(denseFromRows(rows));

const method: ImpactMethod = {
  id: "test",
  name: "test",
  version: "1",
  indicators: [{ code: "GHG", name: "greenhouse gases", unit: "kg CO2 eq", kind: "impact" }],
  factors: [{ indicator: "GHG", flow: "Carbon dioxide", compartment: "emission/air", unit: "kg", value: 1 }],
};

/** Two sectors without a further round: N = D. */
const background: SectorBackground = {
  name: "table",
  sectors: [
    { code: "331", name: "Metals", location: "US" },
    { code: "562", name: "Waste treatment", location: "US" },
  ],
  indicators: [{ code: "GHG", name: "Greenhouse gases", unit: "kg CO2e", group: "impact" }],
  A: csr([
    [0, 0],
    [0, 0],
  ]),
  D: csr([[0.5, 2]]),
  N: csr([[0.5, 2]]),
  year: 2012,
  currency: "USD",
  prices: "producer",
};

/** A frame from steel and power of the background, with inputs that nobody makes. */
const inventory = shortGraph(
  {
    frame: [
      makes("frame", 2),
      takes("steel", 4),
      takes("power", 3),
      takes("paint", 0.5),
      takes("scrap", -1),
      takes("bolts", 0.2),
      emits("Carbon dioxide", 1),
      emits("Unheard of", 1),
    ],
    steel: [makes("steel", 1), takes("power", 1), takes("ore", 1.5), emits("Carbon dioxide", 2)],
    power: [makes("power", 1), emits("Carbon dioxide", 0.5)],
  },
  ["scrap"],
);

async function footprint(
  graph: ExchangeGraph,
  demanded: string,
  amount: number,
  options: ForegroundOptions & { readonly sectors?: SectorsOfFootprint } = {},
  linking: SystemOptions = {},
) {
  const system = linkedSystem(graph, linking);
  const assessed = new SolvedSystem(system).assessedBy([method]);
  const found = await tieredFootprint(assessed, 0, demandOf(system, demanded, amount), options);
  const named = new Map(found.inputs.map((input) => [graph.products[input.product]!.name, input]));
  const matches = new Map(found.coverage.matches.map((each) => [each.match, each]));
  return { ...found, named, matches };
}

const isForeground = (activity: number) => inventory.activities[activity]!.id === "frame";

describe("A tiered footprint", () => {
  it("divides the score among own flows, matched inputs and estimates of unmatched masses", async () => {
    const power = inventory.exchanges;
    const found = await footprint(inventory, "frame", 2, {
      isForeground,
      matchOf: (exchange) => (inventory.products[power.flow[exchange]!]!.name === "power" ? "proxy" : "exact"),
    });
    // One run: 1 of its own, 4 kg of steel at 2.5, 3 kg of power at 0.5.
    expect(found.score).toBeCloseTo(12.5, 12);
    expect(found.direct).toBeCloseTo(1, 12);
    expect(found.named.get("steel")).toMatchObject({ match: "exact", amount: 4, score: 10 });
    expect(found.named.get("power")).toMatchObject({ match: "proxy", amount: 3, score: 1.5 });
    // The median of 2.5 and 0.5 a kg is 1.5.
    expect(found.named.get("paint")).toMatchObject({
      match: "unmatched",
      cutOff: "no-provider",
      score: null,
      estimate: { value: 0.75, median: 1.5, products: 2 },
    });
    // A waste is not like what is bought.
    expect(found.named.get("scrap")).toMatchObject({ amount: -1, match: "unmatched", estimate: null });
    // The ore that steel takes is no input of the foreground: 4 · 1.5 kg upstream, beside the power that steel takes.
    expect(found.named.has("ore")).toBe(false);
    expect(found.upstreamCutOffs).toMatchObject([{ amount: 6, exchanges: 1, estimate: 9 }]);
    expect(found.coverage.upstream).toEqual({ count: 2, cutOff: 1, share: 0.5, estimate: 9, notEstimated: 0 });
    const { inputs } = found.coverage;
    expect(inputs).toMatchObject({ count: 5, cutOff: 3, notEstimated: 1 });
    expect(inputs.share).toBeCloseTo(0.6, 12);
    // Paint 0.75 and bolts 0.3 beside 12.5.
    expect(inputs.estimatedShare).toBeCloseTo(1.05 / 13.55, 12);
    expect(found.matches.get("own")!.share).toBeCloseTo(1 / 13.55, 12);
    expect(found.matches.get("proxy")).toMatchObject({ inputs: 1, value: 1.5 });
    expect(found.coverage.matches.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
    expect(found.coverage.flows.indicator).toMatchObject({ flows: 2, characterised: 1, share: 0.5 });
  });

  it("counts inputs of the whole inventory without a foreground", async () => {
    const found = await footprint(inventory, "frame", 2);
    // Steel, power twice, and paint, scrap, bolts, ore that nobody makes.
    expect(found.coverage.inputs).toMatchObject({ count: 7, cutOff: 4 });
    expect(found.direct).toBeCloseTo(12.5, 12);
    expect(found.named.get("ore")).toMatchObject({ amount: 6, match: "unmatched" });
    expect(found.coverage.upstream).toMatchObject({ count: 0, share: null });
    expect(found.notes.join()).not.toContain("shares by match class overlap");
  });

  const id = (name: string) => inventory.products.find((each) => each.name === name)!.id;
  const at2012 = { priceYear: 2012, basis: "producer" } as const;
  const link: BackgroundLink = {
    product: "paint",
    unit: "kg",
    match: "sector",
    process: null,
    sector: { code: "331", name: "Metals" },
  };

  it("scores what has a price by its sector, wastes as a service that is paid, and own purchases", async () => {
    const found = await footprint(inventory, "frame", 2, {
      isForeground,
      sectors: {
        background,
        indicator: "GHG",
        prices: new Map([
          [id("paint"), { price: 10, ...at2012 }],
          [id("scrap"), { price: 3, sector: "562", priceYear: 2020, priceIndex: 1.5, basis: "producer" }],
        ]),
        purchases: [{ sector: "Metals", amount: 8, priceYear: 2015, basis: "purchaser" }],
        links: new Map([[linkKey("paint", "kg"), link]]),
      },
    });
    expect(found.named.get("paint")).toMatchObject({ match: "sector", score: 2.5, estimate: null });
    // 1 kg · 3 USD / 1.5 · 2 kg a dollar.
    expect(found.named.get("scrap")).toMatchObject({ match: "sector", score: 4 });
    expect(found.purchases).toEqual([{ sector: 0, amount: 8, score: 4 }]);
    expect(found.sectors).toBeCloseTo(10.5, 12);
    expect(found.score).toBeCloseTo(23, 12);
    expect(found.coverage.inputs).toMatchObject({ count: 6, cutOff: 1 });
    expect(found.matches.get("sector")).toMatchObject({ inputs: 3, value: 10.5 });
    const notes = found.notes.map(({ code }) => code);
    expect(notes).toContain("lifecycle.purchase.notDeflated");
    expect(notes).toContain("lifecycle.purchase.deflated");
    expect(notes).toContain("lifecycle.purchase.purchaser");
  });

  it("counts prices of what is bought upstream, as the matrices of the tiered method do", async () => {
    const prices = new Map([
      [id("ore"), { price: 2, sector: "331", ...at2012 }],
      [id("scrap"), { price: 3, sector: "562", ...at2012 }],
    ]);
    const sectors = { background, indicator: "GHG", prices };
    const found = await footprint(inventory, "frame", 2, { isForeground, sectors });
    // 6 kg · 2 USD · 0.5 upstream, and 3 USD · 2 for the scrap.
    expect(found.upstreamCutOffs).toMatchObject([{ exchanges: 1, score: 6, estimate: null }]);
    expect(found.coverage.upstream).toMatchObject({ count: 2, cutOff: 0, estimate: 0 });
    expect(found.matches.get("sector")).toMatchObject({ inputs: 1, value: 12 });
    expect(found.score).toBeCloseTo(24.5, 12);

    const system = linkedSystem(inventory);
    const { direct } = new SolvedSystem(system).assessedBy([method]);
    const upstream = upstreamLinks(system, background, sectorsOfInputs(inventory, background, prices));
    const demand = hybridDemand([...demandOf(system, "frame", 2), 0, 0], system.nodes.length, 2);
    const processes = { technosphere: system.technosphere, direct };
    const byTable = { A: background.A, direct: background.D };
    const whole = await tiered(processes, byTable, upstream, demand);
    expect(whole.scores[0]).toBeCloseTo(found.score, 12);
    const none = csr(system.nodes.map(() => [0, 0]));
    const both = await integrated(processes, byTable, upstream, none, demand);
    expect(both.scores[0]).toBeCloseTo(found.score, 12);
  });

  it.each([
    [{ prices: new Map([["nothing", { price: 1, ...at2012 }]]) }, "prices names nothing"],
    [{ prices: new Map([[id("paint"), { price: 0, ...at2012 }]]) }, "expected a number > 0"],
    [{ prices: new Map([[id("paint"), { price: 1, ...at2012 }]]) }, "The price of paint has no sector"],
    [{ indicator: "ACID" }, "table has no indicator ACID; it has GHG"],
    [
      { background: { ...background, indicators: [{ ...background.indicators[0]!, unit: "kg CO2e AR6.GWP100" }] } },
      "Choose indicators of one unit",
    ],
  ])("names what is wrong with prices and indicators: %#", async (change, sentence) => {
    const sectors = { background, indicator: "GHG", ...change };
    await expect(footprint(inventory, "frame", 2, { isForeground, sectors })).rejects.toThrow(sentence);
  });

  it("gives each co-product its part of what is cut off", async () => {
    const graph = shortGraph({
      dairy: [
        makes("milk", 3, { properties: { mass: 1 } }),
        makes("whey", 1, { properties: { mass: 1 } }),
        takes("feed", 8),
      ],
    });
    const allocation = { allocation: { rule: "mass" } } as const;
    const found = await footprint(graph, "milk", 3, {}, allocation);
    expect(found.named.get("feed")!.amount).toBeCloseTo(6, 12);
  });

  it("estimates nothing without a linked mass, and by what runs upstream if only that has one", async () => {
    const alone = shortGraph({ own: [makes("a", 1), takes("paint", 2), emits("Carbon dioxide", 1)] });
    const { coverage, named } = await footprint(alone, "a", 1);
    expect(named.get("paint")!.estimate).toBeNull();
    expect(coverage.inputs).toMatchObject({ cutOff: 1, estimate: 0, estimatedShare: null, notEstimated: 1 });
    const isFrame = (activity: number) => activity === 0;
    const chain = shortGraph({
      own: [makes("a", 1), takes("paint", 2), { type: "substitution", flow: "b", amount: 1 }],
      other: [makes("b", 1), takes("c", 1), emits("Carbon dioxide", 1)],
      last: [makes("c", 1), emits("Carbon dioxide", 3)],
    });
    const found = await footprint(chain, "a", 1, { isForeground: isFrame });
    expect(found.score).toBeCloseTo(-4, 12);
    // A credit is no mass that is bought; c scores 3 a kg.
    expect(found.named.get("paint")!.estimate).toMatchObject({ value: 6, method: "upstream-masses" });
    // By size, of −4 and 6.
    expect(found.matches.get("exact")).toMatchObject({ value: -4, share: 0.4 });
  });

  it("says so if the background takes from the foreground", async () => {
    const graph = shortGraph({
      own: [makes("a", 1), takes("b", 0.5), emits("Carbon dioxide", 1)],
      other: [makes("b", 1), takes("a", 0.5), emits("Carbon dioxide", 1)],
    });
    const found = await footprint(graph, "a", 1, { isForeground: (activity) => activity === 0 });
    expect(found.notes.map(({ code }) => code)).toContain("lifecycle.tiered.loop");
  });
});
