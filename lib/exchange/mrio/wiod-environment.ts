import { messages } from "../../message/message.ts";
import type { AccountFigure } from "./emission-account.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn } from "./lines.ts";
import { fileName, type SourceFiles } from "./source-files.ts";
import { regionCode } from "./wiod-region.ts";

const texts = messages("exchange", {
  noHouseholdRow: {
    en: "codes of industries and, for households, FC_HH were expected in one column, but there is no FC_HH.",
    zh: "应有一列为行业代码和表示住户的 FC_HH，但没有 FC_HH。",
  },
  noStressorHeader: {
    en: "a line with the names of the stressors was expected above the figures.",
    zh: "数据上方应有一行压力因子的名称。",
  },
  noGasLine: {
    en: "a line with CO2, N2O and CH4 was expected above the figures.",
    zh: "数据上方应有含 CO2、N2O 和 CH4 的一行。",
  },
});

/** The columns of the air emission accounts, and their units. */
const airGases: Readonly<Record<string, string>> = {
  CO2: "Gg",
  CH4: "t",
  N2O: "t",
  NOx: "t",
  SOx: "t",
  CO: "t",
  NMVOC: "t",
  NH3: "t",
};
const gasesByCapitals = new Map(Object.keys(airGases).map((name) => [name.toUpperCase(), name]));

/** An environmental account of the 2013 release: which columns are stressors, and in what unit. */
interface AccountKind {
  readonly name: string;
  readonly title: string;
  /** The stressor of a column and its unit; `stated` is the unit in the sheet. Undefined if the column is none. */
  stressor(column: string, stated: string): { readonly stressor: string; readonly unit: string } | undefined;
}

const asStated = (stressor: string, unit: string) => ({ stressor, unit });

/** Names as in the names of the files. Genty et al. (2012), WIOD Deliverable 4.6; Genty (2012), WIOD environmental accounts. */
const kinds: readonly AccountKind[] = [
  {
    name: "AIR",
    title: "The air emission accounts (AIR)",
    stressor: (column) => {
      const gas = gasesByCapitals.get(column.toUpperCase());
      return gas === undefined ? undefined : { stressor: gas, unit: airGases[gas]! };
    },
  },
  {
    name: "CO2",
    title: "The CO2 emissions by source (CO2)",
    stressor: (source) => ({ stressor: `CO2 ${source}`, unit: "Gg" }),
  },
  {
    name: "EM",
    title: "The emission-relevant energy use (EM)",
    stressor: (carrier) => ({ stressor: `Emission-relevant energy ${carrier}`, unit: "TJ" }),
  },
  {
    name: "EU",
    title: "The gross energy use (EU)",
    stressor: (carrier) => ({ stressor: `Gross energy ${carrier}`, unit: "TJ" }),
  },
  { name: "lan", title: "The land use (lan)", stressor: asStated },
  { name: "mat", title: "The materials extracted (mat)", stressor: asStated },
  { name: "wat", title: "The water use (wat)", stressor: asStated },
];

/** An account with the workbooks of its countries. */
export interface WiodAccount extends AccountKind {
  readonly workbooks: readonly { readonly path: string; readonly region: string }[];
}

/**
 * The environmental accounts among the files: workbooks whose names begin with a country, such as AUS_AIR_May12.xls. The account is
 * in the name, or else in that of the folder or archive (lan_may12).
 */
export function environmentFiles(files: SourceFiles): WiodAccount[] {
  return kinds.flatMap((kind) => {
    const workbooks = files.paths.flatMap((path) => {
      const [, country, rest] = /^([A-Za-z]{3})[_.-](.*)\.?xls[xb]?$/i.exec(fileName(path)) ?? [];
      if (country === undefined) return [];
      const folder = path.split("/").at(-2) ?? "";
      const named = kinds.find(({ name }) => new RegExp(`^${name}(_|\\.|$)`, "i").test(rest!));
      const account = named ?? kinds.find(({ name }) => new RegExp(`^${name}_`, "i").test(folder));
      return account === kind ? [{ path, region: regionCode(country) }] : [];
    });
    return workbooks.length > 0 ? [{ ...kind, workbooks }] : [];
  });
}

/**
 * The figures of a country and year: in the sheet of the year, a line with the names of the stressors, then a line for each
 * industry, its code (secAtB, or FC_HH for households) right before the figures. The land, material and water accounts state their
 * unit in the first cell. Throws ImportError.
 */
export async function environmentSheet(
  files: SourceFiles,
  account: AccountKind,
  path: string,
  region: string,
  year: number,
): Promise<AccountFigure[]> {
  const place = `${path}#${year}`;
  const lines: string[][] = [];
  for await (const text of linesOf(files.open(place))) lines.push(fieldsOf(text, "\t").map((field) => field.trim()));
  const last = lines.findIndex((fields) => fields.includes("FC_HH"));
  if (last < 0) throw new ImportError(place, undefined, texts.noHouseholdRow());
  const codes = lines[last]!.indexOf("FC_HH");
  const header = lines.findIndex((fields) => fields.slice(codes + 1).some((field) => field !== ""));
  const names = lines[header] ?? [];
  if (
    header < 0 ||
    header >= last ||
    names.slice(codes + 1).some((name) => name !== "" && Number.isFinite(Number(name)))
  )
    throw new ImportError(place, Math.max(1, header + 1), texts.noStressorHeader());
  const stated = lines.slice(0, header + 1).flatMap((fields) => fields.slice(0, codes + 1).filter(Boolean))[0] ?? "";
  const columns = names.flatMap((name, column) => {
    const found = column > codes && name !== "" ? account.stressor(name, stated) : undefined;
    return found ? [{ ...found, column }] : [];
  });
  if (columns.length === 0) throw new ImportError(place, header + 1, texts.noGasLine());
  return lines.flatMap((fields, l) => {
    const code = fields[codes] ?? "";
    if (l <= header || code === "") return [];
    return columns.map(({ stressor, unit, column }) => ({
      stressor,
      unit,
      region,
      sector: code === "FC_HH" ? undefined : code,
      value: numberIn(fields[column] ?? "", place, l + 1, column),
    }));
  });
}
