import {
  type DataType,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
  Utf8,
} from "apache-arrow";
import type { ImportedTable } from "../../../lib/exchange/mrio/table-draft.ts";
import { importedNames } from "../../../lib/mrio/resource/dataset-names.ts";
import type { DatasetEntry, ImportOrigin } from "../catalogue.ts";
import type { StoredDataset } from "./imported-store.ts";

interface Column {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly values: Int32Array | Float64Array | readonly string[];
}

/** What a dataset holds, in the two languages of the page. */
interface Title {
  readonly en: string;
  readonly zh: string;
}

/** The datasets of an imported table, each with its entry of the catalogue; `importedTable` puts them together again. */
export function importedDatasets(table: ImportedTable, origin: ImportOrigin): StoredDataset[] {
  const { regions, sectors, money, Z, Y, F, FY, demand, stressors, x } = table;
  const names = importedNames(table.source, table.year);
  const N = sectors.length;
  const cell = (what: string) => `${what}, position from 0`;
  const row = (values: Int32Array): Column => ({ name: "row", unit: "none", description: cell("Seller"), values });
  const describe = (name: string, title: Title, columns: readonly Column[]) =>
    datasetOf(table, origin, name, title, columns);
  return [
    describe(names.flows, { en: "Intermediate use", zh: "中间使用" }, [
      row(Z.row),
      { name: "col", unit: "none", description: cell("User"), values: Z.col },
      { name: "value", unit: money || "none", description: "Intermediate delivery", values: Z.value },
    ]),
    describe(names.finalDemand, { en: "Final demand", zh: "最终需求" }, [
      row(Y.row),
      {
        name: "col",
        unit: "none",
        description: "Column of final demand, see the dataset of its columns",
        values: Y.col,
      },
      { name: "value", unit: money || "none", description: "Final delivery", values: Y.value },
    ]),
    describe(names.demandColumns, { en: "Columns of final demand", zh: "最终需求各列" }, [
      { name: "col", unit: "none", description: "Position from 0", values: Int32Array.from(demand.keys()) },
      {
        name: "region",
        unit: "none",
        description: "Region of final demand",
        values: demand.map(({ region }) => region),
      },
      { name: "category", unit: "none", description: "Category", values: demand.map(({ category }) => category) },
    ]),
    describe(names.output, { en: "Rows and gross output", zh: "各行与总产出" }, [
      row(Int32Array.from(x.keys())),
      {
        name: "region",
        unit: "none",
        description: "Region",
        values: Array.from(x, (_, i) => regions[Math.floor(i / N)]!),
      },
      { name: "sector", unit: "none", description: "Sector", values: Array.from(x, (_, i) => sectors[i % N]!) },
      { name: "output", unit: money || "none", description: "Gross output", values: x },
    ]),
    describe(names.stressors, { en: "Stressors", zh: "压力因子" }, [
      {
        name: "stressor_index",
        unit: "none",
        description: "Position from 0",
        values: Int32Array.from(stressors.keys()),
      },
      { name: "stressor", unit: "none", description: "Name", values: stressors.map(({ name }) => name) },
      { name: "unit", unit: "none", description: "Unit of its values", values: stressors.map(({ unit }) => unit) },
    ]),
    describe(names.emissions, { en: "Satellite account", zh: "卫星账户" }, [
      { name: "stressor_index", unit: "none", description: "Stressor", values: joined(F.row, FY.row) },
      {
        name: "row",
        unit: "none",
        description: "Emitting row; -1 for final demand",
        values: joined(F.col, minusOnes(FY.col)),
      },
      {
        name: "demand_column",
        unit: "none",
        description: "Column of final demand that emits; -1 for sectors",
        values: joined(minusOnes(F.col), FY.col),
      },
      {
        name: "value",
        unit: "see unit of the stressor",
        description: "Emission",
        values: joinedNumbers(F.value, FY.value),
      },
    ]),
  ];
}

function datasetOf(
  table: ImportedTable,
  origin: ImportOrigin,
  name: string,
  title: Title,
  columns: readonly Column[],
): StoredDataset {
  const length = columns[0]!.values.length;
  const files = origin.files.map(({ name }) => name).join(", ");
  const children = columns.map(({ values }) => dataOf(values));
  const fields = columns.map(
    ({ name, unit, description }, i) =>
      new Field(
        name,
        children[i]!.type as DataType,
        false,
        new Map([
          ["unit", unit],
          ["description", description],
        ]),
      ),
  );
  const schema = new Schema(fields);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  const entry: DatasetEntry = {
    name,
    title: `${title.en}, ${table.source}, ${table.year}`,
    title_zh: `${title.zh}，${table.source}，${table.year}`,
    summary: `Imported from ${files} on ${origin.at.slice(0, 10)}.`,
    kind: "consumption",
    file: `${name}.arrow`,
    format: "arrow",
    rows: length,
    bytes: 0,
    sha256: "",
    columns: columns.map(({ name, unit, description, values }) => ({
      name,
      type: values instanceof Float64Array ? "Float64" : values instanceof Int32Array ? "Int32" : "Utf8",
      unit,
      description,
    })),
    years: [table.year, table.year],
    vintage: `${table.source}, ${table.year}`,
    publisher: table.source,
    citation: `${table.source}, as published; see the publisher's terms.`,
    licence: "as the publisher states",
    licence_url: null,
    licence_confirmed: false,
    source: origin.files.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`).join(", "),
    imported: origin,
    traps: [...table.notes],
    share_alike: false,
  };
  return { entry, parts: () => RecordBatchStreamWriter.writeAll(new Table(schema, [batch])) };
}

function dataOf(values: Column["values"]) {
  if (values instanceof Float64Array)
    return makeData({ type: new Float64(), length: values.length, nullCount: 0, data: values });
  if (values instanceof Int32Array)
    return makeData({ type: new Int32(), length: values.length, nullCount: 0, data: values });
  const parts = values.map((text) => new TextEncoder().encode(text));
  const valueOffsets = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    valueOffsets[i + 1] = valueOffsets[i]! + part.length;
  });
  const data = new Uint8Array(valueOffsets.at(-1)!);
  parts.forEach((part, i) => {
    data.set(part, valueOffsets[i]!);
  });
  return makeData({ type: new Utf8(), length: parts.length, nullCount: 0, valueOffsets, data });
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function joinedNumbers(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function minusOnes(like: Int32Array): Int32Array {
  return new Int32Array(like.length).fill(-1);
}
