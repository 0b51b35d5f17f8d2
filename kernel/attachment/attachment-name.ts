import { isDeviceName } from "../document/notebook-name.ts";

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

/** The longest name of a file that a notebook's page writes, in bytes: a number still fits behind it on any disk. */
const MOST_BYTES = 240;

/**
 * Whether a file beside a notebook can be written under this name: in no other folder, on any system, not hidden, and normalised, so
 * that one name is one file.
 */
export function isFileName(name: string): boolean {
  return isAttachmentName(name) && name === safeFileName(name);
}

/** The name of a file as it can be written beside a notebook on any system: other signs become `_`. */
export function safeFileName(given: string): string {
  const plain = given
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, "_")
    .trim()
    .replace(/^\./, "_")
    .replace(/[. ]+$/, "");
  const name = shortened(plain === "" ? "file" : plain);
  return isDeviceName(name.split(".")[0]!.trimEnd()) ? `_${name}` : name;
}

/** The name with as much of its stem as there is room for; its ending says how the file is read. */
function shortened(name: string): string {
  const encoder = new TextEncoder();
  const bytesOf = (text: string) => encoder.encode(text).length;
  if (bytesOf(name) <= MOST_BYTES) return name;
  const [ending = ""] = /\.[^. ]{1,20}$/.exec(name) ?? [];
  let room = MOST_BYTES - bytesOf(ending);
  let stem = "";
  for (const sign of name.slice(0, name.length - ending.length)) {
    room -= bytesOf(sign);
    if (room < 0) break;
    stem += sign;
  }
  return ending === "" ? stem.replace(/[. ]+$/, "") : stem + ending;
}
