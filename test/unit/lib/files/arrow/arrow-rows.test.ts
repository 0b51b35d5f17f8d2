import {
  type DataType,
  DateMillisecond,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeTable,
  Struct,
  StructRow,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRowsByColumns } from "../../../../../lib/files/arrow/arrow-rows.ts";

const ofLibrary = StructRow.prototype.toJSON;
let ofOurs: typeof ofLibrary;

beforeAll(() => {
  readRowsByColumns();
  ofOurs = StructRow.prototype.toJSON;
});

afterAll(() => {
  StructRow.prototype.toJSON = ofLibrary;
});

/** The rows of a table as records, made in one of the two ways. */
function records(table: Table, toJSON: typeof ofLibrary): unknown[] {
  StructRow.prototype.toJSON = toJSON;
  return Array.from(table, (row) =>
    Object.fromEntries(Object.entries(row!.toJSON()).map(([name, value]) => [name, plain(value)])),
  );
}

/** Lists and rows within rows are objects over the table's memory, which are compared by what they write. */
function plain(value: unknown): unknown {
  return value instanceof Vector || value instanceof StructRow ? String(value) : value;
}

/** Values of every sort that datasets, queries and files have, absent ones among them. */
function mixed(): Table {
  const columns: Record<string, [DataType, unknown[]]> = {
    code: [new Dictionary(new Utf8(), new Int32()), ["CHN", null, "USA", "CHN"]],
    name: [new Utf8(), ["中国", "", null, "China"]],
    year: [new Int32(), [2020, 2021, null, 2023]],
    big: [new Int64(), [1n, null, 2n ** 60n, -1n]],
    value: [new Float64(), [1.5, Number.NaN, null, -0]],
    day: [new DateMillisecond(), [new Date(0), null, new Date(1e12), new Date(5)]],
    list: [new List(new Field("item", new Float64(), true)), [[1, 2], [], null, [3]]],
    pair: [new Struct([new Field("a", new Float64(), true)]), [{ a: 1 }, { a: null }, null, { a: 4 }]],
  };
  return new Table(
    Object.fromEntries(
      Object.entries(columns).map(([name, [type, values]]) => [name, vectorFromArray(values, type)]),
    ) as Record<string, Vector>,
  );
}

test("rows become the records that the library makes of them, whatever the types, the batches and the part of a table", () => {
  const table = mixed();
  const read = tableFromIPC(tableToIPC(table));
  const whole = new Table([...read.batches, ...tableFromIPC(tableToIPC(table)).batches]);
  for (const each of [table, read, whole, whole.slice(1, 7), read.slice(2, 3), read.select(["name", "value"])]) {
    expect(records(each, ofOurs)).toEqual(records(each, ofLibrary));
  }
  expect(records(read, ofOurs)[0]).toMatchObject({ code: "CHN", name: "中国", year: 2020, big: 1n, value: 1.5 });
});

test("a word of a dictionary is the same for each row that has it, and a table without rows has no records", () => {
  const table = tableFromIPC(tableToIPC(mixed()));
  const [first, absent, , last] = records(table, ofOurs) as { code: string | null }[];
  expect([first!.code, absent!.code, last!.code]).toEqual(["CHN", null, "CHN"]);
  expect(records(makeTable({ a: new Float64Array(0) }), ofOurs)).toEqual([]);
});
