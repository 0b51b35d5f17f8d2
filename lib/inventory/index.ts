/**
 * Inventories by the IPCC Guidelines: equations with every step, tiers, compilation, review, uncertainty.
 *
 * @module
 */

export * from "./account/activity-table.ts";
export * from "./account/activity-template.ts";
export * from "./account/comparison.ts";
export * from "./account/compilation.ts";
export * from "./account/compiled-totals.ts";
export * from "./account/completeness.ts";
export * from "./account/inventory.ts";
export * from "./account/inventory-error.ts";
export * from "./account/key-categories.ts";
export * from "./account/recalculation.ts";
export * from "./account/time-series.ts";
export * from "./account/totals.ts";
export * from "./afolu/dead-matter.ts";
export * from "./afolu/harvested-wood.ts";
export * from "./afolu/land.ts";
export * from "./afolu/land-account.ts";
export * from "./afolu/livestock.ts";
export * from "./afolu/manure-nitrogen.ts";
export * from "./afolu/rice.ts";
export * from "./afolu/sheep.ts";
export * from "./afolu/soils.ts";
export * from "./afolu/wetlands.ts";
export * from "./energy/fugitive.ts";
export * from "./energy/reference-approach.ts";
export * from "./energy/tiers.ts";
export * from "./equation.ts";
export * from "./equations/carbon-stocks.ts";
export * from "./equations/chemicals.ts";
export * from "./equations/combustion.ts";
export * from "./equations/constants.ts";
export * from "./equations/fugitive.ts";
export * from "./equations/harvested-wood.ts";
export * from "./equations/index.ts";
export * from "./equations/landfill.ts";
export * from "./equations/livestock.ts";
export * from "./equations/livestock-energy.ts";
export * from "./equations/metals.ts";
export * from "./equations/minerals.ts";
export * from "./equations/products.ts";
export * from "./equations/reference-approach.ts";
export * from "./equations/rice.ts";
export * from "./equations/soils.ts";
export * from "./equations/treatment.ts";
export * from "./equations/wastewater.ts";
export * from "./equations/wetlands.ts";
export * from "./find-equation.ts";
export * from "./formula.ts";
export * from "./formula-unit.ts";
export * from "./ippu/metals.ts";
export * from "./ippu/minerals.ts";
export * from "./ippu/products.ts";
export * from "./ippu/tiers.ts";
export * from "./steps.ts";
export * from "./uncertainty/approach1.ts";
export * from "./uncertainty/approach2.ts";
export * from "./uncertainty/equation-uncertainty.ts";
export * from "./uncertainty/inventory-source.ts";
export * from "./uncertainty/key-categories.ts";
export * from "./waste/landfill.ts";
export * from "./waste/treatment.ts";
export * from "./waste/waste-kinds.ts";
export * from "./waste/wastewater.ts";
