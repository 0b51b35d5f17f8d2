import fc from "fast-check";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../../../lib/lifecycle/graph/graph-builder.ts";

/** What names are made of: separators and quotes of every format, escapes, CJK, letters beyond ASCII. */
const signs = [..."abcXYZ019  \"';,|\\{}[]()%&<>=:#钢电力éµßЖ/-"];

/** A name as formats keep it: no space at its ends or twice inside. */
const name = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 12 })
  .map((list) => `n${list.join("")}`.replaceAll(/ +/g, " ").trim());

const amount = fc.oneof(
  fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  fc.double({ min: -1e6, max: -1e-6, noNaN: true }),
  fc.constantFrom(1, 0.1, 2.5e-7),
);
const law = fc.constantFrom("none", "lognormal", "normal", "triangular", "uniform");

export interface GraphOptions {
  /** Whether some activities make two products, with shares. */
  readonly multi: boolean;
  /** Whether waste is treated. */
  readonly waste: boolean;
  readonly formulas: boolean;
  readonly years: boolean;
  readonly substitution: boolean;
  readonly providers: boolean;
  readonly compartments: readonly string[];
}

const draw = fc.record({
  activities: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
  products: fc.uniqueArray(name, { minLength: 12, maxLength: 12 }),
  flows: fc.uniqueArray(name, { minLength: 3, maxLength: 3 }),
  places: fc.array(fc.option(fc.constantFrom("CN", "RoW", "US", "GLO")), { minLength: 4, maxLength: 4 }),
  comments: fc.array(fc.option(name), { minLength: 12, maxLength: 12 }),
  seeds: fc.array(fc.nat(1e6), { minLength: 60, maxLength: 60 }),
  amounts: fc.array(amount, { minLength: 60, maxLength: 60 }),
  laws: fc.array(law, { minLength: 60, maxLength: 60 }),
});

/** Inventories that a format can hold entirely. */
export function graphs(options: GraphOptions): fc.Arbitrary<ExchangeGraph> {
  return draw.map((given) => built(given, options));
}

function built(given: typeof draw extends fc.Arbitrary<infer T> ? T : never, options: GraphOptions): ExchangeGraph {
  let at = 0;
  const seed = (below: number) => given.seeds[at++ % 60]! % below;
  const next = () => given.amounts[at++ % 60]!;
  const lawOf = (value: number) => {
    const size = Math.abs(value);
    switch (given.laws[at++ % 60]) {
      case "lognormal":
        return { type: "lognormal", median: size, geometricSd: 1.5 } as const;
      case "normal":
        return { type: "normal", mean: size, sd: size / 8 } as const;
      case "triangular":
        return { type: "triangular", lo: size / 2, mode: size, hi: 2 * size } as const;
      case "uniform":
        return { type: "uniform", lo: size / 2, hi: 2 * size } as const;
      default:
        return undefined;
    }
  };
  const builder = new GraphBuilder();
  const units = ["kg", "kWh", "MJ", "m3"];
  for (const [i, flow] of given.flows.entries())
    builder.addFlow({
      id: `flow ${i}`,
      name: flow,
      compartment: options.compartments[seed(options.compartments.length)]!,
      unit: "kg",
      cas: i === 0 ? "124-38-9" : null,
    });
  const isWaste = given.activities.map(() => options.waste && seed(4) === 0);
  const isMulti = given.activities.map((_, i) => options.multi && !isWaste[i] && seed(3) === 0);
  for (const [i, product] of given.products.entries())
    builder.addProduct({ id: `product ${i}`, name: product, unit: units[seed(4)]!, waste: isWaste[i] ?? false });
  if (options.formulas) {
    builder.addParameter({ name: "global_share", value: 0.5 });
    builder.addParameter({ name: "Doubled", value: 1, formula: "2 * global_share" });
  }
  given.activities.forEach((activity, i) => {
    const exchanges: GivenExchange[] = [];
    const made = Math.abs(next());
    const share = isMulti[i] ? { properties: { share: 0.25 } } : {};
    exchanges.push({
      type: "production",
      flow: `product ${i}`,
      amount: isWaste[i] ? -made : made,
      reference: true,
      ...share,
    });
    if (isMulti[i])
      exchanges.push({ type: "production", flow: `product ${4 + i}`, amount: 2, properties: { share: 0.75 } });
    // Each flow once, so that exchanges can be told apart.
    for (const taken of new Set([seed(4), 8 + seed(4)])) {
      const value = Math.abs(next());
      const isTreated = taken < given.activities.length && isWaste[taken];
      const provider = options.providers && taken < given.activities.length ? { provider: `activity ${taken}` } : {};
      if (taken < 4 && taken >= given.activities.length) continue;
      const chosen = lawOf(value);
      const comment = given.comments[taken];
      exchanges.push({
        type: options.substitution && !isTreated && taken !== i && seed(5) === 0 ? "substitution" : "technosphere",
        flow: `product ${taken}`,
        amount: isTreated ? -value : value,
        ...provider,
        ...(chosen && { law: chosen }),
        ...(comment != null && { comment }),
      });
    }
    for (let flow = 0; flow < 3; flow++) {
      const value = next();
      const chosen = lawOf(value);
      if (options.formulas && flow === 1)
        exchanges.push({
          type: "biosphere",
          flow: "flow 1",
          amount: 3 * 0.5 ** 2 + i,
          formula: `3 * global_share ^ 2 + Doubled * own`,
        });
      else exchanges.push({ type: "biosphere", flow: `flow ${flow}`, amount: value, ...(chosen && { law: chosen }) });
    }
    const index = builder.addActivity(
      {
        id: `activity ${i}`,
        name: activity,
        location: given.places[i]!,
        years: options.years && seed(2) === 0 ? [2015, 2020] : null,
        category: seed(2) === 0 ? "materials/metals" : null,
        stage: null,
        comment: given.comments[i]!,
      },
      exchanges,
    );
    if (options.formulas) {
      builder.addParameter({ name: "own", value: i, activity: index });
      builder.addParameter({
        name: "Mine",
        value: i * 0.5 + 1,
        formula: "own * global_share + Doubled",
        activity: index,
      });
    }
  });
  return builder.graph();
}
