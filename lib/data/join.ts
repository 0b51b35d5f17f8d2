import { messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import type { Cell } from "./cell.ts";
import { wordsOf } from "./condition.ts";
import { DataError } from "./data-error.ts";
import type { DatasetTable } from "./dataset-table.ts";
import { keyColumns } from "./key-columns.ts";
import type { Relation } from "./relation.ts";
import type { JoinRequest } from "./request.ts";
import { keyOf } from "./row-key.ts";

const texts = messages("data", {
  noSharedKey: {
    en: "{left} and {right} have no key in common, such as iso3 or year. Say in on which columns must be equal: {left} has {leftColumns}; {right} has {rightColumns}.",
    zh: "{left} 与 {right} 没有共同的键（如 iso3 或 year）。请用 on 指明哪些列须相等：{left} 有 {leftColumns}；{right} 有 {rightColumns}。",
  },
  multiplies: {
    en: "Joining {right} by {keys} would repeat rows: it has several for {example}. Add its other keys to on, or choose one of its rows by where.",
    zh: "按 {keys} 连接 {right} 会使行重复：对 {example} 它有多行。请在 on 中加上它的其他键，或用 where 选定其中一行。",
  },
  otherTypes: {
    en: "`{left}` holds {leftHolds}, `{right}` of {dataset} {rightHolds}: they are never equal.",
    zh: "`{left}` 为{leftHolds}，而 {dataset} 的 `{right}` 为{rightHolds}：二者不可能相等。",
  },
  nameTaken: {
    en: "The column `{column}` of {dataset} would be called `{name}`, which there is already. Give its columns another prefix.",
    zh: "{dataset} 的列 `{column}` 会被称作 `{name}`，而该名称已存在。请为其列另取前缀。",
  },
});

interface Key {
  readonly left: string;
  readonly right: string;
}

/**
 * Joins rows of a dataset to a relation by equal keys; each row of the relation meets at most one. Throws DataError if there is no
 * key, or if a row would meet several.
 */
export function join(relation: Relation, table: DatasetTable, rows: Int32Array, request: JoinRequest, field: string) {
  const keys = keysOf(relation, table, request, field);
  const met = new Map<string, number>();
  const rightCells = keys.map(({ right }) => table.cells(right));
  for (const row of rows) {
    const values: Cell[] = rightCells.map((cells) => cells[row]!);
    // A missing key is no key: it equals nothing.
    if (values.includes(null)) continue;
    const key = keyOf(values);
    if (met.has(key)) throw multiplies(table.name, keys, values, field);
    met.set(key, row);
  }
  const leftCells = keys.map(({ left }) => relation.cells(left));
  const matches = new Int32Array(relation.length);
  for (let i = 0; i < matches.length; i++) matches[i] = met.get(keyOf(leftCells.map((cells) => cells[i]!))) ?? -1;
  const columns = columnsOf(relation, table, keys, request.prefix, field);
  return relation.with({ table, rows: matches }, columns, request.unmatched === "drop");
}

function keysOf(relation: Relation, table: DatasetTable, { on }: JoinRequest, field: string): readonly Key[] {
  const shared = keyColumns.filter((name) => relation.has(name) && table.names.includes(name));
  const keys = (on ?? shared).map((key) => (typeof key === "string" ? { left: key, right: key } : key));
  if (keys.length === 0) {
    const columns = { leftColumns: someOf(relation.names), rightColumns: someOf(table.names) };
    throw new DataError(field, texts.noSharedKey({ left: relation.dataset, right: table.name, ...columns }));
  }
  for (const { left, right } of keys) {
    relation.mustHave(left, `${field}.on`);
    table.mustHave(right, `${field}.on`);
    const [leftType, rightType] = [relation.type(left), table.type(right)];
    if (leftType === rightType || leftType === undefined || rightType === undefined) continue;
    const holds = { leftHolds: wordsOf(leftType), rightHolds: wordsOf(rightType) };
    throw new DataError(`${field}.on`, texts.otherTypes({ left, right, dataset: table.name, ...holds }));
  }
  return keys;
}

function multiplies(right: string, keys: readonly Key[], values: readonly Cell[], field: string): DataError {
  const names = keys.map((key) => key.right);
  const example = names.map((name, i) => `${name} = ${JSON.stringify(values[i])}`);
  return new DataError(field, texts.multiplies({ right, keys: names, example: example.join(", ") }));
}

/** The joined columns by their names in the relation: its keys are there already; a name that is taken gets that of the dataset before it. */
function columnsOf(
  relation: Relation,
  table: DatasetTable,
  keys: readonly Key[],
  prefix: string | undefined,
  field: string,
): Map<string, string> {
  const columns = new Map<string, string>();
  const keyNames = new Set(keys.map(({ right }) => right));
  for (const column of table.names) {
    if (keyNames.has(column)) continue;
    const name = prefix !== undefined ? prefix + column : relation.has(column) ? `${table.name}_${column}` : column;
    if (relation.has(name) || columns.has(name))
      throw new DataError(`${field}.prefix`, texts.nameTaken({ column, dataset: table.name, name }));
    columns.set(name, column);
  }
  return columns;
}
