import { type Message, messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { type CsrMatrix, cellsOf, csrFromDense, type Matrix, rowStart } from "../numeric/csr.ts";
import { SingularMatrixError } from "../numeric/lu.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { type SparseSolution, type SparseSystem, sparseSystem } from "../numeric/sparse/sparse-system.ts";
import { step } from "../numeric/step.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { LifecycleError } from "./lifecycle-error.ts";
import { type References, referencesOf } from "./references.ts";

const texts = messages("lifecycle", {
  substitution: {
    en: "substitution, activity by activity: nothing takes from itself",
    zh: "逐个活动代入求解：没有活动直接或间接取用自身产品",
  },
  sweeps: { en: "Gauss–Seidel sweeps, {count}", zh: "高斯–赛德尔迭代 {count} 次" },
  factors: { en: "sparse LU", zh: "稀疏 LU 分解" },
  backwards: {
    en: "Activities with a negative scaling: {names:and}. They run backwards, because of credits (products that they make beside their reference product) or a negative demand; check that each is intended.",
    zh: "规模系数为负的活动：{names:and}。由于替代抵扣（参考产品之外的产出）或负的需求，它们反向运行；请确认每一个都是有意的。",
  },
  shape: {
    en: "{field} is {rows} × {columns}, but {neededRows} × {neededColumns} is needed to fit the other parts.",
    zh: "{field} 为 {rows} × {columns}，与其他部分相配需要 {neededRows} × {neededColumns}。",
  },
  notFinite: {
    en: "{field} contains a value that is not a finite number, at row {row} of activity {activity}.",
    zh: "{field} 中活动 {activity} 的第 {row} 行不是有限数。",
  },
  factorNotFinite: {
    en: "characterization contains a value that is not a finite number, for category {row} and elementary flow {column}.",
    zh: "characterization 中影响类别 {row}、基本流 {column} 的值不是有限数。",
  },
  notSquare: {
    en: "technosphere has {products} products and {activities} activities; allocate or substitute until there is one activity a product.",
    zh: "technosphere 有 {products} 种产品和 {activities} 个活动；请通过分配或替代使每种产品对应一个活动。",
  },
  lengthOfDemand: {
    en: "demand has {count} entries, but there are {products} products.",
    zh: "demand 有 {count} 项，而产品有 {products} 种。",
  },
  unproductive: {
    en: "technosphere delivers no demand without running activities backwards ({names:and}): they use up, directly and through each other, more than they make. Check what they take.",
    zh: "technosphere 要满足需求就必须让活动反向运行（{names:and}）：它们直接或相互之间消耗的多于产出。请检查它们的投入。",
  },
  singular: {
    en: "technosphere is singular (activities {names:and}): they use up all that they make together. Check what they take from each other.",
    zh: "technosphere 奇异（活动 {names:and}）：它们合起来耗尽其全部产出。请检查它们相互之间的投入。",
  },
});

/**
 * A product system. P products by P activities, E elementary flows, M impact categories; column j is what activity j consumes
 * (negative) and produces (positive). A waste treatment's reference flow is negative: it takes the waste in.
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
  /** The row of each activity's reference product; found if absent (`referencesOf`). */
  readonly references?: ArrayLike<number> | undefined;
  /** Names of the activities, for messages; their indices if absent. */
  readonly names?: readonly string[] | undefined;
}

/** How often each activity runs. */
export interface LifecycleSolution {
  /** s = A⁻¹ f, P. */
  readonly scaling: Float64Array;
  /** ‖f − A s‖∞ / ‖f‖∞. */
  readonly residual: number;
  /** How the system was solved. */
  readonly method: Message;
  /** Notes on the result: activities with a negative scaling, and why the system was not solved by iteration. */
  readonly notes: readonly Message[];
}

/** The solved system. */
export interface LifecycleResult extends LifecycleSolution {
  /** g = B s, E. */
  readonly inventory: Float64Array;
  /** h = C g, M. */
  readonly scores: Float64Array;
}

/** Throws LifecycleError, which names the field, if a matrix has not this shape. */
export function requireShape(field: string, matrix: Matrix, neededRows: number, neededColumns: number): void {
  const { rows, columns } = matrix;
  if (rows !== neededRows || columns !== neededColumns)
    throw new LifecycleError(field, texts.shape({ field, rows, columns, neededRows, neededColumns }));
}

/** Checks shapes and numbers. Throws LifecycleError. */
export function checkSystem({ technosphere, biosphere, characterization, demand, names }: ProductSystem): void {
  const P = technosphere.columns;
  const check = (field: string, matrix: Matrix, rows: number, columns: number) => {
    requireShape(field, matrix, rows, columns);
    const bad = notFiniteIn(matrix);
    if (!bad) return;
    const { row, column } = bad;
    const message =
      field === "characterization"
        ? texts.factorNotFinite({ row, column })
        : texts.notFinite({ field, row, activity: names?.[column] ?? column });
    throw new LifecycleError(field, message);
  };
  if (technosphere.rows !== P)
    throw new LifecycleError("technosphere", texts.notSquare({ products: technosphere.rows, activities: P }));
  check("technosphere", technosphere, P, P);
  check("biosphere", biosphere, biosphere.rows, P);
  check("characterization", characterization, characterization.rows, biosphere.rows);
  if (demand.length !== P)
    throw new LifecycleError("demand", texts.lengthOfDemand({ count: demand.length, products: P }));
}

function notFiniteIn(matrix: Matrix): { row: number; column: number } | null {
  const cells = cellsOf(matrix);
  const at = cells.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return null;
  let row = 0;
  while (rowStart(matrix, row + 1) <= at) row++;
  return { row, column: matrix.kind === "csr" ? matrix.columnIndices[at]! : at - rowStart(matrix, row) };
}

/** A technosphere prepared for many demands. */
export interface PreparedSystem {
  readonly system: SparseSystem;
  readonly references: References;
  readonly names?: readonly string[] | undefined;
}

/** Throws LifecycleError if activities have no product of their own. */
export function prepareSystem({
  technosphere,
  references,
  names,
}: Pick<ProductSystem, "technosphere" | "references" | "names">): PreparedSystem {
  const a: CsrMatrix = technosphere.kind === "csr" ? technosphere : csrFromDense(technosphere);
  const found = referencesOf(a, references, names);
  return { system: sparseSystem(a, found.rowOf), references: found, names };
}

/**
 * Activities with a negative scaling run backwards. If some activity makes products beside its reference product (a credit)
 * or the demand is negative, this may be intended, and a note names them. Otherwise a loop of activities consumes more than
 * it produces, and no scaling delivers the demand (Hawkins–Simon).
 *
 * Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526. Throws LifecycleError, which names the activities.
 */
export function notesOnScaling(
  { system: { a }, references, names }: PreparedSystem,
  demand: Float64Array,
  scaling: Float64Array,
): Message[] {
  const largest = scaling.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const backwards = [...scaling.keys()].filter((j) => scaling[j]! < -ROUNDING * largest);
  if (backwards.length === 0) return [];
  const listed = someOf(backwards.map((j) => names?.[j] ?? j));
  const signs = signsOf(a, references.rowOf);
  if (
    !references.ambiguous &&
    !hasCredit(a, references.rowOf, signs) &&
    demand.every((value, i) => value * signs[i]! >= 0)
  )
    throw new LifecycleError("technosphere", texts.unproductive({ names: listed }));
  return [texts.backwards({ names: listed })];
}

/** Below this share of the largest scaling a negative one counts as rounding. */
const ROUNDING = 1e-9;

/** The sign of each product's row: −1 for wastes, whose treatment takes them in. */
function signsOf(a: CsrMatrix, references: Int32Array): Float64Array {
  const signs = new Float64Array(a.rows);
  const activityOf = new Int32Array(a.rows);
  references.forEach((row, j) => {
    activityOf[row] = j;
  });
  for (let i = 0; i < a.rows; i++)
    forRow(a, i, (j, value) => {
      if (j === activityOf[i]) signs[i] = Math.sign(value);
    });
  return signs;
}

function hasCredit(a: CsrMatrix, references: Int32Array, signs: Float64Array): boolean {
  let found = false;
  for (let i = 0; i < a.rows && !found; i++)
    forRow(a, i, (j, value) => {
      found ||= references[j] !== i && value * signs[i]! > 0;
    });
  return found;
}

/** s = A⁻¹ f. Throws LifecycleError if the system is singular. */
export async function solveScaling(
  prepared: PreparedSystem,
  demand: Float64Array,
  work: Work = uninterrupted,
  from?: Float64Array,
): Promise<SparseSolution> {
  return solved(prepared, () => prepared.system.solve(demand, from, work));
}

/** w = q A⁻¹ with q = C B, M × P: the score of one unit of each product delivered. */
export async function solveProductScores(
  prepared: PreparedSystem,
  direct: DenseMatrix,
  work: Work = uninterrupted,
): Promise<{ scores: DenseMatrix; residual: number }> {
  const [M, P] = [direct.rows, direct.columns];
  const scores = dense(M, P);
  let residual = 0;
  for (let m = 0; m < M; m++) {
    const row = direct.data.slice(m * P, (m + 1) * P);
    const solution = await solved(prepared, () => prepared.system.solveTransposed(row, undefined, work));
    scores.data.set(solution.x, m * P);
    residual = Math.max(residual, solution.residual);
    work.progress((m + 1) / M, step.solving());
  }
  return { scores, residual };
}

/** q = C B, M × P: scores of the activities' direct emissions. */
export function directScores({
  biosphere,
  characterization,
}: Pick<ProductSystem, "biosphere" | "characterization">): DenseMatrix {
  const P = biosphere.columns;
  const direct = dense(characterization.rows, P);
  for (let m = 0; m < characterization.rows; m++)
    forRow(characterization, m, (e, factor) => {
      forRow(biosphere, e, (j, value) => {
        direct.data[m * P + j]! += factor * value;
      });
    });
  return direct;
}

/** M v for a vector. */
export function timesVector(matrix: Matrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(matrix.rows);
  for (let i = 0; i < matrix.rows; i++) {
    let sum = 0;
    forRow(matrix, i, (j, value) => {
      sum += value * vector[j]!;
    });
    result[i] = sum;
  }
  return result;
}

/** s of a demand, with its notes. Throws LifecycleError if the system is singular, or consumes more than it produces. */
export async function scalingOf(
  prepared: PreparedSystem,
  demand: Float64Array,
  work: Work = uninterrupted,
): Promise<LifecycleSolution> {
  const solution = await solveScaling(prepared, demand, work);
  const { x: scaling, residual, fallback } = solution;
  const { ambiguous } = prepared.references;
  const backwards = notesOnScaling(prepared, demand, scaling);
  const notes = [...(ambiguous ? [ambiguous] : []), ...backwards, ...(fallback ? [fallback] : [])];
  return { scaling, residual, method: methodOf(solution), notes };
}

/**
 * Inventory and scores of a demand: s = A⁻¹ f, g = B s, h = C g.
 * Heijungs, Suh (2002), The Computational Structure of Life Cycle Assessment, ch. 2, doi:10.1007/978-94-015-9900-9.
 * Throws LifecycleError if the system is singular, or consumes more than it produces (`notesOnScaling`).
 */
export async function lifecycleOf(system: ProductSystem, work: Work = uninterrupted): Promise<LifecycleResult> {
  checkSystem(system);
  const solution = await scalingOf(prepareSystem(system), system.demand, work);
  const inventory = timesVector(system.biosphere, solution.scaling);
  return { ...solution, inventory, scores: timesVector(system.characterization, inventory) };
}

function methodOf({ method, iterations }: SparseSolution): Message {
  if (method === "substitution") return texts.substitution();
  return method === "factors" ? texts.factors() : texts.sweeps({ count: iterations });
}

/** Visits the non-zero stored cells of a row. */
export function forRow(matrix: Matrix, i: number, visit: (j: number, value: number) => void): void {
  const cells = cellsOf(matrix);
  for (let q = rowStart(matrix, i), start = q, end = rowStart(matrix, i + 1); q < end; q++)
    if (cells[q] !== 0) visit(matrix.kind === "csr" ? matrix.columnIndices[q]! : q - start, cells[q]!);
}

async function solved<T>({ names }: PreparedSystem, solve: () => Promise<T>): Promise<T> {
  try {
    return await solve();
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    const listed = someOf(error.columns.map((j) => names?.[j] ?? j));
    throw new LifecycleError("technosphere", texts.singular({ names: listed }));
  }
}
