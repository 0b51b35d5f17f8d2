import type { ConnectedSheet } from "./connected-sheet.ts";
import type { SheetEquations } from "./sheet-equations.ts";

/** Smallest share of a stream's largest number by which a residual of it is divided. */
const SMALL = 1e-3;

/** Norms of residuals, each divided by the size of its equation: its number, or a thousandth of the largest of its stream. */
export class ScaledResiduals {
  readonly #connected: ConnectedSheet;
  readonly #equations: SheetEquations;
  readonly #scales: Float64Array;

  constructor(connected: ConnectedSheet, equations: SheetEquations) {
    this.#connected = connected;
    this.#equations = equations;
    this.#scales = new Float64Array(equations.computed + connected.free.length);
  }

  scaleAt({ x, residuals }: { readonly x: Float64Array; readonly residuals: Float64Array }): void {
    const { sizeOf, specifications } = this.#connected;
    const { offsets, computed } = this.#equations;
    const scales = this.#scales;
    for (const [stream, offset] of offsets) {
      const end = offset + sizeOf(stream);
      let largest = 0;
      for (let i = offset; i < end; i++) largest = Math.max(largest, Math.abs(x[i]!), Math.abs(x[i]! - residuals[i]!));
      for (let i = offset; i < end; i++)
        scales[i] = Math.max(Math.abs(x[i]!), Math.abs(x[i]! - residuals[i]!), SMALL * largest) || 1;
    }
    for (const [k, { value }] of specifications.entries())
      scales[computed + k] = Math.max(Math.abs(value), Math.abs(value + residuals[computed + k]!)) || 1;
  }

  squares(residuals: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < residuals.length; i++) sum += (residuals[i]! / this.#scales[i]!) ** 2;
    return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
  }

  /** The largest residual, and the stream or the specification that has it. */
  norm(residuals: Float64Array): { readonly norm: number; readonly worst: string } {
    let [norm, at] = [0, 0];
    for (let i = 0; i < residuals.length; i++) {
      const size = Math.abs(residuals[i]! / this.#scales[i]!);
      if (!(size <= norm)) [norm, at] = [size, i];
    }
    return { norm: Number.isNaN(norm) ? Number.POSITIVE_INFINITY : norm, worst: this.#equations.names[at] ?? "" };
  }
}
