import { industryAbatement } from "./tools/abatement.ts";
import { industryDispatch } from "./tools/dispatch.ts";
import { industryKeyLinks } from "./tools/key-links.ts";
import { industryOptimize } from "./tools/optimize.ts";
import { industryPareto } from "./tools/pareto.ts";
import { industryProgramme } from "./tools/programme.ts";
import { industryScenarios } from "./tools/scenarios.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  abatement: industryAbatement,
  dispatch: industryDispatch,
  keyLinks: industryKeyLinks,
  optimize: industryOptimize,
  pareto: industryPareto,
  programme: industryProgramme,
  scenarios: industryScenarios,
};
