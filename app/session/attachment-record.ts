/** A file of a notebook in the browser's storage. */
export interface AttachmentRecord {
  /** The notebook's name. */
  readonly notebook: string;
  readonly name: string;
  /** An `Attachment`, read by its schema. */
  readonly attachment: unknown;
  readonly content: Blob;
}
