import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { bearingExchanges, type ChosenAllocation, chosenAllocation } from "./activity-allocation.ts";
import { type ActivityFunctions, BIOSPHERE, PRODUCTION } from "./activity-functions.ts";
import {
  type AllocatedProduct,
  type Allocation,
  noReference,
  noRule,
  type PartitionRule,
  sharesOf,
} from "./allocation.ts";
import type { ExchangeGraph, ProductProperties } from "./exchange-graph.ts";
import type { MergedTreatments } from "./merged-treatments.ts";

const texts = messages("lifecycle.processes", {
  restless: {
    en: "Activity {activity} is subdivided, but {flow} belongs to no single product. Say by which rule the rest is allocated (rest).",
    zh: "活动“{activity}”已拆分，但 {flow} 不专属于任何一种产品。请用 rest 指定其余部分的分配规则。",
  },
  onlyOther: {
    en: "Activity {activity}: {flow} belongs to {product}, which the activity does not make.",
    zh: "活动“{activity}”的 {flow} 归属于 {product}，但该活动并不产出它。",
  },
  substitutionAtPoint: {
    en: "Activity {activity}: allocation at the point of substitution divides burdens and gives no credits. Choose another rule than substitution.",
    zh: "活动“{activity}”：替代点分配是划分负荷，不给予抵扣。请选择 substitution 以外的规则。",
  },
});

/**
 * What becomes of the by-products of waste treatments. `cut-off`: the wastes that a treatment takes bear all its burdens, its
 * by-products none. `point-of-substitution`: a treatment is allocated together with what makes the waste.
 * Wernet et al. (2016), doi:10.1007/s11367-016-1087-8. Without a model a treatment is an activity like others.
 */
export const systemModels = ["cut-off", "point-of-substitution"] as const;
export type SystemModel = (typeof systemModels)[number];

/** An exchange of a process, as often as the activity to which it belongs runs in it. */
export interface Part {
  readonly exchange: number;
  readonly factor: number;
}

/** A product or treated waste of a process; several production exchanges if merged treatments make the same. */
export interface ProcessFunction {
  readonly product: number;
  readonly amount: number;
  readonly parts: readonly Part[];
}

/** An activity, with the treatments merged into it, and what bears its burdens. */
export interface UnitProcess {
  readonly activity: number;
  /** How its burdens are divided; undefined if one product bears them all. */
  readonly allocation: ChosenAllocation | undefined;
  /** Those that have a column. */
  readonly functions: readonly ProcessFunction[];
  /** Index of the reference product among them; −1 if none is named. */
  readonly reference: number;
  /** Shares of the functions in what belongs to no single one; sum to 1. Computed when first needed. */
  shares(): Float64Array;
  /** Index of the function to which the exchange belongs entirely; −1 if it is shared. */
  onlyOf(exchange: number): number;
  /** Exchanges of merged treatments, other than products. */
  readonly merged: readonly Part[];
  /** Co-products that are credited. */
  readonly credited: readonly number[];
}

/** E: 1 for the production exchanges that other activities may be linked to, under the rules of allocation. */
export function answeringExchanges(
  graph: ExchangeGraph,
  { of, reference }: ActivityFunctions,
  allocations: ReadonlyMap<number, ChosenAllocation>,
  linksFree: boolean,
): Uint8Array {
  const answering = new Uint8Array(graph.exchanges.count);
  for (const [a, own] of of.entries()) {
    const rule = allocations.get(a)?.rule;
    const onlyReference = rule === "substitution" || (rule === "none" && !linksFree);
    for (const e of bearingExchanges(graph, own))
      if (!onlyReference || reference[a]! < 0 || e === reference[a]) answering[e] = 1;
  }
  return answering;
}

export interface ProcessOptions {
  readonly allocation: Allocation;
  readonly model: SystemModel | undefined;
  readonly answering: Uint8Array;
  readonly merged: MergedTreatments | undefined;
}

/** The process of an activity. Throws LifecycleError, which names it, if the rule cannot be applied. */
export function unitProcess(
  graph: ExchangeGraph,
  functions: ActivityFunctions,
  a: number,
  { allocation, model, answering, merged }: ProcessOptions,
): UnitProcess {
  const own = functions.of[a]!;
  const runs = merged?.into.get(a);
  if (own.length === 1 && runs === undefined) return simpleProcess(graph, a, own[0]!);
  const { amount, details } = graph.exchanges;
  const { id, name } = graph.activities[a]!;
  const all = gathered(graph, functions, own, runs);
  const isMain = ({ parts }: ProcessFunction) => parts[0]!.exchange === functions.reference[a];
  const main = all.findIndex(isMain);
  // A residue is no product, unless there is nothing else.
  const isProduct = ({ parts }: ProcessFunction) =>
    parts.some(({ exchange }) => details.get(exchange)?.residue !== true);
  const made = all.some(isProduct) ? all.filter(isProduct) : all;
  const products = made.map((each) => allocatedOf(graph, each));
  const chosen = made.length > 1 ? chosenAllocation(allocation, id, products, made.findIndex(isMain)) : undefined;
  if (chosen === undefined && made.length > 1) throw new LifecycleError("allocation", noRule(name, products));
  const { rule, rest } = chosen ?? { rule: "none", rest: undefined };
  if (rule === "substitution" && runs !== undefined)
    throw new LifecycleError("allocation", texts.substitutionAtPoint({ activity: name }));
  if ((rule === "none" || rule === "substitution" || model === "cut-off") && main < 0)
    throw new LifecycleError("reference", noReference(name, products, rule));
  const isCredited = (each: ProcessFunction) => rule === "substitution" && isProduct(each) && !isMain(each);
  const hasColumn = (each: ProcessFunction) =>
    !isCredited(each) && each.parts.some(({ exchange }) => answering[exchange] === 1);
  const kept = all.filter(hasColumn);
  // The wastes that a treatment takes bear everything under the cut-off model.
  const isTreatment = model === "cut-off" && amount[functions.reference[a]!]! < 0;
  const bearing = made.filter((each) => !isTreatment || each.amount < 0);
  const partition: PartitionRule | undefined = rule === "substitution" ? "none" : rule === "subdivision" ? rest : rule;
  let shares: Float64Array | undefined;
  return {
    activity: a,
    allocation: chosen,
    functions: kept,
    reference: kept.findIndex(({ parts }) => parts[0]!.exchange === functions.reference[a]),
    shares() {
      if (shares) return shares;
      const by = sharesOf(
        name,
        bearing.map((each) => allocatedOf(graph, each)),
        partition!,
        bearing.findIndex(({ parts }) => parts[0]!.exchange === functions.reference[a]),
      );
      shares = Float64Array.from(kept, (each) => {
        const at = bearing.indexOf(each);
        return at < 0 ? 0 : by[at]!;
      });
      return shares;
    },
    onlyOf(exchange) {
      if (rule !== "subdivision") return -1;
      const only = details.get(exchange)?.only;
      if (only !== undefined) {
        const at = kept.findIndex(({ product }) => product === only);
        if (at >= 0) return at;
        // Within a merged treatment an exchange may belong to the waste itself, which is no function here.
        if (graph.exchanges.activity[exchange] === a)
          throw new LifecycleError(
            "only",
            texts.onlyOther({ activity: name, flow: nameOf(graph, exchange), product: graph.products[only]!.name }),
          );
      }
      if (partition === undefined)
        throw new LifecycleError("rest", texts.restless({ activity: name, flow: nameOf(graph, exchange) }));
      return -1;
    },
    merged: runs === undefined ? [] : mergedParts(graph, functions, runs),
    credited: all.filter(isCredited).flatMap(({ parts }) => parts.map(({ exchange }) => exchange)),
  };
}

function allocatedOf(graph: ExchangeGraph, { product, amount, parts }: ProcessFunction): AllocatedProduct {
  const { name, unit } = graph.products[product]!;
  return { name, unit, amount, properties: propertiesOf(graph, parts) };
}

/** Of one exchange as stated; of several their mean, weighted by amounts, but for stated shares, which are of one output. */
function propertiesOf({ exchanges }: ExchangeGraph, parts: readonly Part[]): ProductProperties | undefined {
  const { amount, details } = exchanges;
  if (parts.length === 1) return details.get(parts[0]!.exchange)?.properties;
  const weights = parts.map(({ exchange, factor }) => amount[exchange]! * factor);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = (["mass", "energy", "price"] as const).flatMap((key) => {
    const values = parts.map(({ exchange }) => details.get(exchange)?.properties?.[key]);
    if (values.includes(undefined)) return [];
    return [[key, values.reduce((sum: number, value, at) => sum + value! * weights[at]!, 0) / total] as const];
  });
  return Object.fromEntries(means);
}

/** What the activity and the treatments merged into it make, the same products together; its own first. */
function gathered(
  { exchanges }: ExchangeGraph,
  { of, reference }: ActivityFunctions,
  own: readonly number[],
  runs: ReadonlyMap<number, number> | undefined,
): ProcessFunction[] {
  const parts: Part[] = own.map((exchange) => ({ exchange, factor: 1 }));
  for (const [treatment, factor] of runs ?? [])
    for (const exchange of of[treatment]!) if (exchange !== reference[treatment]) parts.push({ exchange, factor });
  const byProduct = new Map<number, Part[]>();
  for (const part of parts) {
    const product = exchanges.flow[part.exchange]!;
    const same = byProduct.get(product);
    if (same) same.push(part);
    else byProduct.set(product, [part]);
  }
  return [...byProduct].map(([product, made]) => ({
    product,
    amount: made.reduce((sum, { exchange, factor }) => sum + exchanges.amount[exchange]! * factor, 0),
    parts: made,
  }));
}

function simpleProcess({ exchanges }: ExchangeGraph, a: number, exchange: number): UnitProcess {
  const parts = [{ exchange, factor: 1 }];
  return {
    activity: a,
    allocation: undefined,
    functions: [{ product: exchanges.flow[exchange]!, amount: exchanges.amount[exchange]!, parts }],
    reference: 0,
    shares: () => ONE,
    onlyOf: () => -1,
    merged: [],
    credited: [],
  };
}

const ONE = Float64Array.of(1);

function mergedParts(
  { exchanges }: ExchangeGraph,
  { starts, isWasteOutput }: ActivityFunctions,
  runs: ReadonlyMap<number, number>,
): Part[] {
  const parts: Part[] = [];
  for (const [treatment, factor] of runs)
    for (let exchange = starts[treatment]!; exchange < starts[treatment + 1]!; exchange++)
      if (exchanges.type[exchange] !== PRODUCTION || isWasteOutput[exchange] === 1) parts.push({ exchange, factor });
  return parts;
}

function nameOf({ products, flows, exchanges }: ExchangeGraph, exchange: number): string {
  const isElementary = exchanges.type[exchange] === BIOSPHERE;
  return (isElementary ? flows : products)[exchanges.flow[exchange]!]!.name;
}
