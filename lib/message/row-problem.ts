import { isMessage, type Message, messages, type Sentence } from "./message.ts";

const said = messages("table", {
  inRow: { en: "Row {row}, column {column}: {problem}", zh: "第 {row} 行，“{column}”列：{problem}" },
  empty: { en: "it is empty; {expected} is expected.", zh: "此处为空；应填{expected}。" },
});

/** What is wrong with a row of a table, counted from 1, with where it stands. */
export function inRow(row: number, column: string, problem: Sentence): Message {
  return said.inRow({ row, column, problem });
}

/** A cell is empty that should hold something. */
export function emptyCell(expected: Sentence): Message {
  return said.empty({ expected });
}

/** The same said of another row. */
export function ofRow(message: Message, row: number): Message {
  return { ...message, values: { ...message.values, row } };
}

/** What is said of a row, without where the row stands. */
export function problemOf(message: Message): Message {
  const { problem } = message.values;
  return isMessage(problem) ? problem : message;
}
