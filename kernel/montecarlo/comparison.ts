import { messages } from "../../lib/message/message.ts";
import type { Bounded, Compared, ComparedNumber, ComparedRow } from "./compared.ts";
import { LeafSummarizer, type LeafSummary, quantileOf } from "./leaf-summary.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Scenario } from "./scenario.ts";
import type { Leaf } from "./slots.ts";
import type { CellSpread, UncertaintyRun } from "./uncertainty-run.ts";

const texts = messages("sampling", {
  differentNumbers: {
    en: "The cell gives other numbers in other scenarios, so that they cannot be set side by side.",
    zh: "该单元格在不同情景下给出的数值个数不同，无法并列比较。",
  },
});

export interface CompareOptions {
  readonly draws?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((fraction: number) => void) | undefined;
}

/** The maximum number of compared numbers of a cell. */
const ROWS = 8;
const DRAWS = 2000;
const WAITING_DRAWS = 200;

interface Evaluated {
  readonly scenario: Scenario;
  readonly spread: CellSpread;
  /** The numbers of each draw, chunk after chunk. */
  readonly numbers: Float64Array;
}

/**
 * Evaluates a cell under several scenarios with common random numbers: in each draw a sample has the same percentile in all of
 * them, so that what they have in common cancels in the difference.
 */
export async function compareScenarios(
  open: (scenario: Scenario) => Promise<UncertaintyRun>,
  scenarios: readonly Scenario[],
  { draws, progress }: CompareOptions = {},
): Promise<Compared> {
  const evaluated: Evaluated[] = [];
  for (const [at, scenario] of scenarios.entries()) {
    const uncertaintyRun = await open(scenario);
    try {
      const { waits, samples } = uncertaintyRun.opening;
      const parts: Float64Array[] = [];
      // Without a sample, all draws are equal.
      const most = samples.length === 0 ? 2 : (draws ?? (waits ? WAITING_DRAWS : DRAWS));
      const spread = await uncertaintyRun.draws({
        draws: most,
        chunk: (numbers) => void parts.push(numbers),
        progress: (done, all) => progress?.((at + done / all) / scenarios.length),
      });
      evaluated.push({ scenario, spread, numbers: concatenate(parts) });
    } finally {
      uncertaintyRun.end();
    }
  }
  const [first, ...others] = evaluated;
  if (!first) return { rows: [], draws: 0, seed: 0 };
  return { rows: rowsOf(first, others), draws: first.spread.draws, seed: first.spread.seed };
}

function rowsOf(first: Evaluated, others: readonly Evaluated[]): ComparedRow[] {
  const all = [first, ...others];
  const rows: ComparedRow[] = [];
  for (const [leaf, { slot, path, unit = "" }] of first.spread.shape.leaves.entries()) {
    const places = all.map(({ spread }) => placeOf(spread, first.spread, leaf));
    if (places.includes(-1)) throw new NotSampled("failed", texts.differentNumbers());
    const varies = all.some(
      ({ spread }, i) => spread.leaves[places[i]!]!.sd > 0 || spread.central[places[i]!] !== first.spread.central[leaf],
    );
    if (!varies && rows.length + 1 < first.spread.shape.leaves.length) continue;
    rows.push({
      slot: first.spread.shape.slots[slot]!,
      path,
      unit,
      numbers: all.map((each, i) => numberOf(each, places[i]!, i === 0 ? null : { first, leaf })),
    });
    if (rows.length === ROWS) break;
  }
  return rows;
}

/** The index of the same number in another evaluation: the one of the same slot and path. */
function placeOf(spread: CellSpread, first: CellSpread, leaf: number): number {
  const wanted = first.shape.leaves[leaf]!;
  const key = (at: { slot: number; path: Leaf["path"] }) => JSON.stringify([at.slot, at.path]);
  return spread.shape.leaves.findIndex((each) => key(each) === key(wanted));
}

function numberOf(
  { scenario, spread, numbers }: Evaluated,
  place: number,
  base: { first: Evaluated; leaf: number } | null,
): ComparedNumber {
  const value = spread.central[place]!;
  const own = boundsOf(spread.leaves[place]!, value);
  if (!base) return { scenario: scenario.name, ...own, difference: null };
  const { first, leaf } = base;
  const [width, firstWidth] = [spread.leaves.length, first.spread.leaves.length];
  const differences = new LeafSummarizer(1);
  const count = Math.min(numbers.length / width, first.numbers.length / firstWidth);
  differences.add(
    Float64Array.from({ length: Math.max(2, count) }, (_, i) => {
      const draw = i % count;
      return numbers[draw * width + place]! - first.numbers[draw * firstWidth + leaf]!;
    }),
  );
  const central = value - first.spread.central[leaf]!;
  return { scenario: scenario.name, ...own, difference: boundsOf(differences.summary(), central) };
}

function boundsOf(summary: LeafSummary, value: number): Bounded {
  return { value, lo: quantileOf(summary, 0.025).value, hi: quantileOf(summary, 0.975).value };
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
