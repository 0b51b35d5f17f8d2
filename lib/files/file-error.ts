import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";

const located = messages("exchange", {
  inFile: { en: "{file}: {reason}", zh: "{file}：{reason}" },
  inLine: { en: "{file}, line {line}: {reason}", zh: "{file}，第 {line} 行：{reason}" },
});

/** A file whose content does not match its name. The message names file, line and what was expected. */
export class FileError extends Fault {
  // Cells know it by this name, whether the archive or a file in it is at fault.
  override readonly name = "ImportError";
  readonly file: string;
  /** Counted from 1; undefined if the whole file is concerned. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, reason: Message) {
    super(line === undefined ? located.inFile({ file, reason }) : located.inLine({ file, line, reason }));
    this.file = file;
    this.line = line;
  }
}
