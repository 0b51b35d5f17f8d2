import { messages } from "../../message/message.ts";
import { type AccountFigure, layAccount } from "./emission-account.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn } from "./lines.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { satellite, type TableDraft } from "./table-draft.ts";
import { regionCode } from "./wiod-region.ts";

const said = messages("exchange", {
  noCountrySheets: {
    en: "sheets named by country (AUS, AUT …) were expected, but there are none.",
    zh: "应有以国家命名的工作表（AUS、AUT……），但一个也没有。",
  },
  noYearInSheet: {
    en: "a column {year} was expected, but the sheet has none.",
    zh: "工作表中应有 {year} 列，但没有。",
  },
  noGasLine: {
    en: "a line with CO2, N2O and CH4 was expected above the figures.",
    zh: "数据上方应有含 CO2、N2O 和 CH4 的一行。",
  },
});

/** Columns of the air emission accounts of the 2013 release, and their units. */
export const airGases: Readonly<Record<string, string>> = {
  CO2: "Gg",
  CH4: "t",
  N2O: "t",
  NOx: "t",
  SOx: "t",
  CO: "t",
  NMVOC: "t",
  NH3: "t",
};

/** The files with emissions for a WIOD table. */
export function wiodAccountFiles(files: SourceFiles): { readonly jrc: string[]; readonly air: string[] } {
  const those = (name: RegExp) => files.paths.filter((path) => name.test(fileName(path)));
  return { jrc: those(/^CO2 emissions[^/]*\.xls[xb]$/i), air: those(/^[A-Z]{3}_AIR_[^/]*\.xls[xb]$/i) };
}

/**
 * Reads the emission accounts made for WIOD:
 *
 * - "CO2 emissions.xlsx" of the Joint Research Centre (2016 release; kt): a sheet per country, industries in rows
 *   by code, households FC_HH, a column per year. Corsatea et al. (2019), doi:10.2760/024036.
 * - AUS_AIR_May12.xlsx and the like (2013 release, published as .xls and saved as .xlsx): a workbook per country, a
 *   sheet per year, a column per gas; codes may begin with "sec". Genty et al. (2012), WIOD Deliverable 4.6.
 *
 * Throws ImportError.
 */
export async function readWiodAccounts(
  files: SourceFiles,
  year: number,
  draft: TableDraft,
  options: ImportOptions,
): Promise<void> {
  const { jrc, air } = wiodAccountFiles(files);
  const numbers = new Map([...draft.sectorNames].map(([number, code]) => [code, number]));
  const is2016 = numbers.has("A01");
  const scheme = (name: string) => ({
    name,
    account: satellite,
    sectors: (code: string) => [numbers.get(code) ?? "", numbers.get(code.replace(/^sec/, "")) ?? ""],
    households: is2016 ? "c57" : "c37",
  });
  const regions = draft.namedRegions();
  for (const path of jrc) {
    const figures: AccountFigure[] = [];
    for (const sheet of (await files.sheets?.(path)) ?? []) {
      if (!regions.has(regionCode(sheet))) continue;
      options.step?.(`${path}, ${sheet}`);
      figures.push(...(await readJrcSheet(files, path, sheet, year)));
      await options.pause?.();
    }
    if (figures.length === 0) throw new ImportError(path, undefined, said.noCountrySheets());
    layAccount(draft, figures, scheme(fileName(path)), options);
  }
  const byCountry: AccountFigure[] = [];
  for (const path of air) {
    const region = regionCode(fileName(path).slice(0, 3));
    if (!regions.has(region)) continue;
    options.step?.(path);
    byCountry.push(...(await readAirSheet(files, path, region, year)));
    await options.pause?.();
  }
  if (byCountry.length > 0) layAccount(draft, byCountry, scheme("The air emission accounts"), options);
}

async function readJrcSheet(files: SourceFiles, path: string, sheet: string, year: number): Promise<AccountFigure[]> {
  const figures: AccountFigure[] = [];
  let column = -1;
  let line = 0;
  for await (const text of linesOf(files.open(`${path}#${sheet}`))) {
    line++;
    const fields = fieldsOf(text, "\t").map((field) => field.trim());
    if (column < 0) {
      column = fields.findIndex((field) => Number(field) === year);
      continue;
    }
    const code = fields[0] ?? "";
    if (code === "") continue;
    const value = numberIn(fields[column] ?? "", `${path}#${sheet}`, line, column);
    figures.push({ stressor: "CO2", unit: "kt", region: regionCode(sheet), sector: industryOf(code), value });
  }
  if (column < 0) throw new ImportError(`${path}#${sheet}`, line, said.noYearInSheet({ year }));
  return figures;
}

async function readAirSheet(files: SourceFiles, path: string, region: string, year: number): Promise<AccountFigure[]> {
  const sheet = `${path}#${year}`;
  const figures: AccountFigure[] = [];
  let gases: { readonly name: string; readonly column: number }[] = [];
  let line = 0;
  for await (const text of linesOf(files.open(sheet))) {
    line++;
    const fields = fieldsOf(text, "\t").map((field) => field.trim());
    if (gases.length === 0) {
      gases = fields.flatMap((name, column) => (Object.hasOwn(airGases, name) ? [{ name, column }] : []));
      continue;
    }
    // The code is in the column right before the gases; row numbers or names may precede it.
    const code = fields[gases[0]!.column - 1] ?? "";
    if (code === "") continue;
    for (const { name, column } of gases) {
      const value = numberIn(fields[column] ?? "", sheet, line, column);
      figures.push({ stressor: name, unit: airGases[name]!, region, sector: industryOf(code), value });
    }
  }
  if (gases.length === 0) throw new ImportError(sheet, line, said.noGasLine());
  return figures;
}

function industryOf(code: string): string | undefined {
  return code === "FC_HH" ? undefined : code;
}
