import { messages } from "../../message/message.ts";
import { type AccountFigure, layAccount } from "./emission-account.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { fieldsOf, linesOf, separatorOf } from "./lines.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { satellite, type TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  noFiguresInTonnes: {
    en: "figures in tonnes for {year} were expected, but there are none.",
    zh: "应有 {year} 年以吨计的数据，但一个也没有。",
  },
  fieldsUnlikeHeader: {
    en: "as many fields as in the header were expected.",
    zh: "字段数应与标题行相同。",
  },
  notNumber: {
    en: 'a number was expected, but "{text}" stands there.',
    zh: "应为数字，此处却是“{text}”。",
  },
});

/** Eurostat's air emissions accounts, as downloaded in bulk or from the data browser. */
export function eurostatFiles(files: SourceFiles): string[] {
  return files.paths.filter((path) => /env_ac_ainah_r2[^/]*\.(tsv|csv|txt)$/i.test(fileName(path)));
}

/**
 * Reads the air emissions accounts env_ac_ainah_r2 (residence principle) onto a FIGARO table, in either form of Eurostat's
 * downloads: TSV, whose first column is `freq,airpol,nace_r2,unit,geo\TIME_PERIOD` and the others the years, values with
 * trailing flags and ":" for missing ones; or SDMX-CSV, one figure per line. Tonnes are used if there are any,
 * otherwise thousand tonnes. Households (HH) go to P3_S14. Throws ImportError.
 */
export async function readEurostat(
  files: SourceFiles,
  year: number,
  draft: TableDraft,
  options: ImportOptions,
): Promise<void> {
  for (const path of eurostatFiles(files)) {
    options.step?.(path);
    const figures = await eurostatFigures(files, path, year, options);
    if (figures.length === 0) throw new ImportError(path, undefined, texts.noFiguresInTonnes({ year }));
    layAccount(
      draft,
      figures,
      { name: "env_ac_ainah_r2", account: satellite, sectors: a64Codes, households: "P3_S14" },
      options,
    );
  }
}

/** The figures of a year in one unit for each pollutant. */
export async function eurostatFigures(
  files: SourceFiles,
  path: string,
  year: number,
  options: ImportOptions,
): Promise<AccountFigure[]> {
  const byUnit = { T: [] as AccountFigure[], THS_T: [] as AccountFigure[] };
  let line = 0;
  let read: ((text: string) => EurostatFigure | undefined) | undefined;
  for await (const text of linesOf(files.open(path))) {
    line++;
    if (text.trim() === "") continue;
    if (!read) {
      read = text.includes("\t") ? tsvReader(text, year, path) : csvReader(text, year, path);
      continue;
    }
    const found = read(text);
    if (found === undefined) throw new ImportError(path, line, texts.fieldsUnlikeHeader());
    if (line % 4096 === 0) await options.pause?.();
    if (found.unit !== "T" && found.unit !== "THS_T") continue;
    const value = Number(/^\s*([-+\d.eE]+)/.exec(found.text)?.[1] ?? 0);
    if (!Number.isFinite(value)) throw new ImportError(path, line, texts.notNumber({ text: found.text }));
    // Only the sum of households is used, not its parts HH_HEAT, HH_TRA and HH_OTH.
    if (found.text === "" || /^(HH_|TOTAL)/.test(found.nace)) continue;
    byUnit[found.unit].push({
      stressor: found.airpol,
      unit: found.unit === "T" ? "t" : "kt",
      region: { EL: "GR", UK: "GB" }[found.geo] ?? found.geo,
      sector: found.nace === "HH" ? undefined : found.nace,
      value,
    });
  }
  const inTonnes = new Set(byUnit.T.map(({ stressor }) => stressor));
  return [...byUnit.T, ...byUnit.THS_T.filter(({ stressor }) => !inTonnes.has(stressor))];
}

interface EurostatFigure {
  readonly airpol: string;
  readonly nace: string;
  readonly unit: string;
  readonly geo: string;
  /** Empty if there is no figure for the year. */
  readonly text: string;
}

function tsvReader(header: string, year: number, path: string) {
  const columns = header.split("\t").map((field) => field.trim());
  const names = columns[0]!.split(",").map((name) => name.replace(/\\.*$/, "").trim());
  const at = namesIn(names, path);
  const column = columns.indexOf(String(year));
  if (column < 0) throw new ImportError(path, 1, layoutFaults.noColumn({ column: year }));
  return (text: string) => {
    const fields = text.split("\t");
    if (fields.length < columns.length) return undefined;
    const codes = fields[0]!.split(",");
    if (codes.length < names.length) return undefined;
    return { ...codesAt(codes, at), text: fields[column]!.replace(/^\s*:.*$/, "").trim() };
  };
}

function csvReader(header: string, year: number, path: string) {
  const separator = separatorOf(header);
  const names = fieldsOf(header, separator).map((name) => name.trim());
  const at = namesIn(names, path);
  const [time, value] = ["TIME_PERIOD", "OBS_VALUE"].map((name) => {
    const found = names.indexOf(name);
    if (found < 0) throw new ImportError(path, 1, layoutFaults.noColumn({ column: name }));
    return found;
  }) as [number, number];
  return (text: string) => {
    const fields = fieldsOf(text, separator);
    if (fields.length < Math.max(time, value) + 1) return undefined;
    const isYear = fields[time]!.trim() === String(year);
    return { ...codesAt(fields, at), text: isYear ? fields[value]!.replace(/^\s*:.*$/, "").trim() : "" };
  };
}

type Codes = "airpol" | "nace" | "unit" | "geo";

function namesIn(names: readonly string[], path: string): Readonly<Record<Codes, number>> {
  const find = (name: string) => {
    const found = names.findIndex((each) => each.toLowerCase() === name);
    if (found < 0) throw new ImportError(path, 1, layoutFaults.noColumn({ column: name }));
    return found;
  };
  return { airpol: find("airpol"), nace: find("nace_r2"), unit: find("unit"), geo: find("geo") };
}

function codesAt(fields: readonly string[], at: Readonly<Record<Codes, number>>): Readonly<Record<Codes, string>> {
  // The data browser writes "C10-C12:Manufacture of food products" if labels are selected.
  const code = (name: Codes) => fields[at[name]]!.split(":")[0]!.trim();
  return { airpol: code("airpol"), nace: code("nace"), unit: code("unit"), geo: code("geo") };
}

/** NACE codes of the accounts as the 64 industries of FIGARO: C10-C12 is C10T12, M69_M70 is M69_70, D is D35. */
export function a64Codes(nace: string): readonly string[] {
  const ranged = nace.replace(/^([A-U])(\d+)-\1?(\d+)$/, "$1$2T$3");
  const paired = nace.replace(/^([A-U])(\d+)_\1(\d+)$/, "$1$2_$3");
  const alone: Readonly<Record<string, string>> = { D: "D35", L: "L68", O: "O84", P: "P85" };
  return [nace, ranged, paired, ...(alone[nace] ? [alone[nace]] : [])];
}
