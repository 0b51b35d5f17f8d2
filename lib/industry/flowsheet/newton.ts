import { csrFromTriplets } from "../../numeric/csr.ts";
import { SingularMatrixError } from "../../numeric/lu.ts";
import type { EliminationOrder } from "../../numeric/sparse/minimum-degree.ts";
import { factorSparse, orderOf, type SparseLu } from "../../numeric/sparse/sparse-lu.ts";
import type { Work } from "../../numeric/work.ts";
import type { ConnectedSheet } from "./connected-sheet.ts";
import { ScaledResiduals } from "./scaled-residuals.ts";
import type { Free } from "./sheet.ts";
import { SheetEquations, type SheetPoint } from "./sheet-equations.ts";
import { type StreamValues, withFree } from "./stream-values.ts";

/** A step is taken if it lowers the norm of the residuals by at least this share of what the derivatives promise. */
const ENOUGH = 1e-4;

/** Halvings of a step before it is given up. */
const HALVINGS = 20;

/** Share of the way to a bound that a step may go. */
const NEAR = 0.995;

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
  const equations = new SheetEquations(connected);
  const residuals = new ScaledResiduals(connected, equations);
  let here = pointAt(equations, equations.unknownsOf(values, startFree));
  const steps: number[] = [];
  const outcome = (converged: boolean, iterations: number, worst: string): NewtonOutcome => {
    const free = writeValues(connected, equations, here.x, values);
    return { converged, iterations, steps, worst, free };
  };
  let elimination: EliminationOrder | undefined;
  for (let iteration = 0; ; iteration++) {
    residuals.scaleAt(here);
    const { norm, worst } = residuals.norm(here.residuals);
    steps.push(norm);
    if (norm <= tolerance || iteration >= most || !Number.isFinite(norm))
      return outcome(norm <= tolerance, iteration, worst);
    const jacobian = jacobianAt(equations, here);
    elimination ??= orderOf(jacobian);
    let lu: SparseLu;
    try {
      lu = await factorSparse(jacobian, work, elimination);
    } catch (error) {
      // Singular from the start, the equations depend on each other; singular on the way, the way was wrong.
      if (error instanceof SingularMatrixError && iteration > 0) return outcome(false, iteration, worst);
      throw error;
    }
    const step = await lu.solve(here.residuals, work);
    const next = lowered(equations, residuals, here, step, shareWithinBounds(connected.free, here.x, step));
    await work.pause();
    // Rounding is all that is left of a residual that no step lowers: whether it is small enough is what counts.
    if (!next) return outcome(norm <= tolerance, iteration + 1, worst);
    here = next;
  }
}

/** Unknowns, the streams and blocks that they give, and what the equations leave open there. */
interface NewtonPoint {
  readonly x: Float64Array;
  readonly point: SheetPoint;
  readonly residuals: Float64Array;
}

function pointAt(equations: SheetEquations, x: Float64Array): NewtonPoint {
  const point = equations.pointAt(x);
  return { x, point, residuals: equations.residuals(point) };
}

function jacobianAt(equations: SheetEquations, { x, point }: NewtonPoint) {
  const { rows, columns, values } = equations.derivatives(point);
  return csrFromTriplets(x.length, x.length, rows, columns, values);
}

/** The point after the largest share of a step that lowers the residuals; none if no share does. */
function lowered(
  equations: SheetEquations,
  scaled: ScaledResiduals,
  { x, residuals }: NewtonPoint,
  step: Float64Array,
  from: number,
): NewtonPoint | undefined {
  let share = from;
  for (let halving = 0; halving < HALVINGS; halving++, share /= 2) {
    const next = pointAt(
      equations,
      x.map((value, i) => value - share * step[i]!),
    );
    if (scaled.squares(next.residuals) <= (1 - ENOUGH * share) * scaled.squares(residuals)) return next;
  }
  return undefined;
}

/** How much of a step can be taken without a free number passing a bound: it may come near, the streams with it. */
function shareWithinBounds(free: readonly Free[], x: Float64Array, step: Float64Array): number {
  const computed = x.length - free.length;
  let share = 1;
  for (const [k, { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY }] of free.entries()) {
    const [own, by] = [x[computed + k]!, -step[computed + k]!];
    const room = by < 0 ? own - lo : hi - own;
    if (Math.abs(by) > room) share = Math.min(share, (NEAR * Math.max(0, room)) / Math.abs(by));
  }
  return share;
}

/** Writes streams and fed free numbers; returns the free numbers. */
function writeValues(
  connected: ConnectedSheet,
  { offsets, computed }: SheetEquations,
  x: Float64Array,
  values: StreamValues,
): number[] {
  const { sizeOf } = connected;
  for (const [stream, offset] of offsets) values.set(stream, [...x.subarray(offset, offset + sizeOf(stream))]);
  const free = [...x.subarray(computed)];
  for (const [stream, numbers] of withFree(connected, free).feeds) values.set(stream, numbers);
  return free;
}
