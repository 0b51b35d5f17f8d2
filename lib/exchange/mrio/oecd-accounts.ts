import { messages } from "../../message/message.ts";
import { type AccountFigure, layAccount } from "./emission-account.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { fieldsOf, linesOf, numberIn, separatorOf } from "./lines.ts";
import { fileName, type ImportOptions, type SourceFiles } from "./source-files.ts";
import { satellite, type TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  noProductionFigures: {
    en: "figures of a measure PROD_… for {year} were expected, but there are none.",
    zh: "应有 {year} 年指标 PROD_… 的数据，但一个也没有。",
  },
});

/** OECD's emissions by industry for the ICIO: TECO2 (IO_GHG_2021) and its successor, the Greenhouse Gas Footprints. */
export function oecdFiles(files: SourceFiles): string[] {
  return files.paths.filter((path) => /(ICIO_GHG|IO_GHG|TECO2|PROD_(CO2|GHG))[^/]*\.csv$/i.test(fileName(path)));
}

/**
 * Reads production-based emissions by industry in the long form of OECD's statistics: SDMX-CSV (REF_AREA, ACTIVITY, MEASURE,
 * UNIT_MEASURE, UNIT_MULT, TIME_PERIOD, OBS_VALUE) or the older export (VAR, COU, IND, Unit, PowerCode Code, Time, Value).
 * Only measures that begin with PROD_ are used: emissions by place of origin. Households (HFCE, HH) go to HFCE.
 * Throws ImportError.
 */
export async function readOecd(
  files: SourceFiles,
  year: number,
  draft: TableDraft,
  options: ImportOptions,
): Promise<void> {
  for (const path of oecdFiles(files)) {
    options.step?.(path);
    const figures = await oecdFigures(files, path, year, options);
    if (figures.length === 0) throw new ImportError(path, undefined, texts.noProductionFigures({ year }));
    const sectors = (code: string) => [code, code.replace(/^D(?=\d)/, "")];
    layAccount(draft, figures, { name: fileName(path), account: satellite, sectors, households: "HFCE" }, options);
  }
}

/** The figures of a year. */
export async function oecdFigures(
  files: SourceFiles,
  path: string,
  year: number,
  options: ImportOptions,
): Promise<AccountFigure[]> {
  const figures: AccountFigure[] = [];
  let line = 0;
  let separator = ",";
  let columns: OecdColumns | undefined;
  for await (const text of linesOf(files.open(path))) {
    line++;
    if (text.trim() === "") continue;
    if (!columns) {
      separator = separatorOf(text);
      columns = columnsOf(fieldsOf(text, separator), path);
      continue;
    }
    const fields = fieldsOf(text, separator);
    if (fields.length < columns.width)
      throw new ImportError(path, line, layoutFaults.missingFields({ wanted: columns.width, found: fields.length }));
    const field = (at: number) => (fields[at] ?? "").trim();
    const measure = field(columns.measure);
    if (line % 4096 === 0) await options.pause?.();
    if (field(columns.time) !== String(year) || !/^PROD_/.test(measure)) continue;
    const partner = field(columns.partner);
    if (partner !== "" && !/^(_Z|W|WLD)$/.test(partner)) continue;
    const code = field(columns.industry);
    const multiple = Number(field(columns.power) || 0);
    figures.push({
      stressor: measure,
      unit: `${multiple === 0 ? "" : `10^${multiple} `}${field(columns.unit)}`,
      region: field(columns.region),
      sector: /^(HFCE|HH|_HH|FD_HH)$/.test(code) ? undefined : code,
      value: numberIn(fields[columns.value]!, path, line, columns.value),
    });
  }
  return figures;
}

function columnsOf(header: readonly string[], path: string) {
  const names = header.map((name) => name.trim());
  const find = (...known: string[]) => names.findIndex((name) => known.includes(name));
  const need = (...known: string[]) => {
    const found = find(...known);
    if (found < 0) throw new ImportError(path, 1, layoutFaults.noColumn({ column: known.join(" or ") }));
    return found;
  };
  const columns = {
    region: need("REF_AREA", "COU"),
    industry: need("ACTIVITY", "IND"),
    measure: need("MEASURE", "VAR"),
    time: need("TIME_PERIOD", "Time", "TIME"),
    value: need("OBS_VALUE", "Value"),
    unit: find("UNIT_MEASURE", "Unit Code", "Unit"),
    power: find("UNIT_MULT", "PowerCode Code"),
    partner: find("COUNTERPART_AREA", "PAR"),
  };
  return {
    ...columns,
    width: Math.max(columns.region, columns.industry, columns.measure, columns.time, columns.value) + 1,
  };
}

type OecdColumns = ReturnType<typeof columnsOf>;
