import { type Message, messages } from "../../message/message.ts";
import { cellsOf, type Matrix } from "../../numeric/csr.ts";
import type { DenseMatrix } from "../../numeric/matrix.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { requireShape } from "../product-system.ts";

const texts = messages("lifecycle.hybrid", {
  notFinite: {
    en: "{field} contains a value that is not a finite number, in cell {cell} of those stored.",
    zh: "{field} 的第 {cell} 个存储值不是有限数。",
  },
  demand: {
    en: "demand has {count} entries; expected {products}, one a product, or {all}, with one a sector after them.",
    zh: "demand 有 {count} 项，应为 {products} 项（每种产品一项），或 {all} 项（其后每个部门一项）。",
  },
});

/** The process part: P activities, with what their own flows score in M indicators. */
export interface ProcessPart {
  /** A_p, P × P, signs as in the books. */
  readonly technosphere: Matrix;
  /** q = C B_p, M × P. */
  readonly direct: Matrix;
  readonly references?: ArrayLike<number> | undefined;
  readonly names?: readonly string[] | undefined;
}

/** The input–output part: n sectors. */
export interface SectorPart {
  /** A_io, n × n. */
  readonly A: Matrix;
  /** D = C B_io, M × n, per unit of money of output. */
  readonly direct: Matrix;
  readonly names?: readonly string[] | undefined;
}

/** f: of processes, P, and of sectors, n. */
export interface HybridDemand {
  readonly processes: Float64Array;
  readonly sectors: Float64Array;
}

/** Scores of a demand of both parts. */
export interface HybridResult {
  /** M */
  readonly scores: Float64Array;
  /** s, P: how often each process runs. */
  readonly scaling: Float64Array;
  /** y, n: money spent on each sector by processes and demand, without what sectors buy of each other. */
  readonly purchases: Float64Array;
  /** x, n: output of each sector; null if only multipliers were given. */
  readonly output: Float64Array | null;
  /** M × P: what each process's own flows score. */
  readonly processScores: DenseMatrix;
  /** M × n: what each sector's own flows score; without `output`, what the purchases of each sector score, upstream included. */
  readonly sectorScores: DenseMatrix;
  readonly residual: number;
  readonly method: Message;
  readonly notes: readonly Message[];
}

/** Throws LifecycleError, which names the field, if a matrix has not this shape or contains a value that is not finite. */
export function requireMatrix(field: string, matrix: Matrix, neededRows: number, neededColumns: number): void {
  requireShape(field, matrix, neededRows, neededColumns);
  const cell = cellsOf(matrix).findIndex((value) => !Number.isFinite(value));
  if (cell >= 0) throw new LifecycleError(field, texts.notFinite({ field, cell }));
}

/** Checks the shapes of both parts and of the links from processes to sectors. Throws LifecycleError. */
export function checkProcesses({ technosphere, direct }: ProcessPart, upstream: Matrix, n: number): void {
  const P = technosphere.columns;
  requireMatrix("technosphere", technosphere, P, P);
  requireMatrix("biosphere", direct, direct.rows, P);
  requireMatrix("C_u", upstream, n, P);
}

/** A demand of P products, or of P products and n sectors. Throws LifecycleError. */
export function hybridDemand(demand: ArrayLike<number>, P: number, n: number): HybridDemand {
  const count = demand.length;
  if (count !== P && count !== P + n)
    throw new LifecycleError("demand", texts.demand({ count, products: P, all: P + n }));
  const all = Float64Array.from(demand);
  const sectors = new Float64Array(n);
  sectors.set(all.subarray(P));
  return { processes: all.slice(0, P), sectors };
}
