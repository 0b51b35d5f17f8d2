import { ImportError } from "../../../lib/exchange/mrio/import-error.ts";
import type { FrameLabels, LabelledFrame } from "../../../lib/exchange/mrio/labelled-frame.ts";
import { ParquetFile } from "../../../lib/files/parquet/parquet-file.ts";
import { type ParquetColumn, parquetNumber, parquetText } from "../../../lib/files/parquet/parquet-value.ts";
import { TableFileError } from "../../../lib/files/table/table-file-error.ts";
import { messages } from "../../../lib/message/message.ts";
import { type PandasMetadata, pandasMetadata } from "./pandas-metadata.ts";
import { labelsOfTuple } from "./python-tuple.ts";

const said = messages("import", {
  noFrame: {
    en: "a table that pandas has saved was expected, with the labels of its rows and columns, but the file does not describe one. Save it by pymrio's save_all.",
    zh: "应为 pandas 保存的表，带有行标签和列标签，但文件中没有这样的描述。请用 pymrio 的 save_all 保存。",
  },
  noLevels: {
    en: 'column {column}: {levels} labels were expected in its name, but it is "{name}".',
    zh: "第 {column} 列：列名中应有 {levels} 个标签，但列名是“{name}”。",
  },
  mixedColumns: {
    en: 'column {column}, "{name}", is of another kind than the columns before it: all should be numbers, or all texts.',
    zh: "第 {column} 列“{name}”与前面各列的类型不同：应全为数字，或全为文本。",
  },
});

/** More columns than any table of a notebook has: a table of 200 regions with 163 sectors. */
const MOST_COLUMNS = 40_000;

/** The frame that pandas has saved in a Parquet file. Throws ImportError. */
export async function parquetFrame(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<LabelledFrame> {
  try {
    const file = await ParquetFile.open(path, bytes, MOST_COLUMNS);
    const metadata = pandasMetadata(file.metadata("pandas"));
    const fields = new Map(file.columns.map((column) => [column.name, column]));
    const index = metadata?.index_columns.map((name) => (typeof name === "string" ? fields.get(name) : undefined));
    if (!metadata || !index || index.length === 0 || index.includes(undefined))
      throw new ImportError(path, undefined, said.noFrame());
    return await frameOf(file, metadata, index as ParquetColumn[]);
  } catch (error) {
    if (error instanceof TableFileError) throw new ImportError(path, undefined, error.reason);
    throw error;
  }
}

async function frameOf(file: ParquetFile, metadata: PandasMetadata, index: ParquetColumn[]): Promise<LabelledFrame> {
  const names = new Map(metadata.columns.map(({ name, field_name }) => [field_name ?? name, name]));
  const levels = index.map(() => new Array<string>(file.rows).fill(""));
  await file.visitColumns(index, (value, row, k) => {
    levels[k]![row] = value === null || value === undefined ? "" : parquetText(value);
  });
  const rows: FrameLabels = { names: index.map(({ name }) => names.get(name) ?? undefined), levels };
  const data = file.columns.filter((column) => !index.includes(column));
  const columns = columnLabels(file.name, metadata, data);
  const isTextKind = (kind: ParquetColumn["kind"] | undefined) => kind === "text" || kind === "bytes";
  const isText = isTextKind(data[0]?.kind);
  data.forEach(({ kind, name }, j) => {
    if (isTextKind(kind) !== isText || kind === "nested")
      throw new ImportError(file.name, undefined, said.mixedColumns({ column: j + 1, name }));
  });
  const width = data.length;
  if (isText) {
    const texts = Array.from({ length: file.rows }, () => new Array<string>(width).fill(""));
    await file.visitColumns(data, (value, row, j) => {
      texts[row]![j] = value === null || value === undefined ? "" : parquetText(value);
    });
    return { rows, columns, isText, row: (at) => texts[at]! };
  }
  const numbers = new Float64Array(file.rows * width);
  await file.visitColumns(data, (value, row, j) => {
    numbers[row * width + j] = value === null || value === undefined ? 0 : parquetNumber(value, data[j]!);
  });
  return { rows, columns, isText, row: (at) => numbers.subarray(at * width, (at + 1) * width) };
}

function columnLabels(path: string, { column_indexes }: PandasMetadata, data: readonly ParquetColumn[]): FrameLabels {
  const names = column_indexes.map(({ name }) => name ?? undefined);
  if (names.length === 1) return { names, levels: [data.map(({ name }) => name)] };
  const labels = data.map(({ name }, j) => {
    const found = labelsOfTuple(name);
    if (found?.length === names.length) return found;
    throw new ImportError(path, undefined, said.noLevels({ column: j + 1, levels: names.length, name }));
  });
  return { names, levels: names.map((_, level) => labels.map((each) => each[level]!)) };
}
