import { z } from "zod";
import { messages } from "../../message/message.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { type PivotedQr, solveUpper } from "../../numeric/qr.ts";
import type { InputOf } from "../../tool/shape.ts";
import { IndustryError } from "../industry-error.ts";
import { marquardtStep } from "./marquardt-step.ts";
import type { CalibrationModel } from "./model.ts";

const texts = messages("industry.calibrate", {
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
});

/** Relative share of a column that is taken as rounding of zero. */
export const DEPENDENT = 1e-9;

const amount = z.number();

export const startShape = z.strictObject({
  start: amount.default(1).describe("First guess; a model that is linear in its parameters needs none"),
  lo: amount.optional(),
  hi: amount.optional(),
});

export type Start = InputOf<typeof startShape>;

/** Where a fit stands: parameters, weighted residuals, and the sum of their squares. */
export interface FitState {
  readonly at: Float64Array;
  readonly residuals: Float64Array;
  readonly square: number;
}

/** Readings with their weights, a model and its parameters within bounds. */
export class WeightedFit {
  readonly model: CalibrationModel;
  readonly readings: readonly number[];
  readonly starts: readonly Start[];
  readonly #sigma: readonly number[] | undefined;

  constructor(
    model: CalibrationModel,
    readings: readonly number[],
    starts: readonly Start[],
    sigma: readonly number[] | undefined,
  ) {
    this.model = model;
    this.readings = readings;
    this.starts = starts;
    this.#sigma = sigma;
  }

  /** At the starting values. Throws IndustryError if the model gives no numbers there. */
  async begin(): Promise<FitState> {
    const state = await this.#stateAt(this.#bounded(Float64Array.from(this.starts, ({ start }) => start)));
    await this.refuseNotFinite(state);
    return state;
  }

  /** After the step of Levenberg and Marquardt, within the bounds. */
  async moved({ at, residuals }: FitState, jacobian: DenseMatrix, lambda: number): Promise<FitState> {
    const step = this.#stepWithinBounds(jacobian, at, residuals, lambda);
    return this.#stateAt(this.#bounded(at.map((value, k) => value + step[k]!)));
  }

  /** Readings × parameters, weighted. */
  async jacobian(at: Float64Array): Promise<DenseMatrix> {
    const { rows, columns, data } = await this.model.jacobian(at);
    return dense(
      rows,
      columns,
      data.map((value, place) => value * this.#weight(Math.floor(place / columns))),
    );
  }

  /** Weighted sum of squares of the readings about their mean. */
  totalSquare(): number {
    const mean = this.readings.reduce((sum, value) => sum + value, 0) / this.readings.length;
    return this.readings.reduce((sum, value, i) => sum + ((value - mean) * this.#weight(i)) ** 2, 0);
  }

  stateOf(at: Float64Array): string {
    return this.model.parameters.map((name, k) => `${name} = ${at[k]!.toPrecision(6)}`).join(", ");
  }

  async refuseNotFinite({ at, residuals }: FitState): Promise<void> {
    const wrong = residuals.findIndex((value) => !Number.isFinite(value));
    if (wrong < 0) return;
    const value = String((await this.model.predict(at))[wrong]);
    throw new IndustryError("parameters", texts.notFinite({ value, reading: wrong + 1, state: this.stateOf(at) }));
  }

  refuseDependent(qr: PivotedQr): void {
    const { parameters } = this.model;
    if (qr.rank === parameters.length) return;
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

  #weight(i: number): number {
    return 1 / (this.#sigma?.[i] ?? 1);
  }

  async #stateAt(at: Float64Array): Promise<FitState> {
    const predicted = await this.model.predict(at);
    const residuals = predicted.map((value, i) => (this.readings[i]! - value) * this.#weight(i));
    return { at, residuals, square: squareOf(residuals) };
  }

  #bounded(at: Float64Array): Float64Array {
    for (const [k, { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY }] of this.starts.entries())
      at[k] = Math.min(hi, Math.max(lo, at[k]!));
    return at;
  }

  /** The step of the parameters that can move: those at a bound that would leave it stay there (active set). */
  #stepWithinBounds(jacobian: DenseMatrix, at: Float64Array, residuals: Float64Array, lambda: number): Float64Array {
    const { rows: n, columns: p } = jacobian;
    let moving = this.model.parameters.map((_, k) => k);
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
      for (const [c, value] of marquardtStep(part, residuals, lambda).entries()) step[moving[c]!] = value;
      const leaving = moving.filter((k) => {
        const { lo, hi } = this.starts[k]!;
        return (at[k] === lo && step[k]! < 0) || (at[k] === hi && step[k]! > 0);
      });
      if (leaving.length === 0) return step;
      moving = moving.filter((k) => !leaving.includes(k));
      if (moving.length === 0) return new Float64Array(p);
    }
  }
}

function squareOf(residuals: Float64Array): number {
  const sum = residuals.reduce((all, value) => all + value * value, 0);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}
