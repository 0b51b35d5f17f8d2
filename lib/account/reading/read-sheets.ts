import { Fault } from "../../message/fault.ts";
import type { Message } from "../../message/message.ts";
import type { LeftOut, ReadLine, ReadOutcome, Sheet, SheetReading } from "../line-shape.ts";
import { hasAmericanUnits } from "./american-units.ts";
import { Asker } from "./asker.ts";
import { gasWords, pivotPrefixes, pivotWords, summaryWords } from "./column-words.ts";
import { withYear, yearOfCovers } from "./cover-year.ts";
import { decimalSigns } from "./decimal-signs.ts";
import { type FoundTable, findTables, isBlank, textOf } from "./find-tables.ts";
import { formulaErrors } from "./formula-error.ts";
import { leftOutRow } from "./left-out-rows.ts";
import type { Asked } from "./read-request.ts";
import { texts } from "./reading-texts.ts";
import { repeatedSheets } from "./repeated-sheets.ts";
import { contextOf } from "./sheet-context.ts";
import { type TableColumns, tableColumns } from "./table-columns.ts";
import { TableReader } from "./table-reader.ts";

/** What was read of one sheet. */
interface SheetResult {
  readonly lines: ReadLine[];
  readonly leftOut: LeftOut[];
  readonly readings: SheetReading[];
  readonly notes: Message[];
}

/** Sheets with lines from which on a person is told to choose. */
const MANY = 5;
/** Rows above a table in which its year, unit and site are looked for. */
const TITLES = 60;

/**
 * Reads sheets into lines of amounts. Every row of a used sheet is a line or is left out with its reason; a sheet that is not used says
 * why. What cannot be known from the cells is asked, and `asked.answers` answers it. Throws a Fault for a chosen sheet that is not there.
 */
export function readSheets(sheets: readonly Sheet[], asked: Asked = {}): ReadOutcome {
  const chosen =
    asked.sheet === undefined ? null : new Set(typeof asked.sheet === "string" ? [asked.sheet] : asked.sheet);
  const missing = chosen && [...chosen].find((name) => !sheets.some((sheet) => sheet.name === name));
  if (missing)
    throw new Fault(texts.noSuchSheet({ sheet: missing, names: sheets.map(({ name }) => name).slice(0, 50) }), {
      field: "sheet",
    });
  const asker = new Asker(asked.answers ?? {});
  const heads = headsOf(asked);
  const results = new Map<Sheet, SheetResult>();
  const reasons = new Map<Sheet, Message>();
  for (const sheet of sheets) {
    const reason = chosen ? (chosen.has(sheet.name) ? null : texts.notChosen()) : reasonAgainst(sheet);
    if (reason) reasons.set(sheet, reason);
    else results.set(sheet, readSheet(sheet, asked, heads.get(sheet.name), asker));
  }
  if (!chosen) withoutSummaries(results, reasons, asker, asked);
  withYearOfCovers(sheets, results);
  return joined(sheets, results, reasons, asker);
}

function headsOf({ head }: Asked): Map<string, number> {
  if (head === undefined) return new Map();
  return Array.isArray(head) ? new Map(head.map(({ sheet, row }) => [sheet, row])) : new Map(Object.entries(head));
}

/** Why a sheet is not read unless it is chosen. */
function reasonAgainst({ rows, isHidden }: Sheet): Message | null {
  if (rows.every(isBlank)) return texts.emptySheet();
  if (isHidden) return texts.hidden();
  // The heads of a pivot stand in a row without numbers; "sum of subcategories" is a remark beside one.
  const words = rows
    .slice(0, 12)
    .filter((row) => row.every((cell) => typeof cell !== "number"))
    .flatMap((row) => row.slice(0, 12).map((cell) => textOf(cell).toLowerCase()));
  const isPivot =
    words.some((word) => pivotWords.includes(word) && word !== "values") ||
    words.some((word) => pivotPrefixes.some((prefix) => word.startsWith(prefix)));
  return isPivot ? texts.pivot() : null;
}

/** Pivots and summaries count only if nothing else does. */
function withoutSummaries(
  results: Map<Sheet, SheetResult>,
  reasons: Map<Sheet, Message>,
  asker: Asker,
  asked: Asked,
): void {
  const hasLines = [...results].some(([sheet, { lines }]) => lines.length > 0 && !isSummary(sheet.name));
  if (!hasLines && [...results.values()].every(({ lines }) => lines.length === 0)) {
    for (const [sheet] of reasons) {
      if (sheet.rows.every(isBlank)) continue;
      results.set(sheet, readSheet(sheet, asked, undefined, asker));
      reasons.delete(sheet);
    }
    return;
  }
  const repeated = repeatedSheets([...results.values()].flatMap(({ lines }) => lines));
  for (const [sheet, { lines }] of results) {
    if (!hasLines || lines.length === 0 || !(isSummary(sheet.name) || repeated.has(sheet.name))) continue;
    const answer = asker.ask(
      {
        key: `sheet:${sheet.name}`,
        question: () => texts.askSheet({ sheet: sheet.name }),
        options: [
          { value: "sums", label: texts.isTotal() },
          { value: "lines", label: texts.isLine() },
        ],
        assumed: "sums",
      },
      { sheet: sheet.name, row: sheet.first ?? 1 },
    );
    if (answer !== "sums") continue;
    results.delete(sheet);
    reasons.set(sheet, texts.summary());
  }
}

/** Gives lines without a year the one that covers and titles name. */
function withYearOfCovers(sheets: readonly Sheet[], results: Map<Sheet, SheetResult>): void {
  const used = [...results].filter(([, { lines }]) => lines.length > 0);
  if (used.every(([, { lines }]) => lines.every(({ year }) => year !== null))) return;
  const covers = sheets.filter((sheet) => !sheet.isHidden && !used.some(([each]) => each === sheet));
  const titles = used.flatMap(([, { leftOut }]) => leftOut.filter(({ kind }) => kind === "title"));
  const said = yearOfCovers(covers, titles);
  if (said === null) return;
  for (const [sheet, result] of used) results.set(sheet, { ...result, lines: withYear(result.lines, said) });
}

function isSummary(name: string): boolean {
  const plain = name.normalize("NFKC").toLowerCase().trim();
  return summaryWords.some(
    (word) =>
      plain === word || plain.split(/[\s_-]+/).includes(word) || (/\p{Script=Han}/u.test(word) && plain.includes(word)),
  );
}

function readSheet(sheet: Sheet, asked: Asked, head: number | undefined, asker: Asker): SheetResult {
  const { rows, name } = sheet;
  const first = sheet.first ?? 1;
  const result: SheetResult = { lines: [], leftOut: [], readings: [], notes: [] };
  const at = head === undefined ? undefined : Math.min(Math.max(0, head - first), rows.length - 1);
  const tables = findTables(rows, at);
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
    readTable(sheet, table, titles, asked, asker, result);
    done = table.end;
  }
  if (tables.length === 0)
    result.readings.push({
      sheet: name,
      head: null,
      columns: [],
      decimal: null,
      isUsed: false,
      reason: texts.noTable(),
      lines: 0,
    });
  if (sheet.uncomputed && sheet.uncomputed.length > 0)
    result.notes.push(texts.uncomputed({ sheet: name, count: sheet.uncomputed.length, ...sheet.uncomputed[0]! }));
  return result;
}

function readTable(
  sheet: Sheet,
  table: FoundTable,
  titles: Sheet["rows"],
  asked: Asked,
  asker: Asker,
  result: SheetResult,
): void {
  const { rows, name } = sheet;
  const first = sheet.first ?? 1;
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
  const reader = new TableReader({ ...given, columns, context, decimals, asker, isAmerican });
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
  if (isUsed) result.notes.push(...restatedNotes(name, table, columns));
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

function joined(
  sheets: readonly Sheet[],
  results: ReadonlyMap<Sheet, SheetResult>,
  reasons: ReadonlyMap<Sheet, Message>,
  asker: Asker,
): ReadOutcome {
  const lines: ReadLine[] = [];
  const leftOut: LeftOut[] = [];
  const readings: SheetReading[] = [];
  const notes: Message[] = [];
  for (const sheet of sheets) {
    const result = results.get(sheet);
    if (!result) {
      readings.push({
        sheet: sheet.name,
        head: null,
        columns: [],
        decimal: null,
        isUsed: false,
        reason: reasons.get(sheet) ?? texts.noTable(),
        lines: 0,
      });
      continue;
    }
    for (const line of result.lines) lines.push(line);
    for (const out of result.leftOut) leftOut.push(out);
    readings.push(...result.readings);
    notes.push(...result.notes);
    const unused = result.readings.flatMap(({ isUsed, columns }) =>
      isUsed ? columns.filter(({ role, head }) => role === "not used" && head !== "").map(({ head }) => head) : [],
    );
    if (unused.length > 0)
      notes.push(texts.columnsNotUsed({ sheet: sheet.name, count: unused.length, names: unused.slice(0, 20) }));
  }
  const used = new Set(readings.filter(({ isUsed }) => isUsed).map(({ sheet }) => sheet)).size;
  if (used > MANY) notes.push(texts.manySheets({ count: used }));
  return { lines, leftOut, asks: asker.asks, sheets: readings, notes };
}
