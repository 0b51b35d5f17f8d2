import { messages } from "../../message/message.ts";
import { scaledLaw } from "../../uncertainty/distributions/scaled-law.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import {
  type Activity,
  type ElementaryFlow,
  type ExchangeDetails,
  type ExchangeGraph,
  type ExchangeType,
  exchangeTypes,
  type Parameter,
  type Product,
} from "./exchange-graph.ts";
import { factorBetween } from "./unit-names.ts";

const texts = messages("lifecycle.graph", {
  activity: { en: "Activity", zh: "活动" },
  product: { en: "Product", zh: "产品" },
  flow: { en: "Elementary flow", zh: "基本流" },
  notFirst: {
    en: "A whole inventory is added before its activities, not after.",
    zh: "整份清单应先于其他活动加入。",
  },
  twice: {
    en: "{kind} {id} is declared twice. Give each an id of its own.",
    zh: "{kind} {id} 声明了两次。请为每一个指定各自的标识。",
  },
  unknownFlow: {
    en: "Activity {activity} exchanges {flow}, which is not declared.",
    zh: "活动“{activity}”的交换 {flow} 未声明。",
  },
  unknownProvider: {
    en: "Activity {activity} takes {flow} from the activity {provider}, which is not in the inventory.",
    zh: "活动“{activity}”的 {flow} 由活动 {provider} 提供，而清单中没有该活动。",
  },
  unit: {
    en: "Activity {activity} exchanges {flow} in {unit}, which does not fit its unit {expected}.",
    zh: "活动“{activity}”以 {unit} 计的 {flow} 与其单位 {expected} 不相容。",
  },
  amount: {
    en: "Activity {activity} exchanges {amount} of {flow}; the amount must be a finite number.",
    zh: "活动“{activity}”的 {flow} 交换量为 {amount}，应为有限数。",
  },
});

/** One exchange of an activity, with the ids of what it is exchanged with. */
export interface GivenExchange extends Omit<ExchangeDetails, "only"> {
  readonly type: ExchangeType;
  /** Id of the product, or of the elementary flow. */
  readonly flow: string;
  readonly amount: number;
  /** The unit of the amount, of its law and of what its formula gives; default: that of the flow. */
  readonly unit?: string;
  /** Id of the providing activity, if the source states one. It may be declared later. */
  readonly provider?: string;
  /** Id of the product to whose part of a multi-product activity the exchange belongs. */
  readonly only?: string;
}

/** What becomes of an exchange whose stated provider is not in the inventory. */
export type UnknownProvider = "refuse" | "ignore";

/**
 * Collects an inventory from a reader, activity by activity. Products and flows are declared before the exchanges that name
 * them; providers may come later.
 */
export class GraphBuilder {
  private readonly activities: Activity[] = [];
  private readonly products: Product[] = [];
  private readonly flows: ElementaryFlow[] = [];
  private readonly parameters: Parameter[] = [];
  private readonly places = {
    activity: new Map<string, number>(),
    product: new Map<string, number>(),
    flow: new Map<string, number>(),
  };
  private readonly columns = {
    activity: new Growing(),
    type: new Growing(),
    flow: new Growing(),
    amount: new Growing(),
    provider: new Growing(),
  };
  private readonly details = new Map<number, ExchangeDetails>();
  private readonly providers = new Map<number, string>();
  private readonly otherIds = new Map<string, number>();
  private count = 0;
  private readonly unknownProvider: UnknownProvider;

  constructor(unknownProvider: UnknownProvider = "refuse") {
    this.unknownProvider = unknownProvider;
  }

  hasProduct(id: string): boolean {
    return this.places.product.has(id);
  }

  hasFlow(id: string): boolean {
    return this.places.flow.has(id);
  }

  addProduct(product: Product): void {
    this.declare("product", product.id, this.products.length);
    this.products.push(product);
  }

  addFlow(flow: ElementaryFlow): void {
    this.declare("flow", flow.id, this.flows.length);
    this.flows.push(flow);
  }

  addParameter(parameter: Parameter): void {
    this.parameters.push(parameter);
  }

  /** Adds a whole inventory, first of all. */
  addGraph({ activities, products, flows, parameters, exchanges }: ExchangeGraph): void {
    if (this.activities.length > 0) throw new LifecycleError("graph", texts.notFirst());
    for (const activity of activities) {
      this.declare("activity", activity.id, this.activities.length);
      this.activities.push(activity);
    }
    for (const product of products) this.addProduct(product);
    for (const flow of flows) this.addFlow(flow);
    this.parameters.push(...parameters);
    for (let at = 0; at < exchanges.count; at++)
      for (const column of ["activity", "type", "flow", "amount", "provider"] as const)
        this.columns[column].push(exchanges[column][at]!);
    for (const [at, detail] of exchanges.details) this.details.set(at, detail);
    this.count = exchanges.count;
  }

  /** Adds an activity with all its exchanges. Throws LifecycleError, which names the activity. Returns its index. */
  addActivity(activity: Activity, exchanges: Iterable<GivenExchange>): number {
    const index = this.activities.length;
    this.declare("activity", activity.id, index);
    this.activities.push(activity);
    for (const exchange of exchanges) this.addExchange(index, activity, exchange);
    return index;
  }

  /** Another id by which exchanges name an activity (its index) as their provider, where a format names activity and product. */
  addProviderId(id: string, activity: number): void {
    this.otherIds.set(id, activity);
  }

  /** The inventory. Throws LifecycleError if a provider is unknown. */
  graph(): ExchangeGraph {
    const provider = this.columns.provider.as(Int32Array);
    for (const [at, id] of this.providers) {
      const place = this.places.activity.get(id) ?? this.otherIds.get(id);
      if (place !== undefined) provider[at] = place;
      else if (this.unknownProvider === "refuse") {
        const activity = this.activities[this.columns.activity.at(at)]!.name;
        const flow = this.products[this.columns.flow.at(at)]!.name;
        throw new LifecycleError("exchanges", texts.unknownProvider({ activity, flow, provider: id }));
      }
    }
    return {
      activities: this.activities,
      products: this.products,
      flows: this.flows,
      parameters: this.parameters,
      exchanges: {
        count: this.count,
        activity: this.columns.activity.as(Int32Array),
        type: this.columns.type.as(Uint8Array),
        flow: this.columns.flow.as(Int32Array),
        amount: this.columns.amount.as(Float64Array),
        provider,
        details: this.details,
      },
    };
  }

  private declare(kind: "activity" | "product" | "flow", id: string, place: number): void {
    if (this.places[kind].has(id)) throw new LifecycleError(kind, texts.twice({ kind: texts[kind](), id }));
    this.places[kind].set(id, place);
  }

  private addExchange(index: number, activity: Activity, given: GivenExchange): void {
    const { type, flow, amount, unit, provider, only, ...details } = given;
    const isElementary = type === "biosphere";
    const place = (isElementary ? this.places.flow : this.places.product).get(flow);
    if (place === undefined)
      throw new LifecycleError("exchanges", texts.unknownFlow({ activity: activity.name, flow }));
    const { name, unit: expected } = (isElementary ? this.flows : this.products)[place]!;
    if (!Number.isFinite(amount))
      throw new LifecycleError("exchanges", texts.amount({ activity: activity.name, flow: name, amount }));
    const factor = unit === undefined || unit === expected ? 1 : factorOf(activity.name, name, unit, expected);
    const at = this.count++;
    this.columns.activity.push(index);
    this.columns.type.push(exchangeTypes.indexOf(type));
    this.columns.flow.push(place);
    this.columns.amount.push(amount * factor);
    this.columns.provider.push(-1);
    if (provider !== undefined) this.providers.set(at, provider);
    const part = only === undefined ? undefined : this.places.product.get(only);
    if (only !== undefined && part === undefined)
      throw new LifecycleError("exchanges", texts.unknownFlow({ activity: activity.name, flow: only }));
    const kept: ExchangeDetails = {
      ...details,
      ...(part !== undefined && { only: part }),
      ...(factor !== 1 && inUnitOfFlow(details, factor)),
    };
    if (Object.values(kept).some((detail) => detail !== undefined)) this.details.set(at, kept);
  }
}

function factorOf(activity: string, flow: string, unit: string, expected: string): number {
  const factor = factorBetween(unit, expected);
  if (factor === null) throw new LifecycleError("exchanges", texts.unit({ activity, flow, unit, expected }));
  return factor;
}

function inUnitOfFlow({ law, formula }: ExchangeDetails, factor: number): ExchangeDetails {
  return {
    ...(law !== undefined && { law: law === "undefined" ? law : scaledLaw(law, factor) }),
    ...(formula !== undefined && { formula: `(${formula}) * ${factor}` }),
  };
}

/** A growing column of numbers. */
class Growing {
  private values = new Float64Array(1024);
  private length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  as<Column>(kind: { from(values: ArrayLike<number>): Column }): Column {
    return kind.from(this.values.subarray(0, this.length));
  }
}
