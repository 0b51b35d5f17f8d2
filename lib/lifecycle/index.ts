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
export * from "./impact/assessed-inventory.ts";
export * from "./impact/characterisation.ts";
export * from "./impact/climate-flow.ts";
export * from "./impact/climate-inventory.ts";
export * from "./impact/climate-method.ts";
export * from "./impact/climate-split.ts";
export * from "./impact/coverage.ts";
export * from "./impact/direct-impacts.ts";
export * from "./impact/impact-method.ts";
export * from "./impact/shipped-methods.ts";
export * from "./impact/weighting.ts";
export * from "./lifecycle-error.ts";
export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
