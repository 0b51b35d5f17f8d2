import { industryCalibrate } from "./tools/calibrate.ts";
import { industryReconcile } from "./tools/reconcile.ts";
import { industrySimulate } from "./tools/simulate.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  calibrate: industryCalibrate,
  reconcile: industryReconcile,
  simulate: industrySimulate,
};
