import type { Kernels } from "../../numeric/kernels.ts";
import { PerturbedSystem } from "../../numeric/sparse/perturbed-system.ts";
import type { SparseSolution } from "../../numeric/sparse/sparse-system.ts";
import type { Work } from "../../numeric/work.ts";
import { COLUMNS, DrawLanes, MOST_SWEEPS, PATIENCE } from "./draw-lanes.ts";
import { movingActivities } from "./moving-activities.ts";
import { type RandomCells, type RandomSystem, type RandomTerms, sortedCells, sortedTerms } from "./random-system.ts";

/** Refinements after which a draw is solved anew. */
const MOST_REFINEMENTS = 12;

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
  /** Its value without deviations. */
  readonly #base: Float64Array;
  /** Those random cells that several numbers move. */
  readonly #shared: Int32Array;
  /** Positions of the columns with random cells, and where the cells of each end. */
  readonly #columns: Int32Array;
  readonly #ends: Int32Array;
  readonly #terms: RandomTerms;
  /** By indicator: where its terms end. */
  readonly #termEnds: Int32Array;
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
  /** r of the first demand at its start. */
  readonly #first: Float64Array;
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
    // In the order of the activities, which is that of their numbers, so that these are read one after the other.
    const byColumn = sortedCells(cells, (at) => cells.column[at]!);
    this.#place = byColumn.row.map((row, at) => this.#perturbed.placeOf(row, byColumn.column[at]!));
    this.#shared = sharedPlaces(this.#place, this.#perturbed.values.length);
    this.#base = Float64Array.from(this.#place, (place) => this.#perturbed.values[place]!);
    this.#cells = {
      ...byColumn,
      row: byColumn.row.map((row) => positionOfRow[row]!),
      column: byColumn.column.map((column) => positionOfColumn[column]!),
    };
    this.#columns = Int32Array.from(new Set(this.#cells.column));
    this.#ends = endsOfRuns(this.#cells.column);
    const byIndicator = sortedTerms(terms, (at) => terms.indicator[at]!);
    this.#terms = { ...byIndicator, column: byIndicator.column.map((column) => positionOfColumn[column]!) };
    this.#termEnds = endsOf(byIndicator.indicator, productScores.length);
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
    this.#first = new Float64Array(P);
    this.#xBefore = new Float64Array(n);
    this.#rBefore = new Float64Array(n);
  }

  /** The same for several draws at once. */
  lanes(kernels: Kernels): DrawLanes {
    return new DrawLanes(kernels, {
      system: this.#system,
      perturbed: this.#perturbed,
      cells: this.#cells,
      place: this.#place,
      base: this.#base,
      shared: this.#shared,
      columns: this.#columns,
      ends: this.#ends,
      terms: this.#terms,
      w: this.#w,
      s: this.#s,
      constant: this.#constant,
    });
  }

  /** Draws the numbers and moves the system by them. */
  draw(draw: number): void {
    const { numbers } = this.#system;
    numbers.fill(draw, this.#deviations);
    this.#moveDirect();
    this.#moveCells();
  }

  /** Moves the cells, d' and the r of the first demand, some columns at a time, so that what moves is still in the cache. */
  #moveCells(): void {
    const { row, number, factor } = this.#cells;
    const columns = this.#columns;
    const ends = this.#ends;
    const moved = this.#moved;
    this.#d.forEach((d, m) => {
      d.set(this.#directMoves[m]!);
    });
    this.#first.fill(0);
    for (let from = 0; from < columns.length; from += COLUMNS) {
      const to = Math.min(columns.length, from + COLUMNS);
      const [start, end] = [from === 0 ? 0 : ends[from - 1]!, ends[to - 1]!];
      multiplyAt(this.#deviations, number, factor, moved, start, end);
      addTo(this.#perturbed.values, this.#place, this.#base, moved, start, end);
      this.#d.forEach((d, m) => {
        subtractProducts(d, columns, ends, from, to, row, this.#w[m]!, moved);
      });
      pushProducts(this.#first, columns, ends, from, to, row, this.#s[0]!, moved);
    }
    const { values } = this.#perturbed;
    for (const p of this.#shared) values[this.#place[p]!] = this.#base[p]!;
    for (const p of this.#shared) values[this.#place[p]!]! += moved[p]!;
  }

  #moveDirect(): void {
    const { column, coefficient, number, other } = this.#terms;
    const [deviations, ends] = [this.#deviations, this.#termEnds];
    const { values } = this.#system.numbers;
    this.#directMoves.forEach((moves, m) => {
      moves.fill(0);
      for (let p = m === 0 ? 0 : ends[m - 1]!, end = ends[m]!; p < end; p++) {
        const [i, k] = [number[p]!, other[p]!];
        const by =
          k < 0
            ? deviations[i]!
            : deviations[i]! * values[k]! + values[i]! * deviations[k]! + deviations[i]! * deviations[k]!;
        moves[column[p]!]! += coefficient[p]! * by;
      }
    });
  }

  /** Starts a demand: x = s, r = f − A' s. */
  start(demand: number): void {
    this.#x.set(this.#s[demand]!);
    if (demand === 0) this.#r.set(this.#first);
    else {
      this.#r.fill(0);
      pushProducts(
        this.#r,
        this.#columns,
        this.#ends,
        0,
        this.#columns.length,
        this.#cells.row,
        this.#s[demand]!,
        this.#moved,
      );
    }
  }

  /** Scores of the demand that was started, as well as it is solved now: M. */
  scores(demand: number): Float64Array {
    return this.#constant[demand]!.map((constant, m) => constant + dotOf(this.#d[m]!, this.#x, this.#perturbed.n));
  }

  /** How large a weighted residual is for a score: |Σ weights r| + 2 √Σ (weights r)². */
  weighted(weights: Float64Array): number {
    const [r, n] = [this.#r, this.#perturbed.n];
    let [sum, squares] = [0, 0];
    for (let i = 0; i < n; i++) {
      const each = weights[i]! * r[i]!;
      sum += each;
      squares += each * each;
    }
    return Math.abs(sum) + 2 * Math.sqrt(squares);
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
      if (!Number.isFinite(weighted) || sweeps - bestAt > PATIENCE || sweeps === MOST_SWEEPS) return -1;
      for (let i = 0; i < n; i++) {
        xBefore[i] = x[i]!;
        rBefore[i] = r[i]!;
      }
      perturbed.sweep(x, r);
      sweeps++;
      let [now, before, squares] = [0, 0, 0];
      for (let i = 0; i < n; i++) {
        const each = weights[i]! * r[i]!;
        now += each;
        before += weights[i]! * rBefore[i]!;
        squares += each * each;
      }
      weighted = Math.abs(now) + 2 * Math.sqrt(squares);
      const ratio = now / before;
      if (Math.abs(ratio) < 0.95 && weighted > target) {
        const beyond = ratio / (1 - ratio);
        squares = 0;
        for (let i = 0; i < n; i++) {
          const each = weights[i]! * (r[i]! + beyond * (r[i]! - rBefore[i]!));
          squares += each * each;
        }
        const lengthened = 2 * Math.sqrt(squares);
        if (lengthened < weighted) {
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

/** Where the entries of each of n indicators end, in a list sorted by them. */
function endsOf(indicators: Int32Array, n: number): Int32Array {
  const ends = new Int32Array(n);
  for (const indicator of indicators) ends[indicator]!++;
  for (let indicator = 1; indicator < n; indicator++) ends[indicator]! += ends[indicator - 1]!;
  return ends;
}

/** Where each run of equal values ends. */
function endsOfRuns(values: Int32Array): Int32Array {
  const ends: number[] = [];
  values.forEach((value, at) => {
    if (values[at + 1] !== value) ends.push(at + 1);
  });
  return Int32Array.from(ends);
}

/** Those whose place occurs more than once. */
function sharedPlaces(places: Int32Array, count: number): Int32Array {
  const times = new Int32Array(count);
  for (const place of places) times[place]!++;
  return Int32Array.from([...places.keys()].filter((at) => times[places[at]!]! > 1));
}

// One short loop for each purpose: joined into one they are slower, as the engine has too few registers for their arrays.

/** out[p] = factor[p] × x[at[p]] */
function multiplyAt(
  x: Float64Array,
  at: Int32Array,
  factor: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
): void {
  for (let p = from; p < to; p++) out[p] = factor[p]! * x[at[p]!]!;
}

/** out[at[p]] = base[p] + x[p] */
function addTo(out: Float64Array, at: Int32Array, base: Float64Array, x: Float64Array, from: number, to: number): void {
  for (let p = from; p < to; p++) out[at[p]!] = base[p]! + x[p]!;
}

/** d −= w M for some columns of a matrix M. */
function subtractProducts(
  d: Float64Array,
  columns: Int32Array,
  ends: Int32Array,
  from: number,
  to: number,
  rows: Int32Array,
  w: Float64Array,
  cells: Float64Array,
): void {
  for (let c = from, p = from === 0 ? 0 : ends[from - 1]!; c < to; c++) {
    let sum = 0;
    for (const end = ends[c]!; p < end; p++) sum += w[rows[p]!]! * cells[p]!;
    d[columns[c]!]! -= sum;
  }
}

/** r −= M s for some columns of a matrix M. */
function pushProducts(
  r: Float64Array,
  columns: Int32Array,
  ends: Int32Array,
  from: number,
  to: number,
  rows: Int32Array,
  s: Float64Array,
  cells: Float64Array,
): void {
  for (let c = from, p = from === 0 ? 0 : ends[from - 1]!; c < to; c++) {
    const scale = s[columns[c]!]!;
    for (const end = ends[c]!; p < end; p++) r[rows[p]!]! -= cells[p]! * scale;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return dotOf(a, b, a.length);
}

function dotOf(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[i]! * b[i]!;
  return sum;
}
