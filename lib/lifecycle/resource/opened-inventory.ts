import { AssessmentPlaces } from "../assess/assessment-places.ts";
import { BillIndex } from "../assess/bill-match.ts";
import type { MaterialFactor } from "../assess/material-factors.ts";
import { SolvedSystem } from "../assessed-system.ts";
import type { BackgroundLink } from "../background/background-link.ts";
import { type MassBalance, massBalances } from "../balance/mass-balance.ts";
import { allocationOver } from "../graph/allocation.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import type { InventoryRecords } from "../graph/inventory-records.ts";
import { linkedSystem, type SystemOptions } from "../graph/linked-system.ts";
import { graphOf } from "../graph/records.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import { AS_STATED, DrawnAmounts } from "../uncertainty/drawn-amounts.ts";
import type { InventoryAbout } from "./inventory-columns.ts";
import type { InventoryRequest } from "./request.ts";

/** What is known besides an inventory. */
export interface InventoryExtras {
  /** For assessments: codes of places and factors of grids, factors of materials, and other names of processes. */
  readonly places?: AssessmentPlaces;
  readonly materials?: ReadonlyMap<string, MaterialFactor>;
  readonly links?: readonly BackgroundLink[];
  /** What was kept with an imported inventory. */
  readonly imported?: InventoryAbout | null;
}

/** What a request changes of an opened inventory. */
export type InventoryChange = Pick<InventoryRequest, "records" | "rules" | "draw">;

/** Changes that are kept: as many as ± evaluates at the same time. */
const KEPT = 8;

/** An inventory that is kept open: its square system, made when first needed, and the methods by which it can be assessed. */
export class OpenedInventory {
  readonly graph: ExchangeGraph;
  readonly rules: SystemOptions;
  readonly methods: readonly ImpactMethod[];
  readonly places: AssessmentPlaces;
  /** Factors of materials by their items in the table. */
  readonly materials: ReadonlyMap<string, MaterialFactor>;
  /** What was kept with an imported inventory; null for others. */
  readonly imported: InventoryAbout | null;
  readonly #links: readonly BackgroundLink[];
  #bill: BillIndex | undefined;
  #solved: SolvedSystem | undefined;
  readonly #extras: InventoryExtras;
  #amounts: DrawnAmounts | undefined;
  /** By what is changed, the most recently used last. */
  readonly #changed = new Map<string, OpenedInventory>();
  #balances: readonly MassBalance[] | undefined;

  constructor(
    graph: ExchangeGraph,
    rules: SystemOptions,
    methods: readonly ImpactMethod[],
    extras: InventoryExtras = {},
  ) {
    const { places = new AssessmentPlaces(), materials = new Map(), links = [], imported = null } = extras;
    this.#extras = extras;
    this.#links = links;
    this.places = places;
    this.materials = materials;
    this.imported = imported;
    this.graph = graph;
    this.rules = rules;
    this.methods = methods;
  }

  /** Throws LifecycleError if the inventory makes no square system. */
  get solved(): SolvedSystem {
    this.#solved ??= new SolvedSystem(linkedSystem(this.graph, this.rules));
    return this.#solved;
  }

  /**
   * Activities over it, or other rules, which come before its own, or the amounts of one draw of its laws (`DrawnAmounts`); itself without
   * any. The last ones are kept, because the cells of a notebook ask for one several times. Throws LifecycleError, UncertaintyError.
   */
  with({ records, rules, draw }: InventoryChange): OpenedInventory {
    const changed = records || rules ? this.#kept([records, rules], () => this.#over(records, rules)) : this;
    return draw === undefined ? changed : changed.#drawn(draw);
  }

  #over(records: InventoryRecords | undefined, rules: SystemOptions | undefined): OpenedInventory {
    const background = this.graph.activities.length === 0 ? undefined : this.graph;
    const graph = records ? graphOf(records, background) : this.graph;
    const allocation = rules?.allocation && allocationOver(this.rules.allocation, rules.allocation);
    const own = { ...this.rules, ...rules, ...(allocation && { allocation }) };
    return new OpenedInventory(graph, own, this.methods, this.#extras);
  }

  #drawn(draw: number): OpenedInventory {
    this.#amounts ??= new DrawnAmounts(this.graph);
    const amounts = this.#amounts;
    return draw === AS_STATED
      ? this
      : this.#kept(draw, () => new OpenedInventory(amounts.at(draw), this.rules, this.methods, this.#extras));
  }

  #kept(by: unknown, make: () => OpenedInventory): OpenedInventory {
    const key = JSON.stringify(by);
    const found = this.#changed.get(key) ?? make();
    // Moved to the end: most recently used.
    this.#changed.delete(key);
    this.#changed.set(key, found);
    if (this.#changed.size > KEPT) this.#changed.delete(this.#changed.keys().next().value!);
    return found;
  }

  /** The balances of mass of its activities, by activity. Throws LifecycleError if one has no product. */
  get balances(): readonly MassBalance[] {
    this.#balances ??= massBalances(this.graph);
    return this.#balances;
  }

  /** Its products by the words of their names. */
  get bill(): BillIndex {
    this.#bill ??= new BillIndex(this.solved.system, this.#links);
    return this.#bill;
  }

  /** The system under the methods, indicators or metrics of these names; all shipped ones by default. Throws LifecycleError. */
  assessedBy(names: readonly string[] | undefined) {
    return this.solved.assessedBy(chosenMethods(this.methods, names));
  }
}
