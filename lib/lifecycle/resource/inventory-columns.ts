import { type ExchangeGraph, exchangeTypes } from "../graph/exchange-graph.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import type { ImportedInventoryNames } from "./dataset-names.ts";

/** What is kept with an imported inventory. */
export interface InventoryAbout {
  readonly title: string;
  /** Id of the format from which it was read. */
  readonly format: string;
  /** Terms of use, as the files state them; null if they state none. */
  readonly licence: string | null;
}

/** A column of a dataset. Typed arrays have no missing values. */
export type ColumnValues =
  | { readonly type: "text"; readonly values: readonly (string | null)[] }
  | { readonly type: "integer"; readonly values: Int32Array | readonly (number | null)[] }
  | { readonly type: "number"; readonly values: Float64Array | readonly (number | null)[] };

/** The columns of each dataset of an imported inventory, by name and in their order. */
export type InventoryColumns = Readonly<Record<keyof ImportedInventoryNames, Readonly<Record<string, ColumnValues>>>>;

/**
 * An inventory as columns of plain datasets; `inventoryOfDatasets` is the inverse. Indices count from 0. Laws are JSON of a
 * `DistributionSpec`, or the word `undefined`. Codes of indicators are unique among the methods of an import. What few exchanges have is in a dataset of its own, row by row with the exchange's index.
 */
export function inventoryColumns(
  graph: ExchangeGraph,
  { title, format, licence }: InventoryAbout,
  methods: readonly ImpactMethod[] = [],
): InventoryColumns {
  const { activities, products, flows, exchanges, parameters } = graph;
  const details = [...exchanges.details].sort(([a], [b]) => a - b);
  const indicators = methods.flatMap((method) => method.indicators.map((indicator) => ({ method, indicator })));
  const factors = methods.flatMap((method) => method.factors);
  const rowOf = new Map(indicators.map(({ indicator: { code } }, row) => [code, row]));
  const counted = [activities, products, flows, { length: exchanges.count }, details, parameters];
  const lengths = [...counted, indicators, factors];
  const [a, p, f, e, d, q, i, c] = lengths.map(({ length }) => integers([length]));
  return {
    inventory: {
      title: texts([title]),
      format: texts([format]),
      licence: texts([licence]),
      activities: a!,
      products: p!,
      elementary_flows: f!,
      exchanges: e!,
      exchange_details: d!,
      parameters: q!,
      impact_indicators: i!,
      impact_factors: c!,
    },
    activities: {
      id: texts(activities.map(({ id }) => id)),
      name: texts(activities.map(({ name }) => name)),
      location: texts(activities.map(({ location }) => location)),
      first_year: integers(activities.map(({ years }) => years?.[0] ?? null)),
      last_year: integers(activities.map(({ years }) => years?.[1] ?? null)),
      category: texts(activities.map(({ category }) => category)),
      stage: texts(activities.map(({ stage }) => stage)),
      comment: texts(activities.map(({ comment }) => comment)),
    },
    products: {
      id: texts(products.map(({ id }) => id)),
      name: texts(products.map(({ name }) => name)),
      unit: texts(products.map(({ unit }) => unit)),
      waste: integers(Int32Array.from(products, ({ waste }) => Number(waste))),
    },
    flows: {
      id: texts(flows.map(({ id }) => id)),
      name: texts(flows.map(({ name }) => name)),
      compartment: texts(flows.map(({ compartment }) => compartment)),
      unit: texts(flows.map(({ unit }) => unit)),
      cas: texts(flows.map(({ cas }) => cas)),
    },
    exchanges: {
      activity: integers(exchanges.activity),
      type: texts(Array.from(exchanges.type, (type) => exchangeTypes[type]!)),
      flow: integers(exchanges.flow),
      amount: numbers(exchanges.amount),
      provider: integers(exchanges.provider),
    },
    details: {
      exchange: integers(Int32Array.from(details, ([at]) => at)),
      law: texts(details.map(([, { law }]) => lawText(law))),
      formula: texts(details.map(([, { formula }]) => formula ?? null)),
      mass: numbers(details.map(([, { properties }]) => properties?.mass ?? null)),
      energy: numbers(details.map(([, { properties }]) => properties?.energy ?? null)),
      price: numbers(details.map(([, { properties }]) => properties?.price ?? null)),
      share: numbers(details.map(([, { properties }]) => properties?.share ?? null)),
      reference: integers(details.map(([, { reference }]) => (reference === undefined ? null : Number(reference)))),
      only: integers(details.map(([, { only }]) => only ?? null)),
      comment: texts(details.map(([, { comment }]) => comment ?? null)),
    },
    parameters: {
      name: texts(parameters.map(({ name }) => name)),
      value: numbers(Float64Array.from(parameters, ({ value }) => value)),
      formula: texts(parameters.map(({ formula }) => formula ?? null)),
      activity: integers(parameters.map(({ activity }) => activity ?? null)),
      unit: texts(parameters.map(({ unit }) => unit ?? null)),
      law: texts(parameters.map(({ law }) => lawText(law))),
    },
    indicators: {
      method: texts(indicators.map(({ method }) => method.id)),
      code: texts(indicators.map(({ indicator }) => indicator.code)),
      name: texts(indicators.map(({ indicator: { name, code } }) => (typeof name === "string" ? name : code))),
      unit: texts(indicators.map(({ indicator }) => indicator.unit)),
    },
    factors: {
      indicator: integers(Int32Array.from(factors, ({ indicator }) => rowOf.get(indicator)!)),
      flow_id: texts(factors.map(({ flowId }) => flowId ?? null)),
      flow: texts(factors.map(({ flow }) => flow)),
      compartment: texts(factors.map(({ compartment }) => compartment)),
      cas: texts(factors.map(({ cas }) => cas ?? null)),
      unit: texts(factors.map(({ unit }) => unit)),
      value: numbers(Float64Array.from(factors, ({ value }) => value)),
      location: texts(factors.map(({ location }) => location ?? null)),
    },
  };
}

function lawText(law: object | "undefined" | undefined): string | null {
  if (law === undefined) return null;
  return law === "undefined" ? law : JSON.stringify(law);
}

function texts(values: readonly (string | null)[]): ColumnValues {
  return { type: "text", values };
}

function integers(values: Int32Array | readonly (number | null)[]): ColumnValues {
  return { type: "integer", values };
}

function numbers(values: Float64Array | readonly (number | null)[]): ColumnValues {
  return { type: "number", values };
}
