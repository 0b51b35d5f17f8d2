import { messages } from "../../message/message.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn, separatorOf } from "./lines.ts";
import type { ImportOptions, SourceFiles } from "./source-files.ts";

const said = messages("exchange", {
  columnLabelsLinesAbove: {
    en: "column labels were expected in {headerRows} lines above, but they are empty.",
    zh: "上方 {headerRows} 行应为列标签，却是空的。",
  },
  fieldsFileCut2: {
    en: "{labelColumns} fields were expected, but there are {count}. Was the file cut?",
    zh: "应有 {labelColumns} 个字段，实际有 {count} 个。文件是否被截断？",
  },
  rowsNumbersFileEnds: {
    en: "rows of numbers were expected, but the file ends here.",
    zh: "此后应为数据行，但文件到此结束。",
  },
});

/** How a matrix stands in its file. */
export interface MatrixLayout {
  /** Lines of column labels; 0 for bare numbers. */
  readonly headerRows: number;
  /** Columns of row labels; "header" counts them by the blanks behind the name of the first header row, as pandas writes. */
  readonly labelColumns: number | "header";
  readonly separator?: string;
  /** Lines to be passed over before the header. */
  readonly skip?: number;
}

/** One row: its labels, its numbers from `first` on. `width` numbers are promised. */
export interface MatrixRow {
  readonly labels: readonly string[];
  readonly line: number;
  value(column: number): number;
}

const ROWS_BETWEEN_PAUSES = 16;

/**
 * Reads a matrix line by line. `onHeader` gets the column labels, one list a header row, each as wide as the matrix; it may
 * be called with empty lists where there are none. Throws ImportError where a line is longer or shorter than the first.
 */
export async function readMatrix(
  files: SourceFiles,
  path: string,
  layout: MatrixLayout,
  onHeader: (header: readonly (readonly string[])[], width: number, line: number) => void,
  onRow: (row: MatrixRow) => void,
  options: ImportOptions = {},
): Promise<{ rows: number; width: number }> {
  const { headerRows, skip = 0 } = layout;
  let labelColumns = layout.labelColumns === "header" ? 0 : layout.labelColumns;
  let separator = layout.separator ?? "";
  const header: string[][] = [];
  let width = -1;
  let line = 0;
  let rows = 0;
  for await (const text of linesOf(files.open(path))) {
    line++;
    if (line <= skip || text.trim() === "") continue;
    if (separator === "") separator = separatorOf(text);
    const fields = fieldsOf(text, separator);
    if (header.length < headerRows) {
      if (layout.labelColumns === "header" && header.length === 0) labelColumns = labelsIn(fields);
      header.push(fields.slice(labelColumns).map((field) => field.trim()));
      continue;
    }
    if (width < 0) {
      width = Math.max(0, ...header.map((labels) => lastFilled(labels)));
      if (headerRows === 0) width = lastFilled(fields.slice(labelColumns));
      if (width === 0) throw new ImportError(path, line, said.columnLabelsLinesAbove({ headerRows }));
      onHeader(
        header.map((labels) => labels.slice(0, width)),
        width,
        line,
      );
    }
    if (rows === 0 && headerRows > 1 && isIndexNames(fields, labelColumns)) continue;
    const found = fields.length - labelColumns;
    if (found < width || lastFilled(fields.slice(labelColumns + width)) > 0) {
      throw new ImportError(
        path,
        line,
        said.fieldsFileCut2({ labelColumns: labelColumns + width, count: fields.length }),
      );
    }
    rows++;
    const at = line;
    onRow({
      labels: fields.slice(0, labelColumns).map((label) => label.trim()),
      line: at,
      value: (column) => numberIn(fields[labelColumns + column]!, path, at, labelColumns + column),
    });
    if (rows % ROWS_BETWEEN_PAUSES === 0) await options.pause?.();
  }
  if (rows === 0) throw new ImportError(path, line, said.rowsNumbersFileEnds());
  return { rows, width };
}

/** "region", "", "AT" → 2: the name of the columns' labels stands above the first column of the rows' labels. */
function labelsIn(header: readonly string[]): number {
  const first = header.findIndex((field, j) => j > 0 && field.trim() !== "");
  return first < 0 ? 1 : first;
}

/** Pandas writes the names of the row labels on a line of their own, with nothing beside them. */
function isIndexNames(fields: readonly string[], labelColumns: number): boolean {
  for (let i = labelColumns; i < fields.length; i++) if (fields[i] !== "" && fields[i]!.trim() !== "") return false;
  return labelColumns > 0 && fields.some((field) => field.trim() !== "");
}

/** One more than the position of the last field that holds anything. */
function lastFilled(fields: readonly string[]): number {
  for (let i = fields.length; i > 0; i--) if (fields[i - 1]!.trim() !== "") return i;
  return 0;
}
