import { industryCalibrate } from "./tools/calibrate.ts";
import { industryDispatch } from "./tools/dispatch.ts";
import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";
import { industryOptimize } from "./tools/optimize.ts";
import { industryProgramme } from "./tools/programme.ts";
import { industryReconcile } from "./tools/reconcile.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  calibrate: industryCalibrate,
  dispatch: industryDispatch,
  operation: industryOperation,
  operations: industryOperations,
  optimize: industryOptimize,
  programme: industryProgramme,
  reconcile: industryReconcile,
};
