import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";

const located = messages("tableFile", {
  inFile: { en: "{file}: {reason}", zh: "{file}：{reason}" },
  inLine: { en: "{file}, line {line}: {reason}", zh: "{file}，第 {line} 行：{reason}" },
});

/** A file whose bytes cannot be read as a table. The message names the file, the line if known, what is wrong and what to do. */
export class TableFileError extends Fault {
  override readonly name = "TableFileError";
  readonly file: string;
  /** Counted from 1; undefined if the whole file is concerned. */
  readonly line: number | undefined;
  /** What is wrong, without the file's name. */
  readonly reason: Message;

  constructor(file: string, reason: Message, line?: number) {
    super(line === undefined ? located.inFile({ file, reason }) : located.inLine({ file, line, reason }));
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
