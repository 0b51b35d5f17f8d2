import { messages } from "../../message/message.ts";
import type { AccountFigure } from "./emission-account.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn } from "./lines.ts";
import { fileName, type SourceFiles } from "./source-files.ts";
import { regionCode } from "./wiod-region.ts";

const texts = messages("exchange", {
  noSeaSheet: {
    en: "a sheet DATA was expected in it.",
    zh: "其中应有工作表 DATA。",
  },
  noSeaHeader: {
    en: "a header with Country, Variable and Code was expected.",
    zh: "应有含 Country、Variable 和 Code 的标题行。",
  },
  noEmployment: {
    en: "rows of employment (EMP, EMPE, H_EMP or H_EMPE) were expected, but there are none. Is the file truncated?",
    zh: "应有就业数据行（EMP、EMPE、H_EMP 或 H_EMPE），但一行也没有。文件是否被截断？",
  },
});

/** The variables that can be added up over regions: persons engaged, employees, and the hours that they worked. */
const units: Readonly<Record<string, string>> = {
  EMP: "thousand persons",
  EMPE: "thousand persons",
  H_EMP: "million hours",
  H_EMPE: "million hours",
};

/** WIOD_SEA_July14.xlsx (2013 release), WIOD_SEA_Nov16.xlsx or Socio_Economic_Accounts.xlsx (2016 release). */
export function seaFiles(files: SourceFiles): string[] {
  return files.paths.filter((path) => /^(WIOD_SEA|Socio_Economic_Accounts)[^/]*\.xls[xb]?$/i.test(fileName(path)));
}

/**
 * Employment in the Socio-Economic Accounts: the sheet DATA has a row for each country, variable and industry, and a column for
 * each year (_1995 or 1995). `others` are the variables in national currencies, indices and shares. Undefined if there is no column
 * of the year. Throws ImportError.
 *
 * Erumban et al. (2012), WIOD Socio-Economic Accounts: Sources and Methods; Timmer et al. (2015), doi:10.1111/roie.12178.
 */
export async function seaFigures(
  files: SourceFiles,
  path: string,
  year: number,
): Promise<{ readonly figures: AccountFigure[]; readonly others: string[] } | undefined> {
  const sheet = (await files.sheets?.(path))?.find((name) => /^data$/i.test(name.trim()));
  if (sheet === undefined) throw new ImportError(path, undefined, texts.noSeaSheet());
  const place = `${path}#${sheet}`;
  const figures: AccountFigure[] = [];
  const others = new Set<string>();
  let at:
    | { readonly country: number; readonly variable: number; readonly code: number; readonly year: number }
    | undefined;
  let line = 0;
  for await (const text of linesOf(files.open(place))) {
    line++;
    if (text.trim() === "") continue;
    const fields = fieldsOf(text, "\t").map((field) => field.trim());
    if (!at) {
      const column = (name: RegExp) => fields.findIndex((field) => name.test(field));
      at = {
        country: column(/^country$/i),
        variable: column(/^variable$/i),
        code: column(/^code$/i),
        year: column(new RegExp(`^_?${year}$`)),
      };
      if (at.country < 0 || at.variable < 0 || at.code < 0) throw new ImportError(place, line, texts.noSeaHeader());
      if (at.year < 0) return undefined;
      continue;
    }
    const variable = fields[at.variable] ?? "";
    if (variable === "") continue;
    if (!Object.hasOwn(units, variable)) {
      others.add(variable);
      continue;
    }
    const region = regionCode(fields[at.country] ?? "");
    const value = numberIn(fields[at.year] ?? "", place, line, at.year);
    figures.push({ stressor: variable, unit: units[variable]!, region, sector: fields[at.code] ?? "", value });
  }
  if (!at) throw new ImportError(place, line, texts.noSeaHeader());
  if (figures.length === 0) throw new ImportError(place, line, texts.noEmployment());
  return { figures, others: [...others] };
}
