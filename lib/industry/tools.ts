import { industryDispatch } from "./tools/dispatch.ts";
import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";
import { industryProgramme } from "./tools/programme.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  dispatch: industryDispatch,
  operation: industryOperation,
  operations: industryOperations,
  programme: industryProgramme,
};
