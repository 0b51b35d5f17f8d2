import type { NotebookDocument } from "../live/notebook-document.ts";
import type { NotebookFiles } from "./notebook-file.ts";
import { isOwn } from "./own-files.ts";

/** Attributes of notebooks that are published to be read: a place in the library's list, or a lesson. */
const published = ["data-order", "data-lesson"] as const;

/**
 * Whether a notebook opens with its code, if the reader has not chosen: one that is being written here does; one that is published to
 * be read shows its answer first.
 */
export function opensWithCode(
  name: string,
  document: Pick<NotebookDocument, "untouched" | "notebook">,
  files: Pick<NotebookFiles, "isWritable">,
): boolean {
  if (isOwn(name) || !document.untouched) return true;
  return files.isWritable(name) && !published.some((attribute) => attribute in document.notebook.attributes);
}
