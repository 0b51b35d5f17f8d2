import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { type CsrMatrix, csrFromTriplets } from "../csr.ts";
import { SingularMatrixError } from "../lu.ts";
import { uninterrupted, type Work } from "../work.ts";
import { blockOrder } from "./block-order.ts";
import type { EliminationOrder } from "./minimum-degree.ts";
import { factorSparse, orderOf, type SparseLu } from "./sparse-lu.ts";

const texts = messages("numeric.sparse", {
  diagonal: {
    en: "Column {column} has no cell in its own row {row}.",
    zh: "第 {column} 列在其对应的第 {row} 行没有元素。",
  },
  direct: {
    en: "The iteration does not converge for {count} {count:row|rows} that depend on each other; they were solved by sparse LU.",
    zh: "有 {count} 行相互依赖，迭代不收敛，改用稀疏 LU 分解求解。",
  },
});

/** The solution of one right-hand side. */
export interface SparseSolution {
  readonly x: Float64Array;
  /** ‖b − A x‖∞ / ‖b‖∞, computed from the solution. */
  readonly residual: number;
  /** Sweeps over the block that needed most. */
  readonly iterations: number;
  readonly method: "substitution" | "sweeps" | "factors";
  /** Why the iteration was replaced by LU; absent if it converged. */
  readonly fallback?: Message;
}

/**
 * A sparse square system, prepared for many right-hand sides. What does not depend on itself is solved by substitution, blocks
 * of rows that depend on each other by Gauss–Seidel sweeps, and blocks for which these do not converge by sparse LU, whose
 * factors are kept.
 */
export interface SparseSystem {
  readonly a: CsrMatrix;
  /** x of A x = b, with an earlier solution to start from. Throws SingularMatrixError, which names a column. */
  solve(b: Float64Array, from?: Float64Array, work?: Work): Promise<SparseSolution>;
  /** x of Aᵀ x = b. */
  solveTransposed(b: Float64Array, from?: Float64Array, work?: Work): Promise<SparseSolution>;
  /** The system of other values in the same cells, in the order of `a.values`. */
  revalued(values: Float64Array): SparseSystem;
  /** The columns, and the row that each calls its own, in the order in which sweeps solve for them. */
  readonly order: { readonly columns: Int32Array; readonly rows: Int32Array };
}

/**
 * A row counts as solved when its residual is below this share of the sum of its terms' sizes: a few roundings of a row with
 * thousands of terms (Oettli, Prager 1964, doi:10.1007/BF01386090).
 */
const TOLERANCE = 2e-14;
/** A row whose error falls no more is accepted below this. */
const ACCEPTED = 1e-11;
/** Sweeps in which the error has to fall to a tenth; slower than that, LU is the better way. */
const PATIENCE = 25;
const MOST = 500;
/** Steps of two sweeps count as parallel below this sine of the angle between them. */
const PARALLEL = 0.01;
/** By how much the diagonal of a singular block is moved, and which cells of z then count: those that the move makes large. */
const MOVED = 1e-9;
const DEPENDENT = 1e-5;

/**
 * Prepares A x = b for a sparse n × n matrix. `rowOf[j]` is the row whose cell in column j is the column's own (not zero); by
 * default the diagonal.
 */
export function sparseSystem(a: CsrMatrix, rowOf?: Int32Array): SparseSystem {
  const plan = planOf(a, rowOf ?? Int32Array.from({ length: a.rows }, (_, i) => i));
  return systemOf(a, plan);
}

/** What follows from the places of the cells, whatever their values. */
interface Plan {
  readonly forward: () => Pattern;
  readonly backward: () => Pattern;
  readonly columnAt: Int32Array;
  readonly rowAt: Int32Array;
}

/** The cells of a block triangular matrix by rows, each row's cells before the block, then those in it; the diagonal apart. */
interface Pattern {
  readonly n: number;
  readonly blocks: Int32Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** Index of each cell, and of each diagonal cell, in the values of A. */
  readonly cell: Int32Array;
  readonly diagonal: Int32Array;
  /** The order of elimination of a block, once it was needed. */
  readonly elimination: Map<number, EliminationOrder>;
}

function planOf(a: CsrMatrix, rowOf: Int32Array): Plan {
  const n = a.rows;
  const columnOf = new Int32Array(n);
  rowOf.forEach((row, j) => {
    columnOf[row] = j;
  });
  // Row j of B is the row of A that column j calls its own.
  const [rows, columns] = [new Int32Array(a.values.length), a.columnIndices];
  for (let i = 0; i < n; i++) rows.fill(columnOf[i]!, a.rowStarts[i]!, a.rowStarts[i + 1]!);
  // A cell that happens to be zero connects, too: other values of the same cells need the same order.
  const cells = new Float64Array(a.values.length).fill(1);
  const { order, starts } = blockOrder(csrFromTriplets(n, n, rows, columns, cells));
  const position = new Int32Array(n);
  order.forEach((j, p) => {
    position[j] = p;
  });
  const at = { row: new Int32Array(a.values.length), column: new Int32Array(a.values.length) };
  for (let p = 0; p < a.values.length; p++) {
    at.row[p] = position[rows[p]!]!;
    at.column[p] = position[columns[p]!]!;
  }
  const last = n - 1;
  return {
    // Most systems are asked for one of both.
    forward: lazy(() => patternOf(n, starts, at.row, at.column)),
    // Transposed and read from the end, the matrix is block triangular in the same way.
    backward: lazy(() =>
      patternOf(
        n,
        starts.map((_, c) => n - starts[starts.length - 1 - c]!),
        at.column.map((p) => last - p),
        at.row.map((p) => last - p),
      ),
    ),
    columnAt: order,
    rowAt: order.map((j) => rowOf[j]!),
  };
}

function patternOf(n: number, blocks: Int32Array, rows: Int32Array, columns: Int32Array): Pattern {
  const diagonal = new Int32Array(n).fill(-1);
  const count = rows.length;
  const kept = new Int32Array(count);
  let length = 0;
  for (let p = 0; p < count; p++)
    if (rows[p] === columns[p]) diagonal[rows[p]!] = p;
    else kept[length++] = p;
  const cells = kept.subarray(0, length);
  const at = (places: Int32Array) => cells.map((p) => places[p]!);
  const sorted = csrFromTriplets(n, n, at(rows), at(columns), cells);
  return {
    n,
    blocks,
    starts: sorted.rowStarts,
    columns: sorted.columnIndices,
    cell: Int32Array.from(sorted.values),
    diagonal,
    elimination: new Map(),
  };
}

function systemOf(a: CsrMatrix, plan: Plan): SparseSystem {
  const { columnAt, rowAt } = plan;
  const n = a.rows;
  const forward = lazy(
    () => new BlockSolver(plan.forward(), a.values, (p) => ({ column: columnAt[p]!, row: rowAt[p]! })),
  );
  const backward = lazy(
    () => new BlockSolver(plan.backward(), a.values, (p) => ({ column: columnAt[n - 1 - p]!, row: rowAt[n - 1 - p]! })),
  );
  return {
    a,
    order: { columns: columnAt, rows: rowAt },
    revalued: (values) => systemOf({ ...a, values }, plan),
    async solve(b, from, work = uninterrupted) {
      const right = Float64Array.from(rowAt, (i) => b[i]!);
      const x = from ? Float64Array.from(columnAt, (j) => from[j]!) : null;
      const solved = await forward().solve(right, x, work);
      return { ...solved, x: spread(columnAt, solved.x, (p) => p) };
    },
    async solveTransposed(b, from, work = uninterrupted) {
      const right = Float64Array.from(columnAt, (_, p) => b[columnAt[n - 1 - p]!]!);
      const x = from ? Float64Array.from(rowAt, (_, p) => from[rowAt[n - 1 - p]!]!) : null;
      const solved = await backward().solve(right, x, work);
      return { ...solved, x: spread(rowAt, solved.x, (p) => n - 1 - p) };
    },
  };
}

function spread(at: Int32Array, x: Float64Array, position: (p: number) => number): Float64Array {
  const result = new Float64Array(x.length);
  at.forEach((index, p) => {
    result[index] = x[position(p)]!;
  });
  return result;
}

/** Solves a block triangular system block by block. */
class BlockSolver {
  readonly #pattern: Pattern;
  readonly #cells: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #factors = new Map<number, Promise<SparseLu>>();
  readonly #nameOf: (p: number) => { column: number; row: number };

  constructor(pattern: Pattern, values: Float64Array, nameOf: (p: number) => { column: number; row: number }) {
    this.#pattern = pattern;
    this.#nameOf = nameOf;
    this.#cells = Float64Array.from(pattern.cell, (p) => values[p]!);
    this.#diagonal = Float64Array.from(pattern.diagonal, (p) => (p < 0 ? 0 : values[p]!));
    const missing = this.#diagonal.indexOf(0);
    if (missing >= 0) throw new Fault(texts.diagonal(nameOf(missing)), { name: "RangeError" });
  }

  async solve(b: Float64Array, from: Float64Array | null, work: Work): Promise<SparseSolution> {
    const { n, blocks, starts, columns } = this.#pattern;
    const cells = this.#cells;
    const x = from ?? new Float64Array(n);
    const sizes = new Float64Array(n);
    let iterations = 0;
    let loops = false;
    let direct = 0;
    for (let c = 0; c + 1 < blocks.length; c++) {
      const [start, end] = [blocks[c]!, blocks[c + 1]!];
      const right = b.subarray(start, end).slice();
      for (let i = start; i < end; i++) {
        let [sum, size] = [right[i - start]!, Math.abs(right[i - start]!)];
        for (let p = starts[i]!, stop = starts[i + 1]!; p < stop && columns[p]! < start; p++) {
          const term = cells[p]! * x[columns[p]!]!;
          sum -= term;
          size += Math.abs(term);
        }
        right[i - start] = sum;
        sizes[i] = size;
      }
      if (end - start === 1) {
        x[start] = right[0]! / this.#diagonal[start]! + 0;
        continue;
      }
      loops = true;
      const sweeps = this.#factors.has(c) ? -1 : await this.#sweep(start, end, right, sizes, x, work);
      if (sweeps >= 0) iterations = Math.max(iterations, sweeps);
      else {
        await this.#solveDirectly(c, start, end, right, x, work);
        direct += end - start;
      }
    }
    return {
      x,
      residual: this.#residual(x, b),
      iterations,
      method: direct > 0 ? "factors" : loops ? "sweeps" : "substitution",
      ...(direct > 0 && { fallback: texts.direct({ count: direct }) }),
    };
  }

  /**
   * Sweeps over a block until every row is solved; −1 if the error does not fall. Where the steps of two sweeps are parallel, one mode of the
   * error is left: its steps make a geometric series, whose rest is added at once (the acceleration of Lyusternik). In inventories it is the
   * mode of the largest eigenvalue, which is often far above the others.
   */
  async #sweep(
    start: number,
    end: number,
    right: Float64Array,
    sizes: Float64Array,
    x: Float64Array,
    work: Work,
  ): Promise<number> {
    const { starts, columns } = this.#pattern;
    const cells = this.#cells;
    const diagonal = this.#diagonal;
    const first = firstInBlock(this.#pattern, start, end);
    const steps = new Float64Array(end - start);
    let [best, bestAt] = [Number.POSITIVE_INFINITY, 0];
    let before = 0;
    for (let sweep = 1; sweep <= MOST; sweep++) {
      let [worst, now, along] = [0, 0, 0];
      for (let i = start; i < end; i++) {
        let [sum, size] = [right[i - start]!, sizes[i]!];
        for (let p = first[i - start]!, stop = starts[i + 1]!; p < stop; p++) {
          const term = cells[p]! * x[columns[p]!]!;
          sum -= term;
          size += Math.abs(term);
        }
        const own = diagonal[i]! * x[i]!;
        const error = Math.abs(sum - own);
        size += Math.abs(own);
        if (error > worst * size) worst = size > 0 ? error / size : 0;
        const next = sum / diagonal[i]!;
        const step = next - x[i]!;
        x[i] = next;
        along += step * steps[i - start]!;
        now += step * step;
        steps[i - start] = step;
      }
      await work.pause();
      if (worst <= TOLERANCE) return sweep;
      if (!Number.isFinite(worst)) break;
      const ratio = along / before;
      if (ratio > 0 && ratio < 1 && now - ratio * along <= PARALLEL ** 2 * now) {
        const rest = ratio / (1 - ratio);
        for (let i = start; i < end; i++) x[i]! += rest * steps[i - start]!;
      }
      before = now;
      if (worst < best / 10) [best, bestAt] = [worst, sweep];
      else if (sweep - bestAt > PATIENCE) {
        if (worst <= ACCEPTED) return sweep;
        break;
      }
    }
    return -1;
  }

  async #solveDirectly(
    c: number,
    start: number,
    end: number,
    right: Float64Array,
    x: Float64Array,
    work: Work,
  ): Promise<void> {
    const factoring = this.#factors.get(c) ?? this.#factor(c, start, end, work);
    this.#factors.set(c, factoring);
    // Factors of a cancelled or failed computation are not kept.
    const lu = await factoring.catch((error) => {
      this.#factors.delete(c);
      throw error;
    });
    x.set(await lu.solve(right, work), start);
    // One step of refinement takes back what the choice of pivots for sparsity lost (Skeel 1980, doi:10.2307/2006197).
    const rest = right.slice();
    for (let i = start; i < end; i++) {
      let sum = this.#diagonal[i]! * x[i]!;
      for (let p = this.#pattern.starts[i]!; p < this.#pattern.starts[i + 1]!; p++)
        if (this.#pattern.columns[p]! >= start) sum += this.#cells[p]! * x[this.#pattern.columns[p]!]!;
      rest[i - start]! -= sum;
    }
    (await lu.solve(rest, work)).forEach((value, i) => {
      x[start + i]! += value;
    });
  }

  async #factor(c: number, start: number, end: number, work: Work): Promise<SparseLu> {
    const { starts, columns, elimination } = this.#pattern;
    const [rows, places, values]: number[][] = [[], [], []];
    for (let i = start; i < end; i++) {
      rows!.push(i - start);
      places!.push(i - start);
      values!.push(this.#diagonal[i]!);
      for (let p = starts[i]!; p < starts[i + 1]!; p++) {
        if (columns[p]! < start) continue;
        rows!.push(i - start);
        places!.push(columns[p]! - start);
        values!.push(this.#cells[p]!);
      }
    }
    const block = csrFromTriplets(end - start, end - start, rows!, places!, values!);
    const order = elimination.get(c) ?? orderOf(block);
    elimination.set(c, order);
    try {
      return await factorSparse(block, work, order);
    } catch (error) {
      if (!(error instanceof SingularMatrixError)) throw error;
      const dependent = (await dependentColumns(block, order, work)) ?? [error.column];
      const names = dependent.map((column) => this.#nameOf(start + column).column);
      throw new SingularMatrixError(
        this.#nameOf(start + error.column).column,
        names.sort((p, q) => p - q),
      );
    }
  }

  #residual(x: Float64Array, b: Float64Array): number {
    const { n, starts, columns } = this.#pattern;
    let [error, size] = [0, 0];
    for (let i = 0; i < n; i++) {
      let sum = b[i]! - this.#diagonal[i]! * x[i]!;
      for (let p = starts[i]!; p < starts[i + 1]!; p++) sum -= this.#cells[p]! * x[columns[p]!]!;
      error = Math.max(error, Math.abs(sum));
      size = Math.max(size, Math.abs(b[i]!));
    }
    return size > 0 ? error / size : error;
  }
}

/**
 * The columns that depend on each other in a singular block: where z of A z = 0 is not zero, by one step of inverse iteration with
 * a diagonal that is moved a little. Null if the block stays singular.
 */
async function dependentColumns(a: CsrMatrix, order: EliminationOrder, work: Work): Promise<number[] | null> {
  const n = a.rows;
  const values = a.values.slice();
  for (let i = 0; i < n; i++)
    for (let p = a.rowStarts[i]!; p < a.rowStarts[i + 1]!; p++) if (a.columnIndices[p] === i) values[p]! *= 1 + MOVED;
  try {
    const lu = await factorSparse({ ...a, values }, work, order);
    const z = await lu.solve(new Float64Array(n).fill(1), work);
    const largest = z.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return Array.from({ length: n }, (_, j) => j).filter((j) => Math.abs(z[j]!) > DEPENDENT * largest);
  } catch (error) {
    if (error instanceof SingularMatrixError) return null;
    throw error;
  }
}

/** For each row of a block, its first cell within the block. */
function firstInBlock({ starts, columns }: Pattern, start: number, end: number): Int32Array {
  const first = new Int32Array(end - start);
  for (let i = start; i < end; i++) {
    let p = starts[i]!;
    while (p < starts[i + 1]! && columns[p]! < start) p++;
    first[i - start] = p;
  }
  return first;
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
