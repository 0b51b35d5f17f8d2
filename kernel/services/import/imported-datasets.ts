import { RecordBatchStreamWriter, Table } from "apache-arrow";
import type { ImportedTable } from "../../../lib/exchange/mrio/table-draft.ts";
import { type Message, messages, type Sentence, type Text } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { importedNames } from "../../../lib/mrio/resource/dataset-names.ts";
import type { DatasetEntry, ImportOrigin } from "../catalogue.ts";
import { type Column, describedColumns, recordBatch } from "./arrow-columns.ts";
import type { StoredDataset } from "./imported-store.ts";

const texts = messages("imported", {
  origin: { en: "Imported from {files} on {date}.", zh: "于 {date} 从 {files} 导入。" },
  licence: { en: "as the publisher states", zh: "依发布者所述" },
  seller: { en: "Seller, position from 0", zh: "供给方（序号从 0 起）" },
  user: { en: "User, position from 0", zh: "使用方（序号从 0 起）" },
  position: { en: "Position from 0", zh: "序号（从 0 起）" },
  delivery: { en: "Intermediate delivery", zh: "中间供给" },
  demandColumn: {
    en: "Column of final demand, see the dataset of its columns",
    zh: "最终需求的列，见其列的数据集",
  },
  finalDelivery: { en: "Final delivery", zh: "最终供给" },
  demandRegion: { en: "Region of final demand", zh: "最终需求所属区域" },
  category: { en: "Category", zh: "类别" },
  region: { en: "Region", zh: "区域" },
  sector: { en: "Sector", zh: "部门" },
  output: { en: "Gross output", zh: "总产出" },
  name: { en: "Name", zh: "名称" },
  unit: { en: "Unit of its values", zh: "数值的单位" },
  stressor: { en: "Stressor", zh: "压力因子" },
  emittingRow: { en: "Emitting row; -1 for final demand", zh: "产生排放的行；-1 表示最终需求" },
  emittingColumn: {
    en: "Column of final demand that emits; -1 for sectors",
    zh: "产生排放的最终需求列；-1 表示部门",
  },
  emission: { en: "Emission", zh: "排放" },
  account: { en: "Satellite account", zh: "卫星账户" },
  stressorUnit: { en: "see unit of the stressor", zh: "见该压力因子的单位" },
});

interface TableColumn {
  readonly name: string;
  readonly unit: Sentence;
  readonly description: Message;
  readonly values: Int32Array | Float64Array | readonly string[];
}

/** The datasets of an imported table, each with its catalogue entry; `importedTable` reassembles them. */
export function importedDatasets(table: ImportedTable, origin: ImportOrigin): StoredDataset[] {
  const { regions, sectors, money, Z, Y, F, FY, demand, stressors, x } = table;
  const names = importedNames(table.source, table.year);
  const N = sectors.length;
  const row = (values: Int32Array): TableColumn => ({ name: "row", unit: "none", description: texts.seller(), values });
  const describe = (name: string, title: Text, columns: readonly TableColumn[]) =>
    datasetOf(table, origin, name, title, columns);
  return [
    describe(names.flows, { en: "Intermediate use", zh: "中间使用" }, [
      row(Z.row),
      { name: "col", unit: "none", description: texts.user(), values: Z.col },
      { name: "value", unit: money || "none", description: texts.delivery(), values: Z.value },
    ]),
    describe(names.finalDemand, { en: "Final demand", zh: "最终需求" }, [
      row(Y.row),
      {
        name: "col",
        unit: "none",
        description: texts.demandColumn(),
        values: Y.col,
      },
      { name: "value", unit: money || "none", description: texts.finalDelivery(), values: Y.value },
    ]),
    describe(names.demandColumns, { en: "Columns of final demand", zh: "最终需求各列" }, [
      { name: "col", unit: "none", description: texts.position(), values: Int32Array.from(demand.keys()) },
      {
        name: "region",
        unit: "none",
        description: texts.demandRegion(),
        values: demand.map(({ region }) => region),
      },
      { name: "category", unit: "none", description: texts.category(), values: demand.map(({ category }) => category) },
    ]),
    describe(names.output, { en: "Rows and gross output", zh: "各行与总产出" }, [
      row(Int32Array.from(x.keys())),
      {
        name: "region",
        unit: "none",
        description: texts.region(),
        values: Array.from(x, (_, i) => regions[Math.floor(i / N)]!),
      },
      { name: "sector", unit: "none", description: texts.sector(), values: Array.from(x, (_, i) => sectors[i % N]!) },
      { name: "output", unit: money || "none", description: texts.output(), values: x },
    ]),
    describe(names.stressors, { en: "Stressors", zh: "压力因子" }, [
      {
        name: "stressor_index",
        unit: "none",
        description: texts.position(),
        values: Int32Array.from(stressors.keys()),
      },
      { name: "stressor", unit: "none", description: texts.name(), values: stressors.map(({ name }) => name) },
      { name: "unit", unit: "none", description: texts.unit(), values: stressors.map(({ unit }) => unit) },
      { name: "account", unit: "none", description: texts.account(), values: stressors.map(({ account }) => account) },
    ]),
    describe(names.emissions, { en: "Satellite account", zh: "卫星账户" }, [
      { name: "stressor_index", unit: "none", description: texts.stressor(), values: concatenate(F.row, FY.row) },
      {
        name: "row",
        unit: "none",
        description: texts.emittingRow(),
        values: concatenate(F.col, minusOnes(FY.col)),
      },
      {
        name: "demand_column",
        unit: "none",
        description: texts.emittingColumn(),
        values: concatenate(minusOnes(F.col), FY.col),
      },
      {
        name: "value",
        unit: texts.stressorUnit(),
        description: texts.emission(),
        values: concatenateNumbers(F.value, FY.value),
      },
    ]),
  ];
}

function datasetOf(
  table: ImportedTable,
  origin: ImportOrigin,
  name: string,
  title: Text,
  given: readonly TableColumn[],
): StoredDataset {
  const columns = given.map((column) => ({ ...column, type: typeOf(column.values) }));
  const length = columns[0]!.values.length;
  const files = origin.files.map(({ name }) => name).join(", ");
  const summary = texts.origin({ files, date: origin.at.slice(0, 10) });
  const licence = texts.licence();
  const { schema, batch } = recordBatch(columns);
  const described = describedColumns(columns);
  const entry: DatasetEntry = {
    name,
    title: `${title.en}, ${table.source}, ${table.year}`,
    title_zh: `${title.zh}，${table.source}，${table.year}`,
    summary: writeMessage(summary),
    kind: "consumption",
    file: `${name}.arrow`,
    format: "arrow",
    rows: length,
    bytes: 0,
    sha256: "",
    columns: described.columns,
    years: [table.year, table.year],
    vintage: `${table.source}, ${table.year}`,
    publisher: table.source,
    citation: `${table.source}, as published; see the publisher's terms.`,
    licence: writeMessage(licence),
    licence_url: null,
    licence_confirmed: false,
    source: origin.files.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`).join(", "),
    imported: origin,
    traps: table.notes.map((note) => writeMessage(note)),
    said: {
      summary,
      licence,
      columns: described.said,
      traps: table.notes,
    },
    share_alike: false,
  };
  return { entry, parts: () => RecordBatchStreamWriter.writeAll(new Table(schema, [batch])) };
}

function typeOf(values: TableColumn["values"]): Column["type"] {
  if (values instanceof Float64Array) return "number";
  return values instanceof Int32Array ? "integer" : "text";
}

function concatenate(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function concatenateNumbers(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function minusOnes(like: Int32Array): Int32Array {
  return new Int32Array(like.length).fill(-1);
}
