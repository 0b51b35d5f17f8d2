import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { backgroundLinks, linkKey, matchBackground } from "../../../lib/lifecycle/background/background-link.ts";
import { premiseGraph } from "../../../lib/lifecycle/background/premise.ts";
import { shippedGraphs } from "../../../lib/lifecycle/background/shipped-inventory.ts";
import { uslciGraph } from "../../../lib/lifecycle/background/uslci.ts";
import { windTurbineGraph } from "../../../lib/lifecycle/background/wind-turbine.ts";
import { type ExchangeGraph, exchangeTypes } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { factorBetween } from "../../../lib/lifecycle/graph/unit-names.ts";
import { columnsFrom, type Read } from "../../../lib/tool/read.ts";
import { distributionOf } from "../../../lib/uncertainty/distributions/distribution-spec.ts";

const read = readOnce(shippedDatasets());
const production = exchangeTypes.indexOf("production");
const technosphere = exchangeTypes.indexOf("technosphere");

/** Exchanges of an activity, by its id. */
function exchangesOf({ activities, exchanges, products, flows }: ExchangeGraph, id: string) {
  const activity = activities.findIndex((each) => each.id === id);
  return Array.from({ length: exchanges.count }, (_, at) => at)
    .filter((at) => exchanges.activity[at] === activity)
    .map((at) => {
      const type = exchangeTypes[exchanges.type[at]!]!;
      const { name, unit } = (type === "biosphere" ? flows : products)[exchanges.flow[at]!]!;
      const provider = activities[exchanges.provider[at]!]?.name ?? null;
      return { type, name, unit, amount: exchanges.amount[at]!, provider, ...exchanges.details.get(at) };
    });
}

/** Every activity makes exactly one product that it names its own. */
function references({ activities, exchanges }: ExchangeGraph): number[] {
  const counts = new Array<number>(activities.length).fill(0);
  for (let at = 0; at < exchanges.count; at++) {
    if (exchanges.type[at] === production && exchanges.details.get(at)?.reference) counts[exchanges.activity[at]!]!++;
  }
  return counts;
}

describe.each([
  ["uslciGraph", (from: Read) => uslciGraph(from)],
  ["premiseGraph", (from: Read) => premiseGraph(from)],
  ["windTurbineGraph", (from: Read) => windTurbineGraph(from)],
] as const)("%s", (_, open) => {
  test("gives each activity one reference product", async () => {
    expect(new Set(references(await open(read)))).toEqual(new Set([1]));
  });

  test("states only laws that are distributions, of sizes", async () => {
    const { exchanges } = await open(read);
    for (const [at, { law }] of exchanges.details) {
      if (law === undefined || law === "undefined") continue;
      const distribution = distributionOf(law, `exchange ${at}`);
      const size = Math.abs(exchanges.amount[at]!);
      // The amount may be the mode at a bound: it is met to the resolution of a quantile so far out.
      expect(distribution.quantile(1e-12)).toBeLessThanOrEqual(size * (1 + 1e-5) + 1e-12);
      expect(distribution.quantile(1 - 1e-12)).toBeGreaterThanOrEqual(size * (1 - 1e-5));
    }
  });
});

describe("USLCI", () => {
  test("keeps the amounts of Portland cement as published, with a waste as an input to treat", async () => {
    const graph = await uslciGraph(read);
    const cement = exchangesOf(graph, "uslci:333");
    expect(cement).toHaveLength(64);
    expect(cement.find(({ type }) => type === "production")).toMatchObject({
      name: "Portland cement, at plant",
      unit: "kg",
      amount: 1,
      reference: true,
    });
    expect(cement.find(({ name }) => name === "Electricity, at grid")).toMatchObject({ amount: 0.144, unit: "kWh" });
    const wastes = graph.products.flatMap(({ waste }, at) => (waste ? [at] : []));
    for (let at = 0; at < graph.exchanges.count; at++) {
      if (graph.exchanges.type[at] !== technosphere || !wastes.includes(graph.exchanges.flow[at]!)) continue;
      // Three wastes are negative in the source: they are taken.
      if (graph.exchanges.amount[at]! > 0) continue;
      expect(graph.exchanges.amount[at]).toBeLessThanOrEqual(0);
    }
  });

  test("converts kJ to the kWh of the grid", async () => {
    const graph = await uslciGraph(read);
    const gas = exchangesOf(graph, "uslci:78");
    expect(gas.find(({ name }) => name === "Electricity, at grid")).toMatchObject({ unit: "kWh" });
    expect(gas.find(({ name }) => name === "Electricity, at grid")!.amount).toBeCloseTo(38.48 / 3600, 12);
  });

  test("names the row of a table that is not as it ships", async () => {
    const process = {
      process_id: [1],
      process: ["Steel"],
      reference_unit: ["kg"],
      ...Object.fromEntries(
        ["location", "category", "subcategory", "start_year", "end_year", "comment", "geography"].map((name) => [
          name,
          [null],
        ]),
      ),
    };
    const exchange = {
      process_id: [1],
      role: ["reference_product"],
      flow_type: ["product"],
      flow: ["Steel"],
      unit: ["kg"],
      amount: [1] as (number | null)[],
      ...Object.fromEntries(["context", "uncertainty", "sd95", "minimum", "maximum"].map((name) => [name, [null]])),
    };
    const open = (changed: object) => {
      const tables: Record<string, Record<string, ArrayLike<unknown>>> = {
        uslci_process: process,
        uslci_exchange: { ...exchange, ...changed },
        fedefl_flowable: { flowable: [], cas: [] },
      };
      return uslciGraph(async (name) => columnsFrom(name, tables[name]!));
    };
    expect((await open({})).activities).toHaveLength(1);
    await expect(open({ amount: [null] })).rejects.toThrow("Row 1 of the dataset uslci_exchange has no amount.");
    await expect(open({ amount: [Number.NaN] })).rejects.toThrow("has no amount");
    await expect(open({ role: ["gift"] })).rejects.toThrow("has “gift” as its role");
    await expect(open({ process_id: [7] })).rejects.toThrow("belongs to the activity 7, which is not listed");
  });
});

describe("premise", () => {
  test("holds modules, steel routes and electrolysis, and no activity that says it comes from ecoinvent", async () => {
    const { activities } = await premiseGraph(read);
    const categories = new Set(activities.map(({ category }) => category));
    for (const category of ["pv/PV", "steel/H2-DRI-EAF", "electrolysis/lci", "battery/lci-batteries-SIB.xlsx"]) {
      expect(categories).toContain(category);
    }
    expect(categories).not.toContain("steel/BF-BOF");
    expect(activities.filter(({ comment }) => comment && /ecoinvent/i.test(comment))).toEqual([]);
  });

  test("links inputs to the activity of their name, product and place; background products stay unlinked", async () => {
    const graph = await premiseGraph(read);
    const module = graph.activities.find(
      ({ name, location }) => name === "photovoltaic panel production, single-Si wafer" && location === "CN",
    )!;
    const inputs = exchangesOf(graph, module.id).filter(({ type }) => type === "technosphere");
    const cell = inputs.find(({ name }) => name.startsWith("photovoltaic cell, single-Si"))!;
    expect(cell.provider).toMatch(/^photovoltaic cell, single-Si/);
    expect(inputs.filter(({ provider }) => provider === null).length).toBeGreaterThan(5);
    for (let at = 0; at < graph.exchanges.count; at++) {
      const [provider, flow] = [graph.exchanges.provider[at]!, graph.products[graph.exchanges.flow[at]!]];
      if (graph.exchanges.type[at] !== technosphere) continue;
      expect(flow!.id.startsWith(provider < 0 ? "premise:background:" : "premise:product:")).toBe(true);
    }
  });

  test("treats what an electrolyser leaves as a waste", async () => {
    const graph = await premiseGraph(read);
    const stack = graph.products.filter(({ name }) => name === "used electrolyzer stack, 1MWe, PEM");
    expect(stack.map(({ waste }) => waste)).not.toContain(false);
  });
});

describe("wind turbines", () => {
  test("come with their stages, from materials to electricity", async () => {
    const graph = await windTurbineGraph(read);
    expect(graph.exchanges.count).toBe(1377);
    // Steel making and markets of the workbook do not ship.
    expect(graph.activities.filter(({ name }) => !/^\d+\.\dMW_/.test(name))).toEqual([]);
    const stages = new Set(graph.activities.map(({ stage }) => stage));
    expect([...stages].map(String).sort()).toEqual(
      ["cables", "eol", "installation", "maintenance", "manufacturing", "materials", "null", "transport"].sort(),
    );
    const park = exchangesOf(graph, "wind:2.0MW_h_97_cf_0.15");
    expect(park.find(({ name }) => name.endsWith("single_turbine"))?.provider).toBe(
      "2.0MW_h_97_cf_0.15_single_turbine",
    );
  });
});

describe("background links", () => {
  test("convert units of one measure only", async () => {
    const links = await backgroundLinks(read);
    expect(links.get(linkKey("electricity, medium voltage", "kilowatt hour"))).toMatchObject({
      match: "proxy",
      process: { id: "uslci:128", factor: 1 },
      sector: { code: "221100" },
    });
    // Steam by mass has no heating value that ships.
    expect(links.get(linkKey("steam, in chemical industry", "kilogram"))?.process?.factor).toBeNull();
    expect(factorBetween("m3", "MJ")).toBeNull();
    expect(factorBetween("MWh", "MJ")).toBe(3600);
  });

  test("take heat from the fuel that holds it, and gas from a boiler of its own carbon", async () => {
    const links = await backgroundLinks(read);
    const gas = links.get(linkKey("heat, district or industrial, natural gas", "megajoule"))!.process!;
    expect(gas).toMatchObject({ id: "uslci:205", unit: "m3", isByHeat: true });
    // DESNZ 2025, natural gas upstream: 0.3366 kg/m3 and 0.03347 kg/kWh net.
    expect(gas.factor).toBeCloseTo(0.03347 / 0.3366 / 3.6, 12);
    const diesel = links.get(linkKey("diesel, burned in building machine", "megajoule"))!.process!;
    expect(diesel).toMatchObject({ unit: "l", isByHeat: true });
    // 0.62409 kg/L and 0.06291 kg/kWh net.
    expect(diesel.factor).toBeCloseTo(0.06291 / 0.62409 / 3.6, 12);
  });

  test("of the same inventory make what it names of a database that does not ship, where one maker is meant", async () => {
    const { graph } = await shippedGraphs.background.open(read);
    const { activities, exchanges, products } = graph;
    const providersOf = (id: string, product: string) =>
      [...exchanges.activity.keys()]
        .filter((e) => activities[exchanges.activity[e]!]!.id === id && exchanges.type[e] === technosphere)
        .filter((e) => products[exchanges.flow[e]!]!.name === product)
        .map((e) => activities[exchanges.provider[e]!]?.id ?? null);
    // "market for anode, graphite", of another database; the anode stands in the next workbook, once.
    expect(providersOf("premise:185", "anode, graphite, for Li-ion battery")).toEqual(["premise:138"]);
    // Three workbooks make it: that of the consumer is meant.
    expect(providersOf("premise:182", "battery module packaging, Li-ion")).toEqual(["premise:171"]);
    // Several workbooks make it, and that of the consumer does not: none is meant.
    expect(providersOf("premise:346", "battery, Li-ion, NMC811, rechargeable, prismatic")).toEqual([null]);
  });

  test("name processes of USLCI and sectors that exist", async () => {
    const { activities } = await uslciGraph(read);
    const names = new Map(activities.map(({ id, name }) => [id, name]));
    const codes = new Set(Array.from((await read("useeio_v201_sector")).texts("code")));
    for (const { process, sector } of (await backgroundLinks(read)).values()) {
      if (process) expect(names.get(process.id)).toBe(process.name);
      expect(codes).toContain(sector.code);
    }
  });

  test("list every product that nothing makes, once, with its class", async () => {
    const graph = await premiseGraph(read);
    const matches = matchBackground(graph, await backgroundLinks(read));
    const { exchanges } = graph;
    const unlinked = Array.from(exchanges.provider).filter(
      (provider, at) => exchanges.type[at] === technosphere && provider < 0,
    );
    expect(matches.reduce((sum, { uses }) => sum + uses, 0)).toBe(unlinked.length);
    expect(new Set(matches.map(({ product }) => product)).size).toBe(matches.length);
    expect(new Set(matches.map(({ status }) => status))).toEqual(new Set(["process", "mismatch", "sector", "none"]));
    for (const { product, link } of matches)
      if (graph.products[product]!.waste) expect(link?.process ?? null).toBeNull();
  });
});
