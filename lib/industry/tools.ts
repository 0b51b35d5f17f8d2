import { industryAbatement } from "./tools/abatement.ts";
import { industryActivity } from "./tools/activity.ts";
import { industryCalibrate } from "./tools/calibrate.ts";
import { industryCalibrateFlowsheet } from "./tools/calibrate-flowsheet.ts";
import { industryCompanyRows } from "./tools/company-rows.ts";
import { industryDispatch } from "./tools/dispatch.ts";
import { industryFlowsheet } from "./tools/flowsheet.ts";
import { industryKeyLinks } from "./tools/key-links.ts";
import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";
import { industryOptimize } from "./tools/optimize.ts";
import { industryPareto } from "./tools/pareto.ts";
import { industryPlant } from "./tools/plant.ts";
import { industryPlants } from "./tools/plants.ts";
import { industryPowerPlant } from "./tools/power-plant.ts";
import { industryProgramme } from "./tools/programme.ts";
import { industryReconcile } from "./tools/reconcile.ts";
import { industryScenarios } from "./tools/scenarios.ts";
import { industrySimulate } from "./tools/simulate.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  abatement: industryAbatement,
  activity: industryActivity,
  calibrate: industryCalibrate,
  calibrateFlowsheet: industryCalibrateFlowsheet,
  companyRows: industryCompanyRows,
  dispatch: industryDispatch,
  flowsheet: industryFlowsheet,
  keyLinks: industryKeyLinks,
  operation: industryOperation,
  operations: industryOperations,
  optimize: industryOptimize,
  pareto: industryPareto,
  plant: industryPlant,
  plants: industryPlants,
  powerPlant: industryPowerPlant,
  programme: industryProgramme,
  reconcile: industryReconcile,
  scenarios: industryScenarios,
  simulate: industrySimulate,
};
