/** A cell with more than a value. */
export interface FormattedCell {
  /** Of a formula what it gives, so that a reader that computes nothing has it. */
  readonly value: string | number | null;
  /** Without its equals sign: `SUM(A2:A9)`. */
  readonly formula?: string;
  /** Of numbers, as spreadsheets write it: `#,##0.00`. */
  readonly format?: string;
  readonly isBold?: boolean;
  /** Whether a long text is broken into lines within the cell. */
  readonly wraps?: boolean;
}

/** A day, `2024-03-31`, from 1900-03-01 to 9999-12-31: before them spreadsheets count otherwise. */
export interface DateCell {
  readonly date: string;
}

/** A cell that is written; null is empty. A text is a text, whatever it begins with. */
export type WorkbookCell = string | number | boolean | null | FormattedCell | DateCell;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: Iterable<readonly WorkbookCell[]>;
  /** Of the first columns, in characters. */
  readonly widths?: readonly number[];
  /** Rows at the top that stay in view, and are bold. */
  readonly frozen?: number;
}

/** The characters of a text that a cell can hold. */
const MOST_CHARACTERS = 32_767;
/** A sign of UTF-16 without its partner is no text of XML. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The markup of a cell. ECMA-376 part 1, 18.3.1.4. @param place such as `B7` @param style the place of its format */
export function cellXml(cell: WorkbookCell, place: string, style: number): string {
  const styled = style === 0 ? "" : ` s="${style}"`;
  if (cell === null || cell === "") return style === 0 ? "" : `<c r="${place}"${styled}/>`;
  if (typeof cell === "number") return numberXml(cell, place, styled, "");
  if (typeof cell === "boolean") return `<c r="${place}"${styled} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return textXml(cell, place, styled);
  if ("date" in cell) return numberXml(dayOf(cell.date), place, styled, "");
  const { value, formula } = cell;
  if (formula === undefined) return cellXml(value, place, style);
  const written = `<f>${escapedXml(formula)}</f>`;
  if (typeof value === "number") return numberXml(value, place, styled, written);
  return `<c r="${place}"${styled} t="str">${written}<v>${textOf(value ?? "")}</v></c>`;
}

function numberXml(value: number, place: string, styled: string, formula: string): string {
  if (Number.isFinite(value)) return `<c r="${place}"${styled}>${formula}<v>${value}</v></c>`;
  return `<c r="${place}"${styled} t="e">${formula}<v>#NUM!</v></c>`;
}

function textXml(text: string, place: string, styled: string): string {
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${textOf(text)}</t></is></c>`;
}

function dayOf(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY);
}

/** A text as cells hold it: what XML loses and what looks like its escape is written `_x000D_` (22.9.2.19). */
function textOf(text: string): string {
  const bounded = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return escapedXml(bounded.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replaceAll("\r", "_x000D_"));
}

/** Text of XML; control characters, which XML cannot hold, are left out. */
export function escapedXml(text: string): string {
  return text
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ""))
    .replaceAll(LONE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
