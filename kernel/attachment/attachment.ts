import type { TableReading } from "../table-file/table-reading.ts";

/** A file that belongs to a notebook: beside its file, in the browser's storage, or in a built page. */
export interface Attachment {
  /** Its path relative to the notebook, with `/`. */
  readonly name: string;
  /** Its media type. */
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  readonly sha256: string;
  /** The tables that SQL and the data panel know, by name; none if the file holds no table. */
  readonly tables: Readonly<Record<string, AttachedTable>>;
}

/** A table in a file of a notebook. */
export interface AttachedTable {
  readonly reading: TableReading;
  /** The number of rows, as it was when the table was added. */
  readonly rows: number;
}

/** A file with a private copy of its bytes. */
export interface AttachedFile {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of one notebook. */
export interface Attachments {
  list(): Promise<readonly Attachment[]>;
  /** Null if there is no such file. */
  read(name: string): Promise<AttachedFile | null>;
}

/** A file to be added. */
export type NewAttachment = Omit<Attachment, "size" | "sha256">;

/** The files of a notebook that a page can change. Dispatches `change`. */
export interface OwnAttachments extends Attachments, EventTarget {
  /** Adds a file, or replaces the one of this name. Throws a Fault if it is too large or the storage is full. */
  add(file: NewAttachment, bytes: Uint8Array<ArrayBuffer>): Promise<Attachment>;
  remove(name: string): Promise<void>;
}
