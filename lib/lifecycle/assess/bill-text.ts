import { type Message, messages } from "../../message/message.ts";
import { type BillColumns, billUnit, columnsOf, isTotal, plainColumns } from "./bill-columns.ts";
import { type DecimalMark, type WrittenAmount, writtenAmount } from "./written-amount.ts";

const said = messages("lifecycle.billText", {
  noName: { en: "It has no name.", zh: "没有名称。" },
  noAmount: { en: "It has no amount.", zh: "没有数量。" },
  notAmount: {
    en: "{text} is no amount: write one number, such as 2.35 or 1234.5.",
    zh: "“{text}”不是数量：请写一个数，如 2.35 或 1234.5。",
  },
  notAbove: { en: "The amount is {text}; expected a number above 0.", zh: "数量为 {text}；应为大于 0 的数。" },
  either: {
    en: "{text} is {point} with a decimal point and {comma} with a decimal comma, and no other amount tells which.",
    zh: "“{text}”按小数点为 {point}，按小数逗号为 {comma}，其他数量也无法判断。",
  },
  contradicts: {
    en: "{text} is {point} with a decimal point and {comma} with a decimal comma, and the list has both.",
    zh: "“{text}”按小数点为 {point}，按小数逗号为 {comma}，而清单中两种写法都有。",
  },
  unitIsNumber: {
    en: "Its unit would be {text}: where commas divide the columns, write decimals with a point, or divide the columns by semicolons.",
    zh: "其单位将是 {text}：用逗号分列时，小数请用小数点，或改用分号分列。",
  },
  total: { en: "It sums other rows.", zh: "该行为合计。" },
  heading: { en: "It stands before the headings of the columns.", zh: "位于列标题之前。" },
  firstHeading: {
    en: "It has no number in the place of the amount, so it was taken for headings.",
    zh: "数量处没有数字，视为列标题。",
  },
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
  columnsLeft: { en: "Nothing is taken from the columns {names:and}.", zh: "未采用以下列：{names:and}。" },
  decimalPoint: { en: "Amounts were read with a decimal point.", zh: "数量按小数点读取。" },
  decimalComma: { en: "Amounts were read with a decimal comma.", zh: "数量按小数逗号读取。" },
  askDecimal: { en: "What stands before decimals in this list?", zh: "该清单以什么作为小数点？" },
  point: { en: "a point: 1.234 is less than 2", zh: "点：1.234 小于 2" },
  comma: { en: "a comma: 1,234 is less than 2", zh: "逗号：1,234 小于 2" },
});

/** A line as it was read: `row` counts the lines of the text from 1, empty ones too. */
export interface ReadLine {
  readonly row: number;
  readonly name: string;
  readonly amount: number;
  readonly unit: string;
  readonly origin?: string;
}

/** A row that is none of the lines that were read. */
export interface LeftOutRow {
  readonly row: number;
  readonly text: string;
  readonly reason: Message;
  /** Whether it may be a line of the bill, which then lacks it; false for headings and sums. */
  readonly isLine: boolean;
}

/** A bill of materials read from a text. Each of its rows that says something is a line, is left out with a reason, or is the headings. */
export interface ReadBill {
  readonly lines: readonly ReadLine[];
  readonly leftOut: readonly LeftOutRow[];
  /** What would let rows be read that are left out. */
  readonly asks: readonly {
    readonly key: "decimal";
    readonly question: Message;
    readonly options: readonly { readonly value: DecimalMark; readonly label: Message }[];
  }[];
  readonly notes: readonly Message[];
}

interface Row {
  readonly row: number;
  readonly text: string;
  readonly cells: readonly string[];
}

const COMMA = /[,，]/;
/** Rows in which headings are looked for. */
const HEADING_ROWS = 10;

/**
 * Reads a bill of materials that was typed, or copied from a spreadsheet: columns divided by tabs, semicolons, bars or commas, with
 * headings in any order and other columns between them, or without headings as name, amount, unit and origin. Amounts may have decimal
 * points or commas; one that could be either is read by the others of the list, or left out and asked for.
 *
 * @param decimal what stands before decimals, if it is known.
 */
export function readBill(text: string, decimal?: DecimalMark): ReadBill {
  const rows = rowsOf(text);
  const heading = rows.slice(0, HEADING_ROWS).findIndex(({ cells }) => columnsOf(cells) !== undefined);
  const columns = heading < 0 ? plainColumns : columnsOf(rows[heading]!.cells)!;
  const before = rows
    .slice(0, Math.max(0, heading))
    .map(({ row, text: own }) => ({ row, text: own, reason: said.heading(), isLine: false }));
  const body = rows.slice(heading + 1).map((row, k) => ({ ...row, ...cellsOf(row, columns, heading < 0 && k === 0) }));
  const marks = new Set(body.flatMap(({ written }) => (written.kind === "number" ? (written.mark ?? []) : [])));
  const known = decimal ?? (marks.size === 1 ? [...marks][0] : undefined);
  const reading = new Reading(known, marks.size > 1, columns.unit);
  for (const each of body) reading.read(each);
  const notes = [
    ...(decimal === undefined && reading.usedMark
      ? [known === "comma" ? said.decimalComma() : said.decimalPoint()]
      : []),
    ...(columns.others.length > 0 ? [said.columnsLeft({ names: [...columns.others] })] : []),
    ...reading.notes,
  ];
  return {
    lines: reading.lines,
    leftOut: [...before, ...reading.leftOut],
    asks: reading.isOpen ? [askDecimal()] : [],
    notes,
  };
}

/** The rows that say something, in cells. */
function rowsOf(text: string): Row[] {
  const rows = text
    .split(/\r\n|[\n\r]/)
    .map((line, k) => ({ row: k + 1, text: line.trim(), line }))
    .filter(({ text: own }) => own.replace(/[\t;；|,"]/g, "").trim() !== "");
  const inWords = rows.every(({ line }) => inOneCell(line) !== undefined);
  const separator = [/\t/, /[;；]/, /\|/].find((each) => rows.some(({ line }) => each.test(line))) ?? COMMA;
  if (separator === COMMA && inWords) return rows.map(({ row, text: own }) => ({ row, text: own, cells: [own] }));
  return rows.map(({ row, text: own, line }) => ({
    row,
    text: own,
    cells: separator === COMMA ? commaCells(line) : split(line, separator),
  }));
}

/** "3,000": of commas that divide columns, none stands between digits and three more, without a space. */
const THOUSANDS = /(?<=[,，]\s*[+-]?\d{1,3}(?:,\d{3})*),(?=\d{3}(?!\d))/g;
const KEPT = "\u0000";

/** Cells between commas. A row in which no cell is an amount, but which ends with one, has its comma in the name. */
function commaCells(line: string): string[] {
  const cells = split(line.replace(THOUSANDS, KEPT), COMMA).map((cell) => cell.replaceAll(KEPT, ","));
  const hasAmount = cells.slice(1).some((cell) => writtenAmount(cell).kind !== "none");
  return !hasAmount && inOneCell(line) !== undefined ? [line.trim()] : cells;
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

interface BodyRow extends Row {
  readonly name: string;
  readonly amount: string;
  readonly written: WrittenAmount;
  readonly unit: string;
  readonly origin: string;
  /** Whether it may be the headings, in words that are not known. */
  readonly isFirst: boolean;
}

/** A first row with words in the place of the amount: headings in words that are not known. */
const isHeading = ({ amount, written, isFirst }: BodyRow) =>
  isFirst && amount !== "" && written.kind === "none" && !/\d/.test(amount);

function cellsOf({ cells }: Row, { at }: BillColumns, isFirst: boolean): Omit<BodyRow, keyof Row> {
  const cell = (k: number | undefined) => (k === undefined ? "" : (cells[k] ?? ""));
  // One cell alone: "steel 2,35 kg" or "2.35 kg steel".
  const alone = cells.length === 1 ? inOneCell(cells[0]!) : undefined;
  const amount = alone?.amount ?? cell(at.amount);
  return {
    name: alone?.name ?? cell(at.name),
    amount,
    written: writtenAmount(amount),
    unit: alone ? "" : cell(at.unit),
    origin: alone ? "" : cell(at.origin),
    isFirst,
  };
}

function inOneCell(written: string): { readonly name: string; readonly amount: string } | undefined {
  // Digits of full width are digits.
  const text = written.trim().replace(/[０-９．]/g, (letter) => letter.normalize("NFKC"));
  const [, name, amount] = /^(.*?\D)\s+([+-]?[\d.,]+(?: \d{3})*(?:[.,]\d+)?\s*\p{L}*[²³23]?)$/u.exec(text) ?? [];
  return name === undefined || amount === undefined
    ? undefined
    : { name: name.replace(/[\s,，:：]+$/, "").trim(), amount };
}

class Reading {
  readonly lines: ReadLine[] = [];
  readonly leftOut: LeftOutRow[] = [];
  readonly notes: Message[] = [];
  /** Whether an answer on decimals would read more. */
  isOpen = false;
  usedMark = false;
  private readonly decimal: DecimalMark | undefined;
  private readonly hasBoth: boolean;
  private readonly unit: string | null;
  private readonly names = new Map<string, number>();

  constructor(decimal: DecimalMark | undefined, hasBoth: boolean, unit: string | null) {
    this.decimal = decimal;
    this.hasBoth = hasBoth;
    this.unit = unit;
  }

  read(row: BodyRow): void {
    const other = isTotal(row.name) ? said.total() : isHeading(row) ? said.firstHeading() : null;
    const reason = other ?? this.reasonAgainst(row);
    if (reason) this.leftOut.push({ row: row.row, text: row.text, reason, isLine: other === null });
  }

  /** Takes the row as a line, unless something speaks against it. */
  private reasonAgainst(row: BodyRow): Message | null {
    const { name, amount, written, unit } = row;
    if (amount === "") return said.noAmount();
    if (written.kind === "none") return said.notAmount({ text: amount });
    if (name === "") return said.noName();
    if (/^[\d.,]+$/.test(unit)) return said.unitIsNumber({ text: unit });
    const value = this.valueOf(written);
    if (typeof value !== "number") return value({ text: amount });
    if (!(Number.isFinite(value) && value > 0)) return said.notAbove({ text: amount });
    this.take(row, value, unit || written.rest || this.unit);
    return null;
  }

  /** The amount, or what to say of one that could be two. */
  private valueOf(
    written: Exclude<WrittenAmount, { kind: "none" }>,
  ): number | ((of: { readonly text: string }) => Message) {
    if (written.kind === "number") return written.value;
    const { point, comma } = written;
    if (this.decimal !== undefined) {
      this.usedMark = true;
      return this.decimal === "comma" ? comma : point;
    }
    this.isOpen = true;
    const reason = this.hasBoth ? said.contradicts : said.either;
    return ({ text }) => reason({ text, point, comma });
  }

  private take({ row, name, origin }: BodyRow, amount: number, unit: string | null): void {
    if (unit === null) this.notes.push(said.unitTaken({ row, name }));
    const isCode = /^([A-Z]{3}|[A-Z]{2}-[A-Z0-9]{2,3})$/.test(origin);
    if (origin !== "" && !isCode) this.notes.push(said.originLeft({ row, name, origin }));
    const count = (this.names.get(name) ?? 0) + 1;
    this.names.set(name, count);
    const own = count === 1 ? name : `${name} (${count})`;
    if (count > 1) this.notes.push(said.renamed({ row, name, other: own }));
    this.lines.push({ row, name: own, amount, unit: billUnit(unit ?? "kg"), ...(isCode && { origin }) });
  }
}

function askDecimal(): ReadBill["asks"][number] {
  return {
    key: "decimal",
    question: said.askDecimal(),
    options: [
      { value: "point", label: said.point() },
      { value: "comma", label: said.comma() },
    ],
  };
}
