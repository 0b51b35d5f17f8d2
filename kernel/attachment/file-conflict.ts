import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";

/** A file beside a notebook is not the one that was to be replaced or removed. */
export class FileConflict extends Fault {
  override name = "FileConflict";
  /** The hash of the file that is there; null if there is none. */
  readonly current: string | null;

  constructor(current: string | null, sentence: Sentence) {
    super(sentence);
    this.current = current;
  }
}
