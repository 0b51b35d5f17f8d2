import { industryDispatch } from "./tools/dispatch.ts";
import { industryOptimize } from "./tools/optimize.ts";
import { industryProgramme } from "./tools/programme.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  dispatch: industryDispatch,
  optimize: industryOptimize,
  programme: industryProgramme,
};
