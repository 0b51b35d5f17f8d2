import { consumptionAccounts } from "./tools/accounts.ts";
import { consumptionBalance, consumptionNowcast } from "./tools/balance.ts";
import { consumptionCarried } from "./tools/carried.ts";
import { consumptionLmdi, consumptionStructuralDecomposition } from "./tools/decomposition.ts";
import { consumptionDownstream } from "./tools/downstream.ts";
import { consumptionEebt } from "./tools/eebt.ts";
import { uncertaintyFootprint } from "./tools/footprint-uncertainty.ts";
import { consumptionLayers } from "./tools/layers.ts";
import { consumptionExtraction, consumptionLinkages } from "./tools/linkages.ts";
import { consumptionMultipliers } from "./tools/multipliers.ts";
import { consumptionPaths } from "./tools/paths.ts";
import { consumptionResponsibility } from "./tools/responsibility.ts";
import { consumptionSectorAccounts } from "./tools/sector-accounts.ts";
import {
  consumptionAggregate,
  consumptionCheckTable,
  consumptionPriceYear,
  consumptionSplit,
} from "./tools/table-changes.ts";
import { consumptionTraceDownstream, consumptionTraceUpstream } from "./tools/trace.ts";
import { consumptionWhatIf } from "./tools/what-if.ts";

/** Consumption and trade transfer on multi-regional input–output tables. */
export const consumption = {
  accounts: consumptionAccounts,
  multipliers: consumptionMultipliers,
  sectorAccounts: consumptionSectorAccounts,
  eebt: consumptionEebt,
  downstream: consumptionDownstream,
  responsibility: consumptionResponsibility,
  paths: consumptionPaths,
  layers: consumptionLayers,
  traceUpstream: consumptionTraceUpstream,
  traceDownstream: consumptionTraceDownstream,
  structuralDecomposition: consumptionStructuralDecomposition,
  lmdi: consumptionLmdi,
  extraction: consumptionExtraction,
  linkages: consumptionLinkages,
  whatIf: consumptionWhatIf,
  aggregate: consumptionAggregate,
  split: consumptionSplit,
  priceYear: consumptionPriceYear,
  balance: consumptionBalance,
  nowcast: consumptionNowcast,
  carried: consumptionCarried,
  checkTable: consumptionCheckTable,
};

/** Uncertainty of footprints. */
export const tableUncertainty = {
  footprint: uncertaintyFootprint,
};
