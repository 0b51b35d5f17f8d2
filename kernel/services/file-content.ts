import type { Attachment } from "./attachment.ts";

/**
 * How the content of a file is handed to a cell: `bytes` as stored, `arrow` a Parquet file as an Arrow stream, `sheets` a workbook
 * as the JSON of its sheets, `cells` a workbook or a delimited text as the JSON of all its cells.
 */
export const fileForms = ["bytes", "arrow", "sheets", "cells"] as const;

export type FileForm = (typeof fileForms)[number];

/** A file of a notebook in one form. */
export interface FileContent {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of one notebook, as its cells read them. */
export interface FileService {
  /** Throws a Fault if there is no such file, or it has not this form. */
  file(name: string, form: FileForm): Promise<FileContent>;
}
