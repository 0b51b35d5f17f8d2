import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import type { Origin } from "./own-file.ts";

const texts = messages("session", {
  changedFile: {
    en: "The file has changed since it was opened.",
    zh: "打开之后，文件有改动。",
  },
  removedFile: {
    en: "The file has been removed since it was opened.",
    zh: "打开之后，文件已被删除。",
  },
});

/** A notebook's file on the host of the page. By `version` a later change is detected. */
export interface NotebookFile {
  name: string;
  text: string;
  version: string;
  modified: string | null;
  /** Whether it is one of the examples beside a person's own notebooks, which the host does not write. */
  example?: boolean;
  /** The notebook of which it is a copy. */
  origin?: Origin;
}

/** Saving found a version of the file other than the one that was opened. */
export class SaveConflict extends Fault {
  override name = "SaveConflict";
  readonly current: NotebookFile | null;
  constructor(current: NotebookFile | null, reason?: Message) {
    super(reason ?? (current ? texts.changedFile() : texts.removedFile()));
    this.current = current;
  }
}

/** The notebooks' files: on a server that can write them, or on a read-only published site. */
export interface NotebookFiles {
  /** Whether new notebooks can be created here. */
  readonly writable: boolean;
  /** Whether this one can be saved. */
  isWritable(name: string): boolean;
  list(): Promise<NotebookFile[]>;
  /** Rejects with a Fault if there is no such notebook. */
  read(name: string): Promise<NotebookFile>;
  /** `version` is the one the text is based on; null for a new file. Rejects with SaveConflict. */
  write(name: string, text: string, version: string | null): Promise<NotebookFile>;
  /** Moves a notebook with its files into a project, or out of one for null; absent where nothing can be written. Rejects with SaveConflict and a Fault. */
  move?(name: string, project: string | null, version: string): Promise<NotebookFile>;
  /** Stores the version of the original that was merged into a copy. */
  follow(name: string, origin: Origin): Promise<void>;
}
