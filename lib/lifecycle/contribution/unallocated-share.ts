import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { csrFromTriplets } from "../../numeric/csr.ts";
import { dense } from "../../numeric/matrix.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { AssessedSystem, SolvedSystem } from "../assessed-system.ts";
import { leakingMarkets } from "../balance/leaking-markets.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { type PreparedSystem, prepareSystem, scalingOf, solveProductScores } from "../product-system.ts";
import { indicatorScores } from "./indicator-scores.ts";

const texts = messages("lifecycle.unallocated", {
  notQuotable: {
    en: "{indicator} has no score: {share} % of it would come from activities whose products have no common measure (mass, energy or price), so that no rule divides their burdens: {names}. If their reference products bear all of them, it is {most}; if they bear none, {least}. Choose a rule for these activities (rules: allocation.byActivity), or state the properties of their products.",
    zh: "{indicator} 没有结果：其中 {share} % 来自产品没有共同计量（质量、能量或价格）、因而没有规则可以分配其负荷的活动：{names}。若其参考产品承担全部负荷，结果为 {most}；若不承担，则为 {least}。请为这些活动指定规则（rules 的 allocation.byActivity），或给出其产品的属性。",
  },
});

/**
 * Largest share of a score that may run through activities whose burdens no rule divides. A choice of this library: no standard
 * states one. It is that of a balance that closes (`BALANCE_TOLERANCE`).
 */
export const MOST_UNALLOCATED = 0.05;

/**
 * M: the share of each score that falls away if the products of unallocated activities bore nothing. Since they bear between none
 * and all of their burdens, the score lies between (1 − share) × score and score. Null if no such activity runs.
 *
 * @param scores h, M, of the demand f
 */
export async function unallocatedShares(
  assessed: AssessedSystem,
  f: Float64Array,
  scaling: Float64Array,
  scores: ArrayLike<number | null>,
  work: Work = uninterrupted,
): Promise<Float64Array | null> {
  const { solved } = assessed;
  const nodes = unallocatedNodes(solved.system);
  if (![...nodes].some((node) => scaling[node] !== 0)) return null;
  const { scaling: without } = await scalingOf(withoutUnallocated(solved), f, work);
  for (const node of nodes) without[node] = 0;
  const rest = assessed.scores(without);
  return Float64Array.from(rest, (value, m) => {
    const score = scores[m] ?? 0;
    return score === 0 ? 0 : 1 - value / score;
  });
}

/** Scores that can be stated. */
export interface QuotedScores {
  /** h, M: null where no flow has a factor, and where more than `MOST_UNALLOCATED` of a score is not allocated. */
  readonly scores: readonly (number | null)[];
  /** M: `unallocatedShares`. */
  readonly unallocated: readonly (number | null)[];
  /** Why scores are not stated, and between what they lie. */
  readonly notes: readonly Message[];
}

/** The scores of a demand, without those that cannot be stated. */
export async function quotedScores(
  assessed: AssessedSystem,
  f: Float64Array,
  scaling: Float64Array,
  scores: readonly (number | null)[],
  work: Work = uninterrupted,
): Promise<QuotedScores> {
  const found = await unallocatedShares(assessed, f, scaling, scores, work);
  const shareOf = (m: number) => (scores[m] === null ? null : (found?.[m] ?? 0));
  const isQuotable = (m: number) => Math.abs(shareOf(m) ?? 0) <= MOST_UNALLOCATED;
  const { graph, allocations, nodesOf } = assessed.solved.system;
  const running = allocations.filter(
    ({ activity, state }) => state === "unallocated" && nodesOf[activity]!.some((node) => scaling[node] !== 0),
  );
  const names = someOf(running.map(({ activity }) => graph.activities[activity]!.name));
  return {
    scores: scores.map((score, m) => (isQuotable(m) ? score : null)),
    unallocated: scores.map((_, m) => shareOf(m)),
    notes: scores.flatMap((score, m) => {
      if (score === null || isQuotable(m)) return [];
      const { code: indicator } = assessed.characteriser.indicators[m]!;
      const share = shareOf(m)!;
      const digits = (value: number) => Number(value.toPrecision(4));
      return [
        texts.notQuotable({
          ...{ indicator, names, share: Number((100 * share).toPrecision(2)) },
          ...{ most: digits(score), least: digits((1 - share) * score) },
        }),
      ];
    }),
  };
}

/** The score of one indicator of a demand, by `quotedScores`. */
export async function quotedScore(
  assessed: AssessedSystem,
  m: number,
  f: Float64Array,
  scaling: Float64Array,
  work: Work = uninterrupted,
): Promise<{ readonly score: number | null; readonly notes: readonly Message[] }> {
  const all = indicatorScores(assessed, scaling).map((score, at) => (at === m ? score : null));
  const { scores, notes } = await quotedScores(assessed, f, scaling, all, work);
  return { score: scores[m]!, notes };
}

/**
 * P: 1 for a node whose product has no score that can be stated, because more than `MOST_UNALLOCATED` of it comes from activities whose burdens no
 * rule divides, or through markets that pass on less than they take. By the adjoint, for all products at once.
 *
 * @param m index of the indicator
 */
export async function unquotableProducts(
  assessed: AssessedSystem,
  m: number,
  work: Work = uninterrupted,
): Promise<Uint8Array> {
  const { solved } = assessed;
  const { system } = solved;
  const scores = await assessed.productScores(m, work);
  const cutOff = new Set(system.cutOffs.filter(({ amount }) => amount > 0).map(({ activity }) => activity));
  const isEmpty = (node: number) => scores[node] === 0 && cutOff.has(system.nodes[node]!.activity);
  const left = new Set([...unallocatedNodes(system), ...leakingMarkets(system, isEmpty)]);
  const direct = assessed.directOf(m);
  for (const node of left) direct[node] = 0;
  const stripped = withoutInputsOf(solved, left);
  const { scores: rest } = await solveProductScores(stripped, dense(1, direct.length, direct), work);
  return Uint8Array.from(scores, (score, node) =>
    score !== 0 && Math.abs(1 - rest.data[node]! / score) > MOST_UNALLOCATED ? 1 : 0,
  );
}

function unallocatedNodes({ allocations, nodesOf }: LinkedSystem): ReadonlySet<number> {
  return new Set(allocations.flatMap(({ activity, state }) => (state === "unallocated" ? nodesOf[activity]! : [])));
}

const stripped = new WeakMap<SolvedSystem, PreparedSystem>();

/** The system in which unallocated activities take nothing. */
function withoutUnallocated(solved: SolvedSystem): PreparedSystem {
  const known = stripped.get(solved) ?? withoutInputsOf(solved, unallocatedNodes(solved.system));
  stripped.set(solved, known);
  return known;
}

/** The system in which these nodes take nothing. */
function withoutInputsOf({ system }: SolvedSystem, left: ReadonlySet<number>): PreparedSystem {
  const { rows, columns, rowStarts, columnIndices, values } = system.technosphere;
  const kept = { row: [] as number[], column: [] as number[], value: [] as number[] };
  for (let i = 0; i < rows; i++)
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const j = columnIndices[p]!;
      if (left.has(j) && i !== j) continue;
      kept.row.push(i);
      kept.column.push(j);
      kept.value.push(values[p]!);
    }
  return prepareSystem({
    technosphere: csrFromTriplets(rows, columns, kept.row, kept.column, Float64Array.from(kept.value)),
    references: Int32Array.from(system.nodes.keys()),
    names: system.nodes.map(({ label }) => label),
  });
}
