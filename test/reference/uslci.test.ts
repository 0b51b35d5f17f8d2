import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { AssessedSystem, SolvedSystem } from "../../lib/lifecycle/assessed-system.ts";
import { shippedGraphs } from "../../lib/lifecycle/background/shipped-inventory.ts";
import { uslciGraph } from "../../lib/lifecycle/background/uslci.ts";
import { carbonateFactors } from "../../lib/lifecycle/balance/combustion-overlap.ts";
import { demandOf } from "../../lib/lifecycle/graph/demand.ts";
import { exchangeTypes } from "../../lib/lifecycle/graph/exchange-graph.ts";
import { type LinkedSystem, linkedSystem } from "../../lib/lifecycle/graph/linked-system.ts";
import { factorBetween } from "../../lib/lifecycle/graph/unit-names.ts";
import { shippedMethods } from "../../lib/lifecycle/impact/shipped-methods.ts";
import { openInventory } from "../../lib/lifecycle/resource/open-inventory.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";

const read = readOnce(shippedDatasets());
const expected: Readonly<Record<string, readonly number[]>> = JSON.parse(
  readFileSync(new URL("uslci-results.json", import.meta.url), "utf8"),
);
/** The published results convert no kJ and no mile: such inputs are cut off in them. */
const asPublished = { keepUnits: ["kJ", "t*mi"] };
/** They divide nothing among co-products. */
const undivided = { allocation: { rule: "none" } } as const;
const [production, technosphere, substitution] = exchangeTypes.map((_, at) => at);

/** The process whose scores are compared where a case names them. */
const cement = {
  id: "uslci:333",
  gwp100_ar6: 1.3541254301245786,
  gwp100_ar5: 1.35386675272705,
  acid_so2e: 0.003988613371921834,
  eutr_ne: 1.0504156331033494e-6,
  smog_o3e: 0.0009954025253433915,
};

describe("USLCI FY21 Q3", () => {
  let system: LinkedSystem;
  let assessed: AssessedSystem;
  beforeAll(async () => {
    const { rules } = await shippedGraphs.uslci.open(read);
    system = linkedSystem(await uslciGraph(read, uninterrupted, asPublished), { ...rules, ...undivided });
    // The published results know flows by name alone.
    assessed = new AssessedSystem(new SolvedSystem(system), await shippedMethods(read), { by: ["name"] });
  }, 60_000);

  test("has 639 processes of 410 names, each with one reference product", () => {
    const { activities, exchanges } = system.graph;
    // 45,656 rows, of which two coproducts are listed twice.
    expect([activities.length, system.nodes.length]).toEqual([639, 639]);
    expect(exchanges.count).toBeGreaterThan(45_640);
    expect(exchanges.count).toBeLessThanOrEqual(45_656);
    expect(new Set(activities.map(({ name }) => name)).size).toBe(410);
  });

  test("takes 41 % of its inputs of products, by count, from nowhere", async () => {
    const { exchanges, products } = system.graph;
    const isInput = (e: number) =>
      (exchanges.type[e] === technosphere || exchanges.type[e] === substitution) &&
      !products[exchanges.flow[e]!]!.waste;
    const inputs = Array.from({ length: exchanges.count }, (_, e) => e).filter(isInput).length;
    const cut = system.cutOffs.filter(({ exchange }) => isInput(exchange));
    // 2,368 names that no process makes, and 29 inputs whose unit is not converted: m³ and l for kg (25), kJ (2) and t*mi (2).
    expect(inputs).toBe(5832);
    expect(cut.filter(({ reason }) => reason === "self-supply")).toHaveLength(1);
    expect(cut.filter(({ reason }) => reason === "no-provider")).toHaveLength(2397);
    const { graph, rules } = await shippedGraphs.uslci.open(read);
    const converted = linkedSystem(graph, { ...rules, ...undivided }).cutOffs;
    expect(system.cutOffs.length - converted.length).toBe(4);
  });

  test("states which exchanges are uncertain, and how, where it does", () => {
    const laws = new Map<string, number>();
    for (const { law } of system.graph.exchanges.details.values()) {
      if (law === undefined) continue;
      const name = law === "undefined" ? law : law.type;
      laws.set(name, (laws.get(name) ?? 0) + 1);
    }
    // Of 5,130 lognormal amounts, 5,118 state no spread (sd95 = 1).
    expect(laws.get("lognormal")).toBe(12);
    expect([...laws.values()].reduce((a, b) => a + b)).toBe(5130 + 393 + 24);
    expect(laws.get("undefined")).toBeGreaterThanOrEqual(5118);
  });

  test.each([
    ["gwp100_ar6", "GWP100_AR6"],
    ["gwp100_ar5", "GWP100_AR5"],
    ["acid_so2e", "ACID"],
    ["eutr_ne", "EUTR"],
    ["smog_o3e", "SMOG"],
    ["pm25e", "HRSP"],
    ["ozone_cfc11e", "OZON"],
  ] as const)(
    "has the published cradle-to-gate %s of all processes, and of cement solved for by itself",
    async (column, code) => {
      const m = assessed.characteriser.indicators.findIndex((indicator) => indicator.code === code);
      const scores = await assessed.productScores(m);
      const results = await inUnitsOfProducts(expected[column]!);
      const largest = results.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      // Six digits are published: half a unit of the sixth is 5e-6 at most. A score of 0 is met to rounding.
      for (const [at, result] of results.entries())
        expect(Math.abs(scores[at]! - result), system.nodes[at]!.label).toBeLessThanOrEqual(
          5.01e-6 * Math.abs(result) + 1e-15 * largest,
        );
      const known = (cement as Readonly<Record<string, number | string>>)[column];
      if (known === undefined) return;
      const { scaling, residual } = await assessed.solved.solve(demandOf(system, cement.id, 1, "kg"));
      // The case was solved to a residual of 3e-11.
      expect(assessed.scores(scaling)[m]! / (known as number) - 1).toBeCloseTo(0, 9);
      expect(residual).toBeLessThan(1e-12);
    },
  );

  test("has the published direct emissions of all processes", async () => {
    const m = assessed.characteriser.indicators.findIndex(({ code }) => code === "GWP100_AR6");
    const direct = assessed.directOf(m);
    const results = await inUnitsOfProducts(expected.gwp100_ar6_direct!);
    for (const [at, result] of results.entries()) {
      const made = system.graph.exchanges.amount[system.nodes[at]!.exchange]!;
      expect(Math.abs(direct[at]! / made - result), system.nodes[at]!.label).toBeLessThanOrEqual(
        5.01e-6 * Math.abs(result) + 1e-12,
      );
    }
  });

  /** Scores per unit of the process's product, of scores per unit in which the process states it (one grid: MJ for kWh). */
  async function inUnitsOfProducts(results: readonly number[]): Promise<number[]> {
    const units = (await read("uslci_process")).texts("reference_unit");
    const { graph, nodes } = system;
    expect(nodes.every(({ exchange }) => graph.exchanges.type[exchange] === production)).toBe(true);
    return nodes.map(
      ({ product, activity }) => results[activity]! * factorBetween(graph.products[product]!.unit, units[activity]!)!,
    );
  }
});

describe("USLCI FY21 Q3, divided among co-products", () => {
  const climate = async (rules: object = {}) => {
    const inventory = await openInventory({ source: "uslci", rules }, read);
    const assessed = inventory.assessedBy(["GWP100_AR6"]);
    return { assessed, system: assessed.solved.system, scores: await assessed.productScores(0) };
  };
  const nodeOf = ({ nodes, graph }: LinkedSystem, product: string) =>
    nodes.filter((node) => graph.products[node.product]!.name === product).map(({ index }) => index);

  test("the products of the refinery bear its burdens by mass, a kilogram of each the same", async () => {
    const { system, scores } = await climate();
    // kg per litre: DESNZ/DEFRA conversion factors 2025, WTT factors per litre and per tonne: 0.62409/752.0276 and so on.
    const densities = {
      "Diesel, at refinery": 0.82988,
      "Gasoline, at refinery": 0.74349,
      "Kerosene, at refinery": 0.80321,
      "Liquefied petroleum gas, at refinery": 0.5311,
      "Residual fuel oil, at refinery": 0.97276,
      "Petroleum coke, at refinery": 1,
      "Bitumen, at refinery": 1,
    };
    const perKilogram = Object.entries(densities).map(([name, density]) => {
      const nodes = nodeOf(system, name);
      expect(nodes, name).toHaveLength(1);
      return scores[nodes[0]!]! / density;
    });
    for (const each of perKilogram) expect(each / perKilogram[0]!).toBeCloseTo(1, 4);
    // With all burdens on it, a litre of diesel has 2.21 kg.
    expect(scores[nodeOf(system, "Diesel, at refinery")[0]!]).toBeCloseTo(0.48, 2);
  });

  test("a litre of diesel that is burned has its 2.7 kg and what its making takes", async () => {
    const { system, scores } = await climate();
    const boiler = nodeOf(system, "Diesel, combusted in industrial boiler")[0]!;
    // With all burdens of the refinery on diesel, 4.94 kg.
    expect(scores[boiler]).toBeCloseTo(3.21, 2);
  });

  test("names the rule of each activity with several products, and those that no rule can divide", async () => {
    const { system } = await climate();
    const by = (state: string, rule?: string) =>
      system.allocations.filter((each) => each.state === state && (rule === undefined || each.rule === rule));
    expect([by("chosen", "mass").length, by("fallback", "energy").length, by("unallocated").length]).toEqual([
      13, 4, 27,
    ]);
    expect(by("fallback").length).toBe(4);
  });

  test.each(["mass", "energy", "price", "share"] as const)("is not refused by the rule %s", async (rule) => {
    expect((await climate({ allocation: { rule } })).system.nodes.length).toBeGreaterThan(639);
  });

  test("waste water, straw and scrap bear nothing and provide nothing", async () => {
    const { system, scores } = await climate();
    const { scores: undividedScores, system: before } = await climate(undivided);
    const named = /^Water \(|straw, at field|scrap/i;
    const { nodes, nodesOf, graph } = system;
    // Steel from scrap is made for itself.
    const coproducts = nodes.filter(({ index, activity }) => nodesOf[activity]![0] !== index);
    expect(coproducts.filter(({ product }) => named.test(graph.products[product]!.name))).toEqual([]);
    // A tonne of turbined water flows for each kilogram of aluminium: it may not dilute it.
    const aluminium = (of: LinkedSystem) => nodeOf(of, "Aluminum, primary, ingot, at plant")[0]!;
    expect(scores[aluminium(system)]! / undividedScores[aluminium(before)]!).toBeGreaterThan(0.9);
  });

  test("lists what counts its combustion twice: Portland cement, but not quicklime, whose CO2 is of its limestone", async () => {
    const { assessed, system } = await climate();
    const overlaps = assessed.solved.combustionOverlaps;
    const found = [...overlaps.values()].map((each) => ({ id: system.graph.activities[each.activity]!.id, ...each }));
    const cementOverlap = found.find(({ id }) => id === cement.id)!;
    // 0.374 kg of combustion and 0.553 kg of calcination in the table; 1.37 kg of limestone give 0.602 kg at most.
    expect(cementOverlap.direct).toBeCloseTo(0.374 + 0.553, 9);
    expect(cementOverlap.carbonates).toBeCloseTo(1.37 * 0.43971, 9);
    expect(cementOverlap.linked).toBeCloseTo(0.296, 3);
    expect(found.map(({ id }) => Number(id.slice("uslci:".length))).sort((a, b) => a - b)).toEqual([
      66, 74, 242, 306, 333, 343, 347, 351, 352, 410, 413, 415, 416, 448,
    ]);
  });

  test("takes what carbonates give from the table that ships", async () => {
    const table = await read("factors_ippu");
    const [names, parameters, values] = [table.texts("activity"), table.texts("parameter"), table.numbers("value")];
    const shipped = new Map(
      Array.from(names, (name, at) => [`${name} ${parameters[at]}`, values[at]!] as const).reverse(),
    );
    expect(carbonateFactors.limestone).toBe(shipped.get("limestone CaCO3 EF"));
    expect(carbonateFactors.dolomite).toBe(shipped.get("dolomite CaMg(CO3)2 EF"));
    expect(carbonateFactors.magnesite).toBe(shipped.get("magnesite MgCO3 EF"));
    expect(carbonateFactors.trona).toBe(shipped.get("soda ash from trona consumed EF"));
  });
});
