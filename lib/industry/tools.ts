import { industryCalibrate } from "./tools/calibrate.ts";
import { industryDispatch } from "./tools/dispatch.ts";
import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";
import { industryOptimize } from "./tools/optimize.ts";
import { industryPlant } from "./tools/plant.ts";
import { industryPlants } from "./tools/plants.ts";
import { industryProgramme } from "./tools/programme.ts";
import { industryReconcile } from "./tools/reconcile.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  calibrate: industryCalibrate,
  dispatch: industryDispatch,
  operation: industryOperation,
  operations: industryOperations,
  optimize: industryOptimize,
  plant: industryPlant,
  plants: industryPlants,
  programme: industryProgramme,
  reconcile: industryReconcile,
};
