import { industryActivity } from "./tools/activity.ts";
import { industryCalibrate } from "./tools/calibrate.ts";
import { industryCalibrateFlowsheet } from "./tools/calibrate-flowsheet.ts";
import { industryCompanyRows } from "./tools/company-rows.ts";
import { industryFlowsheet } from "./tools/flowsheet.ts";
import { industryKeyLinks } from "./tools/key-links.ts";
import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";
import { industryPlant } from "./tools/plant.ts";
import { industryPlants } from "./tools/plants.ts";
import { industryPowerPlant } from "./tools/power-plant.ts";
import { industryReconcile } from "./tools/reconcile.ts";
import { industryScenarios } from "./tools/scenarios.ts";
import { industrySimulate } from "./tools/simulate.ts";

/** Plants: unit operations, flowsheets and balances. */
export const industry = {
  activity: industryActivity,
  calibrate: industryCalibrate,
  calibrateFlowsheet: industryCalibrateFlowsheet,
  companyRows: industryCompanyRows,
  flowsheet: industryFlowsheet,
  keyLinks: industryKeyLinks,
  operation: industryOperation,
  operations: industryOperations,
  plant: industryPlant,
  plants: industryPlants,
  powerPlant: industryPowerPlant,
  reconcile: industryReconcile,
  scenarios: industryScenarios,
  simulate: industrySimulate,
};
