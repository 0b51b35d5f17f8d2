import { SolvedSystem } from "../assessed-system.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { linkedSystem, type SystemOptions } from "../graph/linked-system.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import type { InventoryAbout } from "./inventory-columns.ts";

/** An inventory that is kept open: its square system, made when first needed, and the methods by which it can be assessed. */
export class OpenedInventory {
  readonly graph: ExchangeGraph;
  readonly rules: SystemOptions;
  readonly methods: readonly ImpactMethod[];
  /** What was kept with an imported inventory; null for others. */
  readonly imported: InventoryAbout | null;
  #solved: SolvedSystem | undefined;

  constructor(
    graph: ExchangeGraph,
    rules: SystemOptions,
    methods: readonly ImpactMethod[],
    imported: InventoryAbout | null = null,
  ) {
    this.graph = graph;
    this.rules = rules;
    this.methods = methods;
    this.imported = imported;
  }

  /** Throws LifecycleError if the inventory makes no square system. */
  get solved(): SolvedSystem {
    this.#solved ??= new SolvedSystem(linkedSystem(this.graph, this.rules));
    return this.#solved;
  }

  /** The system under the methods, indicators or metrics of these names; all shipped ones by default. Throws LifecycleError. */
  assessedBy(names: readonly string[] | undefined) {
    return this.solved.assessedBy(chosenMethods(this.methods, names));
  }
}
