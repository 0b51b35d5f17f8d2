import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { BIOSPHERE, functionsOf } from "./activity-functions.ts";
import {
  type ExchangeDetails,
  type ExchangeGraph,
  exchangeTypes,
  type Parameter,
  type ProductProperties,
} from "./exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "./graph-builder.ts";
import type { ActivityRecord, ExchangeRecord, InventoryRecords } from "./inventory-records.ts";
import { computedParameters, ParameterValues } from "./parameter-values.ts";
import { RecordFlows, RecordProducts } from "./record-flows.ts";
import { factorBetween } from "./unit-names.ts";

const texts = messages("lifecycle.inventory", {
  noFlow: {
    en: "Exchange {at} of activity {activity} names nothing: give {field}.",
    zh: "活动“{activity}”的第 {at} 个交换没有名称：请给出 {field}。",
  },
  twoNames: {
    en: "Exchange {at} of activity {activity} names a product and a flow. Give one of them.",
    zh: "活动“{activity}”的第 {at} 个交换同时给出了产品和基本流。请只给出其一。",
  },
  noAmount: {
    en: "Activity {activity} exchanges {name} without an amount. Give amount or formula.",
    zh: "活动“{activity}”的 {name} 没有数量。请给出 amount 或 formula。",
  },
  otherAmount: {
    en: "Activity {activity} exchanges {amount} of {name}, but its formula gives {value}. Give one of them.",
    zh: "活动“{activity}”的 {name} 数量为 {amount}，而公式的结果为 {value}。请只给出其一。",
  },
  badName: {
    en: "The parameter {name} cannot be written in a formula. Use letters, digits, _ and ., and begin with a letter or _.",
    zh: "参数 {name} 无法写入公式。请使用字母、数字、_ 和 .，并以字母或 _ 开头。",
  },
  noValue: {
    en: "The parameter {name} has neither value nor formula.",
    zh: "参数 {name} 既没有值也没有公式。",
  },
  otherValue: {
    en: "The parameter {name} is {stated}, but its formula gives {value}. Give one of them.",
    zh: "参数 {name} 的值为 {stated}，而公式的结果为 {value}。请只给出其一。",
  },
  unknownActivity: {
    en: "The parameter {name} holds within the activity {activity}, which is not in the inventory.",
    zh: "参数 {name} 属于活动 {activity}，而清单中没有该活动。",
  },
  notMade: {
    en: "Activity {activity}: {name} belongs to {product} (only), which the activity does not make.",
    zh: "活动“{activity}”的 {name} 归属于 {product}（only），但该活动并不产出它。",
  },
});

/** Written values are rounded: a value stated beside its formula may differ by this share. */
const ROUNDED = 1e-6;

/**
 * The inventory of plain records. Products are told apart by id, else by name and dimension of the unit; their unit is that in
 * which they are made. An input that states a provider of the background is what that makes. Formulas are evaluated at the values of the parameters. Throws LifecycleError, which names activity and
 * exchange.
 */
export function graphOf(records: InventoryRecords, background?: ExchangeGraph): ExchangeGraph {
  const { activities } = records;
  const builder = new GraphBuilder();
  const provided = background ? addBackground(builder, background) : new Map<string, string>();
  const before = background?.activities.length ?? 0;
  const parameters = parametersOf(records);
  const values = new ParameterValues();
  for (const parameter of parameters) values.set(parameter);
  const products = new RecordProducts(records.products);
  const flows = new RecordFlows(records.flows, background?.flows);
  const given: GivenExchange[][] = activities.map(({ exchanges }) => new Array<GivenExchange>(exchanges.length));
  // What is made comes first, because it decides on the unit of a product, and flows with a compartment before those without.
  for (const isFirst of [true, false])
    for (const [a, activity] of activities.entries())
      for (const [at, exchange] of activity.exchanges.entries()) {
        const { type, compartment } = exchange;
        if ((type === "production" || (type === "biosphere" && compartment !== undefined)) !== isFirst) continue;
        const amount = amountOf(activity, exchange, at, values, a);
        const from = exchange.provider === undefined ? undefined : provided.get(exchange.provider);
        given[a]![at] = givenOf(activity, exchange, at, amount, products, flows, from);
      }
  for (const [a, activity] of activities.entries())
    for (const [at, { only, product, flow }] of activity.exchanges.entries()) {
      if (only === undefined) continue;
      const made = given[a]!.find(
        (each) => each.type === "production" && (each.flow === only || products.nameOf(each.flow) === only),
      );
      if (made === undefined)
        throw new LifecycleError(
          "only",
          texts.notMade({ activity: activity.name, name: product ?? flow, product: only }),
        );
      given[a]![at] = { ...given[a]![at]!, only: made.flow };
    }
  for (const product of products.list()) builder.addProduct(product);
  for (const flow of flows.list()) builder.addFlow(flow);
  for (const { activity, ...parameter } of parameters)
    builder.addParameter({ ...parameter, ...(activity !== undefined && { activity: before + activity }) });
  for (const [a, { id, name, location, years, category, stage, comment }] of activities.entries())
    builder.addActivity(
      {
        id: id ?? name,
        name,
        location: location ?? null,
        years: years ?? null,
        category: category ?? null,
        stage: stage ?? null,
        comment: comment ?? null,
      },
      given[a]!,
    );
  return builder.graph();
}

const nameInFormulas = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

function parametersOf({ activities, parameters = [] }: InventoryRecords): Parameter[] {
  const places = new Map(activities.map(({ id, name }, at) => [id ?? name, at]));
  const stated = parameters.map(({ name, value, formula, unit, activity, uncertainty }) => {
    if (!nameInFormulas.test(name)) throw new LifecycleError("parameters", texts.badName({ name }));
    if (value === undefined && formula === undefined) throw new LifecycleError("parameters", texts.noValue({ name }));
    const within = activity === undefined ? undefined : places.get(activity);
    if (activity !== undefined && within === undefined)
      throw new LifecycleError("parameters", texts.unknownActivity({ name, activity }));
    return {
      name,
      ...(value !== undefined && { value }),
      ...(formula !== undefined && { formula }),
      ...(within !== undefined && { activity: within }),
      ...(unit !== undefined && { unit }),
      ...(uncertainty !== undefined && { law: uncertainty }),
    };
  });
  const computed = computedParameters(stated);
  for (const { name, activity, value } of computed) {
    const before = stated.find((each) => each.name === name && each.activity === activity)!.value;
    if (before !== undefined && !isNear(before, value))
      throw new LifecycleError("parameters", texts.otherValue({ name, stated: before, value }));
  }
  return computed;
}

function amountOf(
  { name: activity }: ActivityRecord,
  { amount, formula, product, flow }: ExchangeRecord,
  at: number,
  values: ParameterValues,
  index: number,
): number {
  const name = product ?? flow ?? String(at + 1);
  if (formula === undefined) {
    if (amount === undefined) throw new LifecycleError("amount", texts.noAmount({ activity, name }));
    return amount;
  }
  const value = values.valueOf(formula, `${activity}: ${name}`, index);
  if (amount !== undefined && !isNear(amount, value))
    throw new LifecycleError("amount", texts.otherAmount({ activity, name, amount, value }));
  return value;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b));
}

function givenOf(
  { name: activity }: ActivityRecord,
  exchange: ExchangeRecord,
  at: number,
  amount: number,
  products: RecordProducts,
  flows: RecordFlows,
  from: string | undefined,
): GivenExchange {
  const { type, unit, compartment, cas, waste } = exchange;
  const isElementary = type === "biosphere";
  if (exchange.product !== undefined && exchange.flow !== undefined)
    throw new LifecycleError("product", texts.twoNames({ at: at + 1, activity }));
  const written = exchange.product ?? exchange.flow;
  if (written === undefined) {
    const field = isElementary ? "flow" : "product";
    throw new LifecycleError(field, texts.noFlow({ at: at + 1, activity, field }));
  }
  if (from !== undefined && type !== "production" && !isElementary)
    return { ...detailsOf(exchange), type, flow: from, amount, unit };
  const flow = isElementary
    ? flows.idOf(written, compartment, unit, cas, activity)
    : products.idOf(written, unit, activity);
  if (!isElementary) products.mark(flow, waste, type === "production" && amount < 0, activity);
  const properties =
    type === "production" ? propertiesOf(exchange, factorBetween(unit, products.unitOf(flow)) ?? 1) : undefined;
  return { ...detailsOf(exchange), type, flow, amount, unit, ...(properties && { properties }) };
}

function detailsOf({ formula, provider, uncertainty, reference, comment }: ExchangeRecord) {
  return {
    ...(formula !== undefined && { formula }),
    ...(provider !== undefined && { provider }),
    ...(uncertainty !== undefined && { law: uncertainty }),
    ...(reference !== undefined && { reference }),
    ...(comment !== undefined && { comment }),
  };
}

/** Adds the background, and returns the reference product of each of its activities, by their ids. */
function addBackground(builder: GraphBuilder, background: ExchangeGraph): Map<string, string> {
  builder.addGraph(background);
  const { reference } = functionsOf(background);
  const { activities, exchanges, products } = background;
  return new Map(
    activities.flatMap(({ id }, a) => (reference[a]! < 0 ? [] : [[id, products[exchanges.flow[reference[a]!]!]!.id]])),
  );
}

/** Properties per unit of the product, of those per unit of the exchange; a share is of the whole output. */
function propertiesOf({ mass, energy, price, share }: ExchangeRecord, factor: number): ProductProperties | undefined {
  const properties = {
    ...(mass !== undefined && { mass: mass / factor }),
    ...(energy !== undefined && { energy: energy / factor }),
    ...(price !== undefined && { price: price / factor }),
    ...(share !== undefined && { share }),
  };
  return Object.keys(properties).length > 0 ? properties : undefined;
}

/** The records of an inventory; `graphOf` makes the same inventory of them. */
export function recordsOf(graph: ExchangeGraph): InventoryRecords {
  const { activities, products, flows, parameters, exchanges } = graph;
  const of: ExchangeRecord[][] = activities.map(() => []);
  for (let e = 0; e < exchanges.count; e++) of[exchanges.activity[e]!]!.push(recordOf(graph, e));
  return {
    activities: activities.map(({ id, name, location, years, category, stage, comment }, a) => ({
      id,
      name,
      ...(location !== null && { location }),
      ...(years !== null && { years: [years[0], years[1]] as [number, number] }),
      ...(category !== null && { category }),
      ...(stage !== null && { stage }),
      ...(comment !== null && { comment }),
      exchanges: of[a]!,
    })),
    parameters: parameters.map(({ name, value, formula, unit, activity, law }) => ({
      name,
      ...(formula === undefined ? { value } : { formula }),
      ...(unit !== undefined && { unit }),
      ...(activity !== undefined && { activity: activities[activity]!.id }),
      ...(law !== undefined && {
        uncertainty: law,
      }),
    })),
    products: products.map(({ id, name, unit, waste }) => ({ id, name, unit, waste })),
    flows: flows.map(({ id, name, compartment, unit, cas }) => ({
      id,
      name,
      compartment,
      unit,
      ...(cas !== null && { cas }),
    })),
  };
}

function recordOf({ activities, products, flows, exchanges }: ExchangeGraph, e: number): ExchangeRecord {
  const { law, formula, properties, reference, only, comment }: ExchangeDetails = exchanges.details.get(e) ?? {};
  const isElementary = exchanges.type[e] === BIOSPHERE;
  const { id, unit } = (isElementary ? flows : products)[exchanges.flow[e]!]!;
  const provider = exchanges.provider[e]!;
  return {
    type: exchangeTypes[exchanges.type[e]!]!,
    ...(isElementary ? { flow: id } : { product: id }),
    ...(formula === undefined ? { amount: exchanges.amount[e]! } : { formula }),
    unit,
    ...(provider >= 0 && { provider: activities[provider]!.id }),
    ...(law !== undefined && { uncertainty: law }),
    ...properties,
    ...(reference !== undefined && { reference }),
    ...(only !== undefined && { only: products[only]!.id }),
    ...(comment !== undefined && { comment }),
  };
}
