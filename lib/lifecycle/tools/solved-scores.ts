import type { Work } from "../../numeric/work.ts";
import type { SolvedSystem } from "../assessed-system.ts";
import { indicatorScores } from "../contribution/indicator-scores.ts";
import { undividedOnRun } from "../contribution/notes-on-run.ts";
import { quotedScores } from "../contribution/unallocated-share.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import { type Demand, demanded } from "./demand-schema.ts";

/** A demand solved and scored by methods. Throws LifecycleError. */
export async function solvedScores(solved: SolvedSystem, methods: readonly ImpactMethod[], demand: Demand, work: Work) {
  const assessed = solved.assessedBy(methods);
  const wanted = demanded(solved.system, demand);
  const solution = await solved.solve(wanted.f, work);
  const found = indicatorScores(assessed, solution.scaling);
  const { scores, notes } = await quotedScores(assessed, wanted.f, solution.scaling, found, work);
  return {
    assessed,
    ...wanted,
    ...solution,
    scores,
    notes: [...notes, ...solution.notes, ...undividedOnRun(assessed, solution.scaling)],
  };
}
