import { messages } from "../../message/message.ts";
import { readEurostat } from "./eurostat-accounts.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn, separatorOf } from "./lines.ts";
import { fileName, type ImportOptions, type SourceFiles, yearIn } from "./source-files.ts";
import { factorInputs, type ImportedTable, TableDraft } from "./table-draft.ts";
import { readWideSatellite } from "./wide-satellite.ts";
import { readWideTable, splitLabel, type WideLabel } from "./wide-table.ts";

const texts = messages("exchange", {
  noSurplusRow: {
    en: "a last row W2_B2A3G was expected. Is the file truncated?",
    zh: "最后应有 W2_B2A3G 行。文件是否被截断？",
  },
  noSellerAndBuyer: {
    en: 'a seller and a buyer were expected, but "{row}" and "{col}" stand there.',
    zh: "应为供给方与使用方，此处却是“{row}”和“{col}”。",
  },
  noCells: {
    en: "cells were expected below a header, but the file ends here.",
    zh: "标题行之下应有数据，但文件到此结束。",
  },
  cellsMissing: {
    en: "{wanted} cells of {name} were expected for {sectors} sectors and {demandColumns} columns of final demand, but there are {found}. Is the file truncated?",
    zh: "按 {sectors} 个部门和 {demandColumns} 列最终需求，{name} 应有 {wanted} 个单元格，实际有 {found} 个。文件是否被截断？",
  },
});

export interface FigaroFile {
  readonly path: string;
  readonly source: string;
  readonly year: number;
  readonly form: "matrix" | "flat";
}

const money = "million EUR";
const category = /^P[356]/;

/** matrix_eu-ic-io_ind-by-ind_23ed_2021.csv or flatfile_eu-ic-io_ind-by-ind_23ed_2021.csv (and prod-by-prod). */
export function findFigaro(files: SourceFiles): FigaroFile[] {
  return files.paths.flatMap((path) => {
    const found = /^(matrix|flatfile)_eu-ic-io_(ind|prod)-by-(?:ind|prod)_(?:(\d+)ed_)?.*\.csv$/i.exec(fileName(path));
    if (!found) return [];
    const [, form, kind, edition] = found;
    const source = `FIGARO${edition ? ` 20${edition}` : ""} ${kind === "ind" ? "ixi" : "pxp"}`;
    return [
      {
        path,
        source,
        year: yearIn(fileName(path)) ?? 0,
        form: form!.toLowerCase() === "matrix" ? "matrix" : "flat",
      } as const,
    ];
  });
}

/** Reads a FIGARO table of Eurostat, as matrix or as flat file. The rest of the world (FIGW1) is ROW. Throws ImportError. */
export async function readFigaro(
  files: SourceFiles,
  file: FigaroFile,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  options.step?.(file.path);
  if (file.form === "matrix") await readWideTable(files, file.path, draft, { label: figaroLabel, money }, options);
  else await readFlat(files, file.path, draft, options);
  requireLastRow(draft, file.path);
  await readWideSatellite(files, file.year, draft, figaroLabel, options);
  await readEurostat(files, file.year, draft, options);
  return draft.finish(file.source, file.year, money, file.path);
}

export function figaroLabel(text: string): WideLabel {
  const parts = splitLabel(text);
  return parts ? placeOf(parts[0], parts[1]) : { kind: "skipped", name: text };
}

function placeOf(area: string, code: string): WideLabel {
  // W2 is the domestic economy of the buyer: taxes less subsidies, purchases abroad, value added.
  if (area === "W2" || area === "DOM") return { kind: "factor", name: code };
  const region = area === "FIGW1" ? "ROW" : area;
  return category.test(code) ? { kind: "demand", region, category: code } : { kind: "sector", region, sector: code };
}

/** Taxes and value added are below the table, operating surplus last: if it is missing, the file is truncated. */
function requireLastRow(draft: TableDraft, path: string): void {
  if (draft.stressors.some(({ name }) => name === "B2A3G")) return;
  throw new ImportError(path, undefined, texts.noSurplusRow());
}

/** One cell per line: refArea, rowIi (or rowPi), counterpartArea, colIi (or colPi), obsValue, in any order. */
async function readFlat(files: SourceFiles, path: string, draft: TableDraft, options: ImportOptions): Promise<void> {
  let line = 0;
  let separator = ",";
  let products = 0;
  const factors = new Map<string, number>();
  let at: { area: number; row: number; buyer: number; col: number; value: number } | undefined;
  for await (const text of linesOf(files.open(path))) {
    line++;
    if (text.trim() === "") continue;
    if (!at) {
      separator = separatorOf(text);
      at = columnsOf(fieldsOf(text, separator), path, line);
      continue;
    }
    const fields = fieldsOf(text, separator);
    if (fields.length <= at.value && fields.length < 5) {
      throw new ImportError(path, line, layoutFaults.missingFields({ wanted: at.value + 1, found: fields.length }));
    }
    const field = (position: number) => (fields[position] ?? "").trim();
    const row = placeOf(field(at.area), field(at.row));
    const col = placeOf(field(at.buyer), field(at.col));
    const value = numberIn(field(at.value), path, line, at.value);
    if ((col.kind !== "sector" && col.kind !== "demand") || row.kind === "demand") {
      throw new ImportError(path, line, texts.noSellerAndBuyer({ row: field(at.row), col: field(at.col) }));
    }
    const buyer =
      col.kind === "sector" ? draft.place(col.region, col.sector) : draft.demandPlace(col.region, col.category);
    if (row.kind === "sector") {
      products++;
      const seller = draft.place(row.region, row.sector);
      (col.kind === "sector" ? draft.Z : draft.Y).add(seller, buyer, value);
    } else if (row.kind === "factor") {
      factors.set(row.name, (factors.get(row.name) ?? 0) + 1);
      (col.kind === "sector" ? draft.F : draft.FY).add(
        draft.stressorPlace(row.name, money, factorInputs),
        buyer,
        value,
      );
    }
    if (line % 4096 === 0) await options.pause?.();
  }
  if (!at || draft.regions.length === 0) throw new ImportError(path, line, texts.noCells());
  // Every cell has a line, even if it is zero, so a missing one means a truncated file. Value added may have cells of
  // sectors only.
  const sectors = draft.rows;
  const columns = sectors + draft.demandColumns;
  const short = [...factors].find(([, cells]) => cells !== sectors && cells !== columns);
  const [name, wanted, found] = short ? [short[0], columns, short[1]] : ["deliveries", sectors * columns, products];
  if (found !== wanted) {
    throw new ImportError(
      path,
      line,
      texts.cellsMissing({ wanted, name, sectors, demandColumns: draft.demandColumns, found }),
    );
  }
}

function columnsOf(header: readonly string[], path: string, line: number) {
  const find = (...names: string[]) => {
    const found = header.findIndex((name) => names.includes(name.trim().toLowerCase()));
    if (found >= 0) return found;
    throw new ImportError(path, line, layoutFaults.noColumn({ column: names[0] }));
  };
  return {
    area: find("refarea"),
    row: find("rowii", "rowpi"),
    buyer: find("counterpartarea"),
    col: find("colii", "colpi"),
    value: find("obsvalue"),
  };
}
