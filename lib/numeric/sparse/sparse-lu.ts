import type { CsrMatrix } from "../csr.ts";
import { arenaForLu, factorInPlace, type LuFactors, SingularMatrixError } from "../lu.ts";
import { solveLu, solveLuTransposed } from "../lu-solve.ts";
import { dense } from "../matrix.ts";
import { step } from "../step.ts";
import type { Work } from "../work.ts";
import { GrowingCells } from "./growing-cells.ts";
import { type EliminationOrder, minimumDegree } from "./minimum-degree.ts";

/** A pivot on the diagonal is taken if it is at least this share of the largest candidate, which keeps the order's fill-in. */
const DIAGONAL = 0.01;
/** A pivot below this share of its column's cells is what rounding left of zero. */
const ZERO = 1e-14;
/** From where a node is connected with this share of those left, the rest is factored as one dense block. */
const TAIL = 0.4;
/** Columns of the rest that are eliminated together. */
const WIDE = 16;
/** Operations between two pauses. */
const BETWEEN_PAUSES = 2_000_000;

/**
 * The factors of a sparse matrix: R A with rows scaled to a largest cell of 1, columns in an order that fills in little, rows
 * by pivots. What the order leaves for last, where fill-in connects nearly all with all, is one dense block S.
 */
export interface SparseLu {
  readonly n: number;
  /** Order of the columns, for factors of other values of the same pattern. */
  readonly elimination: EliminationOrder;
  /** Stored cells of L, U and S. */
  readonly cells: number;
  /** x of A x = b. */
  solve(b: Float64Array, work: Work): Promise<Float64Array>;
  /** x of Aᵀ x = b. */
  solveTransposed(b: Float64Array, work: Work): Promise<Float64Array>;
}

/**
 * LU factorisation of a sparse n × n matrix whose diagonal cells are not zero: columns in the order of minimum degree of
 * A + Aᵀ, left-looking elimination with partial pivoting that prefers the diagonal.
 * Gilbert, Peierls (1988), SIAM J. Sci. Stat. Comput. 9: 862–874, doi:10.1137/0909058; pruning: Eisenstat, Liu (1992),
 * SIAM J. Matrix Anal. Appl. 13: 202–211, doi:10.1137/0613016; the choices of KLU: Davis, Palamadai Natarajan (2010),
 * doi:10.1145/1824801.1824814. Throws SingularMatrixError, which names a column.
 */
export async function factorSparse(a: CsrMatrix, work: Work, elimination = orderOf(a)): Promise<SparseLu> {
  const n = a.rows;
  const scale = rowScales(a);
  const columns = columnsOf(a, scale);
  const { order } = elimination;
  const lead = tailStart(elimination);
  const lower = new GrowingCells(n + 1, 4 * a.values.length);
  const upper = new GrowingCells(n + 1, 4 * a.values.length);
  const pivot = new Float64Array(lead);
  /** The row of pivot k, and the pivot of a row, −1 as long as it has none. */
  const rowOf = new Int32Array(lead);
  const pivotOf = new Int32Array(n).fill(-1);
  /** End of the part of a column of L that a search has to follow. */
  const searched = new Int32Array(lead);
  const x = new Float64Array(n);
  const mark = new Int32Array(n).fill(-1);
  const found = new Int32Array(n);
  const path = new Int32Array(n);
  const next = new Int32Array(n);
  const rest: number[] = [];
  let spent = 0;

  for (let k = 0; k < lead; k++) {
    const j = order[k]!;
    let top = n;
    rest.length = 0;
    for (let q = columns.starts[j]!; q < columns.starts[j + 1]!; q++) {
      const i = columns.rows[q]!;
      x[i] = columns.values[q]!;
      if (mark[i] !== k) top = reach(i, k, top);
    }
    for (let p = top; p < n; p++) {
      const r = found[p]!;
      const value = x[rowOf[r]!]!;
      x[rowOf[r]!] = 0;
      upper.push(r, value);
      const { indices, values, starts } = lower;
      for (let q = starts[r]!, end = starts[r + 1]!; q < end; q++) x[indices[q]!]! -= values[q]! * value;
      spent += starts[r + 1]! - starts[r]!;
    }
    const chosen = choosePivot(j);
    rowOf[k] = chosen;
    pivotOf[chosen] = k;
    pivot[k] = x[chosen]!;
    for (const i of rest) {
      if (i !== chosen && x[i] !== 0) lower.push(i, x[i]! / pivot[k]!);
      x[i] = 0;
    }
    lower.endColumn();
    upper.endColumn();
    searched[k] = lower.starts[k + 1]!;
    prune(chosen, top);
    if (spent > BETWEEN_PAUSES) {
      spent = 0;
      work.progress(k / n, step.factorising());
      await work.pause();
    }
  }
  const tailRows = Int32Array.from(Array.from({ length: n }, (_, i) => i).filter((i) => pivotOf[i]! < 0));
  const tail = await factorTail();
  return {
    n,
    elimination,
    cells: lower.length + upper.length + lead + (n - lead) ** 2,
    async solve(b, to) {
      const y = new Float64Array(lead);
      const right = Float64Array.from(b, (value, i) => value * scale[i]!);
      for (let k = 0; k < lead; k++) {
        const value = right[rowOf[k]!]!;
        y[k] = value;
        if (value !== 0) subtractColumn(lower, k, value, right);
      }
      const solution = new Float64Array(n);
      if (tail) {
        const z = await solveLu(
          tail,
          dense(
            n - lead,
            1,
            Float64Array.from(tailRows, (i) => right[i]!),
          ),
          to,
        );
        z.data.forEach((value, c) => {
          solution[order[lead + c]!] = value;
          if (value !== 0) subtractColumn(upper, lead + c, value, y);
        });
      }
      for (let k = lead - 1; k >= 0; k--) {
        const value = y[k]! / pivot[k]!;
        solution[order[k]!] = value;
        if (value !== 0) subtractColumn(upper, k, value, y);
      }
      return solution;
    },
    async solveTransposed(b, to) {
      const y = new Float64Array(lead);
      for (let k = 0; k < lead; k++) y[k] = (b[order[k]!]! - productOfColumn(upper, k, y)) / pivot[k]!;
      const solution = new Float64Array(n);
      if (tail) {
        const right = Float64Array.from(tailRows, (_, c) => b[order[lead + c]!]! - productOfColumn(upper, lead + c, y));
        const z = await solveLuTransposed(tail, dense(n - lead, 1, right), to);
        z.data.forEach((value, c) => {
          solution[tailRows[c]!] = value;
        });
      }
      for (let k = lead - 1; k >= 0; k--) solution[rowOf[k]!] = y[k]! - productOfColumn(lower, k, solution);
      return solution.map((value, i) => value * scale[i]!);
    },
  };

  /**
   * Which pivots a cell of the column needs, itself last, in an order in which each comes after those that change it: a search
   * in depth through L without recursion. Rows without a pivot go to `rest`. Returns the new top of `found`.
   */
  function reach(from: number, k: number, top: number): number {
    let depth = 0;
    path[0] = from;
    mark[from] = k;
    if (pivotOf[from]! < 0) {
      rest.push(from);
      return top;
    }
    next[0] = lower.starts[pivotOf[from]!]!;
    while (depth >= 0) {
      const r = pivotOf[path[depth]!]!;
      const end = searched[r]!;
      let q = next[depth]!;
      let deeper = false;
      for (; q < end; q++) {
        const i = lower.indices[q]!;
        if (mark[i] === k) continue;
        mark[i] = k;
        if (pivotOf[i]! < 0) {
          rest.push(i);
          continue;
        }
        next[depth] = q + 1;
        depth++;
        path[depth] = i;
        next[depth] = lower.starts[pivotOf[i]!]!;
        deeper = true;
        break;
      }
      if (deeper) continue;
      found[--top] = r;
      depth--;
    }
    return top;
  }

  function choosePivot(j: number): number {
    let largest = 0;
    let at = -1;
    for (const i of rest) {
      const size = Math.abs(x[i]!);
      if (size > largest) {
        largest = size;
        at = i;
      }
    }
    let before = 0;
    for (let q = columns.starts[j]!; q < columns.starts[j + 1]!; q++)
      before = Math.max(before, Math.abs(columns.values[q]!));
    // NaN, too, is not above it.
    if (!(at >= 0 && largest > ZERO * before)) throw new SingularMatrixError(j);
    return pivotOf[j]! < 0 && Math.abs(x[j]!) >= DIAGONAL * largest ? j : at;
  }

  /** A column of L that changed this pivot's column, and has its row, need be followed only to rows that have pivots. */
  function prune(row: number, top: number): void {
    for (let p = top; p < n; p++) {
      const r = found[p]!;
      if (searched[r] !== lower.starts[r + 1]) continue;
      let has = false;
      for (let q = lower.starts[r]!, end = lower.starts[r + 1]!; q < end && !has; q++) has = lower.indices[q] === row;
      if (!has) continue;
      let at = lower.starts[r]!;
      for (let q = at, end = lower.starts[r + 1]!; q < end; q++)
        if (pivotOf[lower.indices[q]!]! >= 0) lower.swap(at++, q);
      searched[r] = at;
    }
  }

  /** S = A₂₂ − L₂₁ U₁₂, column by column in groups, and its dense factors; null if nothing is left. */
  async function factorTail(): Promise<LuFactors | null> {
    const m = n - lead;
    if (m === 0) return null;
    const place = new Int32Array(n).fill(-1);
    tailRows.forEach((i, at) => {
      place[i] = at;
    });
    try {
      const factors = await factorInPlace(m, work, arenaForLu(m, work.kernels), async (s) => {
        const block = new Float64Array(n * WIDE);
        for (let from = 0; from < m; from += WIDE) {
          const wide = Math.min(WIDE, m - from);
          block.fill(0);
          for (let c = 0; c < wide; c++) {
            const j = order[lead + from + c]!;
            for (let q = columns.starts[j]!; q < columns.starts[j + 1]!; q++)
              block[columns.rows[q]! * WIDE + c] = columns.values[q]!;
          }
          spent += eliminateBlock(block);
          for (let c = 0; c < wide; c++) {
            for (let k = 0; k < lead; k++) {
              const value = block[rowOf[k]! * WIDE + c]!;
              if (value !== 0) upper.push(k, value);
            }
            upper.endColumn();
          }
          for (let at = 0; at < m; at++)
            for (let c = 0, p = tailRows[at]! * WIDE; c < wide; c++) s[at * m + from + c] = block[p + c]!;
          if (spent > BETWEEN_PAUSES) {
            spent = 0;
            work.progress((lead + from) / n, step.factorising());
            await work.pause();
          }
        }
      });
      const lost = lostPivot(factors);
      if (lost >= 0) throw new SingularMatrixError(lost);
      return factors;
    } catch (error) {
      if (error instanceof SingularMatrixError) throw new SingularMatrixError(order[lead + error.column]!);
      throw error;
    }
  }

  function eliminateBlock(block: Float64Array): number {
    const { indices, values, starts } = lower;
    let operations = 0;
    for (let k = 0; k < lead; k++) {
      const from = rowOf[k]! * WIDE;
      let isZero = true;
      for (let c = 0; c < WIDE && isZero; c++) isZero = block[from + c] === 0;
      if (isZero) continue;
      for (let q = starts[k]!, end = starts[k + 1]!; q < end; q++) {
        const to = indices[q]! * WIDE;
        const factor = values[q]!;
        for (let c = 0; c < WIDE; c++) block[to + c]! -= factor * block[from + c]!;
      }
      operations += WIDE * (starts[k + 1]! - starts[k]!);
    }
    return operations;
  }
}

/** The order of elimination of the pattern of A + Aᵀ. */
export function orderOf({ rows: n, rowStarts, columnIndices, values }: CsrMatrix): EliminationOrder {
  const neighbours: Set<number>[] = Array.from({ length: n }, () => new Set());
  for (let i = 0; i < n; i++)
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const j = columnIndices[p]!;
      if (i === j || values[p] === 0) continue;
      neighbours[i]!.add(j);
      neighbours[j]!.add(i);
    }
  return minimumDegree(neighbours.map((set) => Int32Array.from(set)));
}

/** The first column of dense factors whose pivot is nothing but rounding; −1 if there is none. */
function lostPivot({ n, lu }: LuFactors): number {
  for (let c = 0; c < n; c++) {
    let largest = 0;
    for (let r = 0; r < c; r++) largest = Math.max(largest, Math.abs(lu[r * n + c]!));
    const pivot = Math.abs(lu[c * n + c]!);
    if (!(pivot > ZERO * Math.max(largest, ZERO))) return c;
  }
  return -1;
}

function tailStart({ order, degree }: EliminationOrder): number {
  const n = order.length;
  for (let k = 0; k < n; k++) if (degree[k]! >= TAIL * (n - k) && n - k > 1) return k;
  return n;
}

function rowScales({ rows, rowStarts, values }: CsrMatrix): Float64Array {
  const scale = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let largest = 0;
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) largest = Math.max(largest, Math.abs(values[p]!));
    scale[i] = largest > 0 ? 1 / largest : 1;
  }
  return scale;
}

/** The scaled matrix by columns. */
function columnsOf({ rows: n, rowStarts, columnIndices, values }: CsrMatrix, scale: Float64Array) {
  const starts = new Int32Array(n + 1);
  for (let p = 0; p < values.length; p++) starts[columnIndices[p]! + 1]!++;
  for (let j = 0; j < n; j++) starts[j + 1]! += starts[j]!;
  const at = starts.slice(0, n);
  const rows = new Int32Array(values.length);
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < n; i++)
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const q = at[columnIndices[p]!]!++;
      rows[q] = i;
      scaled[q] = values[p]! * scale[i]!;
    }
  return { starts, rows, values: scaled };
}

function subtractColumn({ starts, indices, values }: GrowingCells, k: number, factor: number, x: Float64Array): void {
  for (let q = starts[k]!, end = starts[k + 1]!; q < end; q++) x[indices[q]!]! -= values[q]! * factor;
}

function productOfColumn({ starts, indices, values }: GrowingCells, k: number, x: Float64Array): number {
  let sum = 0;
  for (let q = starts[k]!, end = starts[k + 1]!; q < end; q++) sum += values[q]! * x[indices[q]!]!;
  return sum;
}
