import { type Message, messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import type { CsrMatrix } from "../numeric/csr.ts";
import { type Candidate, transversal } from "../numeric/sparse/transversal.ts";
import { LifecycleError } from "./lifecycle-error.ts";

const texts = messages("lifecycle.references", {
  nothing: {
    en: "Activity {activity} makes nothing and treats nothing; give it a reference product.",
    zh: "活动 {activity} 既无产出也不处理任何物质；请给出其参考产品。",
  },
  competing: {
    en: "Activities {names:and} have fewer products between them than they are, so that no product is left for one of them. Allocate, or join those that make the same product.",
    zh: "活动 {names:and} 合起来的产品种类少于活动数，其中必有一个没有自己的产品。请进行分配，或合并生产同一产品的活动。",
  },
  ambiguous: {
    en: "Which product is the reference product of activities {names:and} does not follow from the signs. The result does not depend on it; give references to have it checked for activities that run backwards.",
    zh: "由正负号不能确定活动 {names:and} 的参考产品。结果与此无关；如需检查反向运行的活动，请给出 references。",
  },
  count: {
    en: "references has {count} entries, but there are {activities} activities.",
    zh: "references 有 {count} 项，而活动有 {activities} 个。",
  },
  noRow: {
    en: "references[{activity}] is {row}, but there are products 0 … {last}.",
    zh: "references[{activity}] 为 {row}，而产品编号为 0 … {last}。",
  },
  twice: {
    en: "Product {row} is the reference product of activities {first} and {second}.",
    zh: "产品 {row} 同时是活动 {first} 和 {second} 的参考产品。",
  },
  zero: {
    en: "Activity {activity} has no amount of product {row}, which references names as its reference product.",
    zh: "references 指定产品 {row} 为活动 {activity} 的参考产品，但其数量为零。",
  },
});

/** The row of each activity's reference product. */
export interface References {
  readonly rowOf: Int32Array;
  /** That several assignments are possible, of which this is one; absent if it is the only one, or was given. */
  readonly ambiguous?: Message;
}

/**
 * The row of each activity's reference product. If none are given: the diagonal if all its cells are positive; else the
 * assignment in which as many activities as possible have a product that they make (> 0), and the others a waste that they
 * treat (< 0), the diagonal if it is one of several. Throws LifecycleError if there is none.
 *
 * @param a P × P, signs as in the source.
 */
export function referencesOf(
  a: CsrMatrix,
  given?: ArrayLike<number> | undefined,
  names?: readonly string[],
): References {
  const n = a.columns;
  const nameOf = (j: number) => names?.[j] ?? j;
  if (given) return { rowOf: checked(a, given, nameOf) };
  const columns = columnsOf(a);
  const diagonal = columns.map((cells, j) => cells.find(({ row }) => row === j)?.value ?? 0);
  const inOrder = Int32Array.from({ length: n }, (_, j) => j);
  if (diagonal.every((value) => value > 0)) return { rowOf: inOrder };
  const empty = columns.findIndex(({ length }) => length === 0);
  if (empty >= 0) throw new LifecycleError("technosphere", texts.nothing({ activity: nameOf(empty) }));
  const candidates = columns.map((cells) =>
    cells.map(({ row, value }): Candidate => ({ row, cost: value > 0 ? 0 : 1 })),
  );
  const found = transversal(candidates);
  if (found.rowOf === null)
    throw new LifecycleError("technosphere", texts.competing({ names: someOf(found.competing.map(nameOf)) }));
  const { rowOf, ambiguous } = found;
  if (ambiguous.length === 0) return { rowOf };
  const negative = (rows: Int32Array) =>
    rows.reduce((sum, row, j) => sum + (columns[j]!.some((cell) => cell.row === row && cell.value > 0) ? 0 : 1), 0);
  if (diagonal.every((value) => value !== 0) && negative(inOrder) === negative(rowOf)) return { rowOf: inOrder };
  return { rowOf, ambiguous: texts.ambiguous({ names: someOf(ambiguous.map(nameOf)) }) };
}

function checked(a: CsrMatrix, given: ArrayLike<number>, nameOf: (j: number) => string | number): Int32Array {
  const n = a.columns;
  if (given.length !== n) throw new LifecycleError("references", texts.count({ count: given.length, activities: n }));
  const activityOf = new Map<number, number>();
  for (let j = 0; j < n; j++) {
    const row = given[j]!;
    if (!(Number.isInteger(row) && row >= 0 && row < n))
      throw new LifecycleError("references", texts.noRow({ activity: j, row, last: n - 1 }));
    const first = activityOf.get(row);
    if (first !== undefined)
      throw new LifecycleError("references", texts.twice({ row, first: nameOf(first), second: nameOf(j) }));
    activityOf.set(row, j);
  }
  const isMade = new Uint8Array(n);
  for (let i = 0; i < n; i++)
    for (let p = a.rowStarts[i]!; p < a.rowStarts[i + 1]!; p++)
      if (a.values[p] !== 0 && activityOf.get(i) === a.columnIndices[p]) isMade[a.columnIndices[p]!] = 1;
  const without = isMade.indexOf(0);
  if (without >= 0)
    throw new LifecycleError("technosphere", texts.zero({ activity: nameOf(without), row: given[without]! }));
  return Int32Array.from(given);
}

function columnsOf(a: CsrMatrix): { row: number; value: number }[][] {
  const columns: { row: number; value: number }[][] = Array.from({ length: a.columns }, () => []);
  for (let i = 0; i < a.rows; i++)
    for (let p = a.rowStarts[i]!; p < a.rowStarts[i + 1]!; p++)
      if (a.values[p] !== 0) columns[a.columnIndices[p]!]!.push({ row: i, value: a.values[p]! });
  return columns;
}
