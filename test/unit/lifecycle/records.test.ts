import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExchangeGraph } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { GraphBuilder } from "../../../lib/lifecycle/graph/graph-builder.ts";
import { computedParameters, withParameters } from "../../../lib/lifecycle/graph/parameter-values.ts";
import { inventoryIn } from "../../../lib/lifecycle/graph/record-schema.ts";
import { graphOf, recordsOf } from "../../../lib/lifecycle/graph/records.ts";
import { LifecycleError } from "../../../lib/lifecycle/lifecycle-error.ts";

const read = (records: unknown) => graphOf(inventoryIn.parse(records));
const one = (exchange: object, more: object = {}) =>
  read({
    activities: [{ name: "a", exchanges: [{ type: "production", product: "p", amount: 1, unit: "kg" }, exchange] }],
    ...more,
  });

const lamp = {
  parameters: [
    { name: "power", formula: "lumens / efficacy", unit: "W" },
    { name: "lumens", value: 800 },
    { name: "efficacy", value: 100, uncertainty: { type: "uniform", lo: 80, hi: 120 } },
    { name: "hours", value: 2, activity: "light" },
    { name: "hours", value: 9 },
  ],
  activities: [
    {
      name: "light",
      location: "DE",
      years: [2020, 2025],
      exchanges: [
        { type: "production", product: "light", amount: 1000, unit: "hour" },
        {
          type: "technosphere",
          product: "electricity",
          formula: "power * hours",
          unit: "Wh",
          uncertainty: { type: "triangular", lo: 10, mode: 16, hi: 20 },
        },
        { type: "technosphere", product: "lamp", amount: 0.1, unit: "Item(s)" },
        { type: "technosphere", product: "old lamps", amount: -20, unit: "gram" },
      ],
    },
    { name: "grid", exchanges: [{ type: "production", product: "electricity", amount: 1, unit: "kilowatt hour" }] },
    { name: "recycler", exchanges: [{ type: "production", product: "old lamps", amount: -1, unit: "kilogram" }] },
    {
      name: "works",
      exchanges: [
        { type: "production", product: "lamp", amount: 1, unit: "unit", mass: 0.2 },
        { type: "production", product: "glass", amount: 1, unit: "t", mass: 1000, price: 80 },
        { type: "production", product: "glass", amount: 3, unit: "m2" },
        { type: "technosphere", product: "glass", amount: 2, unit: "lb av" },
        { type: "biosphere", flow: "CO2", compartment: "emission/air", amount: 1, unit: "kg", only: "lamp" },
        { type: "biosphere", flow: "CO2", amount: 2, unit: "g" },
      ],
    },
  ],
};

describe("an inventory of records", () => {
  test("tells products apart by name and dimension, in the unit in which they are made", () => {
    const { products, flows, exchanges } = read(lamp);
    expect(products.map(({ id, unit, waste }) => [id, unit, waste])).toEqual([
      ["light", "hour", false],
      ["electricity", "kilowatt hour", false],
      ["old lamps", "kilogram", true],
      ["lamp", "unit", false],
      ["glass", "t", false],
      ["glass (m2)", "m2", false],
    ]);
    expect(flows).toEqual([
      { id: "CO2, emission/air", name: "CO2", compartment: "emission/air", unit: "kg", cas: null },
    ]);
    const amounts = [...exchanges.amount];
    expect(amounts).toEqual([1000, expect.closeTo(0.016, 15), 0.1, -0.02, 1, -1, 1, 1, 3, 2 * 0.00045359237, 1, 0.002]);
    // Law and properties follow the unit.
    expect(exchanges.details.get(1)!.law).toEqual({ type: "triangular", lo: 0.01, mode: 0.016, hi: 0.02 });
    expect(exchanges.details.get(7)!.properties).toEqual({ mass: 1000, price: 80 });
    expect(exchanges.details.get(10)!.only).toBe(3);
  });

  test("converts properties with the unit of the exchange", () => {
    const { exchanges } = read({
      products: [{ id: "x", name: "steel", unit: "kg" }],
      activities: [
        {
          name: "mill",
          exchanges: [{ type: "production", product: "steel", amount: 2, unit: "t", mass: 1000, price: 500, share: 1 }],
        },
      ],
    });
    expect(exchanges.amount[0]).toBe(2000);
    expect(exchanges.details.get(0)!.properties).toEqual({ mass: 1, price: 0.5, share: 1 });
  });

  test("computes parameters in their order, the activity's own first, and again with other values", () => {
    const graph = read(lamp);
    expect(graph.parameters.map(({ name, value }) => [name, value])).toEqual([
      ["lumens", 800],
      ["efficacy", 100],
      ["power", 8],
      ["hours", 2],
      ["hours", 9],
    ]);
    const better = withParameters(graph, { efficacy: 200, hours: 100 });
    expect(better.exchanges.amount[1]).toBeCloseTo(0.008, 15);
    expect(graph.exchanges.amount[1]).toBeCloseTo(0.016, 15);
    expect(better.parameters.find(({ name }) => name === "power")!.value).toBe(4);
    expect(withParameters(graph, { power: 5 }).exchanges.amount[1]).toBeCloseTo(0.01, 15);
    expect(() => withParameters(graph, { watts: 1 })).toThrow("There is no parameter watts; there are");
  });

  test("says what is wrong, and where", () => {
    const refused = (make: () => unknown, sentence: string) => {
      expect(make).toThrow(LifecycleError);
      expect(make).toThrow(sentence);
    };
    const take = { type: "technosphere", product: "q", unit: "kg" };
    refused(() => one(take), "Activity a exchanges q without an amount.");
    refused(
      () => one({ type: "technosphere", amount: 1, unit: "kg" }),
      "Exchange 2 of activity a names nothing: give product.",
    );
    refused(
      () => one({ type: "biosphere", amount: 1, unit: "kg" }),
      "Exchange 2 of activity a names nothing: give flow.",
    );
    refused(() => one({ ...take, amount: 1, flow: "f" }), "Exchange 2 of activity a names a product and a flow.");
    refused(
      () => one({ type: "biosphere", flow: "f", amount: 1, unit: "kg" }),
      "elementary flow f without a compartment",
    );
    refused(() => one({ ...take, formula: "2 *" }), "The formula of a: q");
    refused(() => one({ ...take, formula: "k + 1" }), "there is no variable or function of this name");
    refused(
      () => one({ ...take, formula: "1 / 0" }),
      "The formula of a: q gives Infinity, which is not a finite number.",
    );
    refused(() => one({ ...take, formula: "2", amount: 3 }), "Activity a exchanges 3 of q, but its formula gives 2.");
    refused(
      () => one({ ...take, amount: 1, only: "r" }),
      "Activity a: q belongs to r (only), which the activity does not make.",
    );
    refused(
      () => one({ ...take, amount: 1, provider: "b" }),
      "takes q from the activity b, which is not in the inventory.",
    );
    const with2 =
      (...parameters: object[]) =>
      () =>
        one({ ...take, amount: 1 }, { parameters });
    refused(with2({ name: "k" }), "The parameter k has neither value nor formula.");
    refused(with2({ name: "t CO2", value: 1 }), "The parameter t CO2 cannot be written in a formula.");
    refused(with2({ name: "k", value: 1 }, { name: "k", value: 2 }), "The parameter k is declared twice.");
    refused(with2({ name: "k", value: 1, formula: "2" }), "The parameter k is 1, but its formula gives 2.");
    refused(
      with2({ name: "k", value: 1, activity: "z" }),
      "holds within the activity z, which is not in the inventory.",
    );
    refused(
      with2({ name: "k", formula: "l + 1" }, { name: "l", formula: "m" }, { name: "m", formula: "k" }),
      "The parameters k, l, m depend on each other in a circle.",
    );
    const products = [
      { id: "1", name: "q", unit: "kg" },
      { id: "2", name: "q", unit: "t" },
    ];
    refused(
      () => one({ ...take, amount: 1 }, { products }),
      "Activity a exchanges q in kg, which fits 2 products: 1, 2.",
    );
    refused(
      () => one({ ...take, product: "1", unit: "m3", amount: 1 }, { products }),
      "Activity a exchanges q in m3, which does not fit its unit kg.",
    );
    refused(
      () =>
        read({
          activities: [
            {
              name: "a",
              exchanges: [
                { ...take, amount: 1, waste: true },
                { ...take, amount: 1, waste: false },
              ],
            },
          ],
        }),
      "Activity a calls q a waste, another exchange does not.",
    );
    refused(
      () =>
        read({
          activities: [
            { name: "a", exchanges: [] },
            { name: "a", exchanges: [] },
          ],
        }),
      "Activity a is declared twice.",
    );
    // The shape is read by the schema, with the path of what does not fit.
    expect(
      inventoryIn.safeParse({ activities: [{ name: "a", exchanges: [{ ...take, amount: "1" }] }] }).error!.issues[0]!
        .path,
    ).toEqual(["activities", 0, "exchanges", 0, "amount"]);
    expect(
      inventoryIn.safeParse({ activities: [{ name: "a", exchanges: [{ ...take, amount: Number.NaN }] }] }).success,
    ).toBe(false);
  });

  test("orders a long chain of formulas without recursion", () => {
    const length = 5000;
    const chain = Array.from({ length }, (_, at) =>
      at === length - 1 ? { name: `k${at}`, value: 1 } : { name: `k${at}`, formula: `k${at + 1} + 1` },
    );
    const computed = computedParameters(chain);
    expect([computed[0]!.name, computed.at(-1)!.value]).toEqual([`k${length - 1}`, length]);
  });
});

describe("records of a graph", () => {
  const name = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom("a", "b", "煤", " ", "/") });
  const amount = fc.double({ min: -10, max: 10, noNaN: true });
  const graphs: fc.Arbitrary<ExchangeGraph> = fc
    .record({
      products: fc.array(
        fc.record({ name, unit: fc.constantFrom("kg", "t", "m3", "guest night"), waste: fc.boolean() }),
        { minLength: 1, maxLength: 4 },
      ),
      flows: fc.array(
        fc.record({
          name,
          compartment: fc.constantFrom("emission/air", "resource"),
          unit: fc.constantFrom("kg", "kBq"),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      activities: fc.array(
        fc.record({
          name,
          location: fc.option(name),
          years: fc.option(fc.constant([2001, 2010] as const)),
          category: fc.option(name),
          stage: fc.option(name),
          comment: fc.option(name),
          exchanges: fc.array(
            fc.record({
              type: fc.constantFrom("production", "technosphere", "substitution", "biosphere"),
              at: fc.nat(),
              provider: fc.option(fc.nat()),
              amount,
              isFormula: fc.boolean(),
              law: fc.constantFrom(
                undefined,
                "undefined" as const,
                { type: "lognormal", median: 2, geometricSd: 1.2 } as const,
              ),
              properties: fc.constantFrom(undefined, { mass: 2, energy: 3, price: 4, share: 0.5 }),
              reference: fc.constantFrom(undefined, true, false),
              only: fc.boolean(),
            }),
            { maxLength: 6 },
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ products, flows, activities }) => {
      const builder = new GraphBuilder();
      for (const [at, product] of products.entries()) builder.addProduct({ id: `p${at}`, ...product });
      for (const [at, flow] of flows.entries())
        builder.addFlow({ id: `f${at}`, cas: at === 0 ? "124-38-9" : null, ...flow });
      builder.addParameter({ name: "k", value: 3, law: { type: "uniform", lo: 2, hi: 4 } });
      builder.addParameter({ name: "l", value: 4, formula: "k + 1", unit: "kg", activity: 0 });
      for (const [a, { exchanges, ...activity }] of activities.entries()) {
        const made = exchanges.find(({ type }) => type === "production");
        builder.addActivity(
          { id: `a${a}`, ...activity },
          exchanges.map(({ type, at, provider, amount: value, isFormula, law, properties, reference, only }) => ({
            type: type as "production",
            flow: type === "biosphere" ? `f${at % flows.length}` : `p${at % products.length}`,
            amount: isFormula ? 7 : value,
            ...(isFormula && { formula: "2 * k + 1" }),
            ...(law && { law }),
            ...(provider !== null &&
              (type === "technosphere" || type === "substitution") && { provider: `a${provider % activities.length}` }),
            ...(type === "production" && {
              ...(properties && { properties }),
              ...(reference !== undefined && { reference }),
            }),
            ...(type !== "production" && only && made && { only: `p${made.at % products.length}` }),
          })),
        );
      }
      return builder.graph();
    });

  test("make the same graph again, also through JSON", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const again = read(JSON.parse(JSON.stringify(recordsOf(graph))));
        // JSON has no −0.
        expect({
          ...again,
          exchanges: { ...again.exchanges, amount: again.exchanges.amount.map((value) => value + 0) },
        }).toEqual({
          ...graph,
          exchanges: { ...graph.exchanges, amount: graph.exchanges.amount.map((value) => value + 0) },
        });
      }),
    );
  });
});
