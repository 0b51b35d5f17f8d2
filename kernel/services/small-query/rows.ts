import {
  Bool,
  type Data,
  type DataType,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Type,
  tableToIPC,
  Utf8,
  type Vector,
} from "apache-arrow";
import { booleanData, presence, textData } from "../compute/column-data.ts";
import { missingIn } from "../compute/packed-table.ts";
import type { Condition, Literal, Selection, SortKey } from "./selection.ts";

type Value = number | string | boolean | null;

/** A column of a table: the type that the database gives to its result, and its values by row. */
interface Column {
  readonly type: DataType;
  valueAt(row: number): Value;
}

/** Something in the statement or the data that only the database decides. */
class Undecided extends Error {}

/** A result may have so many rows; a larger one is the database's. */
const MOST_ROWS = 20_000;

/** What a selection may leave open. */
export interface Leeway {
  /** Whether there is no database: equal rows then stay in the order of the table, and a result may be large. */
  readonly alone?: boolean;
}

/**
 * The rows of a selection as an Arrow IPC stream, as DuckDB gives them: the same types, missing values and order. Null where that is
 * not certain without the database: names or types that do not fit, numbers that are none, texts that UTF-8 and UTF-16 order
 * differently, and rows that the statement leaves in no order.
 */
export function answerSelection(
  selection: Selection,
  table: Table,
  { alone = false }: Leeway = {},
): Uint8Array<ArrayBuffer> | null {
  try {
    const columns = columnsOf(table);
    const items = selection.items ?? table.schema.fields.map(({ name }) => ({ column: name, name }));
    const names = new Set(items.map(({ name }) => name.toLowerCase()));
    if (names.size < items.length) throw new Undecided();
    const selected = items.map(({ column, name }) => ({ name, column: columnNamed(columns, column) }));
    const holds = selection.where && test(selection.where, columns);
    const keys = selection.order.map((key) => ({ key, column: keyColumn(key, selected, columns, items) }));
    let rows = matching(table.numRows, holds);
    if (keys.length > 0) rows = sorted(rows, keys, selection.limit, alone);
    if (selection.limit !== null) rows = rows.slice(0, selection.limit);
    if (!alone && rows.length > MOST_ROWS) throw new Undecided();
    return encode(selected, rows);
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

/** The columns by name. DuckDB's names are the same in capitals and in small letters. */
function columnsOf(table: Table): Map<string, () => Column> {
  const columns = new Map<string, () => Column>();
  const seen = new Set<string>();
  for (const { name } of table.schema.fields) {
    if (seen.has(name.toLowerCase())) throw new Undecided();
    seen.add(name.toLowerCase());
    let column: Column | undefined;
    columns.set(name, () => {
      column ??= columnOf(table.getChild(name)!);
      return column;
    });
  }
  return columns;
}

function columnNamed(columns: Map<string, () => Column>, name: string): Column {
  const found = columns.get(name);
  if (!found) throw new Undecided();
  return found();
}

/** A key is the name that a selected column gets, or that of a column; DuckDB decides if it is both, of two columns. */
function keyColumn(
  { name }: SortKey,
  selected: readonly { name: string; column: Column }[],
  columns: Map<string, () => Column>,
  items: readonly { column: string; name: string }[],
): Column {
  const place = items.findIndex((item) => item.name === name);
  const item = items[place];
  if (!item) {
    if (items.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw new Undecided();
    return columnNamed(columns, name);
  }
  const isOther = [...columns.keys()].some((column) => column.toLowerCase() === name.toLowerCase());
  if (item.column !== name && isOther) throw new Undecided();
  return selected[place]!.column;
}

function columnOf(vector: Vector): Column {
  const { type, data } = vector;
  const [chunk] = data;
  if (data.length !== 1 || !chunk) throw new Undecided();
  if (type.typeId === Type.Dictionary) {
    const words = chunk.dictionary;
    if (!words || words.type.typeId !== Type.Utf8) throw new Undecided();
    const texts: (string | null)[] = Array.from(words as Iterable<string | null>);
    const indices = chunk.values as ArrayLike<number>;
    return { type: new Utf8(), valueAt: (row) => (chunk.getValid(row) ? texts[indices[row]!]! : null) };
  }
  const result = resultType(type);
  if (result.typeId === Type.Utf8 || result.typeId === Type.Bool) {
    return { type: result, valueAt: (row) => vector.get(row) as Value };
  }
  const values = chunk.values as ArrayLike<number>;
  return { type: result, valueAt: (row) => (chunk.getValid(row) ? values[row]! : null) };
}

function resultType(type: DataType): DataType {
  for (const each of [new Int8(), new Int16(), new Int32(), new Float64(), new Utf8(), new Bool()]) {
    if (String(type) === String(each)) return each;
  }
  throw new Undecided();
}

type Test = (row: number) => boolean;

/** Whether a condition holds for a row. Without a negation, what is unknown because a value is missing counts as what does not hold. */
function test(condition: Condition, columns: Map<string, () => Column>): Test {
  if (condition.kind === "and" || condition.kind === "or") {
    const parts = condition.parts.map((part) => test(part, columns));
    return condition.kind === "and"
      ? (row) => parts.every((part) => part(row))
      : (row) => parts.some((part) => part(row));
  }
  const column = columnNamed(columns, condition.column);
  if (condition.kind === "null") return (row) => (column.valueAt(row) === null) !== condition.negated;
  if (condition.kind === "in") {
    const among = new Set(condition.among.map((literal) => comparable(literal, column.type)));
    return (row) => {
      const value = known(column.valueAt(row));
      return value !== null && among.has(value as number | string) !== condition.negated;
    };
  }
  const to = comparable(condition.to, column.type);
  const holds = COMPARISONS[condition.by];
  return (row) => {
    const value = known(column.valueAt(row));
    return value !== null && holds(order(value, to));
  };
}

const COMPARISONS = {
  "=": (order: number) => order === 0,
  "<>": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  "<=": (order: number) => order <= 0,
  ">": (order: number) => order > 0,
  ">=": (order: number) => order >= 0,
};

/** The value of a literal that has the type of a column; a conversion is the database's. */
function comparable(literal: Literal, type: DataType): number | string {
  const isText = type.typeId === Type.Utf8;
  const fits = isText
    ? literal.kind === "text"
    : type.typeId === Type.Float
      ? literal.kind !== "text"
      : type.typeId === Type.Int && literal.kind === "integer";
  if (!fits) throw new Undecided();
  return known(literal.value) as number | string;
}

/** A value that has one order in JavaScript and DuckDB. */
function known(value: Value): Value {
  if (typeof value === "number" && Number.isNaN(value)) throw new Undecided();
  if (typeof value === "string" && SURROGATE.test(value)) throw new Undecided();
  return value;
}

const SURROGATE = /[\ud800-\udfff]/;

function order(a: Value, b: Value): number {
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

function matching(length: number, holds: Test | null): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; ++row) if (!holds || holds(row)) rows.push(row);
  return rows;
}

/** The rows in order. Between equal rows the database chooses. */
function sorted(
  rows: readonly number[],
  keys: readonly { readonly key: SortKey; readonly column: Column }[],
  limit: number | null,
  alone: boolean,
): number[] {
  const values = keys.map(({ column }) => {
    if (column.type.typeId === Type.Bool) throw new Undecided();
    return new Map(rows.map((row) => [row, known(column.valueAt(row))]));
  });
  const compare = (a: number, b: number): number => {
    for (const [i, { key }] of keys.entries()) {
      const [left, right] = [values[i]!.get(a)!, values[i]!.get(b)!];
      if (left === null || right === null) {
        if (left === right) continue;
        return (left === null) === key.nullsFirst ? -1 : 1;
      }
      const found = order(left, right);
      if (found !== 0) return key.descending ? -found : found;
    }
    return 0;
  };
  const result = rows.toSorted(compare);
  if (alone) return result;
  const last = Math.min(limit ?? result.length, result.length - 1);
  for (let i = 0; i < last; ++i) if (compare(result[i]!, result[i + 1]!) === 0) throw new Undecided();
  return result;
}

function encode(
  selected: readonly { readonly name: string; readonly column: Column }[],
  rows: readonly number[],
): Uint8Array<ArrayBuffer> {
  const fields = selected.map(({ name, column }) => new Field(name, column.type, true));
  const children = selected.map(({ column }) => dataOf(column, rows));
  const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children });
  const batch = new RecordBatch(new Schema(fields), data);
  return tableToIPC(new Table(batch), "stream") as Uint8Array<ArrayBuffer>;
}

function dataOf({ type, valueAt }: Column, rows: readonly number[]): Data {
  const values = rows.map(valueAt);
  if (type.typeId === Type.Bool) return booleanData(values as (boolean | null)[]);
  if (type.typeId === Type.Utf8) return textData(values as (string | null)[]);
  const data = new (type.ArrayType as Float64ArrayConstructor)(values.length);
  for (const [row, value] of values.entries()) data[row] = (value as number | null) ?? 0;
  return makeData({ type, data, ...presence(values.length, missingIn(values)) } as never);
}
