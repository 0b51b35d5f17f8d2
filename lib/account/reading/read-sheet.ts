import { MOST_SHEET_COLUMNS } from "../../files/table/limits.ts";
import type { Message } from "../../message/message.ts";
import type { LeftOut, ReadLine, Sheet, SheetReading } from "../line-shape.ts";
import { hasAmericanUnits } from "./american-units.ts";
import type { Asker } from "./asker.ts";
import { gasWords } from "./column-words.ts";
import { decimalSigns } from "./decimal-signs.ts";
import { type FoundTable, findTables, isBlank, textOf } from "./find-tables.ts";
import { formulaErrors } from "./formula-error.ts";
import { headlessColumns } from "./headless-columns.ts";
import { leftOutRow } from "./left-out-rows.ts";
import { hasPivotWords } from "./pivot-sheet.ts";
import type { Asking } from "./read-request.ts";
import { texts } from "./reading-texts.ts";
import { sheetBlocks } from "./sheet-blocks.ts";
import { contextOf } from "./sheet-context.ts";
import { spannedTable, titleTexts } from "./span-columns.ts";
import { type TableColumns, tableColumns, widthOf } from "./table-columns.ts";
import { TableReader } from "./table-reader.ts";

/** What was read of one sheet. */
export interface SheetResult {
  readonly lines: ReadLine[];
  readonly leftOut: LeftOut[];
  readonly readings: SheetReading[];
  readonly notes: Message[];
}

/** Rows above a table in which its year, unit and site are looked for. */
const TITLES = 60;

/** Reads a sheet. @param head the row of its head, where a person has said it */
export function readSheet(sheet: Sheet, asked: Asking, head: number | undefined, asker: Asker): SheetResult {
  const { rows } = sheet;
  const result: SheetResult = { lines: [], leftOut: [], readings: [], notes: [] };
  const first = sheet.first ?? 1;
  const at = head === undefined ? undefined : Math.min(Math.max(0, head - first), rows.length - 1);
  const blocks = at === undefined ? sheetBlocks(rows) : [rows];
  if (blocks.length === 1) readBlock(sheet, rows, findTables(rows, at), asked, asker, result);
  else readSideBySide(sheet, blocks, asked, asker, result);
  if (sheet.uncomputed && sheet.uncomputed.length > 0)
    result.notes.push(texts.uncomputed({ sheet: sheet.name, count: sheet.uncomputed.length, ...sheet.uncomputed[0]! }));
  if (sheet.calculated && sheet.calculated.length > 0)
    result.notes.push(texts.calculated({ sheet: sheet.name, ...sheet.calculated[0]! }));
  return result;
}

/** Reads tables that stand side by side. A row that is empty in one of them and not in the sheet is said by the others. */
function readSideBySide(
  sheet: Sheet,
  blocks: readonly Sheet["rows"][],
  asked: Asking,
  asker: Asker,
  result: SheetResult,
): void {
  const first = sheet.first ?? 1;
  const found = blocks.map((rows) => ({ rows, tables: findTables(rows), isPivot: hasPivotWords(rows) }));
  const rowsEnd = sheet.rows.length;
  // Titles of all stand above the first of them.
  const top = Math.min(...found.map(({ tables }) => tables[0]?.first ?? rowsEnd));
  for (const [i, { rows, tables, isPivot }] of found.entries()) {
    const own: SheetResult = { lines: result.lines, leftOut: [], readings: result.readings, notes: result.notes };
    if (isPivot) leaveOutPivot(sheet, rows, own);
    else readBlock(sheet, [...sheet.rows.slice(0, top), ...rows.slice(top)], tables, asked, asker, own);
    for (const out of own.leftOut) {
      const r = out.row - first;
      const isSaid = r < top ? i > 0 : isBlank(rows[r]!) && (i > 0 || !isBlank(sheet.rows[r]!));
      if (out.column !== null || !isSaid) result.leftOut.push(out);
    }
  }
}

/** A pivot beside the rows that it sums. */
function leaveOutPivot({ name, first = 1 }: Sheet, rows: Sheet["rows"], result: SheetResult): void {
  for (const [r, row] of rows.entries())
    if (!isBlank(row))
      result.leftOut.push(leftOutRow({ sheet: name, row: first + r }, row, "note", texts.pivotBeside()));
  result.readings.push({ ...noReading(name), reason: texts.pivotBeside() });
}

/** Reads the tables that stand one below the other. */
function readBlock(
  sheet: Sheet,
  rows: Sheet["rows"],
  tables: readonly FoundTable[],
  asked: Asking,
  asker: Asker,
  result: SheetResult,
): void {
  const { name } = sheet;
  const first = sheet.first ?? 1;
  let done = 0;
  for (const table of tables) {
    const above = rows.slice(done, table.first);
    const titles = [
      ...(done > 0 ? rows.slice(0, Math.min(tables[0]!.first, TITLES)) : []),
      ...rows.slice(Math.max(done, table.first - TITLES), table.first),
    ];
    above.forEach((row, i) => {
      const kind = isBlank(row) ? "empty" : "title";
      result.leftOut.push(
        leftOutRow({ sheet: name, row: first + done + i }, row, kind, kind === "empty" ? texts.empty() : texts.above()),
      );
    });
    readTable({ ...sheet, rows }, table, titles, asked, asker, result);
    done = table.end;
  }
  if (tables.length === 0) result.readings.push({ ...noReading(name), reason: texts.noTable() });
}

function readTable(
  sheet: Sheet,
  found: FoundTable,
  titles: Sheet["rows"],
  asked: Asking,
  asker: Asker,
  result: SheetResult,
): void {
  const { rows, name } = sheet;
  const first = sheet.first ?? 1;
  const names = [name, ...titleTexts(titles)];
  const { table, notes: ofSpans } = spannedTable(rows, found, { sheet: name, first, names, asker });
  const columns = tableColumns(rows, table, titles);
  const amounts = [...columns.measures, ...(columns.money ? [columns.money] : [])].flatMap((measure) =>
    measure.total === null ? measure.columns : [...measure.columns, measure.total],
  );
  const others = [columns.at.distance, columns.at["mass each"], columns.at.count].filter((c) => c !== undefined);
  const given = { sheet: name, first, rows, table };
  const decimals = decimalSigns(given, [...new Set([...amounts, ...others])], asked.decimal, asker);
  const context = contextOf(titles, [name, asked.file ?? ""], asked.year ?? null);
  const isAmerican = hasAmericanUnits(rows.slice(table.body, table.end), columns);
  const isLookup = isFactorList(columns, table);
  const reader = new TableReader({
    ...given,
    columns,
    context,
    decimals,
    asker,
    isAmerican,
    count: asked.count,
    limit: asked.limit,
  });
  if (!isLookup) {
    reader.read();
    noteGross(reader, titles);
    for (const line of reader.lines) result.lines.push(line);
    for (const out of reader.leftOut) result.leftOut.push(out);
  } else if (titles.length > 0 || table.end < rows.length)
    // Beside other tables its rows are accounted for one by one.
    for (let r = table.first; r < table.end; r++)
      result.leftOut.push(leftOutRow({ sheet: name, row: first + r }, rows[r]!, "note", texts.lookup()));
  const isUsed = reader.lines.length > 0;
  if (isUsed)
    result.notes.push(
      ...ofSpans,
      ...restatedNotes(name, table, columns),
      ...rowSumNotes(name, first, table, columns),
      ...taxNotes(name, table, columns),
    );
  const headless = isUsed ? headlessColumns(rows, table, columns) : [];
  if (headless.length > 0)
    result.notes.push(texts.withoutHead({ sheet: name, count: headless.length, column: headless[0]! + 1 }));
  const width = widthOf(rows, table);
  if (isUsed && width > MOST_SHEET_COLUMNS)
    result.notes.push(texts.tooWide({ sheet: name, columns: width, most: MOST_SHEET_COLUMNS }));
  const errors = isLookup ? null : formulaErrors(rows, table);
  if (errors) result.notes.push(texts.formulaErrors({ ...errors, sheet: name, row: first + errors.row }));
  if (table.heads.length === 0 && isUsed) result.notes.push(texts.noHead({ sheet: name }));
  result.readings.push(
    readingOf(
      name,
      first,
      table,
      columns,
      decimals,
      reader.lines.length,
      isUsed ? null : isLookup ? texts.lookup() : whyNone(table),
    ),
  );
}

/** Why a table has no lines: its only numbers may say how large things are, as the charges of coolers do. */
function whyNone({ heads }: FoundTable): Message {
  const sizes = heads.filter(({ role }) => role === "size").map(({ text }) => text);
  return sizes.length > 0 ? texts.sizesOnly({ columns: sizes }) : texts.noTable();
}

function restatedNotes(sheet: string, { heads }: FoundTable, { restated }: TableColumns): Message[] {
  return restated.map(({ column, of }) => {
    const said = { sheet, column: heads[column]?.text ?? "" };
    return of === null ? texts.restatedSum(said) : texts.restated({ ...said, other: heads[of]?.text ?? "" });
  });
}

/** A column that is the sum of the others but in some rows. */
function rowSumNotes(sheet: string, first: number, { heads }: FoundTable, { rowSum }: TableColumns): Message[] {
  if (rowSum === null || rowSum.differ.length === 0) return [];
  const column = heads[rowSum.column]?.text ?? "";
  return [texts.rowSums({ sheet, column, count: rowSum.differ.length, row: first + rowSum.differ[0]! })];
}

function taxNotes(sheet: string, { heads }: FoundTable, { taxes }: TableColumns): Message[] {
  if (taxes === null) return [];
  const nameOf = (c: number) => heads[c]?.text ?? "";
  return [texts.taxes({ sheet, column: nameOf(taxes.net), names: taxes.others.map(nameOf) })];
}

/** Notes on gas in units of energy what titles and notes of the table say of its calorific value. */
function noteGross({ lines, leftOut }: TableReader, titles: Sheet["rows"]): void {
  const notes = leftOut.filter(({ kind }) => kind === "note" || kind === "title").map(({ text }) => text);
  const said = [...titles.map((row) => row.map(textOf).join(" ")), ...notes].find((text) => saysGross(text));
  if (said === undefined) return;
  for (const [at, line] of lines.entries()) {
    const { name, unit, notes } = line;
    if (!energyUnits.test(unit) || !gasWords.some((word) => name.toLowerCase().includes(word))) continue;
    if (line.basis === undefined) lines[at] = { ...line, basis: "GCV" };
    (notes as Message[]).push(texts.grossSaid({ text: said.trim().slice(0, 120) }));
  }
}

const energyUnits = /^(?:[kMG]?Wh|[kMGT]J|MMBtu|therm)$/;

function saysGross(text: string): boolean {
  return /gross c(?:alorific|v)|higher heating value|\bHHV\b|\bbrennwert|calorifique sup[ée]rieur|高位(?:发热量|热值)/i.test(
    text.slice(0, 500),
  );
}

/** A list of factors or prices has no amounts beside them. */
function isFactorList({ measures, money }: TableColumns, { heads }: FoundTable): boolean {
  return (
    measures.length === 0 && money === null && heads.some(({ role }) => role === "factor" || role === "unit price")
  );
}

function readingOf(
  sheet: string,
  first: number,
  table: FoundTable,
  columns: TableColumns,
  decimals: ReadonlyMap<number, "." | ",">,
  lines: number,
  reason: Message | null,
): SheetReading {
  const hasHead = table.body > table.first;
  return {
    sheet,
    head: hasHead ? { first: first + table.first, last: first + table.body - 1 } : null,
    columns: columns.roles.map((role, c) => ({
      head: table.heads[c]?.text ?? "",
      role: role ?? "not used",
      unit: table.heads[c]?.unit?.unit ?? null,
    })),
    decimal: [...decimals.values()][0] ?? null,
    isUsed: lines > 0,
    reason,
    lines,
  };
}

/** A sheet of which nothing is read. */
export function noReading(sheet: string) {
  return { sheet, head: null, columns: [], decimal: null, isUsed: false, lines: 0 };
}
