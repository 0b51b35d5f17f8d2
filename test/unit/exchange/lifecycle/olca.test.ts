import { describe, expect, test } from "vitest";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { olcaJsonLd } from "../../../../lib/exchange/lifecycle/olca-reader.ts";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { exchangeTypes } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { type Files, schema1, schema2, texts } from "./olca-sample.ts";
import { difference, plainGraph } from "./plain-graph.ts";
import { picked, refusal, zipped } from "./source.ts";

const opened = (files: Files) => picked({ "sample.zip": zipped(texts(files)) });
const read = async (files: Files) => olcaJsonLd.read(await opened(files), uninterrupted);

/** The exchanges of an activity, as they stand in the columns. */
function exchangesOf({ activities, products, flows, exchanges }: ExchangeGraph, id: string) {
  const of = activities.findIndex((activity) => activity.id === id);
  return Array.from({ length: exchanges.count }, (_, at) => at)
    .filter((at) => exchanges.activity[at] === of)
    .map((at) => {
      const type = exchangeTypes[exchanges.type[at]!]!;
      const flow = (type === "biosphere" ? flows : products)[exchanges.flow[at]!]!.id;
      return { type, flow, amount: exchanges.amount[at]!, ...exchanges.details.get(at) };
    });
}

describe("A package of openLCA", () => {
  test("gives products, wastes, credits and elementary flows in the units of their flows", async () => {
    const { graph } = await read(schema2());
    expect(graph.activities[0]).toEqual({
      id: "bakery",
      name: "Baking",
      location: "CN",
      years: [2019, 2021],
      category: "food/bread",
      stage: null,
      comment: "A made-up bakery.",
    });
    const bakery = exchangesOf(graph, "bakery");
    expect(bakery).toEqual([
      // Half a dozen; a loaf has 0.8 kg.
      { type: "production", flow: "f-bread", amount: 6, reference: true, properties: { mass: 0.8 } },
      {
        type: "technosphere",
        flow: "f-flour",
        amount: 2,
        formula: "if(flour > 1, flour, 0)",
        comment: "(1;2;1;1;3) weighed",
      },
      { type: "technosphere", flow: "f-power", amount: 7.2, law: { type: "lognormal", median: 7.2, geometricSd: 1.2 } },
      { type: "technosphere", flow: "f-scrap", amount: -0.1 },
      { type: "substitution", flow: "f-feed", amount: 0.3 },
      { type: "biosphere", flow: "f-co2", amount: 0.4 },
      // 0.08 kg of bread are a tenth of a loaf.
      { type: "technosphere", flow: "f-bread", amount: 0.1 },
    ]);
    expect(graph.flows.find(({ id }) => id === "f-co2")).toEqual({
      id: "f-co2",
      name: "Carbon dioxide",
      compartment: "emission/air/unspecified",
      unit: "kg",
      cas: "124-38-9",
    });
    expect(graph.products.find(({ id }) => id === "f-scrap")).toMatchObject({ waste: true, unit: "kg" });
  });

  test("gives shares, exchanges of one product, and laws of the size of an amount", async () => {
    const { graph } = await read(schema2());
    const power = graph.products.findIndex(({ id }) => id === "f-power");
    expect(exchangesOf(graph, "plant")).toEqual([
      { type: "production", flow: "f-power", amount: 1, reference: true, properties: { energy: 1, share: 0.7 } },
      { type: "production", flow: "f-heat", amount: 2, properties: { energy: 1, share: 0.3 } },
      { type: "biosphere", flow: "f-coal", amount: 0.4, law: { type: "triangular", lo: 0.3, mode: 0.4, hi: 0.6 } },
      // A negative input of an emission is an emission.
      { type: "biosphere", flow: "f-co2", amount: 0.1, law: { type: "normal", mean: 0.1, sd: 0.01 }, only: power },
    ]);
  });

  test("gives parameters in the order in which they are computed, with names as declared", async () => {
    const { graph } = await read(schema2());
    expect(graph.parameters).toEqual([
      { name: "Share", value: 0.25 },
      { name: "loaves", value: 4, activity: 0 },
      { name: "flour", value: 2, formula: "2 * Share * loaves", activity: 0 },
    ]);
  });

  test("says what was not taken over", async () => {
    const { notes, licence, title } = await read(schema2());
    expect(title).toBe("sample");
    expect(licence).toBe("CC0");
    expect(notes.map((note) => writeMessage(note))).toEqual([
      expect.stringMatching(/^1 stated uncertainties are not distributions.*Disposal: Carbon dioxide/),
      expect.stringMatching(/^1 formulas could not be taken over.*Disposal: Electricity/),
      expect.stringMatching(/^1 exchanges name a provider that is not in the package.*Disposal: Electricity/),
    ]);
  });

  test("of schema 1 gives the same as of schema 2", async () => {
    const [older, newer] = [await read(schema1()), await read(schema2())];
    expect(difference(plainGraph(newer.graph), plainGraph(older.graph))).toBeUndefined();
    expect(older.notes).toEqual(newer.notes);
  });

  test("gives the value of a formula rather than an outdated number, and says so", async () => {
    const files = schema2();
    (files["processes/bakery.json"]!.exchanges as { amount: number }[])[1]!.amount = 3;
    const { graph, notes } = await read(files);
    expect(exchangesOf(graph, "bakery")[1]).toMatchObject({ amount: 2 });
    expect(notes.map((note) => writeMessage(note)).join("\n")).toMatch(/1 amounts differ.*Baking: Flour/);
  });

  test("is recognised by its folders", async () => {
    expect((await inventoryFormatOf(await opened(schema1())))?.id).toBe("olca");
    expect(await inventoryFormatOf(await picked({ "a.zip": zipped([["flows/a.json", "{}"]]) }))).toBeUndefined();
  });

  test("gives its impact factors per unit of each flow, by the flow's id, with their places", async () => {
    const { methods } = await read(schema2());
    const co2 = {
      indicator: "Climate",
      flow: "Carbon dioxide",
      flowId: "f-co2",
      compartment: "emission/air",
      cas: "124-38-9",
      unit: "kg",
    };
    expect(methods).toEqual([
      {
        id: "Method",
        name: "Method",
        version: "",
        origin: "import",
        indicators: [{ code: "Climate", name: "Climate", unit: "kg CO2 eq", kind: "impact" }],
        factors: [
          { ...co2, value: 1 },
          { ...co2, value: 1.5, location: "CN" },
        ],
      },
    ]);
  });
});

describe("A damaged package ends with a sentence that names the file", () => {
  type Change = (files: Files) => void;
  const exchangeOf = (files: Files, process: string, at: number) =>
    (files[`processes/${process}.json`]!.exchanges as Record<string, unknown>[])[at]!;
  const cases: readonly [string, Change, RegExp][] = [
    [
      "without the file of a flow",
      (files) => delete files["flows/f-flour.json"],
      /^ImportError: sample\/processes\/bakery\.json: the flow f-flour is named here, but the package has no file flows\/f-flour\.json/,
    ],
    [
      "without the file of a unit group",
      (files) => delete files["unit_groups/g-items.json"],
      /^ImportError: sample\/flow_properties\/Items\.json: the unit group g-items is named here/,
    ],
    [
      "with a unit of another group",
      (files) => {
        exchangeOf(files, "bakery", 1).unit = { "@id": "u-kWh", name: "kWh" };
      },
      /^ImportError: sample\/processes\/bakery\.json: the unit "kWh" of "Flour" is not in the unit group "Units of mass".*kg, g/,
    ],
    [
      "with a property that the flow does not have",
      (files) => {
        exchangeOf(files, "bakery", 1).flowProperty = { "@id": "Energy", name: "Energy" };
      },
      /^ImportError: sample\/processes\/bakery\.json: "Flour" has no flow property Energy/,
    ],
    [
      "without a quantitative reference",
      (files) => {
        exchangeOf(files, "plant", 0).isQuantitativeReference = false;
      },
      /^ImportError: sample\/processes\/plant\.json: the process "Plant" has no quantitative reference/,
    ],
    [
      "with an input as quantitative reference",
      (files) => {
        exchangeOf(files, "bakery", 0).isQuantitativeReference = false;
        exchangeOf(files, "bakery", 1).isQuantitativeReference = true;
      },
      /^ImportError: sample\/processes\/bakery\.json: the quantitative reference of "Baking" is Flour/,
    ],
    [
      "with NaN as an amount",
      (files) => {
        exchangeOf(files, "bakery", 2).amount = Number.NaN;
      },
      /^ImportError: sample\/processes\/bakery\.json: the field exchanges\.2\.amount was expected to be of another kind/,
    ],
    [
      "with a text as an amount",
      (files) => {
        exchangeOf(files, "bakery", 2).amount = "NaN";
      },
      /^ImportError: sample\/processes\/bakery\.json: the field exchanges\.2\.amount/,
    ],
    [
      "with a flow of an unknown type",
      (files) => {
        files["flows/f-co2.json"]!.flowType = "ENERGY";
      },
      /^ImportError: sample\/flows\/f-co2\.json: the field flowType/,
    ],
    [
      "with an id that is not that of the file",
      (files) => {
        files["processes/plant.json"]!["@id"] = "other";
      },
      /^ImportError: sample\/processes\/plant\.json: the object has the id other/,
    ],
    [
      "with parameters in a loop",
      (files) => {
        files["processes/bakery.json"]!.parameters = [
          { name: "a", isInputParameter: false, formula: "b + 1", value: 1 },
          { name: "b", isInputParameter: false, formula: "2 * A", value: 1 },
        ];
      },
      /^LifecycleError: The parameters a and b depend on each other in a loop/,
    ],
  ];
  test.each(cases)("%s", async (_, change, sentence) => {
    const files = schema2();
    change(files);
    expect(await refusal(() => read(files))).toMatch(sentence);
  });

  test("cut in the middle of an object: with the line", async () => {
    const cut = texts(schema2()).map(([path, text]): [string, string] => [
      path,
      path === "processes/plant.json" ? text.split("\n").slice(0, 12).join("\n") : text,
    ]);
    const source = await picked({ "sample.zip": zipped(cut) });
    expect(await refusal(() => olcaJsonLd.read(source, uninterrupted))).toMatch(
      /^ImportError: sample\/processes\/plant\.json, line 12: JSON was expected, but it breaks off/,
    );
  });

  test("cut as an archive", async () => {
    const bytes = zipped(texts(schema2()));
    expect(await refusal(() => picked({ "sample.zip": bytes.slice(0, bytes.length - 40) }))).toMatch(
      /^ImportError: sample\.zip: .*truncated/,
    );
  });
});

test("two graphs that differ in one amount are told apart", async () => {
  const { graph } = await read(schema2());
  const amount = graph.exchanges.amount.slice();
  amount[3] = amount[3]! * (1 + 1e-6);
  const other = { ...graph, exchanges: { ...graph.exchanges, amount } };
  expect(difference(plainGraph(graph), plainGraph(other))).toMatch(/amount/);
});

describe("A package as the Federal LCA Commons publishes it", () => {
  const factor = (allocationType: string, product: string, value: number, exchange?: object) => ({
    "@type": "AllocationFactor",
    allocationType,
    product: { "@id": product, name: product },
    value,
    ...(exchange && { exchange }),
  });
  /** The plant with other exchanges and factors. */
  const plant = (change: (process: Record<string, unknown>) => void): Files => {
    const files = structuredClone(schema2());
    change(files["processes/plant.json"] as Record<string, unknown>);
    return files;
  };
  const sentences = async (files: Files) => (await read(files)).notes.map((note) => writeMessage(note));

  test("takes the factors of another method where those of the default one are all 0", async () => {
    const unset = plant((process) => {
      process.defaultAllocationMethod = "CAUSAL_ALLOCATION";
      process.allocationFactors = [
        factor("CAUSAL_ALLOCATION", "f-power", 0, { internalId: 3 }),
        factor("CAUSAL_ALLOCATION", "f-heat", 0, { internalId: 3 }),
        factor("ECONOMIC_ALLOCATION", "f-power", 0),
        factor("ECONOMIC_ALLOCATION", "f-heat", 0),
        factor("PHYSICAL_ALLOCATION", "f-power", 0.825),
        factor("PHYSICAL_ALLOCATION", "f-heat", 0.175),
      ];
    });
    const { graph } = await read(unset);
    expect(exchangesOf(graph, "plant").map(({ properties }) => properties?.share)).toEqual([
      0.825,
      0.175,
      undefined,
      undefined,
    ]);
    expect(await sentences(unset)).toContainEqual(
      expect.stringMatching(/^1 processes state factors of 0 for all products by their default method.*Plant/i),
    );
  });

  test("says which kinds of objects were not read", async () => {
    const files = {
      ...schema2(),
      "product_systems/s.json": { "@id": "s" },
      "projects/p.json": {},
      "projects/q.json": {},
    };
    expect(await sentences(files)).toContainEqual(
      "Only processes, impact methods and what they name were read; the package also has 1 product systems and 2 projects.",
    );
  });

  test("says if no method has factors other than 0", async () => {
    const unset = plant((process) => {
      process.defaultAllocationMethod = "PHYSICAL_ALLOCATION";
      process.allocationFactors = ["f-power", "f-heat"].map((product) => factor("PHYSICAL_ALLOCATION", product, 0));
    });
    expect(await sentences(unset)).toContainEqual(expect.stringMatching(/allocation factors that do not sum to 1/));
  });

  test("tells exchanges of one internal id apart by their flows", async () => {
    const files = plant((process) => {
      const exchanges = process.exchanges as { internalId: number; flow: { "@id": string } }[];
      for (const exchange of exchanges) exchange.internalId = 3;
      process.defaultAllocationMethod = "CAUSAL_ALLOCATION";
      process.allocationFactors = [
        ["f-coal", "f-power", 0.6],
        ["f-coal", "f-heat", 0.4],
        ["f-co2", "f-power", 0],
        ["f-co2", "f-heat", 1],
      ].map(([flow, product, value]) =>
        factor("CAUSAL_ALLOCATION", product as string, value as number, {
          internalId: 3,
          flow: { "@id": flow as string, name: flow as string },
        }),
      );
    });
    const { graph } = await read(files);
    const heat = graph.products.findIndex(({ id }) => id === "f-heat");
    const found = exchangesOf(graph, "plant").map(({ flow, only, properties }) => [flow, only, properties?.share]);
    expect(found).toEqual([
      ["f-power", undefined, 0.6],
      ["f-heat", undefined, 0.4],
      ["f-coal", undefined, undefined],
      ["f-co2", heat, undefined],
    ]);
  });

  test("finds units by name where their ids are another program's, and says which exchanges state a place", async () => {
    const files = schema2();
    const [bread] = (files["processes/bakery.json"] as { exchanges: Record<string, unknown>[] }).exchanges;
    bread!.unit = { "@id": "another-id", name: "Dozen(s)" };
    bread!.location = { "@id": "l-cn", name: "China" };
    const { graph } = await read(files);
    expect(exchangesOf(graph, "bakery")[0]).toMatchObject({ flow: "f-bread", amount: 6 });
    expect(await sentences(files)).toContainEqual(
      expect.stringMatching(/^1 exchanges state a place of their own.*Bread/),
    );
  });
});
