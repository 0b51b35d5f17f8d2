import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { messageOut } from "../../tool/outcome.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { columnsOf, isTotal, plainColumns } from "./bill-columns.ts";
import { billUnit, isAmount } from "./bill-units.ts";
import { type Row, rowsOf } from "./row-cells.ts";
import { fieldsOf, isNameAmount, isUnitOf, type RowFields } from "./row-fields.ts";
import { type DecimalMark, type WrittenAmount, writtenAmount } from "./written-amount.ts";

const texts = messages("lifecycle.billText", {
  noName: { en: "It has no name.", zh: "没有名称。" },
  noAmount: { en: "It has no amount.", zh: "没有数量。" },
  notAmount: {
    en: "{text} is no amount: write one number, such as 2.35 or 1234.5.",
    zh: "“{text}”不是数量：请写一个数，如 2.35 或 1234.5。",
  },
  fraction: {
    en: "{text} is a fraction: write a decimal number, such as 0.25.",
    zh: "“{text}”是分数：请写成小数，如 0.25。",
  },
  unsure: {
    en: "It is not sure which number in {text} is the amount, or the unit of the amount is not known: write the name, the amount and a unit such as kg in columns, and x for pieces.",
    zh: "无法确定“{text}”中哪个数是数量，或其单位无法识别：请将名称、数量和单位（如 kg，件数写 x）分列。",
  },
  nameIsAmount: {
    en: "Its name would be {text}, which is an amount: write the name, the amount and the unit in columns with headings.",
    zh: "其名称将是“{text}”，而这是数量：请按名称、数量、单位分列，并加列标题。",
  },
  notUnit: {
    en: "Its unit would be {text}: expected a unit alone, such as kg, g, L, m2, kWh or item.",
    zh: "其单位将是“{text}”：应只写单位，如 kg、g、L、m2、kWh 或件。",
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
export const leftOutRowShape = z.object({
  row: z.int(),
  text: z.string(),
  reason: messageOut,
  /** Whether it may be a line of the bill, which then lacks it; false for headings and sums. */
  isLine: z.boolean().describe("Whether the bill lacks it: false for headings and for sums of other rows"),
});
export type LeftOutRow = ResultOf<typeof leftOutRowShape>;

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

/** Rows in which headings are looked for. */
const HEADING_ROWS = 10;

/**
 * Reads a bill of materials that was typed, or copied from a spreadsheet: columns divided by tabs, semicolons, bars, slashes, runs of
 * blanks or commas, with headings in any order and other columns between them, or without headings as name, amount, unit and origin, or
 * as amount, unit and name. A position before a name is no part of it. Amounts may have decimal points or commas; one that could be either
 * is read by the others of the list, or left out and asked for; what is not sure otherwise is left out with its reason.
 *
 * @param decimal what stands before decimals, if it is known.
 */
export function readBill(text: string, decimal?: DecimalMark): ReadBill {
  const rows = rowsOf(text);
  const heading = rows.slice(0, HEADING_ROWS).findIndex(({ cells }) => columnsOf(cells) !== undefined);
  const columns = heading < 0 ? plainColumns : columnsOf(rows[heading]!.cells)!;
  const before = rows
    .slice(0, Math.max(0, heading))
    .map(({ row, text: own }) => ({ row, text: own, reason: texts.heading(), isLine: false }));
  const body = rows.slice(heading + 1).map((row, k): BodyRow => {
    const fields = fieldsOf(row.cells, columns);
    return { ...row, ...fields, written: writtenAmount(fields.amount), isFirst: heading < 0 && k === 0 };
  });
  const marks = new Set(body.flatMap(({ written }) => (written.kind === "number" ? (written.mark ?? []) : [])));
  const known = decimal ?? (marks.size === 1 ? [...marks][0] : undefined);
  const reading = new Reading(known, marks.size > 1, columns.unit);
  for (const each of body) reading.read(each);
  const notes = [
    ...(decimal === undefined && reading.usedMark
      ? [known === "comma" ? texts.decimalComma() : texts.decimalPoint()]
      : []),
    ...(columns.others.length > 0 ? [texts.columnsLeft({ names: [...columns.others] })] : []),
    ...reading.notes,
  ];
  return {
    lines: reading.lines,
    leftOut: [...before, ...reading.leftOut],
    asks: reading.isOpen ? [askDecimal()] : [],
    notes,
  };
}

interface BodyRow extends Row, RowFields {
  readonly written: WrittenAmount;
  /** Whether it may be the headings, in words that are not known. */
  readonly isFirst: boolean;
}

/** Headings again, or, in a first row of columns, in words that are not known: no cell is an amount. */
const isHeading = ({ cells, isFirst }: BodyRow) =>
  columnsOf(cells) !== undefined ||
  (isFirst && cells.length > 1 && cells[1] !== "" && !cells.some((cell) => /\d/.test(cell)));

/** "Frame:" alone names the rows below it. */
const isCaption = ({ cells }: BodyRow) => {
  const [only = "", ...more] = cells.filter((cell) => cell !== "");
  return more.length === 0 && /[:：]$/.test(only) && !isAmount(only);
};

/** A fraction at the beginning or the end of what is written. */
const FRACTION = /^\d+\s*\/\s*\d+(?![\w/])|(?<=\s)\d+\/\d+$/;

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
    const first = row.cells.find((cell) => cell !== "") ?? "";
    const isSum = isTotal(row.name) || isTotal(first);
    const other = isSum
      ? texts.total()
      : isHeading(row)
        ? texts.firstHeading()
        : isCaption(row)
          ? texts.noAmount()
          : null;
    const reason = other ?? this.reasonAgainst(row);
    if (reason) this.leftOut.push({ row: row.row, text: row.text, reason, isLine: other === null });
  }

  /** Takes the row as a line, unless something speaks against it. */
  private reasonAgainst(row: BodyRow): Message | null {
    const { name, amount, written, unit } = row;
    const isAlone = row.cells.length === 1;
    const [fraction] = FRACTION.exec(isAlone ? row.text : amount) ?? [];
    if (fraction !== undefined && written.kind === "none") return texts.fraction({ text: fraction.trim() });
    const hasUnit = written.kind !== "none" && written.rest !== "";
    if (isAlone && /\d/.test(row.text) && !hasUnit && this.unit === null) return texts.unsure({ text: row.text });
    if (amount === "") return texts.noAmount();
    if (written.kind === "none") return texts.notAmount({ text: amount });
    if (name === "") return texts.noName();
    if (isNameAmount(name)) return texts.nameIsAmount({ text: name });
    if (/^[\d.,]+$/.test(unit)) return texts.unitIsNumber({ text: unit });
    if (!isUnitOf(row, written.rest)) return texts.notUnit({ text: unit || written.rest });
    const value = this.valueOf(written);
    if (typeof value !== "number") return value({ text: amount });
    if (!(Number.isFinite(value) && value > 0)) return texts.notAbove({ text: amount });
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
    const reason = this.hasBoth ? texts.contradicts : texts.either;
    return ({ text }) => reason({ text, point, comma });
  }

  private take({ row, name, origin }: BodyRow, amount: number, unit: string | null): void {
    if (unit === null) this.notes.push(texts.unitTaken({ row, name }));
    const isCode = /^([A-Z]{3}|[A-Z]{2}-[A-Z0-9]{2,3})$/.test(origin);
    if (origin !== "" && !isCode) this.notes.push(texts.originLeft({ row, name, origin }));
    const count = (this.names.get(name) ?? 0) + 1;
    this.names.set(name, count);
    const own = count === 1 ? name : `${name} (${count})`;
    if (count > 1) this.notes.push(texts.renamed({ row, name, other: own }));
    this.lines.push({ row, name: own, amount, unit: billUnit(unit ?? "kg"), ...(isCode && { origin }) });
  }
}

/** What stands before decimals. */
export function askDecimal(): ReadBill["asks"][number] {
  return {
    key: "decimal",
    question: texts.askDecimal(),
    options: [
      { value: "point", label: texts.point() },
      { value: "comma", label: texts.comma() },
    ],
  };
}
