import { FileError } from "../../files/file-error.ts";
import { type Message, messages } from "../../message/message.ts";

const rows = messages("exchange", {
  rowWithoutColumn: {
    en: 'a row that is also a column was expected, but "{label}" is none.',
    zh: "每一行也应是一列，而“{label}”不是。",
  },
  rowTwice: {
    en: 'a row that is also a column was expected, but "{label}" stands there twice.',
    zh: "每一行也应是一列，而“{label}”出现了两次。",
  },
});

/** What several readers find wrong with the layout of a file. */
export const layoutFaults = messages("exchange", {
  missingFields: {
    en: "{wanted} fields were expected, but there are {found}. Is the file truncated?",
    zh: "应有 {wanted} 个字段，实际有 {found} 个。文件是否被截断？",
  },
  missingRows: {
    en: "{wanted} rows were expected by the labels, but there are {found}. Is the file truncated?",
    zh: "按标签应有 {wanted} 行，实际有 {found} 行。文件是否被截断？",
  },
  surplusRows: {
    en: "{wanted} rows were expected by the labels, but there are more.",
    zh: "按标签应有 {wanted} 行，实际更多。",
  },
  columnsByLabels: {
    en: "{wanted} columns were expected by the labels, but there are {found}.",
    zh: "按标签应有 {wanted} 列，实际有 {found} 列。",
  },
  noColumn: {
    en: "a column {column} was expected in the header.",
    zh: "标题行中应有 {column} 列。",
  },
  labelTwice: {
    en: 'the column "{label}" stands there twice.',
    zh: "列“{label}”出现了两次。",
  },
});

/** A file of a database whose content does not match its name. */
export class ImportError extends FileError {}

/** The problem of a row of a square table that has no matching column or occurs twice. */
export function rowProblem(label: string, isSecond: boolean): Message {
  return isSecond ? rows.rowTwice({ label }) : rows.rowWithoutColumn({ label });
}
