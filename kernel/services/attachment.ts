import type { TableReading } from "../../lib/files/table/table-reading.ts";
import type { Sentence } from "../../lib/message/message.ts";

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

/** Where a file of a notebook stands: beside its file in a folder, on a site that is only read, or in this browser's storage. */
export type FilePlace = "folder" | "site" | "browser";

/** A file that was added. */
export interface AddedFile {
  readonly attachment: Attachment;
  /** Why it is kept in the browser's storage, although the notebook stands in a folder; null if it is where it belongs. */
  readonly problem: Sentence | null;
}

/** The files of a notebook that a page can change. Dispatches `change`. */
export interface OwnAttachments extends Attachments, EventTarget {
  /** Where files are added. */
  readonly place: "folder" | "browser";
  /**
   * Adds a file, or replaces the one of this name. Throws a FileConflict for another file beside the notebook whose hash is not
   * `version`, and a Fault if the file is too large, cannot be named or described so, or the storage is full.
   */
  add(file: NewAttachment, bytes: Uint8Array<ArrayBuffer>, version?: string | null): Promise<AddedFile>;
  /** The names of the files that are kept in the browser's storage, although the notebook stands in a folder. */
  astray(): Promise<ReadonlySet<string>>;
  /** Where a file stands; null if there is none. */
  placeOf(name: string): Promise<FilePlace | null>;
  /**
   * Removes a file from where it stands, in a folder only if it has this hash: else throws a FileConflict, and a Fault if the folder
   * cannot be written. What a site gives stays.
   */
  remove(name: string, version?: string): Promise<void>;
}
