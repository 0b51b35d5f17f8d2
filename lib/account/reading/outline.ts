import { assemblyWords } from "./column-words.ts";
import { type FoundTable, isBlank, type Row, textOf } from "./find-tables.ts";
import { cellAmount } from "./read-amount.ts";
import { cellAt, type TableColumns } from "./table-columns.ts";
import { isSum } from "./total-rows.ts";

/** A row that is made of rows below it. */
export interface Parent {
  /** The place of its last part. */
  readonly last: number;
  /** How sure that is: by levels and numbers; by blanks before names, which may be stray; only if its amount is the sum of its parts. */
  readonly kind: "sure" | "indented" | "unproven";
}

interface Table {
  readonly rows: readonly Row[];
  readonly table: FoundTable;
  readonly columns: TableColumns;
}

/** The rows that are made of rows below them: by levels, outline numbers, indentation, codes, or words and sums. */
export function parentsIn(table: Table): Map<number, Parent> {
  const { rows, columns } = table;
  const levels = levelsIn(table);
  if (levels) return parentsOf(levels, ([, depth], [, other]) => depth > other, "sure");
  const numbers = numbersIn(table, columns.at.position) ?? numbersIn(table, columns.at.code);
  if (numbers) return parentsOf(numbers, ([, depth], [, other]) => depth > other, "sure");
  const { name, site, scope } = columns.at;
  for (const column of [name, columns.otherName ?? undefined, site, scope, 0]) {
    const blanks = column === undefined ? null : indented(table, column);
    if (blanks) return parentsOf(blanks, ([, depth], [, other]) => depth > other, "indented");
  }
  const { code } = columns.at;
  const codes = code === undefined ? [] : textsIn(table, code);
  const byCode = parentsOf(codes, ([, text], [, other]) => isUnder(text, other), "unproven");
  if (byCode.size > 0) return byCode;
  return rows.length === 0 ? new Map() : assembliesIn(table);
}

/** @param isBelow whether a row is a part of an earlier one */
function parentsOf<T>(
  found: readonly (readonly [r: number, value: T])[],
  isBelow: (row: readonly [number, T], above: readonly [number, T]) => boolean,
  kind: Parent["kind"],
): Map<number, Parent> {
  const parents = new Map<number, Parent>();
  const open: (readonly [number, T])[] = [];
  let last = found[0]?.[0] ?? 0;
  const close = () => {
    const [r] = open.pop()!;
    if (last <= r) return;
    parents.set(r, { last, kind });
  };
  for (const row of found) {
    while (open.length > 0 && !isBelow(row, open.at(-1)!)) close();
    open.push(row);
    last = row[0];
  }
  while (open.length > 0) close();
  return parents;
}

function textsIn({ rows, table: { body, end } }: Table, column: number): [number, string][] {
  const found: [number, string][] = [];
  for (let r = body; r < end; r++) {
    const text = isBlank(rows[r]!) ? "" : textOf(cellAt(rows[r]!, column));
    if (text !== "") found.push([r, text]);
  }
  return found;
}

function differ(found: readonly (readonly [number, number])[]): boolean {
  return found.some(([, depth]) => depth !== found[0]![1]);
}

function levelsIn(table: Table): [number, number][] | null {
  const { level } = table.columns.at;
  if (level === undefined) return null;
  const found = textsIn(table, level).flatMap(([r, text]): [number, number][] => {
    const depth = Number(text.replace(/^[.\s]+/, "") || Number.NaN);
    return Number.isFinite(depth) ? [[r, depth]] : [];
  });
  return differ(found) ? found : null;
}

/** Depths by outline numbers, 1, 1.1, 1.1.2, each below the one that it begins with. */
function numbersIn(table: Table, column: number | undefined): [number, number][] | null {
  if (column === undefined) return null;
  const texts = textsIn(table, column).map(([r, text]) => [r, text.replace(/\.$/, "")] as const);
  const numbers = texts.filter(([, text]) => /^[0-9A-Za-z]{1,3}(?:\.[0-9A-Za-z]{1,3}){0,8}$/.test(text));
  const found = numbers.map(([r, text]): [number, number] => [r, text.split(".").length]);
  if (!differ(found) || numbers.length * 2 < texts.length) return null;
  const isOutline = numbers.every(([, text], i) => {
    const before = numbers[i - 1];
    return !before || found[i]![1] <= found[i - 1]![1] || text.startsWith(`${before[1]}.`);
  });
  return isOutline ? found : null;
}

/** Depths by blanks before names. */
function indented({ rows, table: { body, end } }: Table, column: number): [number, number][] | null {
  const found: [number, number][] = [];
  for (let r = body; r < end; r++) {
    const cell = cellAt(rows[r]!, column);
    if (typeof cell === "string" && cell.trim() !== "") found.push([r, cell.length - cell.trimStart().length]);
  }
  return found.length > 0 && differ(found) ? found : null;
}

/** Whether a code is one of a part: 1A1a of 1A1, but 12 is none of 1. */
function isUnder(code: string, other: string): boolean {
  if (code.length <= other.length || !code.startsWith(other)) return false;
  return !(/\d$/.test(other) && /\d/.test(code[other.length]!));
}

/** Rows named as assemblies, whose amount the rows below them sum to. */
function assembliesIn({ rows, table, columns }: Table): Map<number, Parent> {
  const parents = new Map<number, Parent>();
  const { at, measures } = columns;
  const column = measures[0]?.columns[0];
  if (at.name === undefined || column === undefined || measures.length > 1) return parents;
  const isAssembly = (r: number) => rows[r]!.some((cell) => typeof cell === "string" && namesAssembly(cell));
  const found: number[] = [];
  for (let r = table.body; r < table.end; r++) if (isAssembly(r)) found.push(r);
  if (found.length === 0) return parents;
  const amounts = rows.slice(table.body, table.end).map((row) => {
    const { kind, point } = cellAmount(cellAt(row, column));
    const count = at.count !== undefined && at["mass each"] === column ? cellAmount(cellAt(row, at.count)) : null;
    return kind === "number" ? point * (count?.kind === "number" ? count.point : 1) : 0;
  });
  for (const r of found) {
    const value = amounts[r - table.body]!;
    let sum = 0;
    for (let k = r + 1; value > 0 && k < Math.min(table.end, r + 200); k++) {
      sum += amounts[k - table.body]!;
      if (k > r + 1 && isSum(value, sum)) {
        parents.set(r, { last: k, kind: "sure" });
        break;
      }
    }
  }
  return parents;
}

const named = new Map<string, boolean>();

function namesAssembly(text: string): boolean {
  if (text.length > 200) return false;
  const found = named.get(text);
  if (found !== undefined) return found;
  const lower = text.toLowerCase();
  const isNamed = assemblyWords.some((word) => lower.includes(word));
  if (named.size > 5_000) named.clear();
  named.set(text, isNamed);
  return isNamed;
}
