import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { SingularMatrixError } from "../../numeric/lu.ts";
import { step } from "../../numeric/step.ts";
import { LANES } from "../../numeric/typescript-lanes.ts";
import type { Work } from "../../numeric/work.ts";
import { UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import { DrawSolver } from "./draw-solver.ts";
import type { RandomSystem } from "./random-system.ts";

const texts = messages("lifecycle.uncertainty", {
  singular: {
    en: "Draw {draw} makes the technosphere singular (activities {names:and}); narrow the laws of what they take from each other.",
    zh: "第 {draw} 次抽样使 technosphere 奇异（活动 {names:and}）；请收窄它们相互投入的分布。",
  },
  notFinite: {
    en: "Draw {draw} of score {score} is not a finite number; narrow the laws of the exchanges.",
    zh: "第 {score} 个评价结果的第 {draw} 次抽样不是有限数；请收窄交换的分布。",
  },
});

export interface RunOptions {
  readonly draws: number;
  /** To what share of its standard deviation each draw of a score is solved; default: 0.001. */
  readonly tolerance?: number | undefined;
}

/** The scores of all draws, and how well they were solved. */
export interface DrawRun {
  /** D × M × draws. */
  readonly scores: readonly (readonly Float64Array[])[];
  /** D × M: what each source of uncertainty adds to the variance, to first order. */
  readonly firstOrder: readonly (readonly Float64Array[])[];
  readonly control: DrawControl;
  /** Solves per draw and demand: sweeps, or refinements. */
  readonly sweeps: number;
  /** Draws and demands for which they did not converge, which were solved anew. */
  readonly solvedAnew: number;
  /** Of those, draws and demands in which an activity runs backwards that does not without deviations. */
  readonly backwards: number;
  /** How many activities a draw is solved for. */
  readonly moving: number;
  /** The worst ‖f − A s‖∞ / ‖f‖∞ of the draws. */
  readonly residual: number;
}

/** Draws that were solved as the others, and then exactly. */
export interface DrawControl {
  readonly draws: number;
  /** The largest difference of a score, relative to its exact value, and to its standard deviation to first order. */
  readonly largest: number;
  readonly ofSpread: number;
}

/** Draws that are solved exactly at first, to learn how large an error a residual means. */
const LEARNT = 20;
/** How small their residuals are made, in units of what counts as no error. */
const LEARNT_TO = 1e-4;
/** Every how-manieth of the others is solved exactly, too, at least; of many, so many of them. */
const CONTROLLED = 100;
const CONTROLS = 20;
/** How much smaller a residual has to be than those draws say. */
const MARGIN = 1;
/** Differences below it, relative to the score, are rounding. */
const ROUNDING = 1e-12;
/** Draws that are solved better than to this share of their standard deviation need double precision, and are solved one by one. */
const SINGLE_PRECISION = 1e-5;
/** Systems with fewer random numbers are fast enough in double precision. */
const MANY = 5_000;

/** Throws UncertaintyError if a draw has no finite solution. */
export async function runDraws(system: RandomSystem, options: RunOptions, work: Work): Promise<DrawRun> {
  const { draws, tolerance = 1e-3 } = options;
  const { demands, direct, scalings, prepared } = system;
  const firstOrder = demands.map((_, d) => direct.map((_, m) => system.numbers.firstOrder(slopesOf(system, d, m))));
  const spreads = firstOrder.map((row) => row.map((each) => Math.sqrt(Math.max(0, sumOf(each)))));
  const solver = new DrawSolver(system);
  // What counts as no error of a score.
  const scales = demands.map((_, d) =>
    direct.map((q, m) => Math.max(tolerance * spreads[d]![m]!, ROUNDING * Math.abs(dot(q, scalings[d]!)))),
  );
  const weights = scales.map((row) => solver.weightsOf(row));
  const sizes = demands.map((f) => f.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  const scores = demands.map(() => direct.map(() => new Float64Array(draws)));
  // By demand: the largest error of a score, by its scale, for a residual of 1.
  const errors = demands.map(() => 0);
  const control = { draws: 0, largest: 0, ofSpread: 0 };
  let [sweeps, solvedAnew, backwards, residual] = [0, 0, 0, 0];

  const exactly = async (draw: number, d: number) => {
    try {
      const { scores: exact, solution } = await solver.exactly(d, work);
      residual = Math.max(residual, solution.residual);
      return { exact, x: solution.x };
    } catch (error) {
      if (!(error instanceof SingularMatrixError)) throw error;
      const names = someOf(error.columns.map((j) => prepared.names?.[j] ?? j));
      throw new UncertaintyError("draws", texts.singular({ draw, names }));
    }
  };
  const solve = (d: number, target: number, seen?: (weighted: number) => void) =>
    system.isFactored ? solver.refineTo(weights[d]!, target, work, seen) : solver.sweepTo(weights[d]!, target, seen);

  const learn = async (draw: number, d: number) => {
    const seen: { weighted: number; scores: Float64Array }[] = [];
    await solve(d, LEARNT_TO, (weighted) => seen.push({ weighted, scores: solver.scores(d) }));
    const { exact } = await exactly(draw, d);
    for (const { weighted, scores: each } of seen)
      each.forEach((score, m) => {
        const error = Math.abs(score - exact[m]!);
        if (weighted > 0 && error > ROUNDING * Math.abs(exact[m]!) && scales[d]![m]! > 0)
          errors[d] = Math.max(errors[d]!, error / scales[d]![m]! / weighted);
      });
    return exact;
  };
  const anew = async (draw: number, d: number) => {
    solvedAnew++;
    const { exact, x } = await exactly(draw, d);
    if (runsBackwards(x) && !runsBackwards(scalings[d]!)) backwards++;
    return exact;
  };
  const controlEvery = Math.max(CONTROLLED, Math.ceil(draws / CONTROLS));
  const isControlled = (draw: number) => (draw - LEARNT) % controlEvery === 0;
  /** Compares the scores of a draw with exact ones, if it is to be controlled: then the solver has to have that draw. */
  const controlled = async (draw: number, d: number, found: Float64Array) => {
    if (!isControlled(draw)) return found;
    const { exact } = await exactly(draw, d);
    control.draws += d === 0 ? 1 : 0;
    exact.forEach((score, m) => {
      const difference = Math.abs(found[m]! - score);
      if (difference === 0) return;
      control.largest = Math.max(control.largest, difference / Math.abs(score));
      if (spreads[d]![m]! > 0) control.ofSpread = Math.max(control.ofSpread, difference / spreads[d]![m]!);
    });
    // Not the exact ones: a draw does not depend on how many there are.
    return found;
  };
  const follow = async (draw: number, d: number) => {
    const taken = await solve(d, 1 / (MARGIN * errors[d]!));
    if (taken < 0) return anew(draw, d);
    sweeps += taken;
    residual = Math.max(residual, solver.residual / (sizes[d]! || 1));
    return controlled(draw, d, solver.scores(d));
  };
  const keep = (draw: number, d: number, found: Float64Array) => {
    found.forEach((score, m) => {
      if (!Number.isFinite(score)) throw new UncertaintyError("draws", texts.notFinite({ draw, score: m + 1 }));
      scores[d]![m]![draw] = score;
    });
  };
  const pause = (done: number) => {
    work.progress(done / draws, step.draws());
    return work.pause();
  };

  const isSideBySide = !system.isFactored && tolerance >= SINGLE_PRECISION && system.numbers.count >= MANY;
  const alone = isSideBySide ? Math.min(draws, LEARNT) : draws;
  for (let draw = 0; draw < alone; draw++) {
    solver.draw(draw);
    for (const d of demands.keys()) {
      solver.start(d);
      keep(draw, d, await (draw < LEARNT ? learn : follow)(draw, d));
      await pause(draw + (d + 1) / demands.length);
    }
  }
  const lanes = alone < draws ? solver.lanes(work.kernels) : undefined;
  for (let first = alone; lanes && first < draws; first += LANES) {
    lanes.draw(first);
    const together = Math.min(LANES, draws - first);
    for (const d of demands.keys()) {
      lanes.start(d);
      const taken = lanes.sweepTo(weights[d]!, 1 / (MARGIN * errors[d]!));
      const found = lanes.scores(d);
      residual = Math.max(residual, lanes.residual(taken.converged) / (sizes[d]! || 1));
      for (let lane = 0; lane < together; lane++) {
        const [draw, isSolved] = [first + lane, taken.converged[lane]!];
        if (!isSolved || isControlled(draw)) {
          solver.draw(draw);
          solver.start(d);
        }
        const each = Float64Array.from(found, (of) => of[lane]!);
        keep(draw, d, isSolved ? await controlled(draw, d, each) : await anew(draw, d));
        if (isSolved) sweeps += taken.sweeps;
      }
      await pause(first + (together * (d + 1)) / demands.length);
    }
  }
  const followed = Math.max(0, draws - LEARNT) * demands.length - solvedAnew;
  return {
    scores,
    firstOrder,
    control,
    sweeps: followed > 0 ? sweeps / followed : 0,
    solvedAnew,
    backwards,
    moving: solver.moving,
    residual,
  };
}

/** ∂h/∂number at the values that the system has: ∂h/∂a_ij = −w_i s_j, ∂h/∂q_j = s_j. Heijungs (2010), doi:10.1007/s11367-010-0158-5. */
function slopesOf({ cells, terms, numbers, productScores, scalings }: RandomSystem, d: number, m: number) {
  const slopes = new Float64Array(numbers.count);
  const [w, s] = [productScores[m]!, scalings[d]!];
  for (let p = 0; p < cells.number.length; p++)
    slopes[cells.number[p]!]! -= w[cells.row[p]!]! * s[cells.column[p]!]! * cells.factor[p]!;
  for (let p = 0; p < terms.number.length; p++) {
    if (terms.indicator[p] !== m) continue;
    const [i, k] = [terms.number[p]!, terms.other[p]!];
    const scale = terms.coefficient[p]! * s[terms.column[p]!]!;
    slopes[i]! += scale * (k < 0 ? 1 : numbers.values[k]!);
    if (k >= 0) slopes[k]! += scale * numbers.values[i]!;
  }
  return slopes;
}

function runsBackwards(scaling: Float64Array): boolean {
  const largest = scaling.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return scaling.some((value) => value < -1e-9 * largest);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
