import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import type { Origin } from "./own-file.ts";

const said = messages("session", {
  changedFile: {
    en: "The file has changed since it was opened.",
    zh: "打开之后，文件有改动。",
  },
  removedFile: {
    en: "The file has been removed since it was opened.",
    zh: "打开之后，文件已被删除。",
  },
});

/** A notebook as the host of the page keeps it. `version` tells whether it changed since. */
export interface NotebookFile {
  name: string;
  text: string;
  version: string;
  modified: string | null;
  /** What it is a copy of. */
  origin?: Origin;
}

/** Saving found another version in place of the one that was opened. */
export class SaveConflict extends Fault {
  override name = "SaveConflict";
  readonly current: NotebookFile | null;
  constructor(current: NotebookFile | null, reason?: Message) {
    super(reason ?? (current ? said.changedFile() : said.removedFile()));
    this.current = current;
  }
}

/** Where notebooks come from: a server that can write them, or the files of a published site. */
export interface NotebookFiles {
  /** Whether new notebooks can be made here. */
  readonly writable: boolean;
  /** Whether this one can be saved. */
  isWritable(name: string): boolean;
  list(): Promise<NotebookFile[]>;
  /** Rejects with a sentence where there is no such notebook. */
  read(name: string): Promise<NotebookFile>;
  /** `version` is the one the text is based on; null for a new file. Rejects with SaveConflict. */
  write(name: string, text: string, version: string | null): Promise<NotebookFile>;
  /** A copy has taken in what its original now says. */
  follow(name: string, origin: Origin): Promise<void>;
}
