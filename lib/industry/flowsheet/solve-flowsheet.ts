import { type Message, messages } from "../../message/message.ts";
import { SingularMatrixError } from "../../numeric/lu.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import { computingOrder } from "./computing-order.ts";
import { type ConnectedSheet, connect, nameOfFree, nameOfNumber } from "./connected-sheet.ts";
import { type NewtonOutcome, solveTogether } from "./newton.ts";
import type { DegreesOfFreedom, Sheet } from "./sheet.ts";
import { evaluateBlock, relativeDifference, type StreamValues, startOfFree, withFree } from "./stream-values.ts";
import { type PartOutcome, solvePart } from "./wegstein.ts";

const texts = messages("industry.solving", {
  sequence: {
    en: "Blocks computed in sequence: nothing is recycled.",
    zh: "各单元依次计算：没有循环物流。",
  },
  wegstein: {
    en: "Sequential modular: {count} {count:tear stream|tear streams} ({tears}) converged by Wegstein's method.",
    zh: "序贯模块法：{count} 股切断物流（{tears}）由 Wegstein 法收敛。",
  },
  newton: {
    en: "Newton's method on {unknowns} numbers together, with a sparse Jacobian by automatic differentiation.",
    zh: "对 {unknowns} 个数同时用牛顿法求解，稀疏雅可比矩阵由自动微分得到。",
  },
  fallback: {
    en: "Wegstein's method did not bring the tear stream {stream} to rest in {count} {count:step|steps}; Newton's method did.",
    zh: "Wegstein 法经 {count} 步未能使切断物流 {stream} 收敛，改用牛顿法求得。",
  },
  diverges: {
    en: "The recycle of the stream {stream} does not come to rest: its last relative changes are {steps}. Give a first guess of it in `guesses`, or check that what is fed can leave: a recycle without a purge collects what does not react.",
    zh: "循环物流 {stream} 不收敛：最后几步的相对变化为 {steps}。请在 `guesses` 中给出初值，或检查进料能否全部排出：没有弛放的循环会不断积累不反应的物质。",
  },
  unreachable: {
    en: "The specification {stream} = {value} is not reached: it is {reached} with {free}. Check the specification and the bounds of what may change.",
    zh: "设计规定 {stream} = {value} 无法达到：在 {free} 时为 {reached}。请检查该设计规定及自由变量的上下限。",
  },
  independent: {
    en: "The specifications do not determine {free}: changing it changes none of them, or changes them as another one does.",
    zh: "设计规定无法确定 {free}：改变它不会影响任何规定，或其影响与另一个自由变量相同。",
  },
  noState: {
    en: "The recycle of the stream {stream} has no steady state: what is fed to it cannot leave it. Add a purge, or a reaction that consumes it.",
    zh: "循环物流 {stream} 没有稳态：送入的物质无法离开。请增设弛放，或加入消耗它的反应。",
  },
});

/** Largest relative change of a tear stream, and relative residual, that is taken as none. */
const TOLERANCE = 1e-12;
/** Rounding can keep residuals above the tolerance; up to here a solution is taken, and its residual is stated. */
const ACCEPTED = 1e-9;
const MOST_ROUNDS = 60;
/** Without Newton's method after it, a slow recycle gets its time. */
const MOST_ROUNDS_ALONE = 500;
/** A few rounds give Newton's method a start. */
const FIRST_ROUNDS = 3;
const MOST_NEWTON = 60;

/** The solved streams of a sheet. */
export interface SolvedSheet {
  readonly streams: Readonly<Record<string, readonly number[]>>;
  /** Values of the free numbers, by name. */
  readonly free: Readonly<Record<string, number>>;
  /** Largest relative difference of a stream from what its block makes of the others, computed afresh. */
  readonly residual: number;
  readonly iterations: number;
  readonly method: Message;
  readonly notes: readonly Message[];
  /** Parts in the order of their computation, with names of blocks and of tear streams. */
  readonly parts: readonly { readonly blocks: readonly string[]; readonly tears: readonly string[] }[];
  readonly degrees: DegreesOfFreedom;
}

export interface SolvingOptions {
  /** Without a choice, Wegstein's method first and Newton's where it does not converge. */
  readonly method?: "Wegstein" | "Newton";
}

/**
 * The streams of a sheet in steady state. Parts without a recycle are computed in sequence; recycles by Wegstein's method on
 * their tear streams, and by Newton's method on all streams if that does not converge or a design specification is to be met.
 *
 * Throws IndustryError if the sheet is not determined, or does not come to rest; it names streams, blocks and the last steps.
 */
export async function solveFlowsheet(
  sheet: Sheet,
  { method }: SolvingOptions = {},
  work: Work = uninterrupted,
): Promise<SolvedSheet> {
  const connected = connect(sheet);
  const parts = computingOrder(connected);
  const start = startOfFree(connected);
  const { feeds, blocks } = withFree(connected, start);
  const values: StreamValues = new Map(feeds);
  const outcomes: PartOutcome[] = [];
  const limits = { tolerance: TOLERANCE, most: rounds(method) };
  for (const part of parts) outcomes.push(await solvePart(connected, blocks, part, values, limits, work));
  const tears = parts.flatMap((part) => part.tears);
  const stuck = outcomes.find(({ converged }) => !converged);
  const most = Math.max(...outcomes.map(({ iterations }) => iterations));
  if (method === "Wegstein" && stuck) throw diverging(stuck.worst, stuck.steps);

  const notes: Message[] = [];
  let iterations = most;
  let found: readonly number[] = start;
  let how = tears.length > 0 ? texts.wegstein({ count: tears.length, tears: tears.join(", ") }) : texts.sequence();
  const newton = (of: ConnectedSheet) =>
    solveTogether(of, values, start.slice(0, of.free.length), { tolerance: TOLERANCE, most: MOST_NEWTON }, work);
  if (stuck || (method === "Newton" && tears.length > 0)) {
    // First without specifications: a recycle that has no state is told from a specification that is not reached.
    iterations += await settle(() => newton({ ...connected, free: [], specifications: [] }), stuck, tears);
    if (stuck && method === undefined) notes.push(texts.fallback({ stream: stuck.worst, count: stuck.iterations }));
    how = texts.newton({ unknowns: connected.degrees.unknowns });
  }
  if (connected.free.length > 0) {
    const outcome = await meet(() => newton(connected), connected, work);
    found = outcome.free;
    iterations += outcome.iterations;
    how = texts.newton({ unknowns: connected.degrees.unknowns });
  }
  return {
    streams: Object.fromEntries(connected.streams.map((stream) => [stream, values.get(stream)!])),
    free: Object.fromEntries(connected.free.map((each, k) => [nameOfFree(each, connected.sheet), found[k]!])),
    residual: residualOf(connected, values, found),
    iterations,
    method: how,
    notes,
    parts: parts.map((part) => ({ blocks: part.blocks.map((at) => sheet.blocks[at]!.name), tears: part.tears })),
    degrees: connected.degrees,
  };
}

function rounds(method: SolvingOptions["method"]): number {
  return method === "Newton" ? FIRST_ROUNDS : method === "Wegstein" ? MOST_ROUNDS_ALONE : MOST_ROUNDS;
}

/** Newton's method on a recycle; returns its iterations, or throws the sentence that names its stream. */
async function settle(
  newton: () => Promise<NewtonOutcome>,
  stuck: PartOutcome | undefined,
  tears: readonly string[],
): Promise<number> {
  const stream = stuck?.worst ?? tears[0]!;
  try {
    const { converged, steps, iterations } = await newton();
    if (converged || steps.at(-1)! <= ACCEPTED) return iterations;
    throw diverging(stream, stuck?.steps ?? steps);
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw new IndustryError("blocks", texts.noState({ stream }));
  }
}

/** Newton's method with the specifications; throws the sentence that names the one that is not reached. */
async function meet(
  newton: () => Promise<NewtonOutcome>,
  connected: ConnectedSheet,
  work: Work,
): Promise<NewtonOutcome> {
  const { free, specifications, streams, sources, sizeOf } = connected;
  try {
    const outcome = await newton();
    if (outcome.converged || outcome.steps.at(-1)! <= ACCEPTED) return outcome;
    const missed = specifications.find(({ stream, at }) => outcome.worst === `${stream}[${at}]`) ?? specifications[0]!;
    // What the free numbers reach: the streams of the last step need not be in balance.
    const { feeds, blocks } = withFree(connected, outcome.free);
    const fixed = { ...connected.sheet, feeds: Object.fromEntries(feeds), blocks, free: [], specifications: [] };
    const reached = (await solveFlowsheet(fixed, {}, work)).streams[missed.stream]![missed.at]!;
    const state = free
      .map((each, k) => `${nameOfFree(each, connected.sheet)} = ${outcome.free[k]!.toPrecision(6)}`)
      .join(", ");
    const stream = nameOfNumber(missed, connected.sheet);
    throw new IndustryError(
      "specifications",
      texts.unreachable({ stream, value: missed.value, reached: reached.toPrecision(6), free: state }),
    );
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    const computed = streams.reduce((sum, name) => sum + (sources.get(name)! < 0 ? 0 : sizeOf(name)), 0);
    const unresolved = free[Math.max(0, error.column - computed)]!;
    throw new IndustryError("specifications", texts.independent({ free: nameOfFree(unresolved, connected.sheet) }));
  }
}

function diverging(stream: string, steps: readonly number[]): IndustryError {
  const last = steps.slice(-4).map((step) => step.toPrecision(3));
  return new IndustryError("blocks", texts.diverges({ stream, steps: last.join(", ") }));
}

/** How far the streams are from what the blocks make of them. */
function residualOf(connected: ConnectedSheet, values: StreamValues, free: readonly number[]): number {
  let worst = 0;
  for (const block of withFree(connected, free).blocks) {
    const outlets = evaluateBlock(block, values, connected.sizeOf);
    for (const [o, stream] of block.outlets.entries())
      worst = Math.max(worst, relativeDifference(outlets[o]!, values.get(stream)!));
  }
  for (const { stream, at, value } of connected.specifications)
    worst = Math.max(worst, relativeDifference([values.get(stream)![at]!], [value]));
  return worst;
}
