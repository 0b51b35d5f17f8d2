import { isMessage, type Message, messages, type Sentence } from "./message.ts";

const texts = messages("table", {
  inRow: { en: "Row {row}, column {column}: {problem}", zh: "第 {row} 行，“{column}”列：{problem}" },
  empty: { en: "it is empty; {expected} is expected.", zh: "此处为空；应填{expected}。" },
});

/** A problem with a row of a table, counted from 1, with its place. */
export function inRow(row: number, column: string, problem: Sentence): Message {
  return texts.inRow({ row, column, problem });
}

/** A required cell is empty. */
export function emptyCell(expected: Sentence): Message {
  return texts.empty({ expected });
}

/** The same problem for another row; the rows that it names besides are numbered anew by `rowOf`. */
export function ofRow(message: Message, row: number, rowOf: (row: number) => number): Message {
  const { other } = message.values;
  const values = { ...message.values, row };
  return { ...message, values: typeof other === "number" ? { ...values, other: rowOf(other) } : values };
}

/** The problem of a row, without its place. */
export function problemOf(message: Message): Message {
  const { problem } = message.values;
  return isMessage(problem) ? problem : message;
}
