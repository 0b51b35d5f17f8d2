import type { Arena } from "./arena.ts";

/** The triangle of a block solve: L has a unit diagonal, U its own; with a transposed variant of each. */
export type Triangle = "lower" | "upper" | "lowerTransposed" | "upperTransposed";

/**
 * The inner loops of `lib/numeric`. All arrays are f64, row-major, with a leading dimension
 * (the distance between two rows).
 *
 * Every element of a result is summed from its old value on in ascending order of the summation index,
 * c + (α a₀) b₀ + (α a₁) b₁ + …, one rounding each. So the result depends neither on the division of the work into rows,
 * right-hand sides or pauses, nor on the number of workers, and the strict WASM build gives the same bits as TypeScript.
 */
export interface Kernels {
  readonly name: string;
  /** Whether every engine and every number of workers gives the same bits; false if a multiply-add may be fused. */
  readonly reproducible: boolean;
  /** Multiply-adds between two pauses, about 5 ms. */
  readonly block: number;
  /** Allocates `bytes` for work without copies. Throws RangeError if there is not enough memory. */
  arena(bytes: number): Arena;
  /** The arena that contains the array, if it belongs to these kernels. */
  arenaOf(array: { readonly buffer: ArrayBufferLike }): Arena | undefined;

  /** C ← C + α A B with A m × k, B k × n, C m × n. */
  gemm: Gemm;
  /** C ← C + α Aᵀ B with A k × m, B k × n, C m × n. */
  gemmTransposed: Gemm;
  /** y ← y + α A x with A m × n. */
  gemv: Gemv;
  /** y ← y + α Aᵀ x with A m × n. */
  gemvTransposed: Gemv;
  /**
   * Y ← Y + α A X by rows from … to − 1 and columns first … last − 1 of A, which is in compressed sparse rows with ascending
   * columns; X, Y with `width` columns.
   */
  csrGemm: CsrGemm;
  /** Y ← Y + α Aᵀ X by the same part of A. */
  csrTransposedGemm: CsrGemm;

  /**
   * LU of a panel (rows × columns, contiguous rows) with partial pivoting: `pivots[j]` becomes the row that was swapped
   * with row j. Returns −1, or the column that has no usable pivot (zero, infinite or NaN).
   */
  luPanel(rows: number, columns: number, a: Float64Array, pivots: Int32Array): number;
  /** X ← T⁻¹ X with a triangle T of the m × m matrix at t, X m × w. */
  solveTriangle(
    triangle: Triangle,
    m: number,
    w: number,
    t: Float64Array,
    tAt: number,
    ldt: number,
    x: Float64Array,
    xAt: number,
    ldx: number,
  ): void;

  /** out[c] ← Σᵢ x[i, c] y[i, c] over the rows of two n × w matrices. */
  columnDots(n: number, w: number, x: Float64Array, y: Float64Array, out: Float64Array): void;
  /** y[i, c] ← y[i, c] − factors[c] x[i, c]. */
  subtractColumns(n: number, w: number, factors: Float64Array, x: Float64Array, y: Float64Array): void;
  /** x[i, c] ← factors[c] x[i, c]. */
  scaleColumns(n: number, w: number, factors: Float64Array, x: Float64Array): void;

  /**
   * Adds a run of single-precision cells to the sums of their regions, in f64: sums[r] for region r, counts[2r] cells summed
   * and counts[2r + 1] NaN cells. Region 0 means none. Up to 255 regions: `sums` has 256 entries, `counts` 512.
   * Every build gives the same bits (see assembly/grid.ts for the order).
   */
  regionSums(values: Float32Array, regions: Uint8Array, sums: Float64Array, counts: Float64Array): void;

  /*
   * Four sparse systems with the same places of cells side by side, in single precision: number k of system l is at 4 k + l. Every
   * build gives the same bits.
   */

  /**
   * A Gauss–Seidel sweep over n columns: x_i ← x_i + r_i / a_ii, then r ← r − a_i × that step. Column i has the cells starts[i] …
   * starts[i + 1] − 1, in `rows`, without its diagonal, which is number `diagonal` + i of `values`.
   */
  sweepLanes(
    n: number,
    starts: Int32Array,
    rows: Int32Array,
    values: Float32Array,
    diagonal: number,
    x: Float32Array,
    r: Float32Array,
  ): void;
  /**
   * Moves the cells of the columns `from` … `to` − 1 of a list: values[place] ← base + move and r[row] ← r[row] − move × s[column], where
   * move = factor × deviations[number]. Column c of the list is columns[c], and its cells end at ends[c].
   */
  moveLanes(
    from: number,
    to: number,
    columns: Int32Array,
    ends: Int32Array,
    rows: Int32Array,
    places: Int32Array,
    numbers: Int32Array,
    factors: Float32Array,
    base: Float32Array,
    deviations: Float32Array,
    s: Float32Array,
    values: Float32Array,
    r: Float32Array,
  ): void;
  /** d[column] ← d[column] − Σ w[row] × move of the same cells, in double precision. */
  gatherLanes(
    from: number,
    to: number,
    columns: Int32Array,
    ends: Int32Array,
    rows: Int32Array,
    numbers: Int32Array,
    factors: Float32Array,
    deviations: Float32Array,
    w: Float64Array,
    d: Float64Array,
  ): void;
  /** sums ← Σ e, Σ e², Σ e f of each system with e = weights × r and f = weights × before: 3 × 4. */
  weighLanes(n: number, weights: Float64Array, r: Float32Array, before: Float32Array, sums: Float64Array): void;
  /** x ← x + beyond × (x − before), with a `beyond` of each system. */
  lengthenLanes(n: number, beyond: Float32Array, x: Float32Array, before: Float32Array): void;
  /**
   * Normal numbers `from` … n − 1 of four generators, as `NormalStream` has them: until one of the four is at the edge of a layer. Returns
   * the number at which it is, or n. `state` has eight words of each generator, and then the last two words drawn: 10 × 4.
   */
  normalLanes(
    from: number,
    n: number,
    state: Int32Array,
    scales: Float64Array,
    inside: Int32Array,
    out: Float64Array,
  ): number;
  /**
   * out[i] ← factor[i] e^(rate[i] x[i − start]) − offset[i] of four for `from` … `to` − 1, as `exponentials` has it, with its constants.
   * The exponents have to be within the table of powers.
   */
  exponentialLanes(
    from: number,
    to: number,
    start: number,
    x: Float64Array,
    rate: Float64Array,
    factor: Float64Array,
    offset: Float64Array,
    powers: Float64Array,
    one: number,
    perUnit: number,
    step: number,
    rest: number,
    out: Float32Array,
  ): void;
}

type Gemm = (
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: Float64Array,
  aAt: number,
  lda: number,
  b: Float64Array,
  bAt: number,
  ldb: number,
  c: Float64Array,
  cAt: number,
  ldc: number,
) => void;

type Gemv = (
  m: number,
  n: number,
  alpha: number,
  a: Float64Array,
  aAt: number,
  lda: number,
  x: Float64Array,
  y: Float64Array,
) => void;

type CsrGemm = (
  from: number,
  to: number,
  first: number,
  last: number,
  alpha: number,
  rowStarts: Int32Array,
  columnIndices: Int32Array,
  values: Float64Array,
  width: number,
  x: Float64Array,
  y: Float64Array,
) => void;
