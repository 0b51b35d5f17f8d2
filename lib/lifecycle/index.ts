/**
 * Product systems: requirements and elementary flows of a functional unit.
 *
 * @module
 */

export * from "./contribution/break-even.ts";
export * from "./contribution/break-even-draws.ts";
export * from "./contribution/compare-draws.ts";
export * from "./contribution/elasticity.ts";
export * from "./footprint/aggregate-footprints.ts";
export * from "./footprint/biogenic-uptake.ts";
export * from "./footprint/footprint.ts";
export * from "./graph/exchange-graph.ts";
export * from "./graph/graph-builder.ts";
export * from "./lifecycle-error.ts";
export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
