import { guessNote } from "../../files/container/text-encoding.ts";
import { Fault } from "../../message/fault.ts";
import type { Message } from "../../message/message.ts";
import { LineCount, type Tell } from "../line-count.ts";
import type { LeftOut, ReadLine, ReadOutcome, Sheet, SheetReading } from "../line-shape.ts";
import { Asker } from "./asker.ts";
import { summaryWords } from "./column-words.ts";
import { withYear, yearOfCovers } from "./cover-year.ts";
import { isBlank } from "./find-tables.ts";
import { LineLimit } from "./line-limit.ts";
import { hasPivotWords } from "./pivot-sheet.ts";
import type { Asked, Asking } from "./read-request.ts";
import { noReading, readSheet, type SheetResult } from "./read-sheet.ts";
import { texts } from "./reading-texts.ts";
import { repeatedSheets } from "./repeated-sheets.ts";
import { sheetBlocks } from "./sheet-blocks.ts";

/** Sheets with lines from which on a person is told to choose. */
const MANY = 5;

/** What counts while sheets are read. */
interface Counting {
  readonly tell?: Tell | undefined;
  /** That of the file, or of several files of one account. */
  readonly limit?: LineLimit;
}

/**
 * Reads sheets into lines of amounts. Every row of a used sheet is a line or is left out with its reason; a sheet that is not used says
 * why. What cannot be known from the cells is asked, and `asked.answers` answers it. Throws a Fault for a chosen sheet that is not there, and
 * for more lines than an account takes.
 */
export function readSheets(
  sheets: readonly Sheet[],
  asked: Asked = {},
  { tell, limit = new LineLimit() }: Counting = {},
): ReadOutcome {
  const chosen =
    asked.sheet === undefined ? null : new Set(typeof asked.sheet === "string" ? [asked.sheet] : asked.sheet);
  const missing = chosen && [...chosen].find((name) => !sheets.some((sheet) => sheet.name === name));
  if (missing)
    throw new Fault(texts.noSuchSheet({ sheet: missing, names: sheets.map(({ name }) => name).slice(0, 50) }), {
      field: "sheet",
    });
  const rows = sheets.reduce(
    (sum, { name, rows: { length } }) => (chosen?.has(name) === false ? sum : sum + length),
    0,
  );
  const asking = { ...asked, count: new LineCount("read", rows, tell), limit };
  const asker = new Asker(asked.answers ?? {});
  const heads = headsOf(asked);
  const results = new Map<Sheet, SheetResult>();
  const reasons = new Map<Sheet, Message>();
  for (const sheet of sheets) {
    const reason = chosen ? (chosen.has(sheet.name) ? null : texts.notChosen()) : reasonAgainst(sheet);
    if (reason) reasons.set(sheet, reason);
    else results.set(sheet, readSheet(sheet, asking, heads.get(sheet.name), asker));
  }
  if (!chosen) withoutSummaries(results, reasons, asker, asking);
  withYearOfCovers(sheets, results);
  return joined(sheets, results, reasons, asker);
}

function headsOf({ head }: Asked): Map<string, number> {
  if (head === undefined) return new Map();
  return Array.isArray(head) ? new Map(head.map(({ sheet, row }) => [sheet, row])) : new Map(Object.entries(head));
}

/** Why a sheet is not read unless it is chosen. */
function reasonAgainst({ rows, isHidden, isPivot }: Sheet): Message | null {
  if (rows.every(isBlank)) return texts.emptySheet();
  if (isHidden) return texts.hidden();
  if (isPivot || (sheetBlocks(rows).length === 1 && hasPivotWords(rows))) return texts.pivot();
  return null;
}

/** Pivots and summaries count only if nothing else does. */
function withoutSummaries(
  results: Map<Sheet, SheetResult>,
  reasons: Map<Sheet, Message>,
  asker: Asker,
  asked: Asking,
): void {
  const hasLines = [...results].some(([sheet, { lines }]) => lines.length > 0 && !isSummary(sheet.name));
  if (!hasLines && [...results.values()].every(({ lines }) => lines.length === 0)) {
    for (const [sheet] of reasons) {
      if (sheet.rows.every(isBlank)) continue;
      const read = readSheet(sheet, asked, undefined, asker);
      const note = sheet.isHidden ? texts.hiddenRead : texts.pivotRead;
      if (read.lines.length > 0) read.notes.push(note({ sheet: sheet.name }));
      results.set(sheet, read);
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
    if (sheet.guess) notes.push(guessNote(sheet.guess));
    const result = results.get(sheet);
    if (!result) {
      readings.push({ ...noReading(sheet.name), reason: reasons.get(sheet) ?? texts.noTable() });
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
