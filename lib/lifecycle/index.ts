/**
 * Product systems: requirements and elementary flows of a functional unit.
 *
 * @module
 */

export * from "./assessed-system.ts";
export * from "./contribution/break-even.ts";
export * from "./contribution/break-even-draws.ts";
export * from "./contribution/compare-draws.ts";
export * from "./contribution/elasticity.ts";
export * from "./footprint/aggregate-footprints.ts";
export * from "./footprint/biogenic-uptake.ts";
export * from "./footprint/footprint.ts";
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
export * from "./hybrid/footprint-coverage.ts";
export * from "./hybrid/hybrid-parts.ts";
export * from "./hybrid/integrated.ts";
export * from "./hybrid/mrio-background.ts";
export * from "./hybrid/path-exchange.ts";
export * from "./hybrid/product-price.ts";
export * from "./hybrid/purchase.ts";
export * from "./hybrid/sector-background.ts";
export * from "./hybrid/spend.ts";
export * from "./hybrid/tiered.ts";
export * from "./hybrid/tiered-footprint.ts";
export * from "./hybrid/traced-inputs.ts";
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
export * from "./uncertainty/draw-scores.ts";
