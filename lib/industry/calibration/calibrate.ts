import { z } from "zod";
import { messages } from "../../message/message.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { type PivotedQr, pivotedQr, solveUpper, solveUpperTransposed } from "../../numeric/qr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { InputOf, ResultOf } from "../../tool/shape.ts";
import { studentQuantile } from "../../uncertainty/distributions/student-law.ts";
import { IndustryError } from "../industry-error.ts";
import type { CalibrationModel } from "./model.ts";

const texts = messages("industry.calibrate", {
  tooFew: {
    en: "{parameters} {parameters:parameter needs|parameters need} at least {least} readings for intervals; got {count}.",
    zh: "{parameters} 个参数至少需要 {least} 组读数才能给出区间，实际为 {count} 组。",
  },
  notDetermined: {
    en: "The readings do not determine {parameters:and} separately: other values of them predict the same. Fix one of them, or add readings under other conditions.",
    zh: "这些读数无法分别确定 {parameters:and}：不同取值给出相同的预测。请固定其中一个，或补充其他工况下的读数。",
  },
  noEffect: {
    en: "No reading depends on {parameter}: the readings say nothing about it. Leave it out of `parameters`, or add a reading (`measured`) that it changes; of a flowsheet, check that `feeds` (flows_kg_h) hold what it acts on.",
    zh: "没有读数依赖 {parameter}：读数不包含它的信息。请将其从 `parameters` 中去掉，或补充受其影响的读数（`measured`）；若为流程图，请检查 `feeds`（flows_kg_h）是否含有它所作用的物质。",
  },
  notFinite: {
    en: "The model gives {value} for reading {reading} at {state}. Give other starting values, or bounds, in `parameters`.",
    zh: "在 {state} 处，模型对第 {reading} 组读数给出 {value}。请在 `parameters` 中给出其他初值或上下限。",
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
/** Relative share of a column that is taken as rounding of zero. */
const DEPENDENT = 1e-9;
const amount = z.number();

export const startShape = z.strictObject({
  start: amount.default(1).describe("First guess; a model that is linear in its parameters needs none"),
  lo: amount.optional(),
  hi: amount.optional(),
});
export type Start = InputOf<typeof startShape>;

export interface CalibrationOptions {
  /** Of the intervals, such as 0.95. */
  readonly level: number;
  /** Standard deviations of the readings, of which only the ratios count; by default all the same. */
  readonly sigma?: readonly number[] | undefined;
}

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
  const { parameters, precision = 0 } = model;
  const atRest = Math.max(AT_REST, precision);
  const [n, p] = [readings.length, parameters.length];
  if (n <= p) throw new IndustryError("data", texts.tooFew({ parameters: p, least: p + 1, count: n }));
  const weight = (i: number) => 1 / (sigma?.[i] ?? 1);
  let at: Float64Array = Float64Array.from(starts, ({ start }) => start);
  bounded(at);
  let residuals = await residualsAt(at);
  await refuseNotFinite(residuals, at);
  let square = squareOf(residuals);
  let iterations = 0;
  const isDirect = model.isLinear && starts.every(({ lo, hi }) => lo === undefined && hi === undefined);
  for (let lambda = isDirect ? 0 : LAMBDA; ; ) {
    iterations++;
    const jacobian = weighted(await model.jacobian(at));
    if (isDirect) refuseDependent(pivotedQr(normalised(jacobian).matrix, DEPENDENT));
    const step = stepWithinBounds(jacobian, lambda);
    const next = bounded(at.map((value, k) => value + step[k]!));
    const trial = await residualsAt(next);
    const trialSquare = squareOf(trial);
    const moved = Math.max(...next.map((value, k) => Math.abs(value - at[k]!) / Math.max(Math.abs(value), AT_REST)));
    // Below what the predictions resolve, neither a fall nor a rise of the squares says anything.
    const isUnresolved = Math.abs(trialSquare - square) <= precision * square;
    if (trialSquare <= square || isDirect) {
      const gained = square - trialSquare;
      [at, residuals] = [next, trial];
      // A linear model is solved by its first step; the second takes back what rounding of a far start left.
      const isAtRest = isDirect
        ? iterations === 2
        : moved <= atRest || isUnresolved || gained <= AT_REST * AT_REST * trialSquare;
      square = trialSquare;
      if (isAtRest || square === 0) break;
      lambda = isDirect ? 0 : Math.max(lambda / 10, SMALLEST);
    } else {
      if (moved <= atRest || isUnresolved || lambda > LARGEST) break;
      lambda *= 10;
    }
    if (iterations >= MOST) throw new IndustryError("parameters", texts.noRest({ count: MOST, state: stateOf(at) }));
    await work.pause();
  }
  await refuseNotFinite(residuals, at);
  return finished(normalised(weighted(await model.jacobian(at))), await model.predict(at));

  async function residualsAt(of: Float64Array): Promise<Float64Array> {
    return (await model.predict(of)).map((value, i) => (readings[i]! - value) * weight(i));
  }

  function bounded(of: Float64Array): Float64Array {
    for (const [k, { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY }] of starts.entries())
      of[k] = Math.min(hi, Math.max(lo, of[k]!));
    return of;
  }

  /** The step of the parameters that can move: those at a bound that would leave it stay there (active set). */
  function stepWithinBounds(jacobian: DenseMatrix, lambda: number): Float64Array {
    let moving = parameters.map((_, k) => k);
    for (;;) {
      const part = dense(
        n,
        moving.length,
        Float64Array.from({ length: n * moving.length }, (_, q) => {
          const [i, c] = [Math.floor(q / moving.length), q % moving.length];
          return jacobian.data[i * p + moving[c]!]!;
        }),
      );
      const step = new Float64Array(p);
      for (const [c, value] of stepOf(part, residuals, lambda).entries()) step[moving[c]!] = value;
      const leaving = moving.filter((k) => {
        const { lo, hi } = starts[k]!;
        return (at[k] === lo && step[k]! < 0) || (at[k] === hi && step[k]! > 0);
      });
      if (leaving.length === 0) return step;
      moving = moving.filter((k) => !leaving.includes(k));
      if (moving.length === 0) return new Float64Array(p);
    }
  }

  function weighted(jacobian: DenseMatrix): DenseMatrix {
    return dense(
      n,
      p,
      jacobian.data.map((value, at) => value * weight(Math.floor(at / p))),
    );
  }

  function stateOf(of: Float64Array): string {
    return parameters.map((name, k) => `${name} = ${of[k]!.toPrecision(6)}`).join(", ");
  }

  async function refuseNotFinite(of: Float64Array, state: Float64Array): Promise<void> {
    const wrong = of.findIndex((value) => !Number.isFinite(value));
    if (wrong < 0) return;
    const value = String((await model.predict(state))[wrong]);
    throw new IndustryError("parameters", texts.notFinite({ value, reading: wrong + 1, state: stateOf(state) }));
  }

  function refuseDependent(qr: PivotedQr): void {
    if (qr.rank === p) return;
    // The first dependent column, and those that it is made of.
    const [dependent] = qr.order.subarray(qr.rank);
    const made = solveUpper(
      qr,
      Array.from({ length: qr.rank }, (_, i) => qr.r(i, qr.rank)),
    );
    const others = [...made.keys()].filter((i) => Math.abs(made[i]!) > DEPENDENT).map((i) => qr.order[i]!);
    const names = [dependent!, ...others].sort((a, b) => a - b).map((k) => parameters[k]!);
    if (names.length === 1) throw new IndustryError("parameters", texts.noEffect({ parameter: names[0] }));
    throw new IndustryError("parameters", texts.notDetermined({ parameters: names }));
  }

  function finished({ matrix, norms }: ReturnType<typeof normalised>, predicted: Float64Array): Calibration {
    const qr = pivotedQr(matrix, DEPENDENT);
    refuseDependent(qr);
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
    const mean = readings.reduce((sum, value) => sum + value, 0) / n;
    const total = readings.reduce((sum, value, i) => sum + ((value - mean) * weight(i)) ** 2, 0);
    const predictions = [...predicted];
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
}

/** The step of Levenberg and Marquardt; with λ = 0 that of Gauss and Newton. */
function stepOf(jacobian: DenseMatrix, residuals: Float64Array, lambda: number): Float64Array {
  const { matrix, norms } = normalised(jacobian);
  const [n, p] = [matrix.rows, matrix.columns];
  const above = dense(n + p, p);
  above.data.set(matrix.data);
  for (let k = 0; k < p; k++) above.data[(n + k) * p + k] = Math.sqrt(lambda);
  const qr = pivotedQr(above, 1e-15);
  const right = new Float64Array(n + p);
  right.set(residuals);
  const solved = solveUpper(qr, qr.transposed(right));
  const step = new Float64Array(p);
  for (const [i, value] of solved.entries()) step[qr.order[i]!] = value / norms[qr.order[i]!]!;
  return step;
}

/** The columns of a matrix with length 1, and their lengths; a column of zeros stays. */
function normalised({ rows, columns, data }: DenseMatrix) {
  const norms = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    for (let i = 0; i < rows; i++) norms[k] = Math.hypot(norms[k]!, data[i * columns + k]!);
    norms[k] ||= 1;
  }
  return {
    matrix: dense(
      rows,
      columns,
      data.map((value, at) => value / norms[at % columns]!),
    ),
    norms,
  };
}

function squareOf(residuals: Float64Array): number {
  const sum = residuals.reduce((all, value) => all + value * value, 0);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
