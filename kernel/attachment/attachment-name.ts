/** The length of the longest name. */
const MOST = 255;

/** Whether a text names a file beside the notebook or in a folder below it. */
export function isAttachmentName(name: string): boolean {
  if (name === "" || name.length > MOST || /[\\:\p{Cc}]/u.test(name)) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** The name as a notebook may write it: `./data.csv` is `data.csv`. */
export function attachmentName(written: string): string {
  return written.replace(/^(?:\.\/)+/, "");
}

/** The last part of a file's name. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
