import type { ReadLine as TableLine } from "../../account/line-shape.ts";
import { pastedSheet } from "../../account/reading/open-sheets.ts";
import { readSheets } from "../../account/reading/read-sheets.ts";
import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { columnsOf } from "./bill-columns.ts";
import { askDecimal, type LeftOutRow, type ReadBill, type ReadLine, readBill } from "./bill-text.ts";
import { billUnit } from "./bill-units.ts";
import { rowsOf } from "./row-cells.ts";
import type { DecimalMark } from "./written-amount.ts";

const texts = messages("lifecycle.billTable", {
  unitTaken: {
    en: "Row {row}, {name}, states no unit: kg was taken.",
    zh: "第 {row} 行“{name}”未注明单位：按 kg 计。",
  },
  renamed: {
    en: "Row {row} has the name of another row, {name}: it is called {other}.",
    zh: "第 {row} 行与另一行同名“{name}”：改称“{other}”。",
  },
  originLeft: {
    en: "Row {row}, {name}: the origin {origin} is no code such as CHN, DEU or CN-JS, and was not used.",
    zh: "第 {row} 行“{name}”：产地“{origin}”不是 CHN、DEU、CN-JS 之类的代码，未采用。",
  },
  notAbove: { en: "The amount is {amount}; expected a number above 0.", zh: "数量为 {amount}；应为大于 0 的数。" },
  noName: { en: "It has no name.", zh: "没有名称。" },
});

/** Columns that a list of name, amount and unit does not have: its amounts cannot be told without them. */
const ofTables: ReadonlySet<string> = new Set(["count", "mass each", "total mass", "level", "wide amount"]);
/** Rows in which the headings of a list are looked for. */
const HEADING_ROWS = 10;

/**
 * Reads a bill of materials from a text: a table with pieces and their masses, assemblies with their parts, or headings that only the
 * reader of files knows, by that reader (`account.read`); a list of names, amounts and units as it is typed.
 *
 * @param decimal what stands before decimals, if it is known.
 */
export function readBillText(text: string, decimal?: DecimalMark): ReadBill {
  const typed = readBill(text, decimal);
  const isKnown = rowsOf(text)
    .slice(0, HEADING_ROWS)
    .some(({ cells }) => columnsOf(cells) !== undefined);
  const sign = decimal === undefined ? {} : { decimal: decimal === "comma" ? ("," as const) : ("." as const) };
  const found = tableIn(text, sign);
  if (found === null) return typed;
  const { lines, sheets } = found;
  const isTable = sheets.some(
    ({ isUsed, head, columns }) => isUsed && head !== null && columns.some(({ role }) => ofTables.has(role)),
  );
  const isOtherwiseHeaded = !isKnown && typed.lines.length === 0 && typed.asks.length === 0 && lines.length > 0;
  const isHeaded = sheets.some(({ isUsed, head }) => isUsed && head !== null);
  return isHeaded && (isTable || isOtherwiseHeaded) ? billOf(found) : typed;
}

/** Null of a text that is no table at all. */
function tableIn(text: string, asked: { readonly decimal?: "." | "," }): ReturnType<typeof readSheets> | null {
  if (!/[\t;,|]/.test(text)) return null;
  try {
    return readSheets([pastedSheet("bill", text)], asked);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function billOf({ lines: found, leftOut: out, asks, notes: said }: ReturnType<typeof readSheets>): ReadBill {
  const lines: ReadLine[] = [];
  const notes: Message[] = [];
  const names = new Map<string, number>();
  const refused: LeftOutRow[] = [];
  for (const line of found) {
    const reason = reasonAgainst(line);
    if (reason)
      refused.push({ row: line.row, text: `${line.name}\t${line.amount}\t${line.unit}`, reason, isLine: true });
    else lines.push(lineOf(line, names, notes));
  }
  const leftOut = out
    .filter(({ kind }) => kind !== "empty" && kind !== "head")
    .map(({ row, text, reason, kind }) => ({ row, text, reason, isLine: kind === "unreadable" || kind === "money" }));
  const isOpen = asks.some(({ key }) => key.startsWith("decimal:"));
  const questions = asks.filter(({ key }) => !key.startsWith("decimal:")).map(({ question }) => question);
  return {
    lines,
    leftOut: [...leftOut, ...refused].sort((a, b) => a.row - b.row),
    asks: isOpen ? [askDecimal()] : [],
    notes: [...(said as Message[]), ...(questions as Message[]), ...notes],
  };
}

function reasonAgainst({ name, amount }: TableLine): Message | null {
  if (name.trim() === "") return texts.noName();
  return amount > 0 ? null : texts.notAbove({ amount });
}

function lineOf(line: TableLine, names: Map<string, number>, notes: Message[]): ReadLine {
  const { row, amount, unit } = line;
  const name = line.name.trim();
  const origin = line.place?.trim() ?? "";
  const isCode = /^(?:[A-Z]{3}|[A-Z]{2}-[A-Z0-9]{2,3})$/.test(origin);
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  const own = count === 1 ? name : `${name} (${count})`;
  if (unit === "") notes.push(texts.unitTaken({ row, name }));
  if (origin !== "" && !isCode) notes.push(texts.originLeft({ row, name, origin }));
  if (count > 1) notes.push(texts.renamed({ row, name, other: own }));
  notes.push(...(line.notes as Message[]));
  return { row, name: own, amount, unit: billUnit(unit === "" ? "kg" : unit), ...(isCode && { origin }) };
}
