import { messages } from "../message/message.ts";
import type { CsrMatrix, Matrix } from "../numeric/csr.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import type { LowRankChange } from "../numeric/woodbury.ts";
import { TableError } from "./table.ts";

const texts = messages("mrio", {
  tooManyLines: {
    en: "The edits of coefficients touch {rank} rows or columns; beyond {most} edit the table and solve it anew.",
    zh: "对系数的改动涉及 {rank} 行或列；超过 {most} 时，请直接修改表并重新求解。",
  },
  indexOutside: {
    en: "{field} names {index}, but there are 0 … {last}.",
    zh: "{field} 中有 {index}，而可用的是 0 … {last}。",
  },
});

/**
 * An edit with a factor that multiplies the selection (1: unchanged; 0.8: a fifth less). Rows are 0 … n − 1,
 * regions 0 … R − 1; if omitted, all are selected.
 */
export type Edit =
  /** Input coefficients of the buyers `columns` for the suppliers `rows`. */
  | { readonly kind: "coefficients"; readonly rows?: readonly number[]; readonly columns?: readonly number[] }
  /** Final demand of the regions `consumers` for the products `rows`. */
  | { readonly kind: "demand"; readonly rows?: readonly number[]; readonly consumers?: readonly number[] }
  /** Direct intensities of `rows` for the stressor, or for all. */
  | { readonly kind: "intensity"; readonly rows?: readonly number[]; readonly stressor?: number };

/** The changes of A as U diag(θ) Vᵀ; `edits[t]` is the edit whose factor − 1 is θ_t. */
export interface CoefficientChange extends LowRankChange {
  readonly edits: readonly number[];
}

/** A rank-one term u vᵀ: the selected cells of one line of A. */
interface Term {
  readonly edit: number;
  readonly line: number;
  readonly byRow: boolean;
  readonly cells: readonly (readonly [number, number])[];
}

/**
 * The selected cells of A as rank-one terms u vᵀ, one per row or per column of each edit, whichever are fewer.
 * Throws TableError if there are more than `most`, before any cell is read.
 */
export function changeOf(A: Matrix, edits: readonly Edit[], most: number): CoefficientChange {
  const n = A.rows;
  const lines = edits.flatMap((edit, e) => {
    if (edit.kind !== "coefficients") return [];
    const rows = selected(edit.rows, n, `edits[${e}].rows`);
    const columns = selected(edit.columns, n, `edits[${e}].columns`);
    const byRow = rows.list.length <= columns.list.length;
    return [{ e, byRow, lines: byRow ? rows.list : columns.list, across: byRow ? columns : rows }];
  });
  const rank = lines.reduce((sum, { lines: list }) => sum + list.length, 0);
  if (rank > most) {
    throw new TableError("edits", texts.tooManyLines({ rank, most }));
  }
  const terms: Term[] = lines.flatMap(({ e, byRow, lines: list, across }) =>
    list
      .map((line) => ({
        edit: e,
        line,
        byRow,
        cells: byRow ? cellsOfRow(A, line, across) : cellsOfColumn(A, line, across),
      }))
      .filter(({ cells }) => cells.length > 0),
  );
  const r = terms.length;
  const [u, v] = [dense(n, r), dense(n, r)];
  terms.forEach(({ line, byRow, cells }, t) => {
    const [one, many] = byRow ? [u, v] : [v, u];
    one.data[line * r + t] = 1;
    for (const [i, value] of cells) many.data[i * r + t] = value;
  });
  return { u, v, edits: terms.map(({ edit }) => edit) };
}

function cellsOfRow(A: Matrix, i: number, columns: Selection): [number, number][] {
  if (A.kind === "dense") return cellsAt(columns.list, (j) => A.data[i * A.columns + j]!);
  const cells: [number, number][] = [];
  for (let p = A.rowStarts[i]!; p < A.rowStarts[i + 1]!; p++) {
    const j = A.columnIndices[p]!;
    if (columns.mask[j] && A.values[p] !== 0) cells.push([j, A.values[p]!]);
  }
  return cells;
}

function cellsOfColumn(A: Matrix, j: number, rows: Selection): [number, number][] {
  return cellsAt(rows.list, (i) => (A.kind === "dense" ? A.data[i * A.columns + j]! : cellOf(A, i, j)));
}

function cellsAt(list: readonly number[], value: (at: number) => number): [number, number][] {
  return list.map((at): [number, number] => [at, value(at)]).filter(([, cell]) => cell !== 0);
}

/** One cell, by binary search: the columns of a row ascend. */
function cellOf({ rowStarts, columnIndices, values }: CsrMatrix, i: number, j: number): number {
  let [low, high] = [rowStarts[i]!, rowStarts[i + 1]! - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = columnIndices[middle]!;
    if (at === j) return values[middle]!;
    if (at < j) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

interface Selection {
  readonly list: readonly number[];
  readonly mask: Uint8Array;
}

function selected(given: readonly number[] | undefined, n: number, field: string): Selection {
  const mask = new Uint8Array(n);
  for (const i of given ?? []) {
    if (!(Number.isInteger(i) && i >= 0 && i < n))
      throw new TableError(field, texts.indexOutside({ field, index: i, last: n - 1 }));
    mask[i] = 1;
  }
  if (!given) mask.fill(1);
  return { mask, list: [...mask.keys()].filter((i) => mask[i]) };
}

/** The selected cells of Y (n × R), all else zero. */
export function demandPart(
  Y: DenseMatrix,
  edit: { readonly rows?: readonly number[]; readonly consumers?: readonly number[] },
): DenseMatrix {
  const rows = selected(edit.rows, Y.rows, "edits.rows").mask;
  const consumers = selected(edit.consumers, Y.columns, "edits.consumers").mask;
  const pick = (value: number, p: number) => (rows[Math.floor(p / Y.columns)] && consumers[p % Y.columns] ? value : 0);
  return dense(Y.rows, Y.columns, Y.data.map(pick));
}

/** The selected cells of S (K × n), all else zero. */
export function intensityPart(
  S: DenseMatrix,
  edit: { readonly rows?: readonly number[]; readonly stressor?: number },
): DenseMatrix {
  const rows = selected(edit.rows, S.columns, "edits.rows").mask;
  const pick = (value: number, p: number) =>
    rows[p % S.columns] && (edit.stressor === undefined || edit.stressor === Math.floor(p / S.columns)) ? value : 0;
  return dense(S.rows, S.columns, S.data.map(pick));
}
