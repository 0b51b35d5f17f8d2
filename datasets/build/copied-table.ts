import { type Column, float64, int16, int32, label, text } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { type Description, must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figure, Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";

type Storage = "label" | "text" | "float64" | "int16" | "int32";

/** A column of a publisher's table that ships under the same name. */
interface CopiedColumn {
  readonly type: Storage;
  readonly unit?: string;
  readonly description: string;
  /** Its name in the source, if it ships under another one (a word of SQL, for example). */
  readonly from?: string;
  /** What is cut from its texts: remarks of the compiler that mean nothing to a reader. */
  readonly without?: RegExp;
}

/** A table that ships as its publisher gives it, ordered so that it compresses well. */
interface CopiedTable extends Omit<Description, "years" | "title" | "title_zh"> {
  /** The table of figures. */
  readonly of: string;
  /** `{years}` stands for the first and the last year of the table. */
  readonly title: string;
  readonly title_zh: string;
  readonly columns: Readonly<Record<string, CopiedColumn>>;
  /** Rows that ship; by default all. */
  readonly where?: (figure: Figure) => (row: number) => boolean;
  /** Null if no column has the year. */
  readonly years?: null;
  /** Texts that stand for a missing one in the source. */
  readonly missing?: readonly string[];
}

/** Codes that are not of the country table: former states whose rows stand beside their successors'. */
const formerCodes = new Set(["SCG", "ANT", "SUN", "YUG", "CSK"]);

export async function copiedTable(figures: Figures, countries: CountryKey, copied: CopiedTable): Promise<TableDataset> {
  const { of, columns, where, title, title_zh, years: noYears, missing = [], ...description } = copied;
  const figure = await figures.read(of);
  const ships = where?.(figure) ?? (() => true);
  const rows = Array.from({ length: figure.rows }, (_, row) => row).filter(ships);
  if ("iso3" in columns)
    for (const [row, code] of figure.maybeTexts("iso3").entries())
      must(
        code === null || countries.has(code) || formerCodes.has(code),
        () => `${figure.entry.file}, row ${row}: ${code} is not in the country table.`,
      );
  const years = noYears === null ? null : rangeOf(figure.numbers("year"), rows);
  const span = (dash: string) => (years ? [...new Set(years)].join(dash) : "");
  return table(
    {
      ...description,
      title: title.replace("{years}", span("–")),
      title_zh: title_zh.replace("{years}", span("—")),
      years,
    },
    originOf(figure.entry),
    Object.entries(columns).map(([name, column]) => copiedColumn(figure, name, column, rows, missing)),
    compressed,
  );
}

function rangeOf(years: readonly number[], rows: readonly number[]): [number, number] {
  return rows.reduce<[number, number]>(
    ([first, last], row) => [Math.min(first, years[row]!), Math.max(last, years[row]!)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function copiedColumn(
  figure: Figure,
  name: string,
  column: CopiedColumn,
  rows: readonly number[],
  missing: readonly string[],
): Column {
  const { type, unit = "none", description, from = name, without } = column;
  if (type === "label" || type === "text") {
    const texts = figure.maybeTexts(from);
    const read = (each: string | null) => (without && each !== null ? each.replace(without, "") : each);
    const kept = rows.map((row) => texts[row]!).map((each) => (missing.includes(each) ? null : read(each)));
    return { label, text }[type](name, kept, description);
  }
  const numbers = figure.maybeNumbers(from);
  const values = rows.map((row) => numbers[row]!);
  return { float64, int16, int32 }[type](name, values, unit, description);
}

/** Columns that many tables have. */
export const common = {
  iso3: { type: "label", description: "ISO 3166 alpha-3; null for groups, the world and former states" },
  area: { type: "label", description: "Name in the source" },
  area_type: { type: "label", description: "country, world, group, former or other: filter before summing" },
  year: { type: "int16", description: "Year" },
} as const satisfies Readonly<Record<string, CopiedColumn>>;
