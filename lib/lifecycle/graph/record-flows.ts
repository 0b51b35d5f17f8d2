import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { ElementaryFlow, Product } from "./exchange-graph.ts";
import type { InventoryRecords } from "./inventory-records.ts";
import { factorBetween } from "./unit-names.ts";

const texts = messages("lifecycle.records", {
  ambiguous: {
    en: "Activity {activity} exchanges {name} in {unit}, which fits {count} products: {ids}. Write the id of one.",
    zh: "活动“{activity}”以 {unit} 计的 {name} 与 {count} 种产品相符：{ids}。请写明其中一个的标识。",
  },
  noCompartment: {
    en: "Activity {activity} exchanges the elementary flow {flow} without a compartment. State one, such as emission/air.",
    zh: "活动“{activity}”的基本流 {flow} 没有环境分区。请写明，如 emission/air。",
  },
  wasteOrNot: {
    en: "Activity {activity} calls {product} a waste, another exchange does not. Decide on one.",
    zh: "活动“{activity}”称 {product} 是否为废物与另一处交换不一致。请统一。",
  },
});

/** The products of records: those with ids, and others told apart by name and dimension of the unit. */
export class RecordProducts {
  private readonly all: (Omit<Product, "waste"> & { waste: boolean | undefined; isTreated: boolean })[] = [];
  private readonly byId = new Map<string, number>();
  private readonly byName = new Map<string, number[]>();
  private readonly declared: ReadonlySet<string>;

  constructor(declared: InventoryRecords["products"] = []) {
    for (const { id, name, unit, waste } of declared) this.add(id, name, unit, waste);
    this.declared = new Set(declared.map(({ id }) => id));
  }

  /** The id of the product that a record names, which is new if none fits. Throws LifecycleError if several fit. */
  idOf(written: string, unit: string, activity: string): string {
    if (this.declared.has(written)) return written;
    const fitting = (this.byName.get(written) ?? []).filter((at) => factorBetween(unit, this.all[at]!.unit) !== null);
    if (fitting.length === 1) return this.all[fitting[0]!]!.id;
    if (fitting.length > 1) {
      const ids = fitting.map((at) => this.all[at]!.id);
      throw new LifecycleError("product", texts.ambiguous({ activity, name: written, unit, count: ids.length, ids }));
    }
    return this.add(freeId(this.byId, written, unit), written, unit, undefined);
  }

  unitOf(id: string): string {
    return this.all[this.byId.get(id)!]!.unit;
  }

  nameOf(id: string): string {
    return this.all[this.byId.get(id)!]!.name;
  }

  /** What an exchange says about being a waste. Throws LifecycleError if another says the contrary. */
  mark(id: string, waste: boolean | undefined, isTreated: boolean, activity: string): void {
    const product = this.all[this.byId.get(id)!]!;
    product.isTreated ||= isTreated;
    if (waste === undefined) return;
    if (product.waste !== undefined && product.waste !== waste)
      throw new LifecycleError("waste", texts.wasteOrNot({ activity, product: product.name }));
    product.waste = waste;
  }

  list(): Product[] {
    return this.all.map(({ id, name, unit, waste, isTreated }) => ({ id, name, unit, waste: waste ?? isTreated }));
  }

  private add(id: string, name: string, unit: string, waste: boolean | undefined): string {
    const at = this.all.length;
    this.all.push({ id, name, unit, waste, isTreated: false });
    this.byId.set(id, at);
    this.byName.set(name, [...(this.byName.get(name) ?? []), at]);
    return id;
  }
}

/** The elementary flows of records: those with ids, and others told apart by name, compartment and dimension of the unit. */
export class RecordFlows {
  private readonly all: ElementaryFlow[] = [];
  private readonly byId = new Map<string, number>();
  private readonly byName = new Map<string, number[]>();
  /** How many are those of the background. */
  private readonly given: number;

  constructor(declared: InventoryRecords["flows"], background: readonly ElementaryFlow[] = []) {
    for (const flow of background) this.add(flow);
    this.given = background.length;
    for (const { id, name, compartment, unit, cas } of declared ?? [])
      this.add({ id, name, compartment, unit, cas: cas ?? null });
  }

  /** The id of the flow that a record names. Throws LifecycleError if its compartment is not known. */
  idOf(
    written: string,
    compartment: string | undefined,
    unit: string,
    cas: string | undefined,
    activity: string,
  ): string {
    if (compartment === undefined && this.byId.has(written)) return written;
    const fitting = (this.byName.get(written) ?? []).filter((at) => {
      const flow = this.all[at]!;
      return (compartment ?? flow.compartment) === flow.compartment && factorBetween(unit, flow.unit) !== null;
    });
    if (fitting.length > 0 && (compartment !== undefined || fitting.length === 1)) return this.all[fitting[0]!]!.id;
    if (compartment === undefined)
      throw new LifecycleError("compartment", texts.noCompartment({ activity, flow: written }));
    const id = freeId(this.byId, `${written}, ${compartment}`, unit);
    return this.add({ id, name: written, compartment, unit, cas: cas ?? null });
  }

  nameOf(id: string): string {
    return this.all[this.byId.get(id)!]!.name;
  }

  /** Those of the records: the background's are declared already. */
  list(): readonly ElementaryFlow[] {
    return this.all.slice(this.given);
  }

  private add(flow: ElementaryFlow): string {
    this.byId.set(flow.id, this.all.length);
    this.byName.set(flow.name, [...(this.byName.get(flow.name) ?? []), this.all.length]);
    this.all.push(flow);
    return flow.id;
  }
}

function freeId(taken: ReadonlyMap<string, number>, name: string, unit: string): string {
  let id = name;
  while (taken.has(id)) id = `${id} (${unit})`;
  return id;
}
