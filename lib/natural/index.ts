/**
 * Natural sources and sinks: budgets that close, bookkeeping of land, fires, waters, soils and the sea.
 *
 * @module
 */

export * from "./air-sea-flux.ts";
export * from "./atmosphere.ts";
export * from "./biomes.ts";
export * from "./bookkeeping.ts";
export * from "./carbon-budget.ts";
export * from "./carbon-ensemble.ts";
export * from "./estimate.ts";
export * from "./forest-stand.ts";
export * from "./grid-area.ts";
export * from "./grid-sum.ts";
export * from "./land-use-spread.ts";
export * from "./literature-ranges.ts";
export * from "./managed-land.ts";
export * from "./methane-budget.ts";
export * from "./nitrous-oxide-budget.ts";
export * from "./ocean-uptake.ts";
export * from "./organic-soil.ts";
export * from "./wetland.ts";
export * from "./wildfire.ts";
