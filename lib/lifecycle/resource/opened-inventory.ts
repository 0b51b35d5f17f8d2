import { AssessmentPlaces } from "../assess/assessment-places.ts";
import { BillIndex } from "../assess/bill-match.ts";
import { SolvedSystem } from "../assessed-system.ts";
import type { BackgroundLink } from "../background/background-link.ts";
import { type MassBalance, massBalances } from "../balance/mass-balance.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { linkedSystem, type SystemOptions } from "../graph/linked-system.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import type { InventoryAbout } from "./inventory-columns.ts";

/** What is known besides an inventory. */
export interface InventoryExtras {
  /** For assessments: codes of places and factors of grids, and other names of processes. */
  readonly places?: AssessmentPlaces;
  readonly links?: readonly BackgroundLink[];
  /** What was kept with an imported inventory. */
  readonly imported?: InventoryAbout | null;
}

/** An inventory that is kept open: its square system, made when first needed, and the methods by which it can be assessed. */
export class OpenedInventory {
  readonly graph: ExchangeGraph;
  readonly rules: SystemOptions;
  readonly methods: readonly ImpactMethod[];
  readonly places: AssessmentPlaces;
  /** What was kept with an imported inventory; null for others. */
  readonly imported: InventoryAbout | null;
  readonly #links: readonly BackgroundLink[];
  #bill: BillIndex | undefined;
  #solved: SolvedSystem | undefined;
  #balances: readonly MassBalance[] | undefined;

  constructor(
    graph: ExchangeGraph,
    rules: SystemOptions,
    methods: readonly ImpactMethod[],
    { places = new AssessmentPlaces(), links = [], imported = null }: InventoryExtras = {},
  ) {
    this.#links = links;
    this.places = places;
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
