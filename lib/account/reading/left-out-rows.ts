import type { Message } from "../../message/message.ts";
import type { LeftOut } from "../line-shape.ts";
import { type Row, textOf } from "./find-tables.ts";

/** Texts of a row that are kept. */
const LONGEST_TEXT = 300;

/** A row that is no line, with what stands in it. */
export function leftOutRow(
  at: { readonly sheet: string; readonly row: number; readonly column?: string | null },
  cells: Row,
  kind: LeftOut["kind"],
  reason: Message,
): LeftOut {
  const text = cells.map(textOf).join("\t").replace(/\t+$/, "").slice(0, LONGEST_TEXT);
  return { sheet: at.sheet, row: at.row, column: at.column ?? null, text, kind, reason };
}
