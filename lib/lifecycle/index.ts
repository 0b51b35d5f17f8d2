/**
 * Product systems: requirements and elementary flows of a functional unit.
 *
 * @module
 */

export * from "./footprint/aggregate-footprints.ts";
export * from "./footprint/biogenic-uptake.ts";
export * from "./footprint/footprint.ts";
export * from "./graph/exchange-graph.ts";
export * from "./graph/graph-builder.ts";
export * from "./lifecycle-error.ts";
export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
