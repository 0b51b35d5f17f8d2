import { industryAbatement } from "./abatement.ts";
import { industryDispatch } from "./dispatch.ts";
import { industryOptimize } from "./optimize.ts";
import { industryPareto } from "./pareto.ts";
import { industryProgramme } from "./programme.ts";

/** What is solved as a programme. A list of its own, because it needs no code of units and plants. */
export const programmes = {
  abatement: industryAbatement,
  dispatch: industryDispatch,
  optimize: industryOptimize,
  pareto: industryPareto,
  programme: industryProgramme,
};
