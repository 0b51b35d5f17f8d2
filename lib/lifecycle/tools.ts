import { lifecycleAllocate } from "./tools/allocate.ts";
import { lifecycleAlternatives } from "./tools/alternatives.ts";
import { lifecycleAssess } from "./tools/assess.ts";
import { lifecycleBalance } from "./tools/balance.ts";
import { lifecycleBill } from "./tools/bill.ts";
import { lifecycleBreakEven } from "./tools/break-even.ts";
import { lifecycleCalculate } from "./tools/calculate.ts";
import { lifecycleCharacterise } from "./tools/characterise.ts";
import { lifecycleClimate } from "./tools/climate.ts";
import { lifecycleCompare } from "./tools/compare.ts";
import { lifecycleElasticity } from "./tools/elasticity.ts";
import { lifecycleFind } from "./tools/find.ts";
import { lifecycleFootprint } from "./tools/footprint.ts";
import { lifecycleHotspots } from "./tools/hotspots.ts";
import { lifecycleHybrid } from "./tools/hybrid.ts";
import { lifecyclePathExchange } from "./tools/path-exchange.ts";
import { lifecycleRules } from "./tools/rules.ts";
import { lifecycleScenarios } from "./tools/scenarios.ts";
import { lifecycleScore } from "./tools/score.ts";
import { lifecycleSpend } from "./tools/spend.ts";
import { lifecycleSupply } from "./tools/supply.ts";
import { lifecycleTiered } from "./tools/tiered.ts";
import { uncertaintyInventory } from "./tools/uncertain-inventory.ts";
import { uncertaintyLifecycle } from "./tools/uncertainty.ts";

/** Uncertainty of product systems. */
export const productUncertainty = {
  lifecycle: uncertaintyLifecycle,
  inventory: uncertaintyInventory,
};

/** Product systems: requirements and elementary flows of a functional unit. */
export const lifecycle = {
  assess: lifecycleAssess,
  bill: lifecycleBill,
  calculate: lifecycleCalculate,
  find: lifecycleFind,
  score: lifecycleScore,
  balance: lifecycleBalance,
  characterise: lifecycleCharacterise,
  climate: lifecycleClimate,
  footprint: lifecycleFootprint,
  breakEven: lifecycleBreakEven,
  compare: lifecycleCompare,
  elasticity: lifecycleElasticity,
  alternatives: lifecycleAlternatives,
  hotspots: lifecycleHotspots,
  rules: lifecycleRules,
  scenarios: lifecycleScenarios,
  supply: lifecycleSupply,
  hybrid: lifecycleHybrid,
  pathExchange: lifecyclePathExchange,
  spend: lifecycleSpend,
  tiered: lifecycleTiered,
  allocate: lifecycleAllocate,
};
