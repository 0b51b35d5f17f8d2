import { Fault } from "../../message/fault.ts";
import { messages, type Sentence } from "../../message/message.ts";

const told = messages("exchange", {
  inFile: { en: "{file}: {reason}", zh: "{file}：{reason}" },
  inLine: { en: "{file}, line {line}: {reason}", zh: "{file}，第 {line} 行：{reason}" },
});

/** A file that is not what its name promises. The message names file, line and what was expected. */
export class ImportError extends Fault {
  override readonly name = "ImportError";
  readonly file: string;
  /** Counted from 1; undefined when the whole file is concerned. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, reason: Sentence) {
    super(line === undefined ? told.inFile({ file, reason }) : told.inLine({ file, line, reason }));
    this.file = file;
    this.line = line;
  }
}
