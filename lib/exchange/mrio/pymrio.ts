import { messages } from "../../message/message.ts";
import { flowsFromCoefficients } from "./coefficient-table.ts";
import { ImportError, layoutFaults, rowProblem } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn } from "./lines.ts";
import { readMatrix } from "./matrix-file.ts";
import { readSatellite, type Spelling, satellitesOf, savedFile, unitsOf } from "./pymrio-satellite.ts";
import { fileName, type ImportOptions, type SourceFiles, yearIn } from "./source-files.ts";
import { type FoundStressor, foundStressors } from "./stressor-choice.ts";
import { type ImportedTable, TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  columnWithoutSector: {
    en: "a sector was expected in each column, but there are {count}.",
    zh: "每一列都应有部门，实际只有 {count} 个。",
  },
  columnTwice: {
    en: "the column {key} appears twice.",
    zh: "列 {key} 出现了两次。",
  },
  notSquare: {
    en: "{width} rows were expected, as many as columns, but there are {rows}.",
    zh: "行数应与列数相同，为 {width} 行，实际有 {rows} 行。",
  },
  sectorRowsMissing: {
    en: "{wanted} rows were expected, one for each sector, but there are {found}. Is the file truncated?",
    zh: "应有 {wanted} 行，每个部门一行，实际有 {found} 行。文件是否被截断？",
  },
  unknownRow: {
    en: 'a row of the table was expected, but "{region}, {sector}" is none.',
    zh: "应为表中的一行，而“{region}, {sector}”不是。",
  },
});

/**
 * Codes of EXIOBASE 3's regions by the three letters of some industry-by-industry files of version 3.4 (AUT, WWA). All other
 * files have two letters (AT, WA), even within one archive, so without this mapping their parts would not match.
 */
const codePairs =
  "AUT:AT BEL:BE BGR:BG CYP:CY CZE:CZ DEU:DE DNK:DK EST:EE ESP:ES FIN:FI FRA:FR GRC:GR HRV:HR HUN:HU IRL:IE ITA:IT LTU:LT LUX:LU LVA:LV MLT:MT NLD:NL POL:PL PRT:PT ROM:RO ROU:RO SWE:SE SVN:SI SVK:SK GBR:GB USA:US JPN:JP CHN:CN CAN:CA KOR:KR BRA:BR IND:IN MEX:MX RUS:RU AUS:AU CHE:CH TUR:TR TWN:TW NOR:NO IDN:ID ZAF:ZA WWA:WA WWL:WL WWE:WE WWF:WF WWM:WM";
const exiobaseCodes = new Map(codePairs.split(" ").map((pair) => pair.split(":") as [string, string]));

/** A folder with a table as pymrio saves it, which is also how EXIOBASE 3 is published. */
export interface PymrioFolder {
  readonly folder: string;
  readonly isExiobase: boolean;
  readonly source: string;
  readonly year: number;
}

/**
 * Every folder with Z.txt (or A.txt) and Y.txt, or the same as .parquet. The path contains the year: `IOT_2011_ixi/Z.txt`, or an
 * archive of that name.
 */
export function findPymrio(files: SourceFiles): PymrioFolder[] {
  const folders = new Set<string>();
  for (const path of files.paths) {
    const [, folder] = /^((?:.*\/)?)[ZA]\.(?:txt|parquet)$/.exec(path) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders]
    .filter((folder) => savedFile(files, `${folder}Y`))
    .map((folder) => {
      const system = /IOT_\d{4}_(ixi|pxp)/i.exec(folder)?.[1]?.toLowerCase();
      const name = fileName(folder.replace(/\/$/, "")).replace(/[_ -]*\d{4}$/, "");
      return {
        folder,
        isExiobase: system !== undefined,
        source: system ? `EXIOBASE 3 ${system}` : name || "pymrio",
        year: yearIn(folder) ?? 0,
      };
    });
}

/**
 * Reads Z.txt (or A.txt with x.txt, or A.txt alone; output is then solved for), Y.txt, unit.txt and the satellite accounts:
 * each folder with F.txt, F_Y.txt (F_hh.txt in early releases) and unit.txt is one, by the folder's name. `impacts`, which is
 * computed from the others, is skipped. Tab-separated; two header rows and two label columns, one label column in F; or each of
 * them a Parquet file. Throws ImportError.
 *
 * Stadler et al. (2018), doi:10.1111/jiec.12715 (EXIOBASE 3); Stadler (2021), doi:10.5334/jors.251.
 */
export async function readPymrio(
  files: SourceFiles,
  { folder, isExiobase, source, year }: PymrioFolder,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  const region = (label: string) => (isExiobase ? (exiobaseCodes.get(label) ?? label) : label);
  const file = (name: string) => savedFile(files, folder + name);
  const Z = file("Z");
  const flows = Z ?? file("A")!;
  options.step?.(flows);
  await readFlows(files, flows, draft, region, options);
  const demand = file("Y")!;
  options.step?.(demand);
  await readDemand(files, demand, draft, region, options);
  const output = file("x");
  if (output) await readOutput(files, output, draft, region);
  if (!Z) await flowsFromCoefficients(draft, flows);
  for (const account of satellitesOf(files, folder)) await readSatellite(files, account, draft, region, options);
  const units = file("unit");
  const money = units ? await firstUnit(files, units, draft.rows) : "";
  return draft.finish(source, year, money, flows);
}

async function readFlows(
  files: SourceFiles,
  path: string,
  draft: TableDraft,
  spelled: Spelling,
  options: ImportOptions,
): Promise<void> {
  const rowsSeen = new Set<string>();
  let places: number[] = [];
  const { rows, width } = await readMatrix(
    files,
    path,
    { headerRows: 2, labelColumns: "header", separator: "\t" },
    (header, _, line) => {
      const seen = new Set<string>();
      places = header[0]!.map((label, j) => {
        const region = spelled(label);
        const sector = header[1]![j];
        if (sector === undefined) throw new ImportError(path, line - 1, texts.columnWithoutSector({ count: j }));
        const key = `${region} ${sector}`;
        if (seen.has(key)) throw new ImportError(path, line - 1, texts.columnTwice({ key }));
        seen.add(key);
        return draft.place(region, sector);
      });
    },
    ({ labels, line, value }) => {
      const region = spelled(labels[0]!);
      const sector = labels[1] ?? "";
      const label = `${region}, ${sector}`;
      if (!draft.has(region, sector) || rowsSeen.has(label)) {
        throw new ImportError(path, line, rowProblem(label, rowsSeen.has(label)));
      }
      rowsSeen.add(label);
      const row = draft.place(region, sector);
      places.forEach((col, j) => {
        draft.Z.add(row, col, value(j));
      });
    },
    options,
  );
  if (rows !== width) throw new ImportError(path, undefined, texts.notSquare({ width, rows }));
}

async function readDemand(
  files: SourceFiles,
  path: string,
  draft: TableDraft,
  spelled: Spelling,
  options: ImportOptions,
): Promise<void> {
  let places: number[] = [];
  const { rows } = await readMatrix(
    files,
    path,
    { headerRows: 2, labelColumns: "header", separator: "\t" },
    (header) => {
      places = header[0]!.map((region, j) => draft.demandPlace(spelled(region), header[1]![j]!));
    },
    ({ labels, line, value }) => {
      const row = rowOf(draft, path, line, spelled(labels[0]!), labels[1] ?? "");
      places.forEach((col, j) => {
        draft.Y.add(row, col, value(j));
      });
    },
    options,
  );
  requireRows(path, draft.rows, rows);
}

function requireRows(path: string, wanted: number, found: number): void {
  if (found === wanted) return;
  throw new ImportError(path, undefined, texts.sectorRowsMissing({ wanted, found }));
}

async function readOutput(files: SourceFiles, path: string, draft: TableDraft, spelled: Spelling): Promise<void> {
  let line = 0;
  let rows = 0;
  for await (const text of linesOf(files.open(path))) {
    line++;
    const fields = fieldsOf(text, "\t").map((field) => field.trim());
    const region = spelled(fields[0]!);
    // Skips the header, whatever its names, and its second line in some releases.
    if (text.trim() === "" || (line <= 3 && !draft.has(region, fields[1] ?? ""))) continue;
    const row = rowOf(draft, path, line, region, fields[1] ?? "");
    if (fields.length < 3)
      throw new ImportError(path, line, layoutFaults.missingFields({ wanted: 3, found: fields.length }));
    draft.addOutput(row, numberIn(fields[2]!, path, line, 2));
    rows++;
  }
  requireRows(path, draft.rows, rows);
}

function rowOf(draft: TableDraft, path: string, line: number, region: string, sector: string): number {
  if (draft.has(region, sector)) return draft.place(region, sector);
  throw new ImportError(path, line, texts.unknownRow({ region, sector }));
}

/** The stressors of all accounts in the folder, from their unit.txt; none for accounts without it. */
export async function pymrioStressors(files: SourceFiles, { folder }: PymrioFolder): Promise<FoundStressor[]> {
  const all: FoundStressor[] = [];
  for (const { folder: path, name } of satellitesOf(files, folder)) {
    const file = savedFile(files, `${path}unit`);
    if (!file) continue;
    const units = await unitsOf(files, file);
    all.push(...foundStressors([...units.keys()], [...units.values()], name));
  }
  return all;
}

async function firstUnit(files: SourceFiles, path: string, rows: number): Promise<string> {
  const units = new Set<string>();
  let line = 0;
  for await (const text of linesOf(files.open(path))) {
    if (text.trim() === "") continue;
    const fields = fieldsOf(text, "\t");
    if (++line > 1 && fields.length > 2) units.add(fields.at(-1)!.trim());
  }
  requireRows(path, rows, line - 1);
  return [...units].join(", ");
}
