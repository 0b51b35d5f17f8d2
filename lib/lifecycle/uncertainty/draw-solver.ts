import { PerturbedSystem } from "../../numeric/sparse/perturbed-system.ts";
import type { SparseSolution } from "../../numeric/sparse/sparse-system.ts";
import type { Work } from "../../numeric/work.ts";
import { movingActivities } from "./moving-activities.ts";
import { type RandomCells, type RandomSystem, type RandomTerms, sortedCells } from "./random-system.ts";

/** Sweeps, or refinements, after which a draw is solved anew. */
const MOST = 60;
const MOST_REFINEMENTS = 12;
/** In so many of either the residual has to fall to a tenth. */
const PATIENCE = 15;

/**
 * Solves a system draw by draw from the solution s that it has without deviations.
 *
 * The score of a draw is h' = w f + d' x with d' = q' − w A', which is zero where nothing is random. With x = s it is the score to first
 * order, and an error e of x adds d' e only: a product of two small things, so that a few Gauss–Seidel sweeps suffice. This is the
 * adjoint-corrected functional: Pierce, Giles (2000), doi:10.1137/S0036144598349423.
 */
export class DrawSolver {
  /** How many activities a draw is solved for. */
  readonly moving: number;
  readonly #system: RandomSystem;
  readonly #perturbed: PerturbedSystem;
  readonly #cells: RandomCells;
  /** Place of each random cell among the values of the perturbed system. */
  readonly #place: Int32Array;
  readonly #cellEnds: Int32Array;
  readonly #terms: RandomTerms;
  readonly #w: readonly Float64Array[];
  readonly #s: readonly Float64Array[];
  readonly #constant: readonly Float64Array[];
  readonly #deviations: Float64Array;
  readonly #moved: Float64Array;
  /** M × n: q' − q, and d'. */
  readonly #directMoves: readonly Float64Array[];
  readonly #d: readonly Float64Array[];
  readonly #x: Float64Array;
  readonly #r: Float64Array;
  readonly #xBefore: Float64Array;
  readonly #rBefore: Float64Array;

  constructor(system: RandomSystem) {
    const { prepared, cells, terms, numbers, demands, scalings, productScores } = system;
    this.#system = system;
    const swept = movingActivities(system);
    // A solve by the factors moves all activities.
    this.#perturbed = new PerturbedSystem(prepared.system, system.isFactored ? undefined : swept);
    const { n, positionOfColumn, positionOfRow } = this.#perturbed;
    this.moving = n;
    const byPosition = sortedCells(cells, (at) => positionOfColumn[cells.column[at]!]!);
    this.#place = byPosition.row.map((row, at) => this.#perturbed.placeOf(row, byPosition.column[at]!));
    this.#cells = {
      ...byPosition,
      row: byPosition.row.map((row) => positionOfRow[row]!),
      column: byPosition.column.map((column) => positionOfColumn[column]!),
    };
    this.#cellEnds = endsOf(this.#cells.column, n);
    this.#terms = { ...terms, column: terms.column.map((column) => positionOfColumn[column]!) };
    const P = prepared.system.a.rows;
    const at = (vector: Float64Array, positions: Int32Array) => {
      const moved = new Float64Array(P);
      vector.forEach((value, i) => {
        moved[positions[i]!] = value;
      });
      return moved;
    };
    this.#w = productScores.map((w) => at(w, positionOfRow));
    this.#s = scalings.map((s) => at(s, positionOfColumn));
    this.#constant = demands.map((f) => Float64Array.from(productScores, (w) => dot(w, f)));
    this.#deviations = new Float64Array(numbers.count);
    this.#moved = new Float64Array(this.#place.length);
    const vectors = () => productScores.map(() => new Float64Array(n));
    this.#directMoves = vectors();
    this.#d = vectors();
    this.#x = new Float64Array(P);
    this.#r = new Float64Array(P);
    this.#xBefore = new Float64Array(n);
    this.#rBefore = new Float64Array(n);
  }

  /** Draws the numbers and moves the system by them. */
  draw(draw: number): void {
    const { numbers } = this.#system;
    numbers.fill(draw, this.#deviations);
    this.#perturbed.reset();
    this.#moveDirect();
    this.#moveCells();
  }

  /** Moves the cells, and the first of d'; the others follow. */
  #moveCells(): void {
    const { number, factor, row } = this.#cells;
    const [deviations, moved, place, ends] = [this.#deviations, this.#moved, this.#place, this.#cellEnds];
    const { values } = this.#perturbed;
    const n = this.#perturbed.n;
    this.#d.forEach((d, m) => {
      const w = this.#w[m]!;
      const direct = this.#directMoves[m]!;
      for (let column = 0, p = 0; column < n; column++) {
        let sum = direct[column]!;
        const end = ends[column]!;
        if (m === 0)
          for (; p < end; p++) {
            const by = factor[p]! * deviations[number[p]!]!;
            moved[p] = by;
            values[place[p]!]! += by;
            sum -= w[row[p]!]! * by;
          }
        else for (; p < end; p++) sum -= w[row[p]!]! * moved[p]!;
        d[column] = sum;
      }
    });
  }

  #moveDirect(): void {
    const { indicator, column, coefficient, number, other } = this.#terms;
    const deviations = this.#deviations;
    const { values } = this.#system.numbers;
    for (const moves of this.#directMoves) moves.fill(0);
    for (let p = 0; p < column.length; p++) {
      const [i, k] = [number[p]!, other[p]!];
      const by =
        k < 0
          ? deviations[i]!
          : deviations[i]! * values[k]! + values[i]! * deviations[k]! + deviations[i]! * deviations[k]!;
      this.#directMoves[indicator[p]!]![column[p]!]! += coefficient[p]! * by;
    }
  }

  /** Starts a demand: x = s, r = f − A' s. */
  start(demand: number): void {
    const s = this.#s[demand]!;
    const [r, moved, ends] = [this.#r, this.#moved, this.#cellEnds];
    const { row } = this.#cells;
    this.#x.set(s);
    r.fill(0);
    const n = this.#perturbed.n;
    for (let column = 0, p = 0; column < n; column++) {
      const scale = s[column]!;
      for (const end = ends[column]!; p < end; p++) r[row[p]!]! -= moved[p]! * scale;
    }
  }

  /** Scores of the demand that was started, as well as it is solved now: M. */
  scores(demand: number): Float64Array {
    return this.#constant[demand]!.map((constant, m) => constant + dotOf(this.#d[m]!, this.#x, this.#perturbed.n));
  }

  /** Σ weights |r|. */
  weighted(weights: Float64Array): number {
    const [r, n] = [this.#r, this.#perturbed.n];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weights[i]! * Math.abs(r[i]!);
    return sum;
  }

  /**
   * Weights of the residual by position: the largest |w| / scale of any indicator; 0 for a scale of 0.
   *
   * @param scales M
   */
  weightsOf(scales: ArrayLike<number>): Float64Array {
    const weights = new Float64Array(this.#perturbed.n);
    this.#w.forEach((w, m) => {
      const scale = scales[m]!;
      if (scale > 0)
        for (let i = 0; i < weights.length; i++) weights[i] = Math.max(weights[i]!, Math.abs(w[i]!) / scale);
    });
    return weights;
  }

  /**
   * Sweeps until Σ weights |r| is at most `target`. After each sweep the step is lengthened as far as the weighted residuals fall in the
   * same ratio again (Aitken), if this lowers Σ weights |r|: it takes out the slowest part of the error, the one that all activities share.
   *
   * @param seen is told Σ weights |r| after each sweep.
   * @returns the sweeps; −1 if they do not converge.
   */
  sweepTo(weights: Float64Array, target: number, seen?: (weighted: number) => void): number {
    const perturbed = this.#perturbed;
    const { n } = perturbed;
    const [x, r, xBefore, rBefore] = [this.#x, this.#r, this.#xBefore, this.#rBefore];
    let weighted = this.weighted(weights);
    seen?.(weighted);
    let [best, bestAt] = [weighted, 0];
    for (let sweeps = 0; ; ) {
      if (weighted <= target) return sweeps;
      if (!Number.isFinite(weighted) || sweeps - bestAt > PATIENCE || sweeps === MOST) return -1;
      for (let i = 0; i < n; i++) {
        xBefore[i] = x[i]!;
        rBefore[i] = r[i]!;
      }
      perturbed.sweep(x, r);
      sweeps++;
      let [size, now, before] = [0, 0, 0];
      for (let i = 0; i < n; i++) {
        const each = weights[i]! * r[i]!;
        size += Math.abs(each);
        now += each;
        before += weights[i]! * rBefore[i]!;
      }
      weighted = size;
      const ratio = now / before;
      if (Math.abs(ratio) < 0.95 && size > target) {
        const beyond = ratio / (1 - ratio);
        let lengthened = 0;
        for (let i = 0; i < n; i++) lengthened += weights[i]! * Math.abs(r[i]! + beyond * (r[i]! - rBefore[i]!));
        if (lengthened < size) {
          weighted = lengthened;
          for (let i = 0; i < n; i++) {
            x[i]! += beyond * (x[i]! - xBefore[i]!);
            r[i]! += beyond * (r[i]! - rBefore[i]!);
          }
        }
      }
      seen?.(weighted);
      if (weighted < best / 10) [best, bestAt] = [weighted, sweeps];
    }
  }

  /** The same by steps of refinement with the factors of the system without deviations. */
  async refineTo(
    weights: Float64Array,
    target: number,
    work: Work,
    seen?: (weighted: number) => void,
  ): Promise<number> {
    const perturbed = this.#perturbed;
    const { positionOfRow, positionOfColumn } = perturbed;
    const { system } = this.#system.prepared;
    let weighted = this.weighted(weights);
    seen?.(weighted);
    for (let steps = 0; ; ) {
      if (weighted <= target) return steps;
      if (steps === MOST_REFINEMENTS) return -1;
      const { x } = await system.solve(
        Float64Array.from(positionOfRow, (position) => this.#r[position]!),
        undefined,
        work,
      );
      const step = new Float64Array(perturbed.n);
      x.forEach((value, column) => {
        step[positionOfColumn[column]!] = value;
      });
      perturbed.move(this.#x, this.#r, step);
      steps++;
      const before = weighted;
      weighted = this.weighted(weights);
      seen?.(weighted);
      // Written so that it holds for what is not a number, too.
      if (!(weighted < before / 2)) return -1;
    }
  }

  /**
   * The demand solved anew, without any of this: A' as a whole from x, and q' x. Throws SingularMatrixError.
   */
  async exactly(demand: number, work: Work): Promise<{ scores: Float64Array; solution: SparseSolution }> {
    const { positionOfColumn, n } = this.#perturbed;
    const { demands, direct } = this.#system;
    const start = Float64Array.from(positionOfColumn, (position) => this.#x[position]!);
    const from = start.every(Number.isFinite) ? start : undefined;
    const solution = await this.#perturbed.asSystem().solve(demands[demand]!, from, work);
    const scores = Float64Array.from(direct, (q, m) => {
      const moves = this.#directMoves[m]!;
      let sum = 0;
      solution.x.forEach((scale, column) => {
        const position = positionOfColumn[column]!;
        sum += (q[column]! + (position < n ? moves[position]! : 0)) * scale;
      });
      return sum;
    });
    return { scores, solution };
  }

  /** ‖f − A' x‖∞ over the activities that a draw is solved for. */
  get residual(): number {
    let most = 0;
    for (let i = 0; i < this.#perturbed.n; i++) most = Math.max(most, Math.abs(this.#r[i]!));
    return most;
  }
}

/** Where the entries of each of n columns end, in a list sorted by column. */
function endsOf(columns: Int32Array, n: number): Int32Array {
  const ends = new Int32Array(n);
  for (const column of columns) ends[column]!++;
  for (let column = 1; column < n; column++) ends[column]! += ends[column - 1]!;
  return ends;
}

function dot(a: Float64Array, b: Float64Array): number {
  return dotOf(a, b, a.length);
}

function dotOf(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[i]! * b[i]!;
  return sum;
}
