import { messages } from "../../message/message.ts";
import { type AccountFigure, type AccountScheme, layAccount, stressorsOf } from "./emission-account.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn } from "./lines.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { type FoundStressor, foundStressors } from "./stressor-choice.ts";
import { satellite, type TableDraft } from "./table-draft.ts";
import { environmentFiles, environmentSheet, type WiodAccount } from "./wiod-environment.ts";
import { regionCode } from "./wiod-region.ts";
import { seaFigures, seaFiles } from "./wiod-sea.ts";

const texts = messages("exchange", {
  noCountrySheets: {
    en: "sheets named by country (AUS, AUT …) were expected, but there are none.",
    zh: "应有以国家命名的工作表（AUS、AUT……），但一个也没有。",
  },
  noYearInSheet: {
    en: "a column {year} was expected, but the sheet has none.",
    zh: "工作表中应有 {year} 列，但没有。",
  },
  yearNotInAccount: {
    en: "{account} has no sheet {year} and was left out.",
    zh: "{account} 没有工作表 {year}，未计入。",
  },
  yearNotInSea: {
    en: "{file} has no column {year} and was left out.",
    zh: "{file} 没有 {year} 列，未计入。",
  },
  variablesLeftOut: {
    en: "Of {file}, only employment was taken. These are in national currencies, indices or shares, which cannot be added up over regions: {variables}.",
    zh: "{file} 中只取用了就业数据。下列变量为本国货币、指数或份额，不能跨区域相加：{variables}。",
  },
});

function jrcFiles(files: SourceFiles): string[] {
  return files.paths.filter((path) => /^CO2 emissions[^/]*\.xls[xb]?$/i.test(fileName(path)));
}

/**
 * Reads the accounts made for WIOD, each as a satellite account of its own:
 *
 * - "CO2 emissions.xlsx" of the Joint Research Centre (2016 release; kt): a sheet per country, industries in rows
 *   by code, households FC_HH, a column per year. Corsatea et al. (2019), doi:10.2760/024036.
 * - The environmental accounts of the 2013 release (AIR_may12.zip, lan_may12.zip …), see `environmentSheet`.
 * - The Socio-Economic Accounts of either release, see `seaFigures`.
 *
 * An account that does not cover the year is left out with a note. Throws ImportError.
 */
export async function readWiodAccounts(
  files: SourceFiles,
  year: number,
  draft: TableDraft,
  options: ImportOptions,
): Promise<void> {
  const numbers = new Map([...draft.sectorNames].map(([number, code]) => [code, number]));
  const is2016 = numbers.has("A01");
  const scheme = (name: string, account: string): AccountScheme => ({
    name,
    account,
    sectors: (code) => [numbers.get(code) ?? "", numbers.get(code.replace(/^sec/, "")) ?? ""],
    households: is2016 ? "c57" : "c37",
  });
  const regions = draft.namedRegions();
  for (const path of jrcFiles(files)) {
    const figures: AccountFigure[] = [];
    for (const sheet of (await files.sheets?.(path)) ?? []) {
      if (!regions.has(regionCode(sheet))) continue;
      options.step?.(`${path}, ${sheet}`);
      figures.push(...(await readJrcSheet(files, path, sheet, year)));
      await options.pause?.();
    }
    if (figures.length === 0) throw new ImportError(path, undefined, texts.noCountrySheets());
    layAccount(draft, figures, scheme(fileName(path), satellite), options);
  }
  for (const account of environmentFiles(files)) {
    const figures = await environmentFigures(files, account, year, (region) => regions.has(region), options);
    if (!figures) draft.notes.push(texts.yearNotInAccount({ account: account.title, year }));
    else if (figures.length > 0) {
      const isTotal = (code: string) => /^(sec)?tot(al)?$/i.test(code);
      layAccount(draft, figures, { ...scheme(account.title, account.name), isTotal }, options);
    }
  }
  for (const path of seaFiles(files)) {
    options.step?.(path);
    const sea = await seaFigures(files, path, year);
    if (!sea) draft.notes.push(texts.yearNotInSea({ file: fileName(path), year }));
    else {
      const isTotal = (code: string) => /^tot$/i.test(code);
      layAccount(draft, sea.figures, { ...scheme(fileName(path), "SEA"), isTotal }, options);
      if (sea.others.length > 0)
        draft.notes.push(texts.variablesLeftOut({ file: fileName(path), variables: sea.others }));
    }
  }
}

/** The stressors of the same files, account by account. */
export async function wiodStressors(files: SourceFiles, year: number): Promise<FoundStressor[]> {
  const found: FoundStressor[] = [];
  if (jrcFiles(files).length > 0) found.push(...foundStressors(["CO2"], ["kt"], satellite));
  for (const account of environmentFiles(files)) {
    // All countries have the same columns.
    const first = { ...account, workbooks: account.workbooks.slice(0, 1) };
    const figures = await environmentFigures(files, first, year, () => true, {});
    found.push(...stressorsOf(figures ?? [], account.name));
  }
  for (const path of seaFiles(files))
    found.push(...stressorsOf((await seaFigures(files, path, year))?.figures ?? [], "SEA"));
  return found;
}

/** The figures of the countries that are wanted; undefined if no workbook has the year. */
async function environmentFigures(
  files: SourceFiles,
  account: WiodAccount,
  year: number,
  isWanted: (region: string) => boolean,
  options: ImportOptions,
): Promise<AccountFigure[] | undefined> {
  const figures: AccountFigure[] = [];
  const wanted = account.workbooks.filter(({ region }) => isWanted(region));
  let hasYear = wanted.length === 0;
  for (const { path, region } of wanted) {
    if (!(await files.sheets?.(path))?.includes(String(year))) continue;
    hasYear = true;
    options.step?.(path);
    figures.push(...(await environmentSheet(files, account, path, region, year)));
    await options.pause?.();
  }
  return hasYear ? figures : undefined;
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
    const sector = code === "FC_HH" ? undefined : code;
    figures.push({ stressor: "CO2", unit: "kt", region: regionCode(sheet), sector, value });
  }
  if (column < 0) throw new ImportError(`${path}#${sheet}`, line, texts.noYearInSheet({ year }));
  return figures;
}
