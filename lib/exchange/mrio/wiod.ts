import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults, rowProblem } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn, separatorOf } from "./lines.ts";
import { fileName, type ImportOptions, type SourceFiles, yearIn } from "./source-files.ts";
import { factorInputs, type ImportedTable, TableDraft } from "./table-draft.ts";
import { readWideSatellite } from "./wide-satellite.ts";
import { readWiodAccounts } from "./wiod-accounts.ts";
import { type Column, columnsOfR, columnsOfSheet, distinct, lastColumn } from "./wiod-columns.ts";
import { regionCode } from "./wiod-region.ts";

const texts = messages("exchange", {
  noLabelLines: {
    en: "four lines of labels (code, name, region, number) were expected above the numbers.",
    zh: "数据上方应有四行标签（代码、名称、区域、编号）。",
  },
  noSectorsInHeader: {
    en: "columns of sectors (c1 …) were expected in the header, but there are none.",
    zh: "标题行中应有部门列（c1……），但一个也没有。",
  },
  headerSectorsMissing: {
    en: "{sectors} rows were expected, one for each sector of the header, but there are {found}. Is the file truncated?",
    zh: "应有 {sectors} 行，与标题行的部门一一对应，实际有 {found} 行。文件是否被截断？",
  },
  noGrossOutputRow: {
    en: "a last row of output (GO, r69) was expected. Is the file truncated?",
    zh: "最后应有总产出行（GO，r69）。文件是否被截断？",
  },
});

export interface WiodFile {
  readonly path: string;
  readonly source: string;
  readonly year: number;
}

const money = "million USD";

/** WIOT11_ROW_Sep12.xlsx (2013 release), WIOT2014_Nov16_ROW.xlsb (2016 release), or either saved as CSV. */
export function findWiod(files: SourceFiles): WiodFile[] {
  return files.paths.flatMap((path) => {
    const found = /^WIOT(\d{2}|\d{4})[_-].*\.(csv|txt|xls[xb])$/i.exec(fileName(path));
    if (!found) return [];
    const digits = found[1]!;
    const short = Number(digits);
    const year = digits.length === 4 ? (yearIn(digits) ?? short) : short + (short < 70 ? 2000 : 1900);
    return [{ path, source: digits.length === 4 ? "WIOD 2016" : "WIOD 2013", year }];
  });
}

/**
 * Reads a world input–output table of WIOD in either published form:
 *
 * - the sheet (both releases): title lines, then four lines of labels (code, name, region, c1 …) and four label columns;
 * - the table of the R release (2016): IndustryCode, IndustryDescription, Country, RNr, Year, AUS1 … ROW61, TOT.
 *
 * ROM is ROU, RoW is ROW; sectors have the codes of the rows (AtB, A01). Totals (r60 …, TOT) are skipped; the other rows
 * below the table become stressors in money. Emissions come from the accompanying accounts, see `readWiodAccounts`. Throws
 * ImportError. Timmer et al. (2015), doi:10.1111/roie.12178.
 */
export async function readWiod(
  files: SourceFiles,
  { path, source, year }: WiodFile,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  options.step?.(path);
  const last: string[][] = [];
  const reader = new RowReader(draft, path);
  let columns: readonly Column[] | undefined;
  const isWorkbook = /\.xls[xb]$/i.test(path);
  let separator = isWorkbook ? "\t" : "";
  let labelColumns = 4;
  let line = 0;
  for await (const text of linesOf(files.open(path))) {
    line++;
    if (text.trim() === "") continue;
    // Title lines may contain commas; a line of labels has hundreds of separators, at least a dozen.
    if (separator === "" && text.split(separatorOf(text)).length > 6) separator = separatorOf(text);
    const fields = fieldsOf(text, separator || ",").map((field) => field.trim());
    if (!columns) {
      if (/^IndustryCode$/i.test(fields[0] ?? "")) {
        labelColumns = 5;
        columns = distinct(columnsOfR(fields, draft), path, line);
        continue;
      }
      if (!isFirstRow(fields, last)) {
        last.push(fields);
        continue;
      }
      columns = distinct(columnsOfSheet(last.slice(-4), draft, path, line), path, line - 1);
    }
    // A sheet leaves out empty cells at the end of a row; other checks show that it is complete.
    if (isWorkbook) while (fields.length < columns.length) fields.push("");
    reader.read(fields, labelColumns, columns, line);
    if (line % 16 === 0) await options.pause?.();
  }
  if (!columns) throw new ImportError(path, line, texts.noLabelLines());
  reader.requireAll(columns, line);
  await readWideSatellite(files, year, draft, (label) => wideLabel(label, draft.sectorNames), options);
  await readWiodAccounts(files, year, draft, options);
  return draft.finish(source, year, money, path);
}

function isFirstRow(fields: readonly string[], before: readonly string[][]): boolean {
  return (
    before.length >= 4 && /^[cr]\d+$/i.test(fields[3] ?? "") && fields[4] !== "" && Number.isFinite(Number(fields[4]))
  );
}

/** Adds rows to the draft and records which were read. */
class RowReader {
  readonly #draft: TableDraft;
  readonly #path: string;
  readonly #seen = new Set<string>();
  #closed = false;

  constructor(draft: TableDraft, path: string) {
    this.#draft = draft;
    this.#path = path;
  }

  read(fields: readonly string[], labels: number, columns: readonly Column[], line: number): void {
    if (fields.length < Math.max(labels, lastColumn(columns))) {
      throw new ImportError(
        this.#path,
        line,
        layoutFaults.missingFields({ wanted: columns.length, found: fields.length }),
      );
    }
    const [code, name, region] = fields as [string, string, string];
    const country = regionCode(region);
    if (country === "" || country === "TOT") this.#readFactor(fields, code, name, labels, columns, line);
    else this.#readSector(fields, code, country, labels, columns, line);
  }

  /** Throws ImportError unless every sector of the header had a row and the last row was output. */
  requireAll(columns: readonly Column[], line: number): void {
    const sectors = columns.filter((column) => column?.kind === "sector").length;
    if (sectors === 0) throw new ImportError(this.#path, undefined, texts.noSectorsInHeader());
    if (this.#seen.size < sectors) {
      throw new ImportError(this.#path, line, texts.headerSectorsMissing({ sectors, found: this.#seen.size }));
    }
    if (!this.#closed) throw new ImportError(this.#path, line, texts.noGrossOutputRow());
  }

  #readSector(
    fields: readonly string[],
    code: string,
    country: string,
    labels: number,
    columns: readonly Column[],
    line: number,
  ): void {
    const draft = this.#draft;
    const sector = `c${fields[3]!.replace(/^[cr]/i, "")}`;
    const label = `${country} ${sector}`;
    if (!draft.has(country, sector) || this.#seen.has(label)) {
      throw new ImportError(this.#path, line, rowProblem(`${fields[2]}, ${fields[3]}`, this.#seen.has(label)));
    }
    this.#seen.add(label);
    if (code !== "") draft.sectorNames.set(sector, code);
    const place = draft.place(country, sector);
    let output = 0;
    for (let j = labels; j < columns.length; j++) {
      const column = columns[j];
      if (!column) continue;
      const value = numberIn(fields[j] ?? "", this.#path, line, j);
      output += value;
      (column.kind === "sector" ? draft.Z : draft.Y).add(place, column.place, value);
    }
    draft.addOutput(place, output);
  }

  /**
   * Skips totals, which follow from the rest. 2013 numbers them r60 and r69; 2016, where r69 is something else, has codes
   * for them.
   */
  #readFactor(
    fields: readonly string[],
    code: string,
    name: string,
    labels: number,
    columns: readonly Column[],
    line: number,
  ): void {
    const number = code === "" ? fields[3]!.toLowerCase() : "";
    if (/^GO$/i.test(code) || number === "r69" || /^output at basic/i.test(name)) {
      this.#closed = true;
      return;
    }
    if (/^II_fob$/i.test(code) || number === "r60" || /^total/i.test(name)) return;
    const stressor = this.#draft.stressorPlace(name || code, money, factorInputs);
    for (let j = labels; j < columns.length; j++) {
      const column = columns[j];
      if (!column) continue;
      const cells = column.kind === "sector" ? this.#draft.F : this.#draft.FY;
      cells.add(stressor, column.place, numberIn(fields[j] ?? "", this.#path, line, j));
    }
  }
}

/** A column of a satellite account: "AUS_c1" or "AUS_AtB", households "AUS_c37" or "AUS_c57". */
function wideLabel(label: string, names: ReadonlyMap<string, string>) {
  const [, region = "", written = ""] = /^([A-Za-z]{3})_(.+)$/.exec(label) ?? [];
  const number = [...names].find(([, code]) => code === written)?.[0] ?? written;
  const at = Number(/^c(\d+)$/.exec(number)?.[1]);
  const code = regionCode(region);
  return (at === 37 && !names.has("c37")) || at > 56
    ? ({ kind: "demand", region: code, category: number } as const)
    : ({ kind: "sector", region: code, sector: number } as const);
}
