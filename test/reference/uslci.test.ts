import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { uslciGraph } from "../../lib/lifecycle/background/uslci.ts";
import { linkUslci, type UslciLinks } from "../../lib/lifecycle/background/uslci-links.ts";
import { writtenFactor } from "../../lib/lifecycle/background/written-unit.ts";
import { type ExchangeGraph, exchangeTypes } from "../../lib/lifecycle/graph/exchange-graph.ts";
import { factorLu } from "../../lib/numeric/lu.ts";
import { solveLuTransposed } from "../../lib/numeric/lu-solve.ts";
import { dense, identity } from "../../lib/numeric/matrix.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";

const read = readOnce(shippedDatasets());
const expected: Readonly<Record<string, readonly number[]>> = JSON.parse(
  readFileSync(new URL("uslci-results.json", import.meta.url), "utf8"),
);
/** The published results convert no kJ and no mile: such inputs are cut off in them. */
const asPublished = { keepUnits: ["kJ", "t*mi"] };
const [production, technosphere, substitution, biosphere] = exchangeTypes.map((_, at) => at);

describe("USLCI FY21 Q3", () => {
  let graph: ExchangeGraph;
  let links: UslciLinks;
  beforeAll(async () => {
    graph = await uslciGraph(read, uninterrupted, asPublished);
    links = linkUslci(graph);
  });

  test("has 639 processes with 45,656 exchanges, and 410 reference products by name", () => {
    expect([graph.activities.length, graph.exchanges.count]).toEqual([639, 45_656]);
    expect(new Set(graph.activities.map(({ name }) => name)).size).toBe(410);
  });

  test("takes 41 % of its inputs of products, by count, from nowhere", () => {
    // 2,368 names that no process makes, and 29 inputs whose unit is not converted: m³ and l for kg (25), kJ (2) and t*mi (2).
    expect([links.inputs, links.unmade.length, links.ownHalves.length]).toEqual([5832, 2397, 1]);
    expect(links.unmade.length / links.inputs).toBeCloseTo(0.41, 2);
  });

  test("converts kJ and t*mi unless they are kept", async () => {
    const whole = linkUslci(await uslciGraph(read));
    expect(links.unmade.length - whole.unmade.length).toBe(4);
  });

  test("states which exchanges are uncertain, and how, where it does", () => {
    const laws = new Map<string, number>();
    for (const { law } of graph.exchanges.details.values()) {
      if (law === undefined) continue;
      const name = law === "undefined" ? law : law.type;
      laws.set(name, (laws.get(name) ?? 0) + 1);
    }
    // Of 5,130 lognormal amounts, 5,118 state no spread (sd95 = 1).
    expect(laws.get("lognormal")).toBe(12);
    expect([...laws.values()].reduce((a, b) => a + b)).toBe(5130 + 393 + 24);
    expect(laws.get("undefined")).toBeGreaterThanOrEqual(5118);
  });

  // The factors of TRACI 2.1 as USEEIO v2.0.1 publishes them in C.
  test.each([
    ["acid_so2e", "ACID"],
    ["eutr_ne", "EUTR"],
    ["smog_o3e", "SMOG"],
    ["pm25e", "HRSP"],
    ["ozone_cfc11e", "OZON"],
  ] as const)("has the published cradle-to-gate %s of all processes", async (column, indicator) => {
    const scores = await solve(links.graph, await directImpacts(links.graph, indicator));
    const results = await inUnitsOfProducts(links.graph, expected[column]!);
    const largest = results.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const [at, result] of results.entries()) {
      // Six digits are published: half a unit of the sixth is 5e-6 at most. A score of 0 is met to rounding.
      expect(Math.abs(scores[at]! - result), graph.activities[at]!.name).toBeLessThanOrEqual(
        5.01e-6 * Math.abs(result) + 1e-15 * largest,
      );
    }
  });
});

/** Scores per unit of the process's product, of scores per unit in which the process states it (one grid: MJ for kWh). */
async function inUnitsOfProducts(graph: ExchangeGraph, results: readonly number[]): Promise<number[]> {
  const units = (await read("uslci_process")).texts("reference_unit");
  const { exchanges, products } = graph;
  const converted = [...results];
  for (let at = 0; at < exchanges.count; at++) {
    if (exchanges.type[at] !== production || !exchanges.details.get(at)?.reference) continue;
    const activity = exchanges.activity[at]!;
    converted[activity]! *= writtenFactor(products[exchanges.flow[at]!]!.unit, units[activity]!)!;
  }
  return converted;
}

/** Impact of each activity's own emissions per unit of its reference product; a context falls back to its parents. */
async function directImpacts(graph: ExchangeGraph, indicator: string): Promise<Float64Array> {
  const [indicators, flows, matrix] = await Promise.all(
    ["indicator", "flow", "c"].map((part) => read(`useeio_v201_${part}`)),
  );
  const row = Array.from(indicators!.texts("code")).indexOf(indicator);
  const factors = new Map<string, number>();
  for (let at = 0; at < matrix!.rows; at++) {
    if (matrix!.numbers("indicator_index")[at] !== row) continue;
    const flow = matrix!.numbers("flow_index")[at]!;
    factors.set(`${flows!.texts("flowable")[flow]}|${flows!.texts("context")[flow]}`, matrix!.numbers("value")[at]!);
  }
  const factorOf = (name: string, compartment: string): number => {
    for (let path = compartment; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf("/")))) {
      const factor = factors.get(`${name}|${path}`);
      if (factor !== undefined) return factor;
    }
    return 0;
  };
  const output = outputs(graph);
  const direct = new Float64Array(graph.activities.length);
  const { exchanges } = graph;
  for (let at = 0; at < exchanges.count; at++) {
    const flow = graph.flows[exchanges.flow[at]!]!;
    if (exchanges.type[at] !== biosphere || !flow.compartment.startsWith("emission") || flow.unit !== "kg") continue;
    const activity = exchanges.activity[at]!;
    direct[activity]! += (exchanges.amount[at]! / output[activity]!) * factorOf(flow.name, flow.compartment);
  }
  return direct;
}

function outputs({ activities, exchanges }: ExchangeGraph): Float64Array {
  const output = new Float64Array(activities.length);
  for (let at = 0; at < exchanges.count; at++) {
    if (exchanges.type[at] === production && exchanges.details.get(at)?.reference) {
      output[exchanges.activity[at]!] = exchanges.amount[at]!;
    }
  }
  return output;
}

/** Scores of all activities: (I − A)ᵀ h = d, with all burdens on the reference product. */
async function solve(graph: ExchangeGraph, direct: Float64Array): Promise<Float64Array> {
  const { activities, exchanges } = graph;
  const n = activities.length;
  const system = identity(n);
  const output = outputs(graph);
  for (let at = 0; at < exchanges.count; at++) {
    const [provider, activity] = [exchanges.provider[at]!, exchanges.activity[at]!];
    if (provider < 0) continue;
    const sign = exchanges.type[at] === technosphere ? 1 : exchanges.type[at] === substitution ? -1 : 0;
    system.data[provider * n + activity]! -= (sign * exchanges.amount[at]!) / output[activity]!;
  }
  const factors = await factorLu(system);
  return (await solveLuTransposed(factors, dense(n, 1, direct))).data;
}
