import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { type CsrMatrix, csrFromTriplets } from "../../numeric/csr.ts";
import type { InputOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ActivityAllocation, activityAllocations } from "./activity-allocation.ts";
import { type ActivityFunctions, BIOSPHERE, functionsOf, PRODUCTION, TECHNOSPHERE } from "./activity-functions.ts";
import type { Allocation } from "./allocation.ts";
import { CellColumns, type ExchangeCells } from "./exchange-cells.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";
import {
  Choices,
  type CutOff,
  cutOffOf,
  type LinkChoice,
  type LinkedExchanges,
  type LinkOptions,
  link,
  missing,
} from "./link.ts";
import { type MergedTreatments, mergeTreatments } from "./merged-treatments.ts";
import { ProviderSearch } from "./provider-search.ts";
import { factorBetween } from "./unit-names.ts";
import { answeringExchanges, type SystemModel, systemModels, type UnitProcess, unitProcess } from "./unit-processes.ts";

const texts = messages("lifecycle.system", {
  unknownActivity: {
    en: "byActivity names {id}, which is not an activity of the inventory.",
    zh: "byActivity 中的 {id} 不是清单中的活动。",
  },
  unknownAvoided: {
    en: "avoided names {id}, which is not {kind} of the inventory.",
    zh: "avoided 中的 {id} 不是清单中的{kind}。",
  },
  product: { en: "a product", zh: "产品" },
  activity: { en: "an activity", zh: "活动" },
  ratio: {
    en: "The co-product {product} replaces {avoided} in another unit ({unit} for {other}): give the ratio, how much one unit of it replaces.",
    zh: "副产品 {product} 所替代的 {avoided} 单位不同（{unit} 与 {other}）：请给出 ratio，即每单位替代的数量。",
  },
  notAvoided: {
    en: "avoided names {provider} for {avoided}, which it does not make.",
    zh: "avoided 指定由 {provider} 提供 {avoided}，但它并不产出该产品。",
  },
  cutOff: {
    en: "{count} {count:exchange is|exchanges are} cut off and {count:carries|carry} no burdens, of: {names}.",
    zh: "有 {count} 个交换被截断、不计负荷，涉及：{names}。",
  },
  unallocated: {
    en: "{count} {count:activity has|activities have} products with no common measure (mass, energy or price); all burdens stay with their reference products, and results that depend on them are not quotable: {names}.",
    zh: "有 {count} 个活动的产品没有共同的计量（质量、能量或价格）；负荷全部由参考产品承担，依赖它们的结果不可引用：{names}。",
  },
  free: {
    en: "Co-products of {count} {count:activity|activities} are free of burdens; other products bear them: {names}.",
    zh: "{count} 个活动的副产品不计负荷，由其他产品承担：{names}。",
  },
  hosted: {
    en: "{product} is a by-product of a waste treatment that is merged into {count} activities; consumers were linked to one each by place.",
    zh: "{product} 是废物处理的副产品，该处理已并入 {count} 个活动；各消费者按地点各连接到其中一个。",
  },
});

/** What a co-product replaces under substitution. */
export const avoidedShape = z.strictObject({
  /** Id of the product that is made less; default: the co-product itself, from another activity. `null`: nothing is replaced. */
  product: z.string().nullable().optional().describe("Id of what is made less; null: nothing"),
  /** Id of the activity that makes less of it; default: as for a consumer at the activity's place. */
  provider: z.string().optional().describe("Id of the activity that makes less of it"),
  /** How much one unit of the co-product replaces; default: 1, converted to the unit of what is replaced. */
  ratio: ratio.optional().describe("How much one unit of the co-product replaces"),
});
export type Avoided = InputOf<typeof avoidedShape>;

export interface SystemOptions extends LinkOptions {
  /** For activities with several products; without a rule they are refused. */
  readonly allocation?: Allocation | undefined;
  /** By id of a co-product. */
  readonly avoided?: Readonly<Record<string, Avoided>> | undefined;
  readonly model?: SystemModel | undefined;
  /**
   * Under the rule `none`: whether consumers may be linked to co-products, free of burdens. If not, a co-product has no
   * column, and what is taken of it is linked to an activity of which it is the reference product, or cut off. Default: true.
   */
  readonly linksFreeCoproducts?: boolean | undefined;
}

/** One activity × product. */
export interface SystemNode {
  /** Its row and column. */
  readonly index: number;
  /** Index of the activity. */
  readonly activity: number;
  /** Index of the product. */
  readonly product: number;
  /** The production exchange that stands on the diagonal. */
  readonly exchange: number;
  readonly label: string;
}

/**
 * A square system of P nodes and E elementary flows. Column j is what node j's share of its activity exchanges, at the activity's
 * own amounts: on its own row what it makes (> 0) or treats (< 0), inputs negative, wastes and credits positive.
 */
export interface LinkedSystem {
  readonly graph: ExchangeGraph;
  readonly nodes: readonly SystemNode[];
  /** By activity: its nodes, the reference product first. */
  readonly nodesOf: readonly (readonly number[])[];
  /** A, P × P. */
  readonly technosphere: CsrMatrix;
  /** B, E × P. */
  readonly biosphere: CsrMatrix;
  /** Which exchanges make the cells of A. */
  readonly technosphereCells: ExchangeCells;
  /** Which exchanges make the cells of B. */
  readonly biosphereCells: ExchangeCells;
  readonly cutOffs: readonly CutOff[];
  /**
   * The nodes to which what is cut off belongs, by row of the product: Σ factor × amount is what a node takes (> 0), or gives to be
   * treated or credits (< 0).
   */
  readonly cutOffCells: ExchangeCells;
  readonly choices: readonly LinkChoice[];
  /** Activities (their indices) of which a co-product is free of burdens. */
  readonly free: readonly number[];
  /** How the burdens of activities with several products were divided. */
  readonly allocations: readonly ActivityAllocation[];
  /** By-products of merged treatments of which consumers were linked to one host each. */
  readonly hosted: readonly HostedProduct[];
  readonly notes: readonly Message[];
}

/** A by-product of a waste treatment that is merged into several activities. */
export interface HostedProduct {
  readonly product: number;
  readonly hosts: number;
  /** Indices of the activities that take it. */
  readonly consumers: ReadonlySet<number>;
}

/**
 * The square system of an inventory: links its exchanges, divides activities with several products, and places what each node
 * exchanges in matrices. Throws LifecycleError, which names activity and product, if an activity has no function, a rule cannot
 * be applied, or a provider is missing and is to be refused.
 *
 * Heijungs, Suh (2002), ch. 3, doi:10.1007/978-94-015-9900-9; ISO 14044, allocation.
 */
export function linkedSystem(graph: ExchangeGraph, options: SystemOptions = {}): LinkedSystem {
  const { allocation = {}, model, linksFreeCoproducts = true } = options;
  checkIds(graph, allocation);
  const functions = functionsOf(graph);
  const allocations = activityAllocations(graph, functions, allocation);
  const answering = answeringExchanges(graph, functions, allocations, linksFreeCoproducts);
  const search = new ProviderSearch(graph, functions, answering, options);
  const links = link(graph, options, functions, answering, search);
  const merged = model === systemModels[1] ? mergeTreatments(graph, functions, links) : undefined;
  const processes: UnitProcess[] = [];
  for (const a of graph.activities.keys())
    if (!merged?.hosts.has(a))
      processes.push(unitProcess(graph, functions, a, { allocation, model, answering, merged }));
  const assembly = new Assembly(graph, functions, links, merged, search, options);
  return assembly.system(processes, answering);
}

class Assembly {
  private readonly graph: ExchangeGraph;
  private readonly functions: ActivityFunctions;
  private readonly links: LinkedExchanges;
  private readonly merged: MergedTreatments | undefined;
  private readonly search: ProviderSearch;
  private readonly options: SystemOptions;
  private readonly nodes: SystemNode[] = [];
  private readonly nodesOf: number[][];
  /** E: the node of which a production exchange is the diagonal; −1 for others. */
  private readonly nodeOfExchange: Int32Array;
  private readonly technosphere: CellColumns;
  private readonly biosphere: CellColumns;
  private readonly cutOffs: CutOff[];
  private readonly cutOffCells: CellColumns;
  private readonly choices: Choices;
  private readonly free: number[] = [];
  private readonly allocations: ActivityAllocation[] = [];
  private readonly hosted = new Map<number, HostedProduct & { readonly consumers: Set<number> }>();
  private productOf: Map<string, number> | undefined;

  constructor(
    graph: ExchangeGraph,
    functions: ActivityFunctions,
    links: LinkedExchanges,
    merged: MergedTreatments | undefined,
    search: ProviderSearch,
    options: SystemOptions,
  ) {
    this.graph = graph;
    this.functions = functions;
    this.links = links;
    this.merged = merged;
    this.search = search;
    this.options = options;
    this.nodesOf = graph.activities.map(() => []);
    this.nodeOfExchange = new Int32Array(graph.exchanges.count).fill(-1);
    this.technosphere = new CellColumns(graph.exchanges.count);
    this.biosphere = new CellColumns(graph.exchanges.count);
    this.cutOffs = [...links.cutOffs];
    this.cutOffCells = new CellColumns(links.cutOffs.length);
    this.choices = new Choices(graph);
  }

  system(processes: readonly UnitProcess[], answering: Uint8Array): LinkedSystem {
    for (const process of processes) this.addNodes(process);
    for (const { activity, allocation } of processes)
      if (allocation) this.allocations.push({ activity, ...allocation });
    for (const process of processes) this.addColumns(process, answering);
    const [P, E] = [this.nodes.length, this.graph.flows.length];
    const [a, b] = [this.technosphere.cells(), this.biosphere.cells()];
    const { amount } = this.graph.exchanges;
    const matrix = (rows: number, cells: ExchangeCells) =>
      csrFromTriplets(
        rows,
        P,
        cells.row,
        cells.column,
        Float64Array.from(cells.factor, (factor, at) => factor * amount[cells.exchange[at]!]!),
      );
    return {
      graph: this.graph,
      nodes: this.nodes,
      nodesOf: this.nodesOf,
      technosphere: matrix(P, a),
      biosphere: matrix(E, b),
      technosphereCells: a,
      biosphereCells: b,
      cutOffs: this.cutOffs,
      cutOffCells: this.cutOffCells.cells(),
      choices: [...this.links.choices, ...this.choices.list()],
      free: this.free,
      allocations: this.allocations,
      hosted: [...this.hosted.values()],
      notes: this.notes(),
    };
  }

  private addNodes(process: UnitProcess): void {
    const { activities, products } = this.graph;
    const { name, location } = activities[process.activity]!;
    const order = [...process.functions.keys()];
    if (process.reference > 0) order.unshift(...order.splice(process.reference, 1));
    for (const at of order) {
      const { product, parts } = process.functions[at]!;
      const index = this.nodes.length;
      const exchange = parts[0]!.exchange;
      const called = products[product]!.name;
      const label = `${called === name ? name : `${called}, ${name}`}${location === null ? "" : ` (${location})`}`;
      this.nodes.push({ index, activity: process.activity, product, exchange, label });
      this.nodesOf[process.activity]!.push(index);
      for (const part of parts)
        if (this.graph.exchanges.activity[part.exchange] === process.activity)
          this.nodeOfExchange[part.exchange] = index;
    }
  }

  private addColumns(process: UnitProcess, answering: Uint8Array): void {
    const { starts, isWasteOutput } = this.functions;
    const { type } = this.graph.exchanges;
    const columns = process.functions.map(({ product }) => this.nodeOf(process.activity, product));
    for (const [at, { parts }] of process.functions.entries())
      for (const { exchange, factor } of parts) this.technosphere.add(exchange, columns[at]!, columns[at]!, factor);
    const place = (exchange: number, factor: number) => {
      if (type[exchange] === PRODUCTION && isWasteOutput[exchange] === 0) return;
      const cell = this.cellOf(process.activity, exchange);
      if (cell)
        this.divide(
          cell.isElementary ? this.biosphere : this.technosphere,
          process,
          columns,
          exchange,
          cell.row,
          cell.sign * factor,
        );
      else if (this.merged?.isInternal[exchange] !== 1) {
        const sign = type[exchange] === TECHNOSPHERE ? 1 : -1;
        this.divide(this.cutOffCells, process, columns, exchange, this.graph.exchanges.flow[exchange]!, sign * factor);
      }
    };
    for (let e = starts[process.activity]!; e < starts[process.activity + 1]!; e++) place(e, 1);
    for (const { exchange, factor } of process.merged) place(exchange, factor);
    for (const exchange of process.credited) this.credit(process, columns, exchange, answering);
    const isDropped =
      process.credited.length === 0 && process.functions.length < this.functions.of[process.activity]!.length;
    if (isDropped || (process.functions.length > 1 && process.shares().includes(0))) this.free.push(process.activity);
  }

  /** Row and sign of an exchange; nothing if it is cut off or internal to the process. */
  private cellOf(host: number, exchange: number) {
    const { type, flow } = this.graph.exchanges;
    if (type[exchange] === BIOSPHERE) return { row: flow[exchange]!, sign: 1, isElementary: true };
    if (this.merged?.isInternal[exchange] === 1) return undefined;
    const making = this.links.making[exchange]!;
    if (making < 0) return undefined;
    return {
      row: this.rowOf(making, exchange, host),
      sign: type[exchange] === TECHNOSPHERE ? -1 : 1,
      isElementary: false,
    };
  }

  /** The node behind a production exchange; for a by-product of a merged treatment that of one of its hosts. */
  private rowOf(making: number, exchange: number, consumer: number): number {
    const { activity, flow } = this.graph.exchanges;
    const hosts = this.merged?.hosts.get(activity[making]!);
    if (hosts === undefined) return this.nodeOfExchange[making]!;
    const product = flow[making]!;
    const { activity: host, rule } = this.search.choose(hosts, this.graph.activities[consumer]!.location);
    if (hosts.length > 1) {
      this.choices.add(exchange, product, host, rule, hosts.length);
      const hosted = this.hosted.get(product) ?? { product, hosts: hosts.length, consumers: new Set() };
      this.hosted.set(product, hosted);
      hosted.consumers.add(consumer);
    }
    return this.nodeOf(host, product);
  }

  private nodeOf(activity: number, product: number): number {
    return this.nodesOf[activity]!.find((node) => this.nodes[node]!.product === product)!;
  }

  private divide(
    to: CellColumns,
    process: UnitProcess,
    columns: readonly number[],
    exchange: number,
    row: number,
    factor: number,
  ): void {
    const only = process.onlyOf(exchange);
    if (only >= 0) {
      to.add(exchange, row, columns[only]!, factor);
      return;
    }
    const shares = process.shares();
    for (let at = 0; at < columns.length; at++)
      if (shares[at] !== 0) to.add(exchange, row, columns[at]!, factor * shares[at]!);
  }

  /** The credit of a co-product: what it replaces is made less. Without a provider it is listed as cut off. */
  private credit(process: UnitProcess, columns: readonly number[], exchange: number, answering: Uint8Array): void {
    const { activities, products, exchanges } = this.graph;
    const { flow, amount } = exchanges;
    const coproduct = products[flow[exchange]!]!;
    const { product = coproduct.id, provider, ratio } = this.avoidedBy(coproduct.id);
    if (product === null) return;
    this.productOf ??= new Map(products.map(({ id }, at) => [id, at]));
    const avoided = this.productOf.get(product);
    if (avoided === undefined)
      throw new LifecycleError("avoided", texts.unknownAvoided({ id: product, kind: texts.product() }));
    const { name, unit } = products[avoided]!;
    const times = ratio ?? factorBetween(coproduct.unit, unit);
    if (times === null || !Number.isFinite(times))
      throw new LifecycleError(
        "avoided",
        texts.ratio({ product: coproduct.name, avoided: name, unit: coproduct.unit, other: unit }),
      );
    const { location } = activities[process.activity]!;
    let making: number;
    if (provider === undefined) {
      const found = this.search.find(avoided, location, amount[exchange]!, process.activity);
      making = found.making;
      if (found.candidates > 1)
        this.choices.add(exchange, avoided, exchanges.activity[making]!, found.rule, found.candidates);
    } else {
      const by = activities.findIndex(({ id }) => id === provider);
      if (by < 0) throw new LifecycleError("avoided", texts.unknownAvoided({ id: provider, kind: texts.activity() }));
      making = this.search.by(by, avoided, this.functions, answering);
      if (making < 0) throw new LifecycleError("avoided", texts.notAvoided({ provider, avoided: name }));
    }
    if (making < 0) {
      if (this.options.missing === "refuse") throw new LifecycleError("exchanges", missing(this.graph, exchange));
      this.cutOffs.push(cutOffOf(this.graph, exchange, "no-provider"));
      this.divide(this.cutOffCells, process, columns, exchange, avoided, -times);
      return;
    }
    this.divide(this.technosphere, process, columns, exchange, this.rowOf(making, exchange, process.activity), times);
  }

  private avoidedBy(id: string): Avoided {
    const { avoided } = this.options;
    return avoided && Object.hasOwn(avoided, id) ? avoided[id]! : {};
  }

  private notes(): Message[] {
    const notes: Message[] = [];
    if (this.cutOffs.length > 0) {
      const names = new Set(this.cutOffs.map(({ product }) => this.graph.products[product]!.name));
      notes.push(texts.cutOff({ count: this.cutOffs.length, names: someOf([...names]) }));
    }
    if (this.free.length > 0) {
      const names = this.free.map((activity) => this.graph.activities[activity]!.name);
      notes.push(texts.free({ count: this.free.length, names: someOf(names) }));
    }
    const unallocated = this.allocations.filter(({ state }) => state === "unallocated");
    if (unallocated.length > 0) {
      const names = unallocated.map(({ activity }) => this.graph.activities[activity]!.name);
      notes.push(texts.unallocated({ count: unallocated.length, names: someOf(names) }));
    }
    for (const { product, hosts } of this.hosted.values())
      notes.push(texts.hosted({ product: this.graph.products[product]!.name, count: hosts }));
    return notes;
  }
}

function checkIds({ activities }: ExchangeGraph, { byActivity }: Allocation): void {
  const ids = Object.keys(byActivity ?? {});
  if (ids.length === 0) return;
  const known = new Set(activities.map(({ id }) => id));
  const id = ids.find((each) => !known.has(each));
  if (id !== undefined) throw new LifecycleError("allocation", texts.unknownActivity({ id }));
}
