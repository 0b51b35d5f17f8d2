import { LabelledProgramme } from "../../optimization/labelled-programme.ts";
import type { Programme } from "../../optimization/programme.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { type PlanRow, PlanRows } from "./plan-rows.ts";
import { type PlanColumns, PlanVariables } from "./plan-variables.ts";

export interface PlanProgramme {
  readonly programme: Programme;
  readonly rows: readonly PlanRow[];
  readonly columns: PlanColumns;
  /** Discounted cost of each column, without the carbon price. */
  readonly costs: Float64Array;
  /** t of each column in its year. */
  readonly emissions: Float64Array;
  /** The year of each column. */
  readonly yearOf: Int32Array;
}

/**
 * The plan as a programme. In each year y, with activities x, purchases b, sales s and new capacity k:
 *
 *     Σ_r net[r,m] x[r,y] + b[m,y] − s[m,y] ≥ demand[m,y]
 *     x[r,y] ≤ installed[r,y] + Σ k[r,u] over the u whose lifetime reaches y, or size[r] n[r,y] of whole plants, with
 *     n[r,y] = n[r,y−1] + k[r,y] − Σ k[r,u] over the u whose lifetime ends
 *     Σ_r e[r] x[r,y] + Σ_m e[m] b[m,y] ≤ cap[y]
 *
 * for least cost, Σ_y weight[y] (c x + p b − q s + annuity × investment × standing capacity + carbon price × emissions), or for least
 * emissions. What is made beyond demand is left over at no cost. Of whole plants the number that stands is the integer, not the number
 * that is built, which is whole with it: to branch on it decides all years after, and proves in seconds what otherwise takes minutes.
 */
export function planProgramme(problem: PlanProblem): PlanProgramme {
  const { routes, materials, limits, lengths } = problem;
  const programme = new LabelledProgramme<PlanRow>();
  const variables = new PlanVariables(problem, programme);
  const rows = new PlanRows(problem, programme, variables);
  for (let y = 0; y < lengths.length; y++) {
    for (const m of materials.keys()) {
      rows.balance(m, y);
      rows.supply(m, y);
    }
    for (const r of routes.keys()) {
      rows.standing(r, y);
      rows.capacity(r, y);
      rows.maximum(r, y);
      rows.load(r, y);
    }
    for (const part of limits.keys()) rows.limit(part, y);
    rows.cap(y);
  }
  rows.totalCap();
  rows.budget();
  const { columns, costs, emissions, yearOf } = variables;
  const objective =
    problem.minimizes === "cost" ? variables.fullCosts() : emissions.map((each, c) => each * lengths[yearOf[c]!]!);
  objective.forEach((cost, column) => {
    programme.addCost(column, cost);
  });
  return {
    programme: programme.programme(),
    rows: programme.rows,
    columns,
    costs: Float64Array.from(costs),
    emissions: Float64Array.from(emissions),
    yearOf: Int32Array.from(yearOf),
  };
}
