import { industryReconcile } from "./tools/reconcile.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  reconcile: industryReconcile,
};
