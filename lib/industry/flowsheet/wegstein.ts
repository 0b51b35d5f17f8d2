import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import type { Block } from "./block.ts";
import type { Part } from "./computing-order.ts";
import type { ConnectedSheet } from "./connected-sheet.ts";
import { evaluateBlock, relativeDifference, type StreamValues } from "./stream-values.ts";

const texts = messages("industry.wegstein", {
  blockNotFinite: {
    en: "The block {block} gives {value} as number {at} of the stream {stream}. Check the numbers of its inlets {inlets:and}, or give first guesses of them in `guesses`.",
    zh: "单元 {block} 的物流 {stream} 第 {at} 个数为 {value}。请检查其入口 {inlets:and} 的数值，或在 `guesses` 中给出初值。",
  },
});

/** q of Wegstein's step is kept within these bounds: −5 goes six times as far as direct substitution, 0 is direct substitution. */
const [LOWEST, HIGHEST] = [-5, 0];
/** Steps of direct substitution before the first accelerated one. */
const DIRECT = 2;
/** From this growth of the difference the recycle is said to diverge. */
const DIVERGED = 1e8;

export interface SequentialLimits {
  /** Largest relative difference of a tear stream that is taken as none. */
  readonly tolerance: number;
  readonly most: number;
}

/** How the tear streams of one part came to rest, or did not. */
export interface PartOutcome {
  readonly converged: boolean;
  readonly iterations: number;
  /** Relative differences of the tear stream that was last to come to rest, from the first step on. */
  readonly steps: readonly number[];
  readonly worst: string;
}

/**
 * Computes the blocks of a part one after the other, again and again until its tear streams come out as they went in.
 * Wegstein's step for each number: x ← q x + (1 − q) g(x), q = s/(s − 1), s = Δg/Δx, with q in [−5, 0].
 * Wegstein (1958), Communications of the ACM 1(6): 9–13. Values are written to `values`; if the tear streams do not come to rest,
 * those of the round with the smallest difference.
 */
export async function solvePart(
  connected: ConnectedSheet,
  blocks: readonly Block[],
  part: Part,
  values: StreamValues,
  { tolerance, most }: SequentialLimits,
  work: Work,
): Promise<PartOutcome> {
  const { sizeOf, sheet } = connected;
  const { tears } = part;
  if (tears.length === 0) {
    compute(blocks, part, values, sizeOf);
    refuseNotFinite(blocks, part, values);
    return { converged: true, iterations: 0, steps: [], worst: "" };
  }
  const round = roundOf(connected, blocks, part, values);
  let now = firstRound(connected, tears, round, () => refuseNotFinite(blocks, part, values));
  const fed = Object.values(sheet.feeds).flat();
  const largest = DIVERGED * Math.max(...[...fed, ...now.x].map(Math.abs), Number.MIN_VALUE);
  const steps: number[] = [];
  let [best, bestX]: [number, readonly number[]] = [Number.POSITIVE_INFINITY, now.x];
  let before: Round | null = null;
  let worst = tears[0]!;
  for (let iteration = 1; ; iteration++) {
    let difference: number;
    [difference, worst] = largestDifference(now, tears, sizeOf, worst);
    steps.push(difference);
    if (difference < best) [best, bestX] = [difference, now.x];
    if (difference <= tolerance) {
      round(now.g);
      refuseNotFinite(blocks, part, values);
      return { converged: true, iterations: iteration, steps, worst };
    }
    if (iteration >= most || !now.g.every((value) => Math.abs(value) <= largest)) break;
    const next = iteration > DIRECT && before !== null ? acceleratedStep(now, before) : now.g;
    before = now;
    now = round(next);
    await work.pause();
  }
  round(bestX);
  return { converged: false, iterations: steps.length, steps, worst };
}

/** The numbers of the tear streams before and after a round. */
interface Round {
  readonly x: readonly number[];
  readonly g: readonly number[];
}

/** A tear stream enters a block that is computed before, or is, the one that makes it: after a round it has its new numbers. */
function roundOf({ sizeOf }: ConnectedSheet, blocks: readonly Block[], part: Part, values: StreamValues) {
  return (x: readonly number[]): Round => {
    let at = 0;
    for (const stream of part.tears) {
      values.set(stream, x.slice(at, at + sizeOf(stream)));
      at += sizeOf(stream);
    }
    compute(blocks, part, values, sizeOf);
    return { x, g: part.tears.flatMap((stream) => values.get(stream)!) };
  };
}

/** From the first guesses, else zero; where that gives no numbers, from what the sheet is fed: some blocks divide by what enters them. */
function firstRound(
  connected: ConnectedSheet,
  tears: readonly string[],
  round: (x: readonly number[]) => Round,
  refuse: () => void,
): Round {
  const { sizeOf, sheet } = connected;
  const zeros = (stream: string) => new Array<number>(sizeOf(stream)).fill(0);
  const fromZero = round(tears.flatMap((stream) => sheet.guesses?.[stream] ?? zeros(stream)));
  if (fromZero.g.every(Number.isFinite)) return fromZero;
  const x = tears.flatMap((stream) => sheet.guesses?.[stream] ?? sumOfFeeds(connected, sizeOf(stream)));
  const fromFeeds = round(x);
  if (!fromFeeds.g.every(Number.isFinite)) {
    round(x);
    refuse();
  }
  return fromFeeds;
}

/** The largest relative difference of a tear stream, and which; `otherwise` if there is none. */
function largestDifference(
  { x, g }: Round,
  tears: readonly string[],
  sizeOf: (stream: string) => number,
  otherwise: string,
): readonly [number, string] {
  let [difference, worst] = [0, otherwise];
  let at = 0;
  for (const stream of tears) {
    const end = at + sizeOf(stream);
    const own = relativeDifference(x.slice(at, end), g.slice(at, end));
    if (own > difference) [difference, worst] = [own, stream];
    at = end;
  }
  return [difference, worst];
}

function acceleratedStep({ x, g }: Round, before: Round): number[] {
  return x.map((value, i) => {
    const moved = value - before.x[i]!;
    if (moved === 0) return g[i]!;
    const s = (g[i]! - before.g[i]!) / moved;
    const q = Math.min(HIGHEST, Math.max(LOWEST, s / (s - 1)));
    return Number.isFinite(q) ? q * value + (1 - q) * g[i]! : g[i]!;
  });
}

/** Computes the blocks of a part once; what leaves them is written. */
function compute(blocks: readonly Block[], part: Part, values: StreamValues, sizeOf: (stream: string) => number): void {
  for (const at of part.blocks) {
    const block = blocks[at]!;
    const outlets = evaluateBlock(block, values, sizeOf);
    for (const [o, stream] of block.outlets.entries()) values.set(stream, outlets[o]!);
  }
}

/** Throws for the first block whose outlets are not finite though what entered it was, as far as that is still known. */
function refuseNotFinite(blocks: readonly Block[], part: Part, values: StreamValues): void {
  for (const each of part.blocks) {
    const block = blocks[each]!;
    for (const stream of block.outlets) {
      const at = values.get(stream)!.findIndex((value) => !Number.isFinite(value));
      if (at < 0) continue;
      const value = String(values.get(stream)![at]);
      const inlets = [...block.inlets];
      throw new IndustryError("blocks", texts.blockNotFinite({ block: block.name, value, at, stream, inlets }));
    }
  }
}

function sumOfFeeds({ sheet, sizeOf }: ConnectedSheet, size: number): number[] {
  const feeds = Object.entries(sheet.feeds).filter(([stream]) => sizeOf(stream) === size);
  return Array.from({ length: size }, (_, i) => feeds.reduce((sum, [, numbers]) => sum + numbers[i]!, 0));
}
