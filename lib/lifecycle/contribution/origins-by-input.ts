import { transpose } from "../../numeric/csr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { AssessedSystem } from "../assessed-system.ts";
import { solveScaling } from "../product-system.ts";

/** A group of nodes by one of them; all the small ones together; or, of inputs, none: the demanded activity's own flows. */
export type Grouped = number | "rest" | "own";

/** What activities score through an input of the demanded activity. */
export interface OriginByInput {
  readonly origin: Exclude<Grouped, "own">;
  readonly input: Grouped;
  readonly value: number;
}

/**
 * A score by the activity whose elementary flows it comes from, and the input of the demanded activity through which it comes; exact with loops, too:
 * the rows sum to the score, those of an origin to its contribution. An input takes one solve; those beyond `most` share one.
 *
 * @param indicator its index, m
 * @param demand f, P
 * @param most the largest origins, and the largest inputs, that stand by themselves
 */
export async function originsByInput(
  assessed: AssessedSystem,
  indicator: number,
  demand: Float64Array,
  most: number,
  work: Work = uninterrupted,
): Promise<OriginByInput[]> {
  const { prepared, system } = assessed.solved;
  const byColumn = transpose(system.technosphere);
  const direct = assessed.directOf(indicator);
  const productScores = await assessed.productScores(indicator, work);
  const P = demand.length;
  const own = new Float64Array(P);
  const inputs = new Float64Array(P);
  for (const [d, amount] of demand.entries()) {
    if (amount === 0) continue;
    const [start, end] = [byColumn.rowStarts[d]!, byColumn.rowStarts[d + 1]!];
    let diagonal = 0;
    for (let p = start; p < end; p++) if (byColumn.columnIndices[p] === d) diagonal = byColumn.values[p]!;
    const runs = amount / diagonal;
    own[d] = direct[d]! * runs;
    for (let p = start; p < end; p++) {
      const i = byColumn.columnIndices[p]!;
      if (i !== d) inputs[i]! -= byColumn.values[p]! * runs;
    }
  }
  const order = largest(
    inputs.map((amount, i) => amount * productScores[i]!),
    P,
  );
  const groups: { input: Grouped; byOrigin: Float64Array }[] = [{ input: "own", byOrigin: own }];
  const follow = async (input: Grouped, followed: readonly number[]) => {
    const wanted = new Float64Array(P);
    for (const i of followed) wanted[i] = inputs[i]!;
    const { x } = await solveScaling(prepared, wanted, work);
    groups.push({ input, byOrigin: x.map((scaling, j) => scaling * direct[j]!) });
  };
  for (const input of order.slice(0, most)) await follow(input, [input]);
  if (order.length > most) await follow("rest", order.slice(most));
  const totals = new Float64Array(P);
  for (const { byOrigin } of groups) for (let j = 0; j < P; j++) totals[j]! += byOrigin[j]!;
  const named = new Set(largest(totals, most));
  return groups.flatMap(({ input, byOrigin }) => {
    const rows = [...named].map((origin): OriginByInput => ({ origin, input, value: byOrigin[origin]! }));
    const rest = byOrigin.reduce((sum, value, j) => (named.has(j) ? sum : sum + value), 0);
    return [...rows, { origin: "rest" as const, input, value: rest }].filter(({ value }) => value !== 0);
  });
}

/** The places of the largest values in size, without zeros. */
function largest(values: Float64Array, most: number): number[] {
  return [...values.keys()]
    .filter((i) => values[i] !== 0)
    .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!))
    .slice(0, most);
}
