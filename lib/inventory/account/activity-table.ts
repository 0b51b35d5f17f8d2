import { isCategory } from "../../classification/categories.ts";
import { messageOf } from "../../message/fault.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { emptyCell, inRow } from "../../message/row-problem.ts";
import { parseUnit } from "../../quantity/unit.ts";
import { type NotationKey, neitherNumberNorKey, notationKeys, numberOrKey, type Problem } from "./inventory.ts";

const texts = messages("inventory", {
  inHeader: { en: "Header: {problem}", zh: "表头：{problem}" },
  noName: {
    en: "{count} {count:column has|columns have} no name, as where header cells are merged; give every column its own name in one row.",
    zh: "有 {count} 列没有名称（例如表头单元格被合并）；请在同一行中给每列各自的名称。",
  },
  noColumn: {
    en: 'there is no column "{column}" for the {field}; there are {names}.',
    zh: "没有作为 {field} 的列“{column}”；现有列：{names}。",
  },
  noYearColumn: {
    en: "no column is mapped to the year, and no column is a year such as 2022.",
    zh: "没有指定年份列，也没有以年份（如 2022）命名的列。",
  },
  none: { en: "none", zh: "无" },
  aCode: { en: "a code such as 1.A.1.a", zh: "1.A.1.a 之类的代码" },
  notCategory: {
    en: '"{category}" is no category of the IPCC 2006 Guidelines; a code such as 1.A.1.a is expected.',
    zh: "“{category}”不是《IPCC 2006 指南》的类别；应为 1.A.1.a 之类的代码。",
  },
  anActivity: { en: "a fuel, product, animal or practice", zh: "燃料、产品、牲畜或做法" },
  aUnit: { en: "a unit such as kt or TJ", zh: "kt 或 TJ 之类的单位" },
  aYear: { en: "a whole number such as 2022", zh: "整数，如 2022" },
  cellNotYear: {
    en: '"{text}" is not a year; a whole number such as 2022 is expected.',
    zh: "“{text}”不是年份；应为整数，如 2022。",
  },
  separators: {
    en: "{problem} Write it without separators of thousands, with a point before decimals.",
    zh: "{problem}请不用千位分隔符，小数点用“.”。",
  },
  negativeActivity: {
    en: "the activity is {value}; 0 or more is expected.",
    zh: "活动数据为 {value}；应不小于 0。",
  },
});

/** The meaning of a sheet's columns. Columns are mapped once and the mapping is stored in the notebook. */
export interface ColumnMapping {
  readonly category: string;
  readonly activity: string;
  /** The column of the unit, or `=kt` for one unit in all rows. */
  readonly unit: string;
  /** For one row per year; omitted if the years are columns (2019, 2020, …). */
  readonly year?: string;
  readonly value?: string;
  readonly technology?: string;
  readonly plant?: string;
  readonly note?: string;
}

/** One amount of an activity in one year, or a notation key in its place. */
export interface ActivityRecord {
  readonly row: number;
  readonly category: string;
  readonly activity: string;
  readonly year: number;
  readonly value: number | NotationKey;
  readonly unit: string;
  readonly technology: string | null;
  readonly plant: string | null;
  readonly note: string | null;
}

type Cells = Readonly<Record<string, unknown>>;

/**
 * Reads activity data from CSV, XLSX or a query. Each problem names row, column and the expected value; the other rows are
 * used. Rows are counted from 1 below the header.
 */
export function readActivity(
  rows: readonly Cells[],
  mapping: ColumnMapping,
): { records: ActivityRecord[]; problems: Problem[] } {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const problems = headerProblems(header, mapping);
  if (problems.length > 0) return { records: [], problems };
  const years = mapping.year === undefined ? header.filter((name) => /^(1[789]|2[01])\d\d$/.test(name.trim())) : [];
  const records: ActivityRecord[] = [];
  rows.forEach((cells, i) => {
    const row = i + 1;
    const report = (column: string, problem: Sentence) =>
      problems.push({ row, column, message: inRow(row, column, problem) });
    const shared = readShared(cells, mapping, report);
    if (!shared) return;
    const places =
      mapping.year === undefined
        ? years.map((column) => ({ column, year: Number(column), isWide: true }))
        : [{ column: mapping.value ?? "value", year: yearOf(cells, mapping.year, report), isWide: false }];
    for (const { column, year, isWide } of places) {
      const value =
        year === undefined ? undefined : readValue(cells[column], isWide, (problem) => report(column, problem));
      if (value !== undefined) records.push({ row, ...shared, year: year!, value });
    }
  });
  return { records, problems };
}

function headerProblems(header: readonly string[], mapping: ColumnMapping): Problem[] {
  const problems: Problem[] = [];
  const report = (column: string, problem: Message) =>
    problems.push({ row: 0, column, message: texts.inHeader({ problem }) });
  const nameless = header.filter((name) => /^(\s*|_+empty.*|unnamed.*|column\d+)$/i.test(name));
  if (nameless.length > 0) report(nameless[0]!, texts.noName({ count: nameless.length }));
  const named = (["category", "activity", "unit", "year", "value", "technology", "plant", "note"] as const).filter(
    (field) => mapping[field] !== undefined && !mapping[field]!.startsWith("="),
  );
  for (const field of named) {
    if (header.includes(mapping[field]!)) continue;
    const names = header.length > 0 ? header.map((name) => `"${name}"`) : texts.none();
    report(mapping[field]!, texts.noColumn({ column: mapping[field], field, names }));
  }
  if (mapping.year === undefined && !header.some((name) => /^(1[789]|2[01])\d\d$/.test(name.trim())))
    report("year", texts.noYearColumn());
  return problems;
}

type Shared = Pick<ActivityRecord, "category" | "activity" | "unit" | "technology" | "plant" | "note">;

function readShared(
  cells: Cells,
  mapping: ColumnMapping,
  report: (column: string, problem: Sentence) => void,
): Shared | undefined {
  const text = (column: string | undefined): string | null => {
    if (column === undefined) return null;
    if (column.startsWith("=")) return column.slice(1);
    const cell = cells[column];
    return cell === null || cell === undefined || String(cell).trim() === "" ? null : String(cell).trim();
  };
  const [category, activity, unit] = [text(mapping.category), text(mapping.activity), text(mapping.unit)];
  if (category === null || !isCategory(category)) {
    report(mapping.category, category === null ? emptyCell(texts.aCode()) : texts.notCategory({ category }));
    return undefined;
  }
  if (activity === null) {
    report(mapping.activity, emptyCell(texts.anActivity()));
    return undefined;
  }
  if (unit === null) {
    report(mapping.unit, emptyCell(texts.aUnit()));
    return undefined;
  }
  try {
    parseUnit(unit);
  } catch (error) {
    report(mapping.unit, messageOf(error));
    return undefined;
  }
  return {
    category,
    activity,
    unit,
    technology: text(mapping.technology),
    plant: text(mapping.plant),
    note: text(mapping.note),
  };
}

function yearOf(cells: Cells, column: string, report: (column: string, problem: Sentence) => void): number | undefined {
  const year = Number(cells[column]);
  if (Number.isInteger(year) && year >= 1700 && year <= 2200) return year;
  const isEmpty = cells[column] === null || cells[column] === undefined || cells[column] === "";
  report(column, isEmpty ? emptyCell(texts.aYear()) : texts.cellNotYear({ text: String(cells[column]) }));
  return undefined;
}

/** In a wide sheet an empty cell is a missing year, which the inventory's total reports; in a long one it is a problem. */
function readValue(
  cell: unknown,
  isWide: boolean,
  report: (problem: Sentence) => void,
): number | NotationKey | undefined {
  const text = cell === null || cell === undefined ? "" : String(cell).trim();
  if (text === "") {
    if (!isWide) report(emptyCell(numberOrKey()));
    return undefined;
  }
  const key = notationKeys.find((candidate) => candidate === text.toUpperCase());
  if (key) return key;
  const value = Number(text);
  if (!Number.isFinite(value)) {
    const problem = neitherNumberNorKey(text);
    report(/^[\d.,\s']+$/.test(text) ? texts.separators({ problem }) : problem);
    return undefined;
  }
  if (value < 0) {
    report(texts.negativeActivity({ value }));
    return undefined;
  }
  return value;
}
