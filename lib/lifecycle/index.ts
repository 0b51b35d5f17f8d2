/**
 * Product systems: requirements and elementary flows of a functional unit.
 *
 * @module
 */

export * from "./graph/exchange-graph.ts";
export * from "./graph/graph-builder.ts";
export * from "./lifecycle-error.ts";
export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
