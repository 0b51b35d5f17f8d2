import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults, rowProblem } from "./import-error.ts";
import { readMatrix } from "./matrix-file.ts";
import type { ImportOptions, SourceFiles } from "./source-files.ts";
import { factorInputs, type TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  columnOfNoRegion: {
    en: "The column {name}, which belongs to no region, was left out; it adds up to {total}.",
    zh: "列 {name} 不属于任何区域，未计入；其合计为 {total}。",
  },
  discrepancyKept: {
    en: "The statistical discrepancy in the column {name}, which adds up to {total}, is kept as final demand “{category}” of the region that supplies, so that each output is the sum of its row. Nobody is known to have bought it.",
    zh: "列 {name} 中的统计误差（合计 {total}）作为供给区域的最终需求“{category}”保留，使每项总产出等于其所在行之和。其购买者不明。",
  },

  emptyLabel: {
    en: "a label was expected in column {column}, but it is empty.",
    zh: "第 {column} 列应有标签，却是空的。",
  },
  noSectorColumns: {
    en: "column labels such as AUS_A01 were expected, but there are none.",
    zh: "应有形如 AUS_A01 的列标签，但一个也没有。",
  },
  noRegionAndSector: {
    en: 'a region and sector were expected, but "{label}" stands there.',
    zh: "应为区域和部门，此处却是“{label}”。",
  },
  columnRowsMissing: {
    en: "{sectors} rows were expected, one for each column, but {missing} are missing. Is the file truncated?",
    zh: "应有 {sectors} 行，每列对应一行，但缺少 {missing} 行。文件是否被截断？",
  },
  noOutputRow: {
    en: "a last row of output was expected, as there is a column. Is the file truncated?",
    zh: "既有总产出列，最后也应有总产出行。文件是否被截断？",
  },
});

/** The category of final demand that holds the statistical discrepancy of a table. */
const discrepancy = "discrepancy";

/** The meaning of a label of a wide table. */
export type WideLabel =
  | { readonly kind: "sector"; readonly region: string; readonly sector: string }
  | { readonly kind: "demand"; readonly region: string; readonly category: string }
  /** Value added, taxes: inputs that are not products. */
  | { readonly kind: "factor"; readonly name: string }
  /** Output. */
  | { readonly kind: "output" }
  /** What is missing between the uses of a row and its output, without a region that uses it. */
  | { readonly kind: "discrepancy"; readonly name: string }
  /** A column without a region, or a total that follows from the rest. */
  | { readonly kind: "skipped"; readonly name: string };

/**
 * Reads a table from one file with one header row and one label column: Z and final demand side by side, value
 * added and taxes below, output as last row and last column. Throws ImportError.
 */
export async function readWideTable(
  files: SourceFiles,
  path: string,
  draft: TableDraft,
  scheme: { readonly label: (text: string) => WideLabel; readonly money: string },
  options: ImportOptions = {},
): Promise<void> {
  let columns: WideLabel[] = [];
  let sectors = 0;
  let places: number[] = [];
  const skipped = new Map<string, number>();
  const discrepancies = new Map<string, number>();
  // By label, because several labels may have one place and each of them must occur.
  const pending = new Set<string>();
  let hasOutput = false;
  let closed = false;
  await readMatrix(
    files,
    path,
    { headerRows: 1, labelColumns: 1 },
    (header, _, line) => {
      const seen = new Set<string>();
      columns = header[0]!.map((text, j) => {
        if (text === "") throw new ImportError(path, line - 1, texts.emptyLabel({ column: j + 2 }));
        if (seen.has(text)) throw new ImportError(path, line - 1, layoutFaults.labelTwice({ label: text }));
        seen.add(text);
        return scheme.label(text);
      });
      places = columns.map((label) => {
        if (label.kind === "sector") return draft.place(label.region, label.sector);
        return label.kind === "demand" ? draft.demandPlace(label.region, label.category) : -1;
      });
      columns.forEach((label, j) => {
        if (label.kind === "sector") pending.add(header[0]![j]!);
      });
      sectors = pending.size;
      hasOutput = columns.some(({ kind }) => kind === "output");
      if (sectors === 0) {
        throw new ImportError(path, line - 1, texts.noSectorColumns());
      }
    },
    ({ labels, line, value }) => {
      const row = scheme.label(labels[0]!);
      if (row.kind === "demand") throw new ImportError(path, line, texts.noRegionAndSector({ label: labels[0] }));
      if (row.kind === "sector") {
        if (!pending.delete(labels[0]!)) {
          throw new ImportError(path, line, rowProblem(labels[0]!, draft.has(row.region, row.sector)));
        }
        const place = draft.place(row.region, row.sector);
        columns.forEach((column, j) => {
          if (column.kind === "sector") draft.Z.add(place, places[j]!, value(j));
          else if (column.kind === "demand") draft.Y.add(place, places[j]!, value(j));
          else if (column.kind === "output") draft.addOutput(place, value(j));
          else if (column.kind === "skipped") skipped.set(column.name, (skipped.get(column.name) ?? 0) + value(j));
          else if (column.kind === "discrepancy" && value(j) !== 0) {
            draft.Y.add(place, draft.demandPlace(row.region, discrepancy), value(j));
            discrepancies.set(column.name, (discrepancies.get(column.name) ?? 0) + value(j));
          }
        });
      } else if (row.kind === "output") closed = true;
      else if (row.kind === "factor") {
        const stressor = draft.stressorPlace(row.name, scheme.money, factorInputs);
        columns.forEach((column, j) => {
          if (column.kind === "sector") draft.F.add(stressor, places[j]!, value(j));
          else if (column.kind === "demand") draft.FY.add(stressor, places[j]!, value(j));
        });
      }
    },
    options,
  );
  if (pending.size > 0) {
    throw new ImportError(path, undefined, texts.columnRowsMissing({ sectors, missing: pending.size }));
  }
  // If there is a column of output there must be a last row of output: without it, value added above may be missing too.
  if (hasOutput && !closed) throw new ImportError(path, undefined, texts.noOutputRow());
  for (const [name, total] of skipped) {
    if (total !== 0) draft.notes.push(texts.columnOfNoRegion({ name, total: total.toPrecision(6) }));
  }
  for (const [name, total] of discrepancies) {
    draft.notes.push(texts.discrepancyKept({ name, total: total.toPrecision(6), category: discrepancy }));
  }
}

/** "AUS_C10T12" → AUS and C10T12. */
export function splitLabel(text: string): readonly [string, string] | undefined {
  const at = text.indexOf("_");
  return at > 0 && at < text.length - 1 ? [text.slice(0, at), text.slice(at + 1)] : undefined;
}
