import { isCategory } from "../../classification/categories.ts";
import type { ColumnMapping } from "../../inventory/account/activity-table.ts";
import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import type { LeftOut, ReadLine, ReadOutcome, Sheet, SheetReading } from "../line-shape.ts";

const texts = messages("account.activitySheet", {
  noRows: {
    en: "{name} has no rows; expected a header and at least one row below it.",
    zh: "{name} 没有数据行：应有表头，且其下至少有一行。",
  },
  emptyHead: {
    en: "{name}, row {row}, column {column}: a head was expected above its values, but it is empty. Are cells of the head merged?",
    zh: "{name} 第 {row} 行第 {column} 列：数值上方应有列名，实际为空。表头单元格是否合并了？",
  },
  repeatedHead: {
    en: '{name}, row {row}: the head "{head}" stands there twice; each column needs its own.',
    zh: "{name} 第 {row} 行：列名“{head}”出现了两次；每列须有自己的名称。",
  },
  leftOut: {
    en: "{count} {count:row that is|rows that are} a sum, a title or a note {count:was|were} left out: {rows:and}.",
    zh: "{count} 行为合计、标题或注释，未采用：{rows:and}。",
  },
  notRead: {
    en: "{count} {count:row was|rows were} not read as an amount: {rows:and}.",
    zh: "{count} 行未能读成数量：{rows:and}。",
  },
  assumed: { en: "{question} Assumed: {answer}.", zh: "{question}暂按：{answer}。" },
  notUsed: {
    en: "Sheet “{sheet}”: no amount was read. {reason} Choose below what each column contains, or take another file.",
    zh: "工作表“{sheet}”：未读取到数量。{reason}请在下方选择各列的含义，或改用其他文件。",
  },
  rowOf: { en: "{sheet} row {row}", zh: "{sheet} 第 {row} 行" },
});

/** A row by the heads of its columns; all cells are texts. */
export type ActivityRow = Readonly<Record<string, string>>;

/** Rows that `inventory.compile` takes. */
export interface ActivityRows {
  readonly rows: readonly ActivityRow[];
  /** What is known of the columns by how the sheets were read; a person may map others. */
  readonly columns: Partial<ColumnMapping>;
  readonly notes: readonly Message[];
}

/** What of an outcome of `account.read` is needed. */
export type ReadRows = Pick<ReadOutcome, "lines" | "leftOut" | "asks" | "sheets" | "notes">;
type Row = Sheet["rows"][number];

/** Questions, and sheets, that are said at most. */
const MOST_ASKS = 12;
/** What counts as no row of activity data. */
const apart: ReadonlySet<LeftOut["kind"]> = new Set(["title", "note", "total", "empty", "repeated"]);
const YEAR = /^(1[789]|2[01])\d\d$/;
/** Roles by which an amount is more than the number of its cell. */
const derived: ReadonlySet<string> = new Set(["count", "mass each", "total mass"]);

/**
 * Activity data from sheets and from what `account.read` says of them. A table whose columns are those of activity data keeps its columns
 * and heads, and its amounts are written as plain numbers; any other that has lines becomes one row for each, with the columns category,
 * activity, unit, year, value and plant. Throws a Fault that names the place where neither is possible.
 */
export function activityRows(file: string, sheets: readonly Sheet[], outcome: ReadRows): ActivityRows {
  const found = rowsOf(file, sheets, outcome);
  return { ...found, notes: [...found.notes, ...notesOfReading(outcome)] };
}

/** What the reading says of the file: what was assumed, and why there is no amount. Columns that it did not use are in the rows. */
function notesOfReading({ lines, asks, sheets, notes }: ReadRows): Message[] {
  const answers = asks.slice(0, MOST_ASKS).map(({ question, options, assumed }) => {
    const answer = options.find(({ value }) => value === assumed)?.label;
    return answer === undefined ? question : texts.assumed({ question, answer });
  });
  const reasons = lines.length > 0 ? [] : sheets.flatMap(({ sheet, reason }) => (reason ? [{ sheet, reason }] : []));
  return [
    ...(notes as readonly Message[]).filter(({ code }) => code !== "account.read.columnsNotUsed"),
    ...(answers as readonly Message[]),
    ...reasons.slice(0, MOST_ASKS).map(({ sheet, reason }) => texts.notUsed({ sheet, reason: reason as Message })),
  ];
}

function rowsOf(file: string, sheets: readonly Sheet[], outcome: ReadRows): ActivityRows {
  const used = outcome.sheets.filter(({ isUsed }) => isUsed);
  const [reading] = used;
  const table = used.length > 1 || (reading && !isPlain(reading)) ? null : tableOf(file, sheets, reading, outcome);
  if (table && !("problem" in table)) return table;
  if (outcome.lines.length > 0 && outcome.lines.every(({ name }) => name.trim() !== ""))
    return fromLines(sheets, outcome);
  const { problem } = table ?? tableOf(file, sheets, undefined, outcome, true);
  throw new Fault(problem);
}

/** Whether each amount stands in a column of its own kind, or under its year. */
function isPlain({ head, columns }: SheetReading): boolean {
  if (head === null || columns.some(({ role }) => derived.has(role))) return false;
  const wide = columns.filter(({ role }) => role === "wide amount");
  if (wide.some((column) => !YEAR.test(column.head.trim()))) return false;
  return columns.filter(({ role }) => role === "amount").length <= 1;
}

type Problem = { readonly problem: Message };

function tableOf(
  file: string,
  sheets: readonly Sheet[],
  reading: undefined,
  outcome: ReadRows,
  asProblem: true,
): Problem;
function tableOf(
  file: string,
  sheets: readonly Sheet[],
  reading: SheetReading | undefined,
  outcome: ReadRows,
): ActivityRows | Problem;
function tableOf(
  file: string,
  sheets: readonly Sheet[],
  reading: SheetReading | undefined,
  outcome: ReadRows,
  asProblem = false,
): ActivityRows | Problem {
  const sheet = sheets.find(({ name, rows }) => (reading ? name === reading.sheet : rows.some(isFilled)));
  const first = sheet?.first ?? 1;
  const at = !sheet ? -1 : reading?.head ? reading.head.last - first : sheet.rows.findIndex(isFilled);
  if (!sheet || at < 0) return { problem: texts.noRows({ name: file }) };
  const joins = reading?.head && reading.head.first < reading.head.last;
  const heads = joins ? reading.columns.map(({ head }) => head.trim()) : sheet.rows[at]!.map(textOf);
  const below = sheet.rows.slice(at + 1);
  const row = first + at;
  const empty = heads.findIndex((head, i) => head === "" && below.some((cells) => textOf(cells[i]) !== ""));
  if (empty >= 0) return { problem: texts.emptyHead({ name: file, row, column: empty + 1 }) };
  const twice = heads.find((head, i) => head !== "" && heads.indexOf(head) !== i);
  if (twice !== undefined) return { problem: texts.repeatedHead({ name: file, row, head: twice }) };
  const found = asProblem ? null : tableRows(sheet, heads, row + 1, reading, outcome);
  return found && found.rows.length > 0 ? found : { problem: texts.noRows({ name: file }) };
}

function tableRows(
  sheet: Sheet,
  heads: readonly string[],
  from: number,
  reading: SheetReading | undefined,
  { lines, leftOut }: ReadRows,
): ActivityRows {
  const left = leftOut.filter(({ sheet: of, row, kind }) => of === sheet.name && apart.has(kind) && row >= from);
  const without = new Set(left.filter(({ column }) => column === null).map(({ row }) => row));
  const amounts = new Map<number, ReadLine[]>();
  for (const line of lines) amounts.set(line.row, [...(amounts.get(line.row) ?? []), line]);
  const first = sheet.first ?? 1;
  const columns = reading?.columns ?? [];
  const ofAmount = columns.findIndex(({ role }) => role === "amount");
  const ofUnit = columns.findIndex(({ role }) => role === "unit");
  const states = ofUnit < 0 && lines.some(({ unit }) => unit !== "");
  const unitHead = heads.includes("unit") ? "unit (2)" : "unit";
  const rows = sheet.rows.flatMap((cells, r): ActivityRow[] => {
    const row = first + r;
    if (row < from || without.has(row) || !isFilled(cells)) return [];
    const written = new Map(heads.map((head, i) => [head, textOf(cells[i])]));
    for (const { column, amount, unit } of amounts.get(row) ?? []) {
      const head = column ?? heads[ofAmount];
      if (head !== undefined && written.has(head)) written.set(head, plainNumber(written.get(head)!, amount));
      if (unit !== "" && ofUnit >= 0) written.set(heads[ofUnit]!, unit);
      else if (states) written.set(unitHead, unit);
    }
    written.delete("");
    return [Object.fromEntries(written)];
  });
  const isCoded = lines.some(({ code }) => code !== null && isCategory(code));
  const known = { ...columnsByRole(heads, columns, isCoded), ...(states ? { unit: unitHead } : {}) };
  return { rows, columns: known, notes: notesOn(left, []) };
}

function columnsByRole(heads: readonly string[], columns: SheetReading["columns"], isCoded: boolean) {
  const headOf = (of: string) => heads[columns.findIndex(({ role }) => role === of)];
  const found: Record<string, string | undefined> = {
    category: isCoded ? headOf("code") : undefined,
    activity: headOf("name"),
    unit: headOf("unit"),
    year: headOf("year"),
    value: YEAR.test(headOf("amount") ?? "") ? undefined : headOf("amount"),
    plant: headOf("site"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, head]) => head)) as Partial<ColumnMapping>;
}

function fromLines(sheets: readonly Sheet[], { lines, leftOut, sheets: readings }: ReadRows): ActivityRows {
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const isCoded = lines.some(({ code }) => code !== null && isCategory(code));
  const hasSites = lines.some(({ site }) => site !== null);
  const rows = lines.map((line): ActivityRow => {
    const sheet = bySheet.get(line.sheet);
    const cells = sheet?.rows[line.row - (sheet.first ?? 1)] ?? [];
    const above = readings.filter(
      ({ sheet: of, isUsed, head }) => of === line.sheet && isUsed && (head?.last ?? 0) < line.row,
    );
    // Of tables side by side, the one that names the line.
    const reading = above.findLast(({ columns }) => isNamedIn(columns, cells, line.name)) ?? above.at(-1);
    const others = (reading?.columns ?? []).flatMap(({ head, role }, i): [string, string][] =>
      head === "" || role === "wide amount" || role === "amount" ? [] : [[head, textOf(cells[i])]],
    );
    const { name, amount, unit, year, site, code } = line;
    const own: [string, string][] = [
      ["activity", name],
      ["unit", unit],
      ["year", year === null ? "" : String(year)],
      ["value", String(amount)],
    ];
    if (isCoded) own.push(["category", code !== null && isCategory(code) ? code : ""]);
    if (hasSites) own.push(["plant", site ?? ""]);
    return Object.fromEntries([...others, ...own]);
  });
  const columns: Partial<ColumnMapping> = {
    ...(isCoded ? { category: "category" } : {}),
    activity: "activity",
    unit: "unit",
    year: "year",
    value: "value",
    ...(hasSites ? { plant: "plant" } : {}),
  };
  const left = leftOut.filter(({ kind }) => apart.has(kind));
  return {
    rows,
    columns,
    notes: notesOn(
      left,
      leftOut.filter(({ kind }) => kind === "unreadable"),
    ),
  };
}

function isNamedIn(columns: SheetReading["columns"], cells: Row, name: string): boolean {
  return columns.some(({ role }, i) => role === "name" && textOf(cells[i]) === name);
}

/** Rows that a person would look for: empty ones are none. */
function notesOn(left: readonly LeftOut[], unread: readonly LeftOut[]): Message[] {
  const named = (of: readonly LeftOut[]) => of.slice(0, 12).map(({ sheet, row }) => texts.rowOf({ sheet, row }));
  const said = left.filter(({ kind }) => kind !== "empty");
  return [
    ...(said.length > 0 ? [texts.leftOut({ count: said.length, rows: named(said) })] : []),
    ...(unread.length > 0 ? [texts.notRead({ count: unread.length, rows: named(unread) })] : []),
  ];
}

/** As it is written, if that is the number already. */
const plainNumber = (text: string, amount: number) => (Number(text) === amount ? text : String(amount));
const textOf = (cell: Row[number] | undefined) => (cell === null || cell === undefined ? "" : String(cell).trim());
const isFilled = (cells: Row) => cells.some((cell) => textOf(cell) !== "");
