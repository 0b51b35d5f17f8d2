import { describe, expect, test } from "vitest";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { exchangesByActivity } from "../../../../lib/exchange/lifecycle/graph-exchanges.ts";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { filesOf } from "./inventory-files.ts";
import { ecospold1Sample, ecospold2Sample, ids, ilcdSample } from "./xml-samples.ts";

async function read(files: Readonly<Record<string, string>>) {
  const source = filesOf(files);
  const format = await inventoryFormatOf(source);
  const { graph, notes, ...rest } = await format!.read(source, uninterrupted);
  return { format: format!.id, graph, notes: notes.map((note) => writeMessage(note)), ...rest };
}

/** The exchanges of an activity, with the names of flows and providers. */
function exchangesOf(graph: ExchangeGraph, index: number) {
  return [...exchangesByActivity(graph)][index]!.map(({ flow, provider, only, ...exchange }) => ({
    ...exchange,
    flow: (exchange.type === "biosphere" ? graph.flows : graph.products)[flow]!.name,
    ...(provider >= 0 && { provider: graph.activities[provider]!.name }),
    ...(only !== undefined && { only: graph.products[only]!.name }),
  }));
}

describe("A made-up data base in EcoSpold 2", () => {
  test("is read with by-products, wastes, properties, laws, formulas and providers of by-products", async () => {
    const { format, graph, title, licence } = await read(ecospold2Sample);
    expect({ format, title, licence }).toEqual({
      format: "ecospold2",
      title: "db",
      licence: "copyright protected, access: licensees",
    });
    expect(graph.activities[0]).toEqual({
      id: ids.BAKERY,
      name: "bread production",
      location: "CH",
      years: [2011, 2024],
      category: "1071:Bakery",
      stage: null,
      comment: "First line\nsecond <line>",
    });
    expect(graph.products.map(({ name, unit, waste }) => [name, unit, waste])).toEqual([
      ["heat", "MJ", false],
      ["bread", "kg", false],
      ["crumbs", "kg", false],
      ["ash", "kg", true],
    ]);
    expect(exchangesOf(graph, 0)).toEqual([
      {
        type: "technosphere",
        flow: "heat",
        amount: 3,
        provider: "heat, oven",
        comment: "measured",
        law: { type: "lognormal", median: 3, geometricSd: Math.exp(Math.sqrt(0.09)) },
        formula: "if(loaves>1,heat_per_loaf*loaves,0)",
      },
      { type: "production", flow: "bread", amount: 1, reference: true, properties: { mass: 0.6, price: 2.5 } },
      { type: "production", flow: "crumbs", amount: 0.1 },
      { type: "technosphere", flow: "ash", amount: -0.05, law: { type: "triangular", lo: 0.01, mode: 0.05, hi: 0.2 } },
      { type: "biosphere", flow: "Carbon dioxide", amount: 0.7, law: "undefined" },
      { type: "biosphere", flow: "Carbon dioxide, uptake", amount: -2 },
    ]);
    expect(exchangesOf(graph, 1)).toEqual([
      { type: "production", flow: "heat", amount: 1, reference: true },
      { type: "technosphere", flow: "ash", amount: -0.01, provider: "treatment of ash" },
      { type: "technosphere", flow: "crumbs", amount: 0.002, provider: "bread production" },
    ]);
    expect(exchangesOf(graph, 2)).toEqual([
      { type: "production", flow: "ash", amount: -1, reference: true, law: { type: "normal", mean: 1, sd: 0.2 } },
    ]);
    expect(graph.parameters).toEqual([
      { name: "loaves", value: 2, law: { type: "uniform", lo: 1, hi: 4 }, activity: 0 },
      { name: "heat_per_loaf", value: 1.5, formula: "loaves * 0.75", unit: "MJ", activity: 0 },
    ]);
  });

  test("says what was not read", async () => {
    const { notes } = await read(ecospold2Sample);
    expect(notes).toEqual([
      "1 production volumes were not read (first: bread).",
      "1 distributions without usable parameters, or of the gamma or binomial type, were read as undefined (first: Carbon dioxide).",
      "1 activities have formulas that cannot be read; their amounts were kept (first: bread production).",
      "1 activities have formulas that do not give the stated amounts, as after an allocation; the amounts were kept without these formulas (first: bread production).",
      "1 products with an amount of 0 were passed over: allocated data sets list the other products of their activity (first: bread).",
    ]);
  });

  test("may have several files of one activity, which are then told apart by their products", async () => {
    const [path, text] = Object.entries(ecospold2Sample)[0]!;
    const other = text.replace(">0</outputGroup>", ">2</outputGroup>").replace(">2</outputGroup>", ">0</outputGroup>");
    const second = other
      .replace(`amount="1" intermediateExchangeId="${ids.BREAD}"`, `amount="0" intermediateExchangeId="${ids.BREAD}"`)
      .replace(
        '<classificationValue xml:lang="en">allocatable product</classificationValue></classification><outputGroup>2',
        '<classificationValue xml:lang="en">allocatable product</classificationValue></classification><outputGroup>0',
      );
    const first = text.replace(
      `amount="0.1" intermediateExchangeId="${ids.CRUMBS}"`,
      `amount="0" intermediateExchangeId="${ids.CRUMBS}"`,
    );
    const oven = Object.entries(ecospold2Sample)[1]!;
    const { graph } = await read({ [path]: first, "db/datasets/second.spold": second, [oven[0]]: oven[1] });
    expect(graph.activities.map(({ id }) => id)).toEqual([
      `${ids.BAKERY}_${ids.BREAD}`,
      `${ids.BAKERY}_${ids.CRUMBS}`,
      ids.OVEN,
    ]);
    const crumbs = exchangesOf(graph, 2).findIndex(({ flow }) => flow === "crumbs");
    const at = graph.exchanges.activity.indexOf(2) + crumbs;
    expect(graph.exchanges.provider[at]).toBe(1);
  });
});

describe("A made-up data base in EcoSpold 1", () => {
  test("is read with prefixes, places, laws, avoided products, wastes and allocation factors", async () => {
    const { format, graph, notes } = await read(ecospold1Sample);
    expect(format).toBe("ecospold1");
    expect(graph.activities).toEqual([
      {
        id: "Bread, at bakery | CH | kg",
        name: "Bread, at bakery",
        location: "CH",
        years: [2010, 2012],
        category: "Food/Bakery",
        stage: null,
        comment: 'A "made-up" process',
      },
      {
        id: "Milling | CH | kg",
        name: "Milling",
        location: "CH",
        years: null,
        category: null,
        stage: null,
        comment: null,
      },
    ]);
    expect(exchangesOf(graph, 0)).toEqual([
      { type: "production", flow: "Bread, at bakery", amount: 1, reference: true },
      {
        type: "technosphere",
        flow: "Flour",
        amount: 700,
        law: { type: "lognormal", median: 700, geometricSd: 1.2 },
      },
      // The mean of a triangle from 0.1 to 0.4 is 0.2 if its mode is 0.1.
      {
        type: "technosphere",
        flow: "Bran",
        amount: 0.2,
        law: { type: "triangular", lo: 0.1, mode: expect.closeTo(0.1, 12), hi: 0.4 },
      },
      { type: "biosphere", flow: "Carbon dioxide", amount: 0.7, law: "undefined" },
      { type: "biosphere", flow: "Water", amount: 0.01, law: { type: "uniform", lo: 0.005, hi: 0.02 } },
      { type: "substitution", flow: "Feed, avoided", amount: 0.3 },
      { type: "technosphere", flow: "Waste water", amount: -0.02 },
    ]);
    expect(exchangesOf(graph, 1)).toEqual([
      // Flour was first named in grams.
      { type: "production", flow: "Flour", amount: 800, properties: { share: 0.9 } },
      { type: "production", flow: "Bran", amount: 0.2, properties: { share: 0.1 } },
      { type: "technosphere", flow: "Wheat", amount: 1 },
      { type: "technosphere", flow: "Bag", amount: 1, only: "Flour" },
    ]);
    expect(graph.products.filter(({ name }) => name === "Bran")).toHaveLength(1);
    expect(notes).toContain(
      "1 inputs without a place were taken for the only product of their name and unit (first: Bran).",
    );
  });
});

describe("A made-up ILCD package", () => {
  test("is read with units of other data sets, variables, wastes, avoided products and allocation factors", async () => {
    const { format, graph, licence, notes } = await read(ilcdSample);
    expect({ format, licence }).toEqual({ format: "ilcd", licence: "Free of charge for all users and uses" });
    expect(graph.activities[0]).toMatchObject({
      name: "Bread; at bakery",
      location: "DE",
      years: [2015, 2015],
      category: "Food/Bakery",
    });
    expect(graph.flows).toEqual([
      {
        id: ids.CARBON,
        name: "carbon dioxide",
        compartment: "Emissions/Emissions to air",
        unit: "kg",
        cas: "000124-38-9",
      },
    ]);
    expect(graph.products.map(({ name, unit, waste }) => [name, unit, waste])).toEqual([
      ["Bread; sliced", "kg", false],
      ["Crumbs", "kg", false],
      ["Wood", "kg", false],
      ["Ash", "kg", true],
      ["Heat carrier", "kg", false],
    ]);
    expect(exchangesOf(graph, 0)).toEqual([
      {
        type: "production",
        flow: "Bread; sliced",
        amount: 1,
        reference: true,
        properties: { energy: 11, share: 0.8 },
      },
      { type: "production", flow: "Crumbs", amount: 0.1, properties: { share: 0.2 } },
      {
        type: "technosphere",
        flow: "Wood",
        amount: 1.5,
        formula: "3 * yield",
        law: { type: "lognormal", median: 1.5, geometricSd: 1.1 },
        comment: "weighed",
      },
      { type: "technosphere", flow: "Ash", amount: -0.02 },
      { type: "substitution", flow: "Heat carrier", amount: 0.3 },
      { type: "biosphere", flow: "carbon dioxide", amount: 0.7, only: "Crumbs" },
    ]);
    expect(graph.parameters).toEqual([
      { name: "yield", value: 0.5, law: { type: "uniform", lo: 0.4, hi: 0.6 }, activity: 0 },
    ]);
    expect(notes).toEqual(["1 exchanges name a provider that is not among the files; they were kept without one."]);
  });
});
