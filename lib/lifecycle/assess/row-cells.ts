import { columnsOf } from "./bill-columns.ts";
import { billUnit, isAmount, isLength, unitBefore } from "./bill-units.ts";
import { withoutPosition } from "./line-position.ts";
import { writtenAmount } from "./written-amount.ts";

/** A row of a text that says something; `row` counts the lines from 1, empty ones too. */
export interface Row {
  readonly row: number;
  readonly text: string;
  readonly cells: readonly string[];
}

/** The rows with words or numbers, in cells: between tabs, semicolons or bars if the text has any, else as each row is written. */
export function rowsOf(text: string): Row[] {
  const rows = text
    .split(/\r\n|[\n\r]/)
    .map((line, k) => ({ row: k + 1, text: line.trim(), line }))
    .filter(({ text: own }) => /[\p{L}\p{N}]/u.test(own));
  const separator = [/\t/, /[;；]/, /\|/].find((each) => rows.some(({ line }) => each.test(line)));
  return rows.map(({ line, ...row }) => ({
    ...row,
    cells: separator?.test(line) ? split(inBars(line), separator) : cellsInWords(row.text),
  }));
}

/** Without the bars around a row of a table: "| steel | 2 | kg |". */
const inBars = (line: string) => (/^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1) : line);

/** Dots that lead from a name to its amount: "Natural gas .... 180 MJ". */
const LEADERS = /\s*(?:\.{3,}|…+|(?:\. ){2,}\.|[·_]{3,})\s*/g;
const COMMA = /[,，]/;

/** The cells of a row without tabs, semicolons and bars: an amount and then the name, between slashes, runs of blanks or commas. */
function cellsInWords(line: string): string[] {
  const text = withoutPosition(line.replace(LEADERS, "   "));
  const slashed = text.split(/\s+\/\s+/);
  if (slashed.length > 1 && isDivided(slashed)) return slashed.map((cell) => cell.trim());
  const before = amountFirst(text);
  if (before) return [before.amount, before.name];
  const inRuns = text.split(/\s{2,}/);
  if (inRuns.length > 1 && isDivided(inRuns) && !inRuns.some((cell) => /[,，]$/.test(cell))) return inRuns;
  // A comma between digits alone divides no columns: steel 2,35 kg.
  return COMMA.test(text.replace(BETWEEN_DIGITS, "")) ? commaCells(text) : [text];
}

/** Whether these are columns: one of them is an amount, or all are headings. */
const isDivided = (cells: readonly string[]) => cells.some(isAmount) || columnsOf(cells) !== undefined;

const AMOUNT = /^([+-]?(?:\d[\d.,' \u00a0\u2009\u202f’]*|[.,]\d+)(?:e[+-]?\d+)?)(.*)$/iu;

/** "2.1 kg  beech, kiln dried": an amount with its unit, and then the name; undefined if another amount ends or begins a part of it. */
export function amountFirst(written: string): { readonly amount: string; readonly name: string } | undefined {
  const [, number = "", after = ""] = AMOUNT.exec(plainDigits(written)) ?? [];
  const found = writtenAmount(number).kind === "none" ? undefined : unitBefore(after.trimStart());
  if (!found) return undefined;
  const [, separator = "", rest = ""] = /^([\s/:：,，;|–—-]*)(?:(?:of|von)\s+)?(.*)$/i.exec(found.rest) ?? [];
  // A comma that divides columns cannot stand in an amount as well: 4,2 kg,steel.
  if (/\d,\d/.test(number) && /^[,，]/.test(separator)) return undefined;
  if (!/\p{L}/u.test(rest) || inOneCell(rest) || rest.split(COMMA).some((part) => amountFirst(part.trim())))
    return undefined;
  return { amount: `${number.trim()} ${billUnit(found.unit)}`, name: rest };
}

/** Digits of full width are digits. */
const plainDigits = (text: string) => text.trim().replace(/[０-９．]/g, (letter) => letter.normalize("NFKC"));

/** An amount at the end: thousands divided by spaces, and its unit. Chinese writes it without a space: 铝锭2.5千克. */
const LAST =
  /(?<=[\s:：=]|\p{Script=Han})([+-]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?|\d[\d.,'’]*|[.,]\d+))\s*(\p{L}[\p{L}²³23*]*|%)?$/u;

/** "steel 2,35 kg": a name, and then its amount. */
export function inOneCell(written: string): { readonly name: string; readonly amount: string } | undefined {
  const text = plainDigits(written);
  const found = LAST.exec(text);
  const name = found && text.slice(0, found.index).replace(/[\s,，:：=.…·–—-]+$/, "");
  // PA 66 300 g is 66 300 g of PA, or 300 g of PA 66.
  if (!found || !name || (/^\d+\s\d/.test(found[1]!) && GRADED.test(name))) return undefined;
  const first = amountFirst(name);
  // 2 mm steel sheet, 5 kg: a length is a size. Of 5 kg steel sheet, 2 mm and 5 kg bag, 2 kg it is not sure which is the amount.
  return first && !isLength(first.amount) ? undefined : { name, amount: found[0] };
}

/** Names that a number follows: what stands after them is no group of thousands for sure. */
const GRADED = /(?:^|\s)(?:PA|PE|nylon|polyami[dt]e?|type?|grade|class|klasse|CEM I+)$/i;

/** "3,000": of commas that divide columns, none stands between digits and three more, without a space. */
const THOUSANDS = /(?<=[,，]\s*[+-]?\d{1,3}(?:,\d{3})*),(?=\d{3}(?!\d))/g;
const BETWEEN_DIGITS = /(?<=\d),(?=\d)/g;
const KEPT = "\u0000";

/** Cells between commas. A comma between digits stands in an amount if all others are followed by a space: "rebar, 38,5 kg". */
function commaCells(line: string): string[] {
  const isSpaced = /[,，]\s/.test(line) && !/,(?!\s|$)/.test(line.replace(BETWEEN_DIGITS, ""));
  const kept = line.replace(isSpaced ? BETWEEN_DIGITS : THOUSANDS, KEPT);
  const cells = split(kept, COMMA).map((cell) => cell.replaceAll(KEPT, ","));
  // A row in which no cell is an amount, but which ends with one, has its comma in the name.
  const hasAmount = cells.slice(1).some((cell) => writtenAmount(cell).kind !== "none");
  return !hasAmount && inOneCell(line) !== undefined ? [line] : cells;
}

/** Cells between separators. A cell in quotes may contain them; a quotation mark within a cell is an inch, or a letter. */
function split(line: string, separator: RegExp): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"' && (isQuoted || cell.trim() === "")) isQuoted = !isQuoted;
    else if (!isQuoted && separator.test(letter)) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}
