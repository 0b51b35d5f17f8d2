import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  operation: industryOperation,
  operations: industryOperations,
};
