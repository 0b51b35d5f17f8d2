/**
 * Product systems: requirements and elementary flows of a functional unit.
 *
 * @module
 */

export * from "./graph/allocation.ts";
export * from "./graph/compare-allocations.ts";
export * from "./graph/demand.ts";
export * from "./graph/exchange-cells.ts";
export * from "./graph/exchange-graph.ts";
export * from "./graph/graph-builder.ts";
export * from "./graph/inventory-records.ts";
export * from "./graph/link.ts";
export * from "./graph/linked-system.ts";
export * from "./graph/parameter-values.ts";
export { type LinkRule, linkRules, type ProviderRule } from "./graph/provider-search.ts";
export * from "./graph/records.ts";
export * from "./graph/unit-names.ts";
export { type SystemModel, systemModels } from "./graph/unit-processes.ts";
export * from "./lifecycle-error.ts";
export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
