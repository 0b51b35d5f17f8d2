import { messages } from "../../message/message.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf } from "./lines.ts";
import { readMatrix } from "./matrix-file.ts";
import type { ImportOptions, SourceFiles } from "./source-files.ts";
import { chooseStressors } from "./stressor-choice.ts";
import { satellite, type TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  unknownColumn: {
    en: 'a column of the table was expected, but "{region}, {second}" is none.',
    zh: "应为表中的一列，而“{region}, {second}”不是。",
  },
  unlistedStressor: {
    en: 'a stressor of unit.txt was expected, but "{name}" is not in it.',
    zh: "应为 unit.txt 中的压力因子，而其中没有“{name}”。",
  },
  stressorRowsMissing: {
    en: "{wanted} rows were expected, one for each stressor of unit.txt, but there are {rows}. Is the file truncated?",
    zh: "应有 {wanted} 行，unit.txt 中每个压力因子一行，实际有 {rows} 行。文件是否被截断？",
  },
  noStressorUnits: {
    en: "stressors and their units were expected below a header, but there are none.",
    zh: "标题行之下应有压力因子及其单位，但一个也没有。",
  },
});

/** The mapping from a label of a file to the region's code. */
export type Spelling = (region: string) => string;

/** The path of a table in either form in which pymrio saves it, if it is there; if both are, the text. */
export function savedFile(files: SourceFiles, path: string): string | undefined {
  return [`${path}.txt`, `${path}.parquet`].find((file) => files.paths.includes(file));
}

/** A folder with a satellite account, named as the folder is. */
export interface SatelliteFolder {
  readonly folder: string;
  readonly name: string;
}

/** The folders of the satellite accounts; `impacts`, which is computed from the others, only if it is the only one. */
export function satellitesOf(files: SourceFiles, folder: string): SatelliteFolder[] {
  const found = new Set<string>();
  for (const path of files.paths) {
    if (!path.startsWith(folder)) continue;
    const [, inner] = /^((?:.*\/)?)F\.(?:txt|parquet)$/.exec(path.slice(folder.length)) ?? [];
    if (inner !== undefined) found.add(inner);
  }
  const all = [...found];
  const primary = all.filter((inner) => !/(^|\/)impacts?\/$/.test(inner));
  return (primary.length > 0 ? primary : all).map((inner) => ({
    folder: folder + inner,
    name: inner.replace(/\/$/, "") || satellite,
  }));
}

/** Files of the direct emissions of final demand: today's name, that of EXIOBASE 3.4, and that of pymrio before 0.4. */
const householdFiles = ["F_Y", "F_hh", "FY"];

/** Reads an account: F, the direct emissions of final demand, and units if there are any. Throws ImportError. */
export async function readSatellite(
  files: SourceFiles,
  { folder, name: account }: SatelliteFolder,
  draft: TableDraft,
  spelled: Spelling,
  options: ImportOptions,
): Promise<void> {
  const unitFile = savedFile(files, `${folder}unit`);
  const units = unitFile ? await unitsOf(files, unitFile) : new Map<string, string>();
  const names = [...units.keys()];
  const chosen = chooseStressors(names, options);
  const isKept = (name: string) => names.length === 0 || chosen[names.indexOf(name)] !== false;
  const parts = [
    { name: "F", cells: draft.F, known: draft.has.bind(draft), place: draft.place.bind(draft) },
    ...householdFiles.map((name) => ({
      name,
      cells: draft.FY,
      known: draft.hasDemand.bind(draft),
      place: draft.demandPlace.bind(draft),
    })),
  ];
  for (const { name: part, cells, known, place } of parts) {
    const path = savedFile(files, folder + part);
    if (!path) continue;
    options.step?.(path);
    let places: number[] = [];
    const { rows } = await readMatrix(
      files,
      path,
      { headerRows: 2, labelColumns: "header", separator: "\t" },
      (header, _, line) => {
        places = header[0]!.map((label, j) => {
          const region = spelled(label);
          const second = header[1]![j]!;
          if (known(region, second)) return place(region, second);
          throw new ImportError(path, line - 1, texts.unknownColumn({ region, second }));
        });
      },
      ({ labels, line, value }) => {
        const name = nameOf(labels);
        if (units.size > 0 && !units.has(name)) throw new ImportError(path, line, texts.unlistedStressor({ name }));
        if (!isKept(name)) return;
        const stressor = draft.stressorPlace(name, units.get(name) ?? "", account);
        places.forEach((col, j) => {
          cells.add(stressor, col, value(j));
        });
      },
      options,
    );
    if (units.size > rows)
      throw new ImportError(path, undefined, texts.stressorRowsMissing({ wanted: units.size, rows }));
  }
}

/** Stressors and their units, as unit.txt lists them. */
export async function unitsOf(files: SourceFiles, path: string): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  let line = 0;
  for await (const text of linesOf(files.open(path))) {
    line++;
    const fields = fieldsOf(text, "\t").map((field) => field.trim());
    if (line > 1 && fields[0]) units.set(nameOf(fields.slice(0, -1)), fields.at(-1) ?? "");
  }
  if (units.size === 0) throw new ImportError(path, line, texts.noStressorUnits());
  return units;
}

/** The name of a stressor; if its label has several columns (stressor, compartment), all of them. */
function nameOf(labels: readonly string[]): string {
  return labels.filter((label) => label !== "").join(", ");
}
