import { csrFromTriplets } from "../../numeric/csr.ts";
import { SingularMatrixError } from "../../numeric/lu.ts";
import type { EliminationOrder } from "../../numeric/sparse/minimum-degree.ts";
import { factorSparse, orderOf, type SparseLu } from "../../numeric/sparse/sparse-lu.ts";
import type { Work } from "../../numeric/work.ts";
import type { ConnectedSheet } from "./connected-sheet.ts";
import { SheetEquations } from "./sheet-equations.ts";
import { type StreamValues, withFree } from "./stream-values.ts";

/** A step is taken if it lowers the norm of the residuals by at least this share of what the derivatives promise. */
const ENOUGH = 1e-4;
/** Halvings of a step before it is given up. */
const HALVINGS = 20;
/** Share of the way to a bound that a step may go. */
const NEAR = 0.995;
/** Smallest share of a stream's largest number by which a residual of it is divided. */
const SMALL = 1e-3;

export interface NewtonOutcome {
  readonly converged: boolean;
  readonly iterations: number;
  /** Scaled norm of the residuals, from the start on. */
  readonly steps: readonly number[];
  /** The stream or specification with the largest residual. */
  readonly worst: string;
  readonly free: readonly number[];
}

/**
 * Newton's method on all numbers that blocks compute and all free numbers together: residuals x − f(x), and the specified
 * numbers minus their values. The Jacobian is sparse: that of each block by its inlets and free parameters, in forward mode of
 * automatic differentiation. Solved by sparse LU; steps are halved until the residuals fall (Dennis, Schnabel (1996), Numerical Methods for Unconstrained Optimization and Nonlinear Equations, ch. 6,
 * doi:10.1137/1.9781611971200).
 *
 * Values are written to `values`. Throws SingularMatrixError if the equations depend on each other.
 */
export async function solveTogether(
  connected: ConnectedSheet,
  values: StreamValues,
  startFree: readonly number[],
  { tolerance, most }: { readonly tolerance: number; readonly most: number },
  work: Work,
): Promise<NewtonOutcome> {
  const { sizeOf, free, specifications } = connected;
  const equations = new SheetEquations(connected);
  const { computed, offsets } = equations;
  const n = computed + free.length;
  let x = equations.unknownsOf(values, startFree);
  let here = equations.pointAt(x);
  let residuals = equations.residuals(here);
  const scales = scalesAt(x, residuals);
  const steps: number[] = [];
  let elimination: EliminationOrder | undefined;
  for (let iteration = 0; ; iteration++) {
    rescale(scales, x, residuals);
    const { norm, worst } = normOf(residuals, scales);
    steps.push(norm);
    if (norm <= tolerance || iteration >= most || !Number.isFinite(norm))
      return outcome(norm <= tolerance, iteration, worst);
    const { rows, columns, values: cells } = equations.derivatives(here);
    const jacobian = csrFromTriplets(n, n, rows, columns, cells);
    elimination ??= orderOf(jacobian);
    let lu: SparseLu;
    try {
      lu = await factorSparse(jacobian, work, elimination);
    } catch (error) {
      // Singular from the start, the equations depend on each other; singular on the way, the way was wrong.
      if (error instanceof SingularMatrixError && iteration > 0) return outcome(false, iteration, worst);
      throw error;
    }
    const step = await lu.solve(residuals, work);
    let share = shareWithinBounds(x, step);
    let accepted = false;
    for (let halving = 0; halving < HALVINGS; halving++, share /= 2) {
      const next = x.map((value, i) => value - share * step[i]!);
      const point = equations.pointAt(next);
      const trial = equations.residuals(point);
      if (squares(trial, scales) <= (1 - ENOUGH * share) * squares(residuals, scales)) {
        x = next;
        residuals = trial;
        here = point;
        accepted = true;
        break;
      }
    }
    await work.pause();
    // Rounding is all that is left of a residual that no step lowers: whether it is small enough is what counts.
    if (!accepted) return outcome(norm <= tolerance, iteration + 1, worst);
  }

  function outcome(converged: boolean, iterations: number, worst: string): NewtonOutcome {
    for (const [stream, offset] of offsets) values.set(stream, [...x.subarray(offset, offset + sizeOf(stream))]);
    const found = [...x.subarray(computed)];
    for (const [stream, numbers] of withFree(connected, found).feeds) values.set(stream, numbers);
    return { converged, iterations, steps, worst, free: found };
  }

  /** How much of a step can be taken without a free number passing a bound: it may come near, the streams with it. */
  function shareWithinBounds(of: Float64Array, step: Float64Array): number {
    let share = 1;
    for (const [k, { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY }] of free.entries()) {
      const [own, by] = [of[computed + k]!, -step[computed + k]!];
      const room = by < 0 ? own - lo : hi - own;
      if (Math.abs(by) > room) share = Math.min(share, (NEAR * Math.max(0, room)) / Math.abs(by));
    }
    return share;
  }

  /** What the residual of each equation is divided by: its number, or a thousandth of the largest of its stream. */
  function scalesAt(of: Float64Array, residual: Float64Array): Float64Array {
    const result = new Float64Array(n);
    rescale(result, of, residual);
    return result;
  }

  function rescale(result: Float64Array, of: Float64Array, residual: Float64Array): void {
    for (const [stream, offset] of offsets) {
      const end = offset + sizeOf(stream);
      let largest = 0;
      for (let i = offset; i < end; i++) largest = Math.max(largest, Math.abs(of[i]!), Math.abs(of[i]! - residual[i]!));
      for (let i = offset; i < end; i++)
        result[i] = Math.max(Math.abs(of[i]!), Math.abs(of[i]! - residual[i]!), SMALL * largest) || 1;
    }
    for (const [k, { value }] of specifications.entries())
      result[computed + k] = Math.max(Math.abs(value), Math.abs(value + residual[computed + k]!)) || 1;
  }

  function squares(of: Float64Array, scale: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (of[i]! / scale[i]!) ** 2;
    return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
  }

  function normOf(of: Float64Array, scale: Float64Array): { readonly norm: number; readonly worst: string } {
    let [norm, at] = [0, 0];
    for (let i = 0; i < n; i++) {
      const size = Math.abs(of[i]! / scale[i]!);
      if (!(size <= norm)) [norm, at] = [size, i];
    }
    return { norm: Number.isNaN(norm) ? Number.POSITIVE_INFINITY : norm, worst: equations.names[at] ?? "" };
  }
}
