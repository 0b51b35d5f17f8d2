import { industryProgramme } from "./tools/programme.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  programme: industryProgramme,
};
