import fc from "fast-check";
import { nameUuid } from "../../../../lib/exchange/lifecycle/name-uuid.ts";
import type { ExchangeGraph, Parameter, Product } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../../../lib/lifecycle/graph/graph-builder.ts";
import type { DistributionSpec } from "../../../../lib/uncertainty/distributions/distribution-spec.ts";

/** What a format can hold; the rest is left out of its graphs. */
export interface Holds {
  readonly formulas: boolean;
  readonly substitution: boolean;
  readonly properties: boolean;
  readonly shares: boolean;
  readonly pert: boolean;
  /** Distances of exact spreads: those that survive the rounding of the format. */
  readonly spreads: readonly number[];
}

/** Names as people write them, with all that XML has to escape; without spaces at the ends, which readers remove. */
const word = fc.constantFrom(
  ...[
    "steel",
    'Strom, "grün"',
    "a & b",
    "<x> > 'y'",
    "电力，华东",
    "CO₂ ]]>",
    "Ünit 3%",
    "tab\there",
    "two\nlines",
    "😀 e",
  ],
);
const name = (kind: string) =>
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(99))
    .map(([parts, n]) => `${kind} ${parts.join(" ")} ${n}`);
const amount = fc.oneof(
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.constantFrom(1, 0.5, 1e-300, 5.84041912992439e-11, 123456789.12345678),
);
const units = ["kg", "MJ", "kWh", "m3", "unit", "tkm"] as const;
const compartments = ["air/urban", "water/ocean", "soil/agricultural", "natural resource/in ground"] as const;

function lawOf(size: number, kind: number, spread: number, holds: Holds): DistributionSpec | "undefined" | undefined {
  const [lo, hi] = [size * 0.5, size * 1.5];
  const laws: (DistributionSpec | "undefined" | undefined)[] = [
    undefined,
    "undefined",
    { type: "lognormal", median: size, geometricSd: spread },
    { type: "normal", mean: size, sd: spread / 2 },
    { type: "uniform", lo, hi },
    { type: "triangular", lo, mode: size, hi },
    holds.pert ? { type: "pert", lo, mode: size, hi } : undefined,
  ];
  return size > 1e-200 ? laws[kind % laws.length] : undefined;
}

/** Graphs of a few activities: several products and makers, wastes, loops, laws, formulas, providers. */
export function arbitraryGraph(holds: Holds): fc.Arbitrary<ExchangeGraph> {
  const exchange = fc.record({
    kind: fc.constantFrom("technosphere", "biosphere", "substitution"),
    pick: fc.nat(99),
    amount,
    law: fc.nat(6),
    spread: fc.constantFrom(...holds.spreads),
    linked: fc.boolean(),
    negative: fc.boolean(),
    formula: fc.boolean(),
    comment: fc.option(name("comment"), { nil: undefined }),
  });
  const activity = fc.record({
    name: name("activity"),
    location: fc.constantFrom("CH", "RoW", "CN-HE"),
    years: fc.option(fc.tuple(fc.integer({ min: 1950, max: 2000 }), fc.integer({ min: 2000, max: 2060 })), {
      nil: null,
    }),
    category: fc.option(name("category"), { nil: null }),
    comment: fc.option(name("comment"), { nil: null }),
    output: amount,
    isTreatment: fc.boolean(),
    byProduct: fc.option(amount, { nil: undefined }),
    mass: fc.option(amount, { nil: undefined }),
    share: fc.constantFrom(0.25, 0.5, 0.875),
    unit: fc.constantFrom(...units),
    parameter: fc.double({ min: 0.5, max: 4, noNaN: true }),
    exchanges: fc.array(exchange, { maxLength: 6 }),
  });
  return fc
    .record({
      activities: fc.array(activity, { minLength: 1, maxLength: 5 }),
      flows: fc.array(name("flow"), { minLength: 1, maxLength: 4 }),
    })
    .map(({ activities, flows }) => {
      const builder = new GraphBuilder();
      const id = (kind: string, i: number) => nameUuid(`${kind} ${i}`);
      const products: Product[] = [];
      activities.forEach((each, i) => {
        products.push({
          id: id("product", i),
          name: `product ${i} of ${each.name}`,
          unit: each.unit,
          waste: each.isTreatment,
        });
        if (each.byProduct !== undefined)
          products.push({ id: id("by-product", i), name: `by-product ${i}`, unit: each.unit, waste: false });
      });
      for (const product of products) builder.addProduct(product);
      for (const [i, flow] of flows.entries())
        builder.addFlow({
          id: id("flow", i),
          name: `${flow} ${i}`,
          compartment: compartments[i % compartments.length]!,
          unit: units[i % units.length]!,
          cas: i % 2 === 0 ? "000124-38-9" : null,
        });
      const parameters: Parameter[] = [];
      activities.forEach((each, i) => {
        const base: Parameter = {
          name: `p_${i}`,
          value: each.parameter,
          activity: i,
          unit: "kg",
          law: { type: "uniform", lo: 0.25, hi: 5 },
        };
        const half: Parameter = { name: `half_${i}`, value: each.parameter / 2, activity: i, formula: `p_${i} / 2` };
        let isUsed = false;
        const given: GivenExchange[] = [];
        const several = each.byProduct !== undefined;
        const properties = {
          ...(holds.properties && each.mass !== undefined && { mass: each.mass, price: 2 }),
          ...(holds.shares && several && { share: each.share }),
        };
        given.push({
          type: "production",
          flow: id("product", i),
          amount: each.isTreatment ? -each.output : each.output,
          reference: true,
          ...(Object.keys(properties).length > 0 && { properties }),
        });
        if (each.byProduct !== undefined)
          given.push({
            type: "production",
            flow: id("by-product", i),
            amount: each.byProduct,
            ...(holds.shares && { properties: { share: 1 - each.share } }),
          });
        for (const { kind, pick, amount, law, spread, linked, negative, formula, comment } of each.exchanges) {
          const size = lawOf(amount, law, spread, holds);
          const extra = { ...(size !== undefined && { law: size }), ...(comment !== undefined && { comment }) };
          if (kind === "biosphere") {
            given.push({ type: "biosphere", flow: id("flow", pick % flows.length), amount, ...extra });
            continue;
          }
          const product = products[pick % products.length]!;
          const maker = activities.findIndex((_, k) => [id("product", k), id("by-product", k)].includes(product.id));
          if (kind === "substitution" && !holds.substitution) continue;
          if (kind === "technosphere" && formula && holds.formulas && !product.waste) {
            isUsed = true;
            given.push({
              type: "technosphere",
              flow: product.id,
              amount: each.parameter / 2 + 1,
              formula: `half_${i} + 1`,
              ...(linked && { provider: id("activity", maker) }),
            });
            continue;
          }
          const isGiven = kind === "technosphere" && (product.waste || negative);
          given.push({
            type: kind === "substitution" ? "substitution" : "technosphere",
            flow: product.id,
            amount: isGiven ? -amount : amount,
            ...(linked && { provider: id("activity", maker) }),
            ...extra,
          });
        }
        const { name, location, years, category, comment } = each;
        builder.addActivity(
          { id: id("activity", i), name: `${name} ${i}`, location, years, category, stage: null, comment },
          given,
        );
        if (isUsed) parameters.push(base, half);
      });
      for (const parameter of parameters) builder.addParameter(parameter);
      return builder.graph();
    });
}
