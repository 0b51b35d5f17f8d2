import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn, separatorOf } from "./lines.ts";
import type { ImportOptions, SourceFiles } from "./source-files.ts";

const texts = messages("exchange", {
  emptyColumnLabels: {
    en: "column labels were expected in {headerRows} lines above, but they are empty.",
    zh: "上方 {headerRows} 行应为列标签，却是空的。",
  },
  noRows: {
    en: "rows of numbers were expected, but the file ends here.",
    zh: "此后应为数据行，但文件到此结束。",
  },
});

/** The layout of a matrix in its file. */
export interface MatrixLayout {
  /** Lines of column labels; 0 if there are only numbers. */
  readonly headerRows: number;
  /** Columns of row labels; "header" counts them by the blanks after the name of the first header row, as pandas writes. */
  readonly labelColumns: number | "header";
  readonly separator?: string;
  /** Lines to skip before the header. */
  readonly skip?: number;
}

/** One row with its labels and its numbers. */
export interface MatrixRow {
  readonly labels: readonly string[];
  readonly line: number;
  value(column: number): number;
}

const ROWS_BETWEEN_PAUSES = 16;

/**
 * Reads a matrix line by line. `onHeader` gets the column labels, one list per header row, each as wide as the matrix; it may
 * be called with empty lists if there are none. Throws ImportError if a line is longer or shorter than the first.
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
      if (width === 0) throw new ImportError(path, line, texts.emptyColumnLabels({ headerRows }));
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
        layoutFaults.missingFields({ wanted: labelColumns + width, found: fields.length }),
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
  if (rows === 0) throw new ImportError(path, line, texts.noRows());
  return { rows, width };
}

/** "region", "", "AT" → 2: the name of the column labels is above the first column of row labels. */
function labelsIn(header: readonly string[]): number {
  const first = header.findIndex((field, j) => j > 0 && field.trim() !== "");
  return first < 0 ? 1 : first;
}

/** Pandas writes the names of the row labels on a separate line with no other fields. */
function isIndexNames(fields: readonly string[], labelColumns: number): boolean {
  for (let i = labelColumns; i < fields.length; i++) if (fields[i] !== "" && fields[i]!.trim() !== "") return false;
  return labelColumns > 0 && fields.some((field) => field.trim() !== "");
}

/** One more than the position of the last non-empty field. */
function lastFilled(fields: readonly string[]): number {
  for (let i = fields.length; i > 0; i--) if (fields[i - 1]!.trim() !== "") return i;
  return 0;
}
