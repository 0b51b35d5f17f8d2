import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { fieldsOf, linesOf } from "./lines.ts";
import { readMatrix } from "./matrix-file.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { chooseStressors, type FoundStressor, foundStressors } from "./stressor-choice.ts";
import { type ImportedTable, satellite, TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  discrepancy: {
    en: "The statistical discrepancy (region ROW, sector TOTAL) was left out: {total} thousand USD without regard to sign.",
    zh: "未计入统计误差项（区域 ROW，部门 TOTAL）：绝对值合计 {total} 千美元。",
  },

  noEoraDemandFile: {
    en: "Eora26_{year}_{price}_FD.txt was expected with it.",
    zh: "旁边应有 Eora26_{year}_{price}_FD.txt。",
  },
  noLabelFile: {
    en: "{name} was expected with it (it may be in indices.zip).",
    zh: "旁边应有 {name}（可能在 indices.zip 中）。",
  },
});

export interface EoraFiles {
  readonly source: string;
  readonly year: number;
  /** Basic or purchasers' prices. */
  readonly price: string;
  readonly flows: string;
}

/** Eora26_2015_bp_T.txt and the files that belong to it. */
export function findEora(files: SourceFiles): EoraFiles[] {
  return files.paths.flatMap((path) => {
    const found = /^Eora26_(\d{4})_(bp|pp)_T\.txt$/i.exec(fileName(path));
    return found ? [{ source: `Eora26 ${found[2]}`, year: Number(found[1]), price: found[2]!, flows: path }] : [];
  });
}

/**
 * Reads Eora26: tab-separated numbers without labels in T, FD, VA, Q and QY; the labels in labels_T.txt, labels_FD.txt,
 * labels_VA.txt and labels_Q.txt, which may be in a separate archive. The statistical discrepancy, a region ROW with one sector
 * TOTAL, is left out and noted. Money is thousands of USD. Throws ImportError.
 *
 * Lenzen et al. (2012), doi:10.1021/es300171x; Lenzen et al. (2013), doi:10.1080/09535314.2013.769938.
 */
export async function readEora(
  files: SourceFiles,
  { source, year, price, flows }: EoraFiles,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  const path = (part: string) => pathOf(files, (name) => name === `eora26_${year}_${price}_${part}.txt`.toLowerCase());
  const labels = (part: string) => labelsOf(files, `labels_${part}.txt`, flows);
  const sectors = (await labels("T")).map(([, region, , sector]) =>
    sector && !isDiscrepancy(region!, sector) ? draft.place(region!, sector) : -1,
  );
  const demand = (await labels("FD")).map(([, region, , category]) => {
    return category && !/^row$/i.test(region!) ? draft.demandPlace(region!, category) : -1;
  });
  const lost = { total: 0 };
  const demandFile = path("FD");
  if (!demandFile) throw new ImportError(flows, undefined, texts.noEoraDemandFile({ year, price }));
  await readPart(files, flows, sectors, sectors, options, (row, col, value) => {
    if (row >= 0 && col >= 0) draft.Z.add(row, col, value);
    else lost.total += Math.abs(value);
  });
  await readPart(files, demandFile, sectors, demand, options, (row, col, value) => {
    if (row >= 0 && col >= 0) draft.Y.add(row, col, value);
    else lost.total += Math.abs(value);
  });
  if (lost.total > 0) {
    draft.notes.push(texts.discrepancy({ total: lost.total.toPrecision(6) }));
  }
  await readStressors(files, draft, path, labels, sectors, demand, options);
  return draft.finish(source, year, "thousand USD", flows);
}

/** The rows of the satellite account, by labels_Q.txt. */
export async function eoraStressors(files: SourceFiles, { flows }: EoraFiles): Promise<FoundStressor[]> {
  if (!pathOf(files, (name) => name === "labels_q.txt")) return [];
  const names = (await labelsOf(files, "labels_Q.txt", flows)).map(stressorName);
  return foundStressors(names, names.map(unitIn));
}

function stressorName([stressor = "", source = ""]: readonly string[]): string {
  return [stressor, source].filter(Boolean).join(" ");
}

/** "I-GHG-CO2 emissions (Gg) from PRIMAP": the unit is in the last parentheses. */
function unitIn(name: string): string {
  return /\(([^()]*)\)[^()]*$/.exec(name)?.[1] ?? "";
}

async function readStressors(
  files: SourceFiles,
  draft: TableDraft,
  path: (part: string) => string | undefined,
  labels: (part: string) => Promise<string[][]>,
  sectors: readonly number[],
  demand: readonly number[],
  options: ImportOptions,
): Promise<void> {
  const [production, households] = [path("Q"), path("QY")];
  if (!production) return;
  const names = (await labels("Q")).map(stressorName);
  const chosen = chooseStressors(names, options);
  const places = names.map((name, i) => (chosen[i] ? draft.stressorPlace(name, unitIn(name), satellite) : -1));
  await readPart(files, production, places, sectors, options, (k, col, value) => {
    if (k >= 0 && col >= 0) draft.F.add(k, col, value);
  });
  if (!households) return;
  await readPart(files, households, places, demand, options, (k, col, value) => {
    if (k >= 0 && col >= 0) draft.FY.add(k, col, value);
  });
}

async function readPart(
  files: SourceFiles,
  path: string,
  rows: readonly number[],
  columns: readonly number[],
  options: ImportOptions,
  take: (row: number, col: number, value: number) => void,
): Promise<void> {
  options.step?.(path);
  let at = 0;
  const found = await readMatrix(
    files,
    path,
    { headerRows: 0, labelColumns: 0, separator: "\t" },
    (_, width, line) => {
      if (width !== columns.length)
        throw new ImportError(path, line, layoutFaults.columnsByLabels({ wanted: columns.length, found: width }));
    },
    ({ value, line }) => {
      if (at >= rows.length) throw new ImportError(path, line, layoutFaults.surplusRows({ wanted: rows.length }));
      const row = rows[at++]!;
      columns.forEach((col, j) => {
        take(row, col, value(j));
      });
    },
    options,
  );
  if (found.rows !== rows.length) {
    throw new ImportError(path, undefined, layoutFaults.missingRows({ wanted: rows.length, found: found.rows }));
  }
}

function isDiscrepancy(region: string, sector: string): boolean {
  return /^row$/i.test(region) && /^total$/i.test(sector);
}

function pathOf(files: SourceFiles, matches: (name: string) => boolean): string | undefined {
  return files.paths.find((path) => matches(fileName(path).toLowerCase()));
}

/** The columns of a label file; the trailing tab of its lines does not start a column. */
async function labelsOf(files: SourceFiles, name: string, beside: string): Promise<string[][]> {
  const path = pathOf(files, (found) => found === name.toLowerCase());
  if (!path) throw new ImportError(beside, undefined, texts.noLabelFile({ name }));
  const labels: string[][] = [];
  for await (const text of linesOf(files.open(path))) {
    if (text.trim() !== "") labels.push(fieldsOf(text, "\t").map((field) => field.trim()));
  }
  return labels;
}
