import type { Arena } from "../../numeric/arena.ts";
import type { Kernels } from "../../numeric/kernels.ts";
import type { PerturbedSystem } from "../../numeric/sparse/perturbed-system.ts";
import { LANES } from "../../numeric/typescript-lanes.ts";
import { RandomLanes } from "./random-lanes.ts";
import type { RandomCells, RandomSystem, RandomTerms } from "./random-system.ts";

/** Sweeps after which draws are solved anew. */
export const MOST_SWEEPS = 60;
/** In so many of them, or of refinements, the residual has to fall to a tenth. */
export const PATIENCE = 15;
/** Columns whose cells are moved at a time, so that their deviations are still in the cache for each use. */
export const COLUMNS = 128;
/** Bytes that an array may need besides its numbers. */
const SLACK = 64;

/** A system as `DrawSolver` has it: by position, in the order of sweeps. */
export interface DrawnSystem {
  readonly system: RandomSystem;
  readonly perturbed: PerturbedSystem;
  readonly cells: RandomCells;
  /** Place of each random cell among the values, its value without deviations, and those cells that several numbers move. */
  readonly place: Int32Array;
  readonly base: Float64Array;
  readonly shared: Int32Array;
  /** Columns with random cells, and where the cells of each end. */
  readonly columns: Int32Array;
  readonly ends: Int32Array;
  /** Ordered by indicator. */
  readonly terms: RandomTerms;
  readonly w: readonly Float64Array[];
  readonly s: readonly Float64Array[];
  /** w f, D × M */
  readonly constant: readonly Float64Array[];
}

/**
 * Solves several draws side by side as `DrawSolver` does one: an index that is read serves all of them, and one instruction.
 *
 * What a draw moves, the residual and the correction x − s are in single precision: the score to first order, w f + d' s, takes from it
 * errors of 1e-7 of its deviation, and the correction d' (x − s) those of a product of two small things. d' is summed in double precision.
 */
export class DrawLanes {
  readonly #kernels: Kernels;
  readonly #of: DrawnSystem;
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #cellRows: Int32Array;
  readonly #places: Int32Array;
  readonly #numbers: Int32Array;
  readonly #columns: Int32Array;
  readonly #ends: Int32Array;
  readonly #factors: Float32Array;
  readonly #base: Float32Array;
  readonly #w: readonly Float64Array[];
  readonly #s: readonly Float32Array[];
  readonly #values: Float32Array;
  readonly #deviations: Float32Array;
  /** M × n × LANES. */
  readonly #d: readonly Float64Array[];
  readonly #x: Float32Array;
  readonly #r: Float32Array;
  readonly #xBefore: Float32Array;
  readonly #rBefore: Float32Array;
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;
  readonly #beyond: Float32Array;
  readonly #random: RandomLanes;

  constructor(kernels: Kernels, of: DrawnSystem) {
    this.#kernels = kernels;
    this.#of = of;
    const { perturbed, system, cells, w, s } = of;
    const { n, starts, rows, values } = perturbed;
    const P = perturbed.positionOfRow.length;
    const [M, count] = [w.length, cells.number.length];
    const integers = [starts, rows, cells.row, of.place, cells.number, of.columns, of.ends];
    const bytes =
      RandomLanes.bytes(system.numbers.own) +
      integers.reduce((sum, { length }) => sum + 4 * length + SLACK, 0) +
      8 * (count + SLACK) +
      4 * (LANES * (values.length + system.numbers.count + 3 * P + 2 * n + P) + s.length * (P + SLACK) + 8 * SLACK) +
      8 * (M * (P + LANES * n) + n + (M + 4) * SLACK);
    const arena = kernels.arena(bytes);
    [this.#starts, this.#rows, this.#cellRows, this.#places, this.#numbers, this.#columns, this.#ends] = integers.map(
      (array) => within(arena.integers(array.length), array),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    const singles = (length: number) => singlesOf(arena, length);
    this.#factors = within(singles(count), cells.factor);
    this.#base = within(singles(count), of.base);
    this.#w = w.map((each) => within(arena.floats(P), each));
    this.#s = s.map((each) => within(singles(P), each));
    this.#values = singles(LANES * values.length);
    values.forEach((value, at) => {
      this.#values.fill(value, LANES * at, LANES * (at + 1));
    });
    this.#deviations = singles(LANES * system.numbers.count);
    this.#d = w.map(() => arena.floats(LANES * n));
    this.#x = singles(LANES * P);
    this.#r = singles(LANES * P);
    this.#xBefore = singles(LANES * n);
    this.#rBefore = singles(LANES * n);
    this.#weights = arena.floats(n);
    this.#sums = arena.floats(3 * LANES);
    this.#beyond = singles(LANES);
    this.#random = system.numbers.lanes(kernels, arena);
  }

  /** Draws the numbers of draws `first` … `first` + LANES − 1, and moves the systems by them. */
  draw(first: number): void {
    this.#random.fill(first, this.#deviations);
    this.#moveDirect();
    this.#move(0, true);
  }

  /** Starts a demand, the first one right after a draw: x = s, r = f − A' s. */
  start(demand: number): void {
    this.#x.fill(0);
    if (demand > 0) this.#move(demand, false);
  }

  /** The cells, and the r of a demand at its start; d' only once a draw. */
  #move(demand: number, gathers: boolean): void {
    const { gatherLanes, moveLanes } = this.#kernels;
    const [columns, ends, rows, numbers, factors] = [
      this.#columns,
      this.#ends,
      this.#cellRows,
      this.#numbers,
      this.#factors,
    ];
    const [places, base, deviations, values, r] = [this.#places, this.#base, this.#deviations, this.#values, this.#r];
    const s = this.#s[demand]!;
    r.fill(0);
    for (let from = 0; from < columns.length; from += COLUMNS) {
      const to = Math.min(columns.length, from + COLUMNS);
      if (gathers)
        this.#d.forEach((d, m) => {
          gatherLanes(from, to, columns, ends, rows, numbers, factors, deviations, this.#w[m]!, d);
        });
      moveLanes(from, to, columns, ends, rows, places, numbers, factors, base, deviations, s, values, r);
    }
    const { shared } = this.#of;
    for (let lane = 0; lane < LANES; lane++) {
      for (const p of shared) values[places[p]! * LANES + lane] = base[p]!;
      for (const p of shared)
        values[places[p]! * LANES + lane]! += factors[p]! * deviations[numbers[p]! * LANES + lane]!;
    }
  }

  #moveDirect(): void {
    const { indicator, column, coefficient, number, other } = this.#of.terms;
    const { values } = this.#of.system.numbers;
    const deviations = this.#deviations;
    for (const d of this.#d) d.fill(0);
    for (let p = 0; p < number.length; p++) {
      const d = this.#d[indicator[p]!]!;
      const scale = coefficient[p]!;
      const at = column[p]! * LANES;
      const from = number[p]! * LANES;
      const k = other[p]!;
      for (let lane = 0; lane < LANES; lane++) {
        const by = deviations[from + lane]!;
        if (k < 0) d[at + lane]! += scale * by;
        else {
          const further = deviations[k * LANES + lane]!;
          d[at + lane]! += scale * (by * values[k]! + values[number[p]!]! * further + by * further);
        }
      }
    }
  }

  /** Scores of the demand that was started, as well as it is solved now: M × LANES. */
  scores(demand: number): readonly Float64Array[] {
    const { n } = this.#of.perturbed;
    const [s, x] = [this.#of.s[demand]!, this.#x];
    return this.#d.map((d, m) => {
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let i = 0, at = 0; i < n; i++, at += LANES) {
        const scale = s[i]!;
        s0 += d[at]! * (scale + x[at]!);
        s1 += d[at + 1]! * (scale + x[at + 1]!);
        s2 += d[at + 2]! * (scale + x[at + 2]!);
        s3 += d[at + 3]! * (scale + x[at + 3]!);
      }
      return Float64Array.of(s0, s1, s2, s3).map((sum) => this.#of.constant[demand]![m]! + sum);
    });
  }

  /**
   * Sweeps until the weighted residual of each draw is at most `target`, as `DrawSolver.sweepTo` does, with its longer steps.
   *
   * @returns the sweeps; by draw: whether they converge.
   */
  sweepTo(weights: Float64Array, target: number): { sweeps: number; converged: readonly boolean[] } {
    const { n, diagonal } = this.#of.perturbed;
    const { sweepLanes, weighLanes, lengthenLanes } = this.#kernels;
    const [x, r, xBefore, rBefore, sums] = [this.#x, this.#r, this.#xBefore, this.#rBefore, this.#sums];
    this.#weights.set(weights);
    const [xSwept, rSwept] = [x.subarray(0, LANES * n), r.subarray(0, LANES * n)];
    weighLanes(n, this.#weights, r, rBefore, sums);
    const lanes = Array.from({ length: LANES }, (_, lane) => new Lane(sums, lane));
    for (let sweeps = 0; ; ) {
      if (lanes.every((lane) => lane.isDone(target, sweeps)))
        return { sweeps, converged: lanes.map(({ weighted }) => weighted <= target) };
      xBefore.set(xSwept);
      rBefore.set(rSwept);
      sweepLanes(n, this.#starts, this.#rows, this.#values, diagonal, x, r);
      sweeps++;
      weighLanes(n, this.#weights, r, rBefore, sums);
      lanes.forEach((lane, at) => {
        this.#beyond[at] = lane.after(sums, at, target, sweeps);
      });
      if (this.#beyond.every((each) => each === 0)) continue;
      lengthenLanes(n, this.#beyond, x, xBefore);
      lengthenLanes(n, this.#beyond, r, rBefore);
    }
  }

  /** ‖f − A' x‖∞ over the activities that the draws are solved for, of the worst of those that converged. */
  residual(converged: readonly boolean[]): number {
    let most = 0;
    const [r, end] = [this.#r, this.#of.perturbed.n * LANES];
    converged.forEach((isSolved, lane) => {
      if (!isSolved) return;
      for (let at = lane; at < end; at += LANES) {
        const size = Math.abs(r[at]!);
        if (size > most) most = size;
      }
    });
    return most;
  }
}

/** What is known of the weighted residual of one of the draws. */
class Lane {
  /** |Σ weights r| + 2 √Σ (weights r)² */
  weighted: number;
  #sum: number;
  #squares: number;
  #best: number;
  #bestAt = 0;

  constructor(sums: Float64Array, lane: number) {
    this.#sum = sums[lane]!;
    this.#squares = sums[LANES + lane]!;
    this.weighted = Math.abs(this.#sum) + 2 * Math.sqrt(this.#squares);
    this.#best = this.weighted;
  }

  /** Whether it converged, or does not. */
  isDone(target: number, sweeps: number): boolean {
    return (
      this.weighted <= target ||
      !Number.isFinite(this.weighted) ||
      sweeps - this.#bestAt > PATIENCE ||
      sweeps >= MOST_SWEEPS
    );
  }

  /**
   * Takes in a sweep.
   *
   * @returns by how much the step is to be lengthened (Aitken).
   */
  after(sums: Float64Array, lane: number, target: number, sweeps: number): number {
    const [sum, squares, products] = [sums[lane]!, sums[LANES + lane]!, sums[2 * LANES + lane]!];
    const [sumBefore, squaresBefore] = [this.#sum, this.#squares];
    const ratio = sum / sumBefore;
    this.#sum = sum;
    this.#squares = squares;
    this.weighted = Math.abs(sum) + 2 * Math.sqrt(squares);
    let beyond = 0;
    if (Math.abs(ratio) < 0.95 && this.weighted > target) {
      const by = Math.fround(ratio / (1 - ratio));
      // Σ (weights (r + by (r − before)))²
      const lengthened = Math.max(0, (1 + by) ** 2 * squares - 2 * by * (1 + by) * products + by ** 2 * squaresBefore);
      if (2 * Math.sqrt(lengthened) < this.weighted) {
        beyond = by;
        // What is left of the sum is rounding.
        this.#sum = sum + by * (sum - sumBefore);
        this.#squares = lengthened;
        this.weighted = Math.abs(this.#sum) + 2 * Math.sqrt(lengthened);
      }
    }
    if (this.weighted < this.#best / 10) [this.#best, this.#bestAt] = [this.weighted, sweeps];
    return beyond;
  }
}

function singlesOf(arena: Arena, length: number): Float32Array {
  const { buffer, byteOffset } = arena.floats(Math.ceil(length / 2));
  return new Float32Array(buffer, byteOffset, length);
}

function within<Into extends Int32Array | Float32Array | Float64Array>(into: Into, array: ArrayLike<number>): Into {
  into.set(array);
  return into;
}
