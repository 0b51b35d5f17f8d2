import { messages } from "../message/message.ts";
import type { Part } from "../tool/part.ts";
import { type Cell, type CellType, typeOfCell } from "./cell.ts";
import { columnIndex, rowsOfValues } from "./column-index.ts";
import { DataError } from "./data-error.ts";
import type { DatasetTable } from "./dataset-table.ts";
import { type Bounds, type Condition, isBounds, type Where } from "./request.ts";

const texts = messages("data", {
  otherType: {
    en: "The column `{column}` of {dataset} holds {holds}; {value} is {given}.",
    zh: "{dataset} 的列 `{column}` 为{holds}，而 {value} 为{given}。",
  },
  notText: {
    en: "The column `{column}` of {dataset} holds {holds}: contains is for texts.",
    zh: "{dataset} 的列 `{column}` 为{holds}，而 contains 只用于文本。",
  },
  texts: { en: "texts", zh: "文本" },
  numbers: { en: "numbers", zh: "数字" },
  booleans: { en: "true or false", zh: "真假值" },
  aText: { en: "a text", zh: "文本" },
  aNumber: { en: "a number", zh: "数字" },
  aBoolean: { en: "true or false", zh: "真假值" },
});

const many = { text: texts.texts, number: texts.numbers, boolean: texts.booleans };
const one = { text: texts.aText, number: texts.aNumber, boolean: texts.aBoolean };

/** What a type of column holds, in words. */
export function wordsOf(type: CellType) {
  return many[type]();
}

/** A range of whole years is written out in a part, if it has at most so many. */
const MOST_YEARS = 400;

/**
 * The part of a dataset that a result depends on, as far as it is given by equal values: whole years between two bounds are. Other
 * conditions only narrow it further.
 */
export function partOf(where: Where): Part {
  const entries = Object.entries(where).flatMap(([column, condition]): [string, (string | number)[]][] => {
    const values = isBounds(condition) ? yearsOf(condition) : [condition].flat();
    const plain = values?.filter((each): each is string | number => typeof each !== "boolean" && each !== null);
    return plain && plain.length > 0 && plain.length === values!.length ? [[column, [...new Set(plain)]]] : [];
  });
  return Object.fromEntries(entries);
}

function yearsOf({ from, to, ...others }: Bounds): number[] | undefined {
  const isOpen =
    !Number.isInteger(from) || !Number.isInteger(to) || Object.values(others).some((each) => each !== undefined);
  if (isOpen) return undefined;
  const [first, last] = [from as number, to as number];
  return last < first || last - first >= MOST_YEARS
    ? undefined
    : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The rows of a dataset for which all conditions hold, in order. Throws DataError for a column or a value that does not fit. */
export function matchingRows(table: DatasetTable, where: Where, field: string): Int32Array {
  const conditions = Object.entries(where);
  for (const [column, condition] of conditions) checkCondition(table, column, condition, `${field}.${column}`);
  const equal = conditions.filter(([, condition]) => !isBounds(condition));
  // The index of the rarest values leaves few rows to be tested.
  const [start, ...narrowing] = equal
    .map(([column, condition]) => ({ column, rows: rowsOfValues(table, column, [condition].flat() as Cell[]) }))
    .toSorted((a, b) => a.rows.length - b.rows.length);
  const rest = conditions.filter(
    ([column, condition]) => isBounds(condition) || narrowing.some((other) => other.column === column),
  );
  const tests = rest.map(([column, condition]) => rowTest(table, column, holdsFor(condition)));
  const count = start?.rows.length ?? table.rows;
  const matching = new Int32Array(count);
  let length = 0;
  rows: for (let i = 0; i < count; i++) {
    const row = start ? start.rows[i]! : i;
    for (const test of tests) if (!test(row)) continue rows;
    matching[length++] = row;
  }
  return matching.subarray(0, length);
}

/** A test of rows. Of texts and whole numbers, which repeat, each distinct one is tested once. */
function rowTest(table: DatasetTable, column: string, holds: (cell: Cell) => boolean): (row: number) => boolean {
  const cells = table.cells(column);
  const repeats = ArrayBuffer.isView(cells) || table.type(column) !== "number";
  if (!repeats) return (row) => holds(cells[row]!);
  const { distinct, codes } = columnIndex(table, column);
  const held = Uint8Array.from(distinct, (cell) => (holds(cell) ? 1 : 0));
  return (row) => held[codes[row]!] === 1;
}

/** Whether a cell fulfils a condition. */
export function holdsFor(condition: Condition): (cell: Cell) => boolean {
  if (!isBounds(condition)) {
    const wanted = new Set<Cell>([condition].flat() as Cell[]);
    return (cell) => wanted.has(cell);
  }
  const { from, to, above, below, not, contains } = condition;
  const without = not === undefined ? undefined : new Set<Cell>([not].flat() as Cell[]);
  const isBounded = [from, to, above, below, contains].some((each) => each !== undefined);
  return (cell) => {
    if (without?.has(cell)) return false;
    if (!isBounded) return true;
    return (
      cell !== null &&
      (from === undefined || cell >= from) &&
      (to === undefined || cell <= to) &&
      (above === undefined || cell > above) &&
      (below === undefined || cell < below) &&
      (contains === undefined || (cell as string).includes(contains))
    );
  };
}

function checkCondition(table: DatasetTable, column: string, condition: Condition, field: string): void {
  table.mustHave(column, field);
  checkType(table.name, column, table.type(column), condition, field);
}

/** Throws DataError for a value that cells of a type are never equal to. */
export function checkType(
  dataset: string,
  column: string,
  type: CellType | undefined,
  condition: Condition,
  field: string,
): void {
  // Nothing is known of a column without values, and nothing of it matches.
  if (type === undefined) return;
  if (isBounds(condition) && condition.contains !== undefined && type !== "text")
    throw new DataError(field, texts.notText({ dataset, column, holds: many[type]() }));
  const { from, to, above, below, not } = isBounds(condition) ? condition : {};
  const values = isBounds(condition) ? [from, to, above, below, not].flat() : [condition].flat();
  for (const value of values) {
    if (value === undefined || value === null || typeOfCell(value) === type) continue;
    const words = { dataset, column, holds: many[type](), value: JSON.stringify(value) };
    throw new DataError(field, texts.otherType({ ...words, given: one[typeOfCell(value)]() }));
  }
}
