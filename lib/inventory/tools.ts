import { inventoryCompile, inventoryCompleteness, inventoryTemplate, inventoryTotals } from "./tools/account.ts";
import {
  inventoryCattle,
  inventoryLivestock,
  inventoryManagedSoils,
  inventoryManureNitrogen,
  inventoryRice,
  inventorySheep,
} from "./tools/agriculture.ts";
import {
  inventoryCoalMine,
  inventoryCombustion,
  inventoryOilAndGas,
  inventoryReferenceApproach,
} from "./tools/energy.ts";
import { inventoryEquation, inventoryEquations } from "./tools/equation.ts";
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
} from "./tools/industry.ts";
import {
  inventoryFire,
  inventoryGainLoss,
  inventoryLandConversion,
  inventoryLandUse,
  inventorySoilCarbon,
  inventoryWetlands,
  inventoryWoodProducts,
} from "./tools/land.ts";
import { inventoryNational } from "./tools/national.ts";
import {
  inventoryCheckSeries,
  inventoryCompare,
  inventoryKeyCategories,
  inventoryRecalculation,
} from "./tools/review.ts";
import { uncertaintyApproach1, uncertaintyApproach2, uncertaintyKeyCategories } from "./tools/uncertainty.ts";
import {
  inventoryBiologicalTreatment,
  inventoryIncineration,
  inventoryIndustrialWastewater,
  inventoryLandfill,
  inventoryWastewater,
} from "./tools/waste.ts";

/** Production: equations and tiers of the IPCC Guidelines, inventories of countries and companies. */
export const inventory = {
  equation: inventoryEquation,
  equations: inventoryEquations,
  combustion: inventoryCombustion,
  coalMine: inventoryCoalMine,
  oilAndGas: inventoryOilAndGas,
  referenceApproach: inventoryReferenceApproach,
  cement: inventoryCement,
  clinker: inventoryClinker,
  lime: inventoryLime,
  glass: inventoryGlass,
  ammonia: inventoryAmmonia,
  acid: inventoryAcid,
  steel: inventorySteel,
  ferroalloys: inventoryFerroalloys,
  aluminium: inventoryAluminium,
  equipmentStock: inventoryEquipmentStock,
  livestock: inventoryLivestock,
  cattle: inventoryCattle,
  sheep: inventorySheep,
  manureNitrogen: inventoryManureNitrogen,
  managedSoils: inventoryManagedSoils,
  rice: inventoryRice,
  landUse: inventoryLandUse,
  gainLoss: inventoryGainLoss,
  landConversion: inventoryLandConversion,
  soilCarbon: inventorySoilCarbon,
  fire: inventoryFire,
  wetlands: inventoryWetlands,
  woodProducts: inventoryWoodProducts,
  landfill: inventoryLandfill,
  incineration: inventoryIncineration,
  wastewater: inventoryWastewater,
  industrialWastewater: inventoryIndustrialWastewater,
  biologicalTreatment: inventoryBiologicalTreatment,
  national: inventoryNational,
  compile: inventoryCompile,
  totals: inventoryTotals,
  template: inventoryTemplate,
  completeness: inventoryCompleteness,
  keyCategories: inventoryKeyCategories,
  recalculation: inventoryRecalculation,
  checkSeries: inventoryCheckSeries,
  compare: inventoryCompare,
};

/** Uncertainty of an inventory by the approaches of the IPCC Guidelines. */
export const nationalUncertainty = {
  approachOne: uncertaintyApproach1,
  approachTwo: uncertaintyApproach2,
  keyCategories: uncertaintyKeyCategories,
};
