import { type Message, messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { cellsOf, type Matrix, mapCells, rowStart } from "../numeric/csr.ts";
import { type LeontiefSystem, leontiefSystem } from "../numeric/leontief.ts";
import { SingularMatrixError } from "../numeric/lu.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { multiply } from "../numeric/multiply.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { LifecycleError } from "./lifecycle-error.ts";

const said = messages("lifecycle", {
  backwards: {
    en: "Activities with a negative scaling: {names}. They run backwards, because of credits (positive off-diagonal cells) or a negative demand; check that each is intended.",
    zh: "规模系数为负的活动：{names}。由于替代抵扣（对角线以外大于 0 的单元）或负的需求，它们反向运行；请确认每一个都是有意的。",
  },
  shape: {
    en: "{field} is {rows} × {columns}, but {neededRows} × {neededColumns} is needed to fit the other parts.",
    zh: "{field} 为 {rows} × {columns}，与其他部分相配需要 {neededRows} × {neededColumns}。",
  },
  notFinite: {
    en: "{field} contains a value that is not a finite number.",
    zh: "{field} 中有单元不是有限数。",
  },
  notSquare: {
    en: "technosphere has {products} products and {activities} activities; allocate or substitute until there is one activity a product.",
    zh: "technosphere 有 {products} 种产品和 {activities} 个活动；请通过分配或替代使每种产品对应一个活动。",
  },
  lengthOfDemand: {
    en: "demand has {count} entries, but there are {products} products.",
    zh: "demand 有 {count} 项，而产品有 {products} 种。",
  },
  noReferenceProduct: {
    en: "Activity {activity} makes {amount} of its product; the diagonal of technosphere must be > 0.",
    zh: "活动 {activity} 的产品产出为 {amount}；technosphere 的对角线应大于 0。",
  },
  unproductive: {
    en: "technosphere delivers no demand without running activities backwards ({names}): they use up, directly and through each other, more than they make. Check what they take.",
    zh: "technosphere 要满足需求就必须让活动反向运行（{names}）：它们直接或相互之间消耗的多于产出。请检查它们的投入。",
  },
  singular: {
    en: "technosphere is singular (activity {activity}): some activities use up all that they make together.",
    zh: "technosphere 奇异（活动 {activity}）：某些活动合起来耗尽其全部产出。",
  },
});

/**
 * A product system. P products by P activities, E elementary flows, M impact categories; column j is what one unit of activity
 * j consumes (negative) and produces (positive), its reference product on the diagonal.
 */
export interface ProductSystem {
  /** A, P × P. */
  readonly technosphere: Matrix;
  /** B, E × P. */
  readonly biosphere: Matrix;
  /** C, M × E. */
  readonly characterization: Matrix;
  /** f, P: the functional unit. */
  readonly demand: Float64Array;
}

/** The solved system. */
export interface LifecycleResult {
  /** s = A⁻¹ f, P. */
  readonly scaling: Float64Array;
  /** g = B s, E. */
  readonly inventory: Float64Array;
  /** h = C g, M. */
  readonly scores: Float64Array;
  /** Largest ‖f − A s‖∞ / ‖f‖∞. */
  readonly residual: number;
  /** Notes on the result: activities with a negative scaling. */
  readonly notes: readonly Message[];
}

/** Checks shapes, numbers and the diagonal. Throws LifecycleError. */
export function checkSystem({ technosphere, biosphere, characterization, demand }: ProductSystem): void {
  const P = technosphere.columns;
  const shape = (field: string, matrix: Matrix, rows: number, columns: number) => {
    if (matrix.rows !== rows || matrix.columns !== columns)
      throw new LifecycleError(
        field,
        said.shape({ field, rows: matrix.rows, columns: matrix.columns, neededRows: rows, neededColumns: columns }),
      );
    const bad = cellsOf(matrix).findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new LifecycleError(field, said.notFinite({ field }));
  };
  if (technosphere.rows !== P)
    throw new LifecycleError("technosphere", said.notSquare({ products: technosphere.rows, activities: P }));
  shape("technosphere", technosphere, P, P);
  shape("biosphere", biosphere, biosphere.rows, P);
  shape("characterization", characterization, characterization.rows, biosphere.rows);
  if (demand.length !== P)
    throw new LifecycleError("demand", said.lengthOfDemand({ count: demand.length, products: P }));
  const missing = diagonalOf(technosphere).findIndex((value) => !(value > 0));
  if (missing >= 0)
    throw new LifecycleError(
      "technosphere",
      said.noReferenceProduct({ activity: missing, amount: diagonalOf(technosphere)[missing] }),
    );
}

/** The system prepared for solving: A = (I − N) D with D its diagonal, so that the Leontief solver applies. */
export interface PreparedSystem {
  readonly leontief: LeontiefSystem;
  readonly diagonal: Float64Array;
}

export function prepareSystem(technosphere: Matrix): PreparedSystem {
  const diagonal = diagonalOf(technosphere);
  const n = mapCells(technosphere, (i, j, value) => (i === j ? 1 - value / diagonal[j]! : -value / diagonal[j]!));
  // Blocks of one: a sparse system has no regions. If the iteration does not converge, LU takes over and a note says so.
  return { leontief: leontiefSystem(n, 1), diagonal };
}

/**
 * Activities with a negative scaling run backwards. If an activity has a negative input from the technosphere (a credit:
 * a positive cell off the diagonal) or the demand is negative, this may be intended, and a note names them. Otherwise
 * a loop of activities consumes more than it produces, and no scaling delivers the demand (Hawkins–Simon).
 *
 * Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526. Throws LifecycleError, which names the activities.
 */
export function notesOnScaling(technosphere: Matrix, demand: Float64Array, scaling: Float64Array): Message[] {
  const largest = scaling.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const backwards = [...scaling.keys()].filter((j) => scaling[j]! < -ROUNDING * largest);
  if (backwards.length === 0) return [];
  const names = someOf(backwards);
  if (!hasCredit(technosphere) && demand.every((value) => value >= 0))
    throw new LifecycleError("technosphere", said.unproductive({ names }));
  return [said.backwards({ names })];
}

/** Below this share of the largest scaling a negative one counts as rounding. */
const ROUNDING = 1e-9;

function hasCredit(technosphere: Matrix): boolean {
  let found = false;
  for (let i = 0; i < technosphere.rows && !found; i++)
    forRow(technosphere, i, (j, value) => {
      found ||= i !== j && value > 0;
    });
  return found;
}

/** s = A⁻¹ f. Throws LifecycleError if the system is singular. */
export async function solveScaling(
  { leontief, diagonal }: PreparedSystem,
  demand: Float64Array,
  work: Work = uninterrupted,
): Promise<{ scaling: Float64Array; residual: number }> {
  const { x, residual } = await solved(leontief.solve(dense(demand.length, 1, demand), work));
  return { scaling: x.data.map((value, j) => value / diagonal[j]!), residual };
}

/** w = (C B) A⁻¹, M × P: the score of one unit of each product delivered. */
export async function solveProductScores(
  { leontief, diagonal }: PreparedSystem,
  direct: DenseMatrix,
  work: Work = uninterrupted,
): Promise<{ scores: DenseMatrix; residual: number }> {
  const [M, P] = [direct.rows, direct.columns];
  // w A = q  ⇔  (I − N)ᵀ wᵀ = D⁻¹ qᵀ.
  const right = dense(P, M);
  for (let m = 0; m < M; m++)
    for (let j = 0; j < P; j++) right.data[j * M + m] = direct.data[m * P + j]! / diagonal[j]!;
  const { x, residual } = await solved(leontief.solveTransposed(right, work));
  const scores = dense(M, P);
  for (let m = 0; m < M; m++) for (let j = 0; j < P; j++) scores.data[m * P + j] = x.data[j * M + m]!;
  return { scores, residual };
}

/** q = C B, M × P: scores of the activities' direct emissions. */
export async function directScores(
  { biosphere, characterization }: Pick<ProductSystem, "biosphere" | "characterization">,
  work: Work = uninterrupted,
): Promise<DenseMatrix> {
  const B = dense(biosphere.rows, biosphere.columns);
  for (let e = 0; e < B.rows; e++)
    forRow(biosphere, e, (j, value) => {
      B.data[e * B.columns + j] = value;
    });
  return multiply(characterization, B, work);
}

/**
 * Inventory and scores of a demand: s = A⁻¹ f, g = B s, h = C g.
 * Heijungs, Suh (2002), The Computational Structure of Life Cycle Assessment, ch. 2, doi:10.1007/978-94-015-9900-9.
 * Throws LifecycleError if the system is singular, or consumes more than it produces (`notesOnScaling`).
 */
export async function lifecycleOf(system: ProductSystem, work: Work = uninterrupted): Promise<LifecycleResult> {
  checkSystem(system);
  const { scaling, residual } = await solveScaling(prepareSystem(system.technosphere), system.demand, work);
  const notes = notesOnScaling(system.technosphere, system.demand, scaling);
  const inventory = await multiply(system.biosphere, dense(scaling.length, 1, scaling), work);
  const scores = await multiply(system.characterization, inventory, work);
  return { scaling, inventory: inventory.data, scores: scores.data, residual, notes };
}

/** Visits the non-zero stored cells of a row. */
export function forRow(matrix: Matrix, i: number, visit: (j: number, value: number) => void): void {
  const cells = cellsOf(matrix);
  for (let q = rowStart(matrix, i), start = q, end = rowStart(matrix, i + 1); q < end; q++)
    if (cells[q] !== 0) visit(matrix.kind === "csr" ? matrix.columnIndices[q]! : q - start, cells[q]!);
}

function diagonalOf(matrix: Matrix): Float64Array {
  const diagonal = new Float64Array(matrix.columns);
  for (let i = 0; i < matrix.rows; i++)
    forRow(matrix, i, (j, value) => {
      if (i === j) diagonal[i] = value;
    });
  return diagonal;
}

async function solved<T>(solving: Promise<T>): Promise<T> {
  try {
    return await solving;
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw new LifecycleError("technosphere", said.singular({ activity: error.column }));
  }
}
