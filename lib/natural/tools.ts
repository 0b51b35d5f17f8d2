import { budgetCarbon, budgetEnsemble } from "./tools/budget-carbon.ts";
import { budgetMethane, budgetNitrousOxide } from "./tools/budget-gases.ts";
import { budgetManagedLand } from "./tools/budget-managed-land.ts";
import { naturalOrganicSoil, naturalRanges, naturalWetland, naturalWildfire } from "./tools/emissions.ts";
import { naturalGridSums } from "./tools/grid.ts";
import { naturalBookkeeping, naturalForestStand, naturalLandUseSpread } from "./tools/land.ts";
import { naturalAirSeaFlux, naturalOceanUptake } from "./tools/ocean.ts";

/** The global budgets of CO2, CH4 and N2O, with every model. */
export const budget = {
  carbon: budgetCarbon,
  ensemble: budgetEnsemble,
  methane: budgetMethane,
  nitrousOxide: budgetNitrousOxide,
  managedLand: budgetManagedLand,
};

/** Natural sources and sinks. */
export const natural = {
  airSeaFlux: naturalAirSeaFlux,
  oceanUptake: naturalOceanUptake,
  gridSums: naturalGridSums,
  bookkeeping: naturalBookkeeping,
  landUseSpread: naturalLandUseSpread,
  forestStand: naturalForestStand,
  wildfire: naturalWildfire,
  wetland: naturalWetland,
  organicSoil: naturalOrganicSoil,
  ranges: naturalRanges,
};
