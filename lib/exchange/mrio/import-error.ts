import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";

const told = messages("exchange", {
  inFile: { en: "{file}: {reason}", zh: "{file}：{reason}" },
  inLine: { en: "{file}, line {line}: {reason}", zh: "{file}，第 {line} 行：{reason}" },
});

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

/** A file that is not what its name promises. The message names file, line and what was expected. */
export class ImportError extends Fault {
  override readonly name = "ImportError";
  readonly file: string;
  /** Counted from 1; undefined when the whole file is concerned. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, reason: Message) {
    super(line === undefined ? told.inFile({ file, reason }) : told.inLine({ file, line, reason }));
    this.file = file;
    this.line = line;
  }
}

/** What is wrong with a row of a square table that has no column of its own, or stands there a second time. */
export function rowProblem(label: string, isSecond: boolean): Message {
  return isSecond ? rows.rowTwice({ label }) : rows.rowWithoutColumn({ label });
}
