import { industryAbatement } from "./tools/abatement.ts";
import { industryDispatch } from "./tools/dispatch.ts";
import { industryOptimize } from "./tools/optimize.ts";
import { industryPareto } from "./tools/pareto.ts";
import { industryProgramme } from "./tools/programme.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  abatement: industryAbatement,
  dispatch: industryDispatch,
  optimize: industryOptimize,
  pareto: industryPareto,
  programme: industryProgramme,
};
