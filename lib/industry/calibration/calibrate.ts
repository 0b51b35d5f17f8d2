import { z } from "zod";
import { messages } from "../../message/message.ts";
import { pivotedQr, solveUpperTransposed } from "../../numeric/qr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { studentQuantile } from "../../uncertainty/distributions/student-law.ts";
import { IndustryError } from "../industry-error.ts";
import { normalised } from "./marquardt-step.ts";
import type { CalibrationModel } from "./model.ts";
import { DEPENDENT, type FitState, type Start, WeightedFit } from "./weighted-fit.ts";

const texts = messages("industry.calibrate", {
  tooFew: {
    en: "{parameters} {parameters:parameter needs|parameters need} at least {least} readings for intervals; got {count}.",
    zh: "{parameters} 个参数至少需要 {least} 组读数才能给出区间，实际为 {count} 组。",
  },
  noRest: {
    en: "The fit does not come to rest in {count} steps; it is at {state}. Give other starting values in `parameters`.",
    zh: "拟合经 {count} 步仍不收敛，当前为 {state}。请在 `parameters` 中给出其他初值。",
  },
});

const MOST = 500;

/** Relative change of parameters, and of the sum of squares, from which the fit is at rest. */
const AT_REST = 1e-12;

/** Marquardt's λ at the start, its smallest value, and its largest before no step is thought to help. */
const [LAMBDA, SMALLEST, LARGEST] = [1e-3, 1e-20, 1e16];

export interface CalibrationOptions {
  /** Of the intervals, such as 0.95. */
  readonly level: number;
  /** Standard deviations of the readings, of which only the ratios count; by default all the same. */
  readonly sigma?: readonly number[] | undefined;
}

const amount = z.number();

/** A fitted parameter. */
export const fittedParameterShape = z.object({
  name: z.string(),
  value: amount,
  standardError: amount,
  /** Bounds of the interval by Student's t. */
  lo: amount.describe("Lower bound of the interval by Student's t"),
  hi: amount,
});

export interface FittedParameter extends ResultOf<typeof fittedParameterShape> {
  /** Whether it rests on a bound: its interval is then not valid. */
  readonly atBound: boolean;
}

export interface Calibration {
  readonly parameters: readonly FittedParameter[];
  /** Readings minus parameters: what the t quantile has. */
  readonly degrees: number;
  readonly t: number;
  /** √(Σ (r/σ)² / degrees), with σ = 1 unless given. */
  readonly residualSd: number;
  readonly rSquared: number;
  readonly predictions: readonly number[];
  readonly residuals: readonly number[];
  /** Parameters × parameters. */
  readonly correlation: readonly (readonly number[])[];
  readonly iterations: number;
  /** Standard error of Σ g_k p_k. */
  errorOf(gradient: ArrayLike<number>): number;
}

/**
 * Parameters that bring a model nearest to readings by least squares: linear models at once by QR, others by Levenberg and
 * Marquardt's method, each step by QR of the Jacobian above √λ times its column norms. Covariance s² (JᵀJ)⁻¹ at the solution,
 * intervals by Student's t: exact for linear models with normal errors, to first order for others.
 *
 * Marquardt (1963), J. SIAM 11: 431–441, doi:10.1137/0111030; Moré (1978), doi:10.1007/BFb0067700; Bates, Watts (1988), Nonlinear
 * Regression Analysis and Its Applications, doi:10.1002/9780470316757.
 */
export async function calibrate(
  model: CalibrationModel,
  readings: readonly number[],
  starts: readonly Start[],
  { level, sigma }: CalibrationOptions,
  work: Work = uninterrupted,
): Promise<Calibration> {
  const [n, p] = [readings.length, model.parameters.length];
  if (n <= p) throw new IndustryError("data", texts.tooFew({ parameters: p, least: p + 1, count: n }));
  const fit = new WeightedFit(model, readings, starts, sigma);
  const isDirect = model.isLinear && starts.every(({ lo, hi }) => lo === undefined && hi === undefined);
  const rest = isDirect ? await directRest(fit, work) : await marquardtRest(fit, work);
  await fit.refuseNotFinite(rest);
  return calibrationAt(fit, rest, level);
}

/** A linear model is solved by its first step; the second takes back what rounding of a far start left. */
async function directRest(fit: WeightedFit, work: Work): Promise<FitRest> {
  let state = await fit.begin();
  for (let iterations = 1; ; iterations++) {
    const jacobian = await fit.jacobian(state.at);
    fit.refuseDependent(pivotedQr(normalised(jacobian).matrix, DEPENDENT));
    state = await fit.moved(state, jacobian, 0);
    if (iterations === 2 || state.square === 0) return { ...state, iterations };
    await work.pause();
  }
}

/** Levenberg and Marquardt's method until neither parameters nor squares change. Throws IndustryError if it does not come to rest. */
async function marquardtRest(fit: WeightedFit, work: Work): Promise<FitRest> {
  const { precision = 0 } = fit.model;
  const atRest = Math.max(AT_REST, precision);
  let state = await fit.begin();
  let lambda = LAMBDA;
  for (let iterations = 1; ; iterations++) {
    const { at, square } = state;
    const trial = await fit.moved(state, await fit.jacobian(at), lambda);
    const moved = Math.max(
      ...trial.at.map((value, k) => Math.abs(value - at[k]!) / Math.max(Math.abs(value), AT_REST)),
    );
    // Below what the predictions resolve, neither a fall nor a rise of the squares says anything.
    const isUnresolved = Math.abs(trial.square - square) <= precision * square;
    const isStill = moved <= atRest || isUnresolved;
    if (trial.square <= square) {
      state = trial;
      const gained = square - trial.square;
      if (isStill || gained <= AT_REST * AT_REST * trial.square || trial.square === 0) return { ...state, iterations };
      lambda = Math.max(lambda / 10, SMALLEST);
    } else {
      if (isStill || lambda > LARGEST) return { ...state, iterations };
      lambda *= 10;
    }
    if (iterations >= MOST)
      throw new IndustryError("parameters", texts.noRest({ count: MOST, state: fit.stateOf(state.at) }));
    await work.pause();
  }
}

/** Parameters, intervals and what of the readings they explain. */
async function calibrationAt(
  fit: WeightedFit,
  { at, square, iterations }: FitRest,
  level: number,
): Promise<Calibration> {
  const { readings, starts, model } = fit;
  const { parameters } = model;
  const { matrix, norms } = normalised(await fit.jacobian(at));
  const predictions = [...(await model.predict(at))];
  const qr = pivotedQr(matrix, DEPENDENT);
  fit.refuseDependent(qr);
  const [n, p] = [readings.length, parameters.length];
  const degrees = n - p;
  const residualSd = Math.sqrt(square / degrees);
  const t = studentQuantile((1 + level) / 2, degrees);
  // (JᵀJ)⁻¹ = D⁻¹ P R⁻¹ R⁻ᵀ Pᵀ D⁻¹: the length of R⁻ᵀ Pᵀ D⁻¹ g is the error of g · p in residual deviations.
  const lever = (gradient: ArrayLike<number>) =>
    solveUpperTransposed(
      qr,
      Array.from(qr.order, (k) => gradient[k]! / norms[k]!),
    );
  const levers = parameters.map((_, k) => lever(Float64Array.from({ length: p }, (__, j) => (j === k ? 1 : 0))));
  const errors = levers.map((each) => residualSd * Math.hypot(...each));
  const total = fit.totalSquare();
  return {
    parameters: parameters.map((name, k) => ({
      name,
      value: at[k]!,
      standardError: errors[k]!,
      lo: at[k]! - t * errors[k]!,
      hi: at[k]! + t * errors[k]!,
      atBound: at[k] === starts[k]!.lo || at[k] === starts[k]!.hi,
    })),
    degrees,
    t,
    residualSd,
    rSquared: total > 0 ? 1 - square / total : 1,
    predictions,
    residuals: predictions.map((value, i) => readings[i]! - value),
    correlation: levers.map((a, i) =>
      levers.map((b, j) => (i === j ? 1 : dot(a, b) / (Math.hypot(...a) * Math.hypot(...b)))),
    ),
    iterations,
    errorOf: (gradient) => residualSd * Math.hypot(...lever(gradient)),
  };
}

interface FitRest extends FitState {
  readonly iterations: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
