/**
 * The accounting library: every tool as a typed function, by room and name, as a notebook calls it. The functions behind the
 * tools, which work on typed arrays, are in the rooms of their own: `yuheng/lib/mrio`, `yuheng/lib/uncertainty`, ….
 *
 * @module
 */

import { budgetCarbon, budgetEnsemble } from "./tools/budget-carbon.ts";
import { budgetMethane, budgetNitrousOxide } from "./tools/budget-gases.ts";
import { budgetManagedLand } from "./tools/budget-managed-land.ts";
import {
  classificationCategory,
  classificationCountry,
  classificationMembers,
  classificationRegroup,
} from "./tools/classification-lookup.ts";
import { consumptionAccounts } from "./tools/consumption-accounts.ts";
import { consumptionBalance, consumptionNowcast } from "./tools/consumption-balance.ts";
import { consumptionLmdi, consumptionStructuralDecomposition } from "./tools/consumption-decomposition.ts";
import { consumptionDownstream } from "./tools/consumption-downstream.ts";
import { consumptionEebt } from "./tools/consumption-eebt.ts";
import { consumptionLayers } from "./tools/consumption-layers.ts";
import { consumptionExtraction, consumptionLinkages } from "./tools/consumption-linkages.ts";
import { consumptionMultipliers } from "./tools/consumption-multipliers.ts";
import { consumptionPaths } from "./tools/consumption-paths.ts";
import { consumptionResponsibility } from "./tools/consumption-responsibility.ts";
import { consumptionSectorAccounts } from "./tools/consumption-sector-accounts.ts";
import {
  consumptionAggregate,
  consumptionCheckTable,
  consumptionPriceYear,
  consumptionSplit,
} from "./tools/consumption-table-tools.ts";
import { consumptionTraceDownstream, consumptionTraceUpstream } from "./tools/consumption-trace.ts";
import { consumptionWhatIf } from "./tools/consumption-what-if.ts";
import { factorsSelect } from "./tools/factors-selection.ts";
import { functionOf } from "./tools/function-of.ts";
import {
  inventoryCompile,
  inventoryCompleteness,
  inventoryTemplate,
  inventoryTotals,
} from "./tools/inventory-account.ts";
import {
  inventoryCattle,
  inventoryLivestock,
  inventoryManagedSoils,
  inventoryManureNitrogen,
  inventoryRice,
  inventorySheep,
} from "./tools/inventory-agriculture.ts";
import { inventoryCompany, inventoryPurchasedEnergy } from "./tools/inventory-company.ts";
import { inventoryBaseYear, inventoryValueChainFactors } from "./tools/inventory-company-review.ts";
import {
  inventoryCoalMine,
  inventoryCombustion,
  inventoryOilAndGas,
  inventoryReferenceApproach,
} from "./tools/inventory-energy.ts";
import { inventoryEquation, inventoryEquations } from "./tools/inventory-equation.ts";
import {
  inventoryAcid,
  inventoryAluminium,
  inventoryAmmonia,
  inventoryCement,
  inventoryClinker,
  inventoryEquipmentStock,
  inventoryFerroalloys,
  inventoryGlass,
  inventoryLime,
  inventorySteel,
} from "./tools/inventory-industry.ts";
import {
  inventoryFire,
  inventoryGainLoss,
  inventoryLandConversion,
  inventoryLandUse,
  inventorySoilCarbon,
  inventoryWetlands,
  inventoryWoodProducts,
} from "./tools/inventory-land.ts";
import {
  inventoryCheckSeries,
  inventoryCompare,
  inventoryKeyCategories,
  inventoryRecalculation,
} from "./tools/inventory-review.ts";
import {
  inventoryBiologicalTreatment,
  inventoryIncineration,
  inventoryIndustrialWastewater,
  inventoryLandfill,
  inventoryWastewater,
} from "./tools/inventory-waste.ts";
import { lifecycleCalculate } from "./tools/lifecycle-calculate.ts";
import { naturalOrganicSoil, naturalRanges, naturalWetland, naturalWildfire } from "./tools/natural-emissions.ts";
import { naturalGridSums } from "./tools/natural-grid.ts";
import { naturalBookkeeping, naturalForestStand, naturalLandUseSpread } from "./tools/natural-land.ts";
import { naturalAirSeaFlux, naturalOceanUptake } from "./tools/natural-ocean.ts";
import { panoramaAccounts, panoramaAvoided } from "./tools/panorama-accounts.ts";
import { panoramaAnnounced } from "./tools/panorama-announced.ts";
import { panoramaLadder } from "./tools/panorama-ladder.ts";
import { panoramaReconcile } from "./tools/panorama-reconcile.ts";
import { quantityAdd, quantityConvert, quantityEquivalent, quantityMultiply } from "./tools/quantity-arithmetic.ts";
import {
  uncertaintyApproach1,
  uncertaintyApproach2,
  uncertaintyKeyCategories,
} from "./tools/uncertainty-approaches.ts";
import { uncertaintyEnsemble } from "./tools/uncertainty-ensemble.ts";
import { uncertaintyFootprint } from "./tools/uncertainty-footprint.ts";
import { uncertaintyLifecycle } from "./tools/uncertainty-lifecycle.ts";
import { uncertaintyDistribution, uncertaintyPropagate } from "./tools/uncertainty-propagate.ts";
import {
  uncertaintyDelta,
  uncertaintyFast,
  uncertaintyMorris,
  uncertaintyRegression,
  uncertaintyTornado,
} from "./tools/uncertainty-sensitivity.ts";
import { uncertaintySobol, uncertaintySobolIndices, uncertaintySobolSample } from "./tools/uncertainty-sobol.ts";

export type { Text } from "./message/message.ts";
export { functionOf, type ToolFunction, type ToolSurroundings } from "./tools/function-of.ts";
export type { DatasetColumns, Read } from "./tools/read.ts";
export { findTool, suggestTools, tools } from "./tools/registry.ts";
export { callTool, schemasOf, type Tool, ToolInputError } from "./tools/tool.ts";

/** Consumption and trade transfer on multi-regional input–output tables. */
export const consumption = {
  accounts: functionOf(consumptionAccounts),
  multipliers: functionOf(consumptionMultipliers),
  sectorAccounts: functionOf(consumptionSectorAccounts),
  eebt: functionOf(consumptionEebt),
  downstream: functionOf(consumptionDownstream),
  responsibility: functionOf(consumptionResponsibility),
  paths: functionOf(consumptionPaths),
  layers: functionOf(consumptionLayers),
  traceUpstream: functionOf(consumptionTraceUpstream),
  traceDownstream: functionOf(consumptionTraceDownstream),
  structuralDecomposition: functionOf(consumptionStructuralDecomposition),
  lmdi: functionOf(consumptionLmdi),
  extraction: functionOf(consumptionExtraction),
  linkages: functionOf(consumptionLinkages),
  whatIf: functionOf(consumptionWhatIf),
  aggregate: functionOf(consumptionAggregate),
  split: functionOf(consumptionSplit),
  priceYear: functionOf(consumptionPriceYear),
  balance: functionOf(consumptionBalance),
  nowcast: functionOf(consumptionNowcast),
  checkTable: functionOf(consumptionCheckTable),
};

/** Units, gases and metrics that cannot be mixed. */
export const quantity = {
  convert: functionOf(quantityConvert),
  add: functionOf(quantityAdd),
  multiply: functionOf(quantityMultiply),
  equivalent: functionOf(quantityEquivalent),
};

/** Regions, categories and concordances. */
export const classification = {
  category: functionOf(classificationCategory),
  members: functionOf(classificationMembers),
  country: functionOf(classificationCountry),
  regroup: functionOf(classificationRegroup),
};

/** The choice of emission factors, with its reason. */
export const factors = {
  select: functionOf(factorsSelect),
};

/** Production: equations and tiers of the IPCC Guidelines, inventories of countries and companies. */
export const inventory = {
  equation: functionOf(inventoryEquation),
  equations: functionOf(inventoryEquations),
  combustion: functionOf(inventoryCombustion),
  coalMine: functionOf(inventoryCoalMine),
  oilAndGas: functionOf(inventoryOilAndGas),
  referenceApproach: functionOf(inventoryReferenceApproach),
  cement: functionOf(inventoryCement),
  clinker: functionOf(inventoryClinker),
  lime: functionOf(inventoryLime),
  glass: functionOf(inventoryGlass),
  ammonia: functionOf(inventoryAmmonia),
  acid: functionOf(inventoryAcid),
  steel: functionOf(inventorySteel),
  ferroalloys: functionOf(inventoryFerroalloys),
  aluminium: functionOf(inventoryAluminium),
  equipmentStock: functionOf(inventoryEquipmentStock),
  livestock: functionOf(inventoryLivestock),
  cattle: functionOf(inventoryCattle),
  sheep: functionOf(inventorySheep),
  manureNitrogen: functionOf(inventoryManureNitrogen),
  managedSoils: functionOf(inventoryManagedSoils),
  rice: functionOf(inventoryRice),
  landUse: functionOf(inventoryLandUse),
  gainLoss: functionOf(inventoryGainLoss),
  landConversion: functionOf(inventoryLandConversion),
  soilCarbon: functionOf(inventorySoilCarbon),
  fire: functionOf(inventoryFire),
  wetlands: functionOf(inventoryWetlands),
  woodProducts: functionOf(inventoryWoodProducts),
  landfill: functionOf(inventoryLandfill),
  incineration: functionOf(inventoryIncineration),
  wastewater: functionOf(inventoryWastewater),
  industrialWastewater: functionOf(inventoryIndustrialWastewater),
  biologicalTreatment: functionOf(inventoryBiologicalTreatment),
  compile: functionOf(inventoryCompile),
  totals: functionOf(inventoryTotals),
  template: functionOf(inventoryTemplate),
  completeness: functionOf(inventoryCompleteness),
  keyCategories: functionOf(inventoryKeyCategories),
  recalculation: functionOf(inventoryRecalculation),
  checkSeries: functionOf(inventoryCheckSeries),
  compare: functionOf(inventoryCompare),
  company: functionOf(inventoryCompany),
  purchasedEnergy: functionOf(inventoryPurchasedEnergy),
  baseYear: functionOf(inventoryBaseYear),
  valueChainFactors: functionOf(inventoryValueChainFactors),
};

/** The global budgets of CO2, CH4 and N2O, with every model. */
export const budget = {
  carbon: functionOf(budgetCarbon),
  ensemble: functionOf(budgetEnsemble),
  methane: functionOf(budgetMethane),
  nitrousOxide: functionOf(budgetNitrousOxide),
  managedLand: functionOf(budgetManagedLand),
};

/** Natural sources and sinks. */
export const natural = {
  airSeaFlux: functionOf(naturalAirSeaFlux),
  oceanUptake: functionOf(naturalOceanUptake),
  gridSums: functionOf(naturalGridSums),
  bookkeeping: functionOf(naturalBookkeeping),
  landUseSpread: functionOf(naturalLandUseSpread),
  forestStand: functionOf(naturalForestStand),
  wildfire: functionOf(naturalWildfire),
  wetland: functionOf(naturalWetland),
  organicSoil: functionOf(naturalOrganicSoil),
  ranges: functionOf(naturalRanges),
};

/** Production, consumption and nature in one table of accounts. */
export const panorama = {
  ladder: functionOf(panoramaLadder),
  accounts: functionOf(panoramaAccounts),
  reconcile: functionOf(panoramaReconcile),
  avoided: functionOf(panoramaAvoided),
  announced: functionOf(panoramaAnnounced),
};

/** Propagation of uncertainty, and what it comes from. */
export const uncertainty = {
  propagate: functionOf(uncertaintyPropagate),
  distribution: functionOf(uncertaintyDistribution),
  sobol: functionOf(uncertaintySobol),
  sobolSample: functionOf(uncertaintySobolSample),
  sobolIndices: functionOf(uncertaintySobolIndices),
  morris: functionOf(uncertaintyMorris),
  fast: functionOf(uncertaintyFast),
  delta: functionOf(uncertaintyDelta),
  regression: functionOf(uncertaintyRegression),
  tornado: functionOf(uncertaintyTornado),
  approachOne: functionOf(uncertaintyApproach1),
  approachTwo: functionOf(uncertaintyApproach2),
  keyCategories: functionOf(uncertaintyKeyCategories),
  footprint: functionOf(uncertaintyFootprint),
  ensemble: functionOf(uncertaintyEnsemble),
  lifecycle: functionOf(uncertaintyLifecycle),
};

/** Product systems: what a functional unit needs, takes and gives. */
export const lifecycle = {
  calculate: functionOf(lifecycleCalculate),
};
