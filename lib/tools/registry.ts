import { budgetCarbon, budgetEnsemble } from "./budget-carbon.ts";
import { budgetMethane, budgetNitrousOxide } from "./budget-gases.ts";
import { budgetManagedLand } from "./budget-managed-land.ts";
import {
  classificationCategory,
  classificationCountry,
  classificationMembers,
  classificationRegroup,
} from "./classification-lookup.ts";
import { consumptionAccounts } from "./consumption-accounts.ts";
import { consumptionBalance, consumptionNowcast } from "./consumption-balance.ts";
import { consumptionLmdi, consumptionStructuralDecomposition } from "./consumption-decomposition.ts";
import { consumptionDownstream } from "./consumption-downstream.ts";
import { consumptionEebt } from "./consumption-eebt.ts";
import { consumptionLayers } from "./consumption-layers.ts";
import { consumptionExtraction, consumptionLinkages } from "./consumption-linkages.ts";
import { consumptionMultipliers } from "./consumption-multipliers.ts";
import { consumptionPaths } from "./consumption-paths.ts";
import { consumptionResponsibility } from "./consumption-responsibility.ts";
import { consumptionSectorAccounts } from "./consumption-sector-accounts.ts";
import {
  consumptionAggregate,
  consumptionCheckTable,
  consumptionPriceYear,
  consumptionSplit,
} from "./consumption-table-tools.ts";
import { consumptionTraceDownstream, consumptionTraceUpstream } from "./consumption-trace.ts";
import { consumptionWhatIf } from "./consumption-what-if.ts";
import { factorsSelect } from "./factors-selection.ts";
import { inventoryCompile, inventoryCompleteness, inventoryTemplate, inventoryTotals } from "./inventory-account.ts";
import {
  inventoryCattle,
  inventoryLivestock,
  inventoryManagedSoils,
  inventoryManureNitrogen,
  inventoryRice,
  inventorySheep,
} from "./inventory-agriculture.ts";
import { inventoryCompany, inventoryPurchasedEnergy } from "./inventory-company.ts";
import { inventoryBaseYear, inventoryValueChainFactors } from "./inventory-company-review.ts";
import {
  inventoryCoalMine,
  inventoryCombustion,
  inventoryOilAndGas,
  inventoryReferenceApproach,
} from "./inventory-energy.ts";
import { inventoryEquation, inventoryEquations } from "./inventory-equation.ts";
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
} from "./inventory-industry.ts";
import {
  inventoryFire,
  inventoryGainLoss,
  inventoryLandConversion,
  inventoryLandUse,
  inventorySoilCarbon,
  inventoryWetlands,
  inventoryWoodProducts,
} from "./inventory-land.ts";
import {
  inventoryCheckSeries,
  inventoryCompare,
  inventoryKeyCategories,
  inventoryRecalculation,
} from "./inventory-review.ts";
import {
  inventoryBiologicalTreatment,
  inventoryIncineration,
  inventoryIndustrialWastewater,
  inventoryLandfill,
  inventoryWastewater,
} from "./inventory-waste.ts";
import { lifecycleCalculate } from "./lifecycle-calculate.ts";
import { naturalOrganicSoil, naturalRanges, naturalWetland, naturalWildfire } from "./natural-emissions.ts";
import { naturalGridSums } from "./natural-grid.ts";
import { naturalBookkeeping, naturalForestStand, naturalLandUseSpread } from "./natural-land.ts";
import { naturalAirSeaFlux, naturalOceanUptake } from "./natural-ocean.ts";
import { panoramaAccounts, panoramaAvoided } from "./panorama-accounts.ts";
import { panoramaAnnounced } from "./panorama-announced.ts";
import { panoramaLadder } from "./panorama-ladder.ts";
import { panoramaReconcile } from "./panorama-reconcile.ts";
import { quantityAdd, quantityConvert, quantityEquivalent, quantityMultiply } from "./quantity-arithmetic.ts";
import type { Tool } from "./tool.ts";
import { uncertaintyApproach1, uncertaintyApproach2, uncertaintyKeyCategories } from "./uncertainty-approaches.ts";
import { uncertaintyEnsemble } from "./uncertainty-ensemble.ts";
import { uncertaintyFootprint } from "./uncertainty-footprint.ts";
import { uncertaintyLifecycle } from "./uncertainty-lifecycle.ts";
import { uncertaintyDistribution, uncertaintyPropagate } from "./uncertainty-propagate.ts";
import {
  uncertaintyDelta,
  uncertaintyFast,
  uncertaintyMorris,
  uncertaintyRegression,
  uncertaintyTornado,
} from "./uncertainty-sensitivity.ts";
import { uncertaintySobol, uncertaintySobolIndices, uncertaintySobolSample } from "./uncertainty-sobol.ts";

/** Every tool of the library. A new tool is added here and is then everywhere: notebook, command line, MCP, dialogue. */
export const tools: readonly Tool[] = [
  consumptionAccounts,
  consumptionMultipliers,
  consumptionSectorAccounts,
  consumptionEebt,
  consumptionDownstream,
  consumptionResponsibility,
  consumptionPaths,
  consumptionLayers,
  consumptionTraceUpstream,
  consumptionTraceDownstream,
  consumptionStructuralDecomposition,
  consumptionLmdi,
  consumptionExtraction,
  consumptionLinkages,
  consumptionWhatIf,
  consumptionAggregate,
  consumptionSplit,
  consumptionPriceYear,
  consumptionBalance,
  consumptionNowcast,
  consumptionCheckTable,
  quantityConvert,
  quantityAdd,
  quantityMultiply,
  quantityEquivalent,
  classificationCategory,
  classificationMembers,
  classificationCountry,
  classificationRegroup,
  factorsSelect,
  inventoryEquation,
  inventoryEquations,
  inventoryCombustion,
  inventoryCoalMine,
  inventoryOilAndGas,
  inventoryReferenceApproach,
  inventoryCement,
  inventoryClinker,
  inventoryLime,
  inventoryGlass,
  inventoryAmmonia,
  inventoryAcid,
  inventorySteel,
  inventoryFerroalloys,
  inventoryAluminium,
  inventoryEquipmentStock,
  inventoryLivestock,
  inventoryCattle,
  inventorySheep,
  inventoryManureNitrogen,
  inventoryManagedSoils,
  inventoryRice,
  inventoryLandUse,
  inventoryGainLoss,
  inventoryLandConversion,
  inventorySoilCarbon,
  inventoryFire,
  inventoryWetlands,
  inventoryWoodProducts,
  inventoryLandfill,
  inventoryIncineration,
  inventoryWastewater,
  inventoryIndustrialWastewater,
  inventoryBiologicalTreatment,
  inventoryCompile,
  inventoryTotals,
  inventoryTemplate,
  inventoryCompleteness,
  inventoryKeyCategories,
  inventoryRecalculation,
  inventoryCheckSeries,
  inventoryCompare,
  inventoryCompany,
  inventoryPurchasedEnergy,
  inventoryBaseYear,
  inventoryValueChainFactors,
  budgetCarbon,
  budgetEnsemble,
  budgetMethane,
  budgetNitrousOxide,
  budgetManagedLand,
  naturalAirSeaFlux,
  naturalOceanUptake,
  naturalGridSums,
  naturalBookkeeping,
  naturalLandUseSpread,
  naturalForestStand,
  naturalWildfire,
  naturalWetland,
  naturalOrganicSoil,
  naturalRanges,
  panoramaLadder,
  panoramaAccounts,
  panoramaReconcile,
  panoramaAvoided,
  panoramaAnnounced,
  uncertaintyPropagate,
  uncertaintyDistribution,
  uncertaintySobol,
  uncertaintySobolSample,
  uncertaintySobolIndices,
  uncertaintyMorris,
  uncertaintyFast,
  uncertaintyDelta,
  uncertaintyRegression,
  uncertaintyTornado,
  uncertaintyApproach1,
  uncertaintyApproach2,
  uncertaintyKeyCategories,
  uncertaintyFootprint,
  uncertaintyEnsemble,
  uncertaintyLifecycle,
  lifecycleCalculate,
];

export function findTool(name: string): Tool | undefined {
  return tools.find((tool) => tool.name === name);
}

/** The names that a misspelt one most likely meant, nearest first. */
export function suggestTools(name: string): string[] {
  const wanted = name.toLowerCase();
  return tools
    .map((tool) => ({ name: tool.name, distance: distanceTo(wanted, tool.name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(3, wanted.length / 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((suggestion) => suggestion.name);
}

/** The last part alone is enough: "accounts" finds `consumption.accounts`. */
function distanceTo(wanted: string, name: string): number {
  return Math.min(editDistance(wanted, name), 1 + editDistance(wanted, name.slice(name.indexOf(".") + 1)));
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
