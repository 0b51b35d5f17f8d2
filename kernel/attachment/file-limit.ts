import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("attachment", {
  tooLarge: {
    en: "“{name}” has {size} MB; expected at most {most} MB. Take a part of it, or import a database by “Import a database”.",
    zh: "“{name}”大小为 {size} MB，最多为 {most} MB。请截取其中一部分，或用“导入数据库”导入。",
  },
});

const MEGABYTE = 1_000_000;

/** The largest file that a page adds to a notebook: it holds it in memory while it is read. */
export const MAX_FILE_BYTES = 100 * MEGABYTE;

/** Throws a Fault if a file of so many bytes is too large. */
export function checkFileSize(name: string, bytes: number): void {
  if (bytes <= MAX_FILE_BYTES) return;
  const size = Math.ceil(bytes / MEGABYTE);
  throw new Fault(texts.tooLarge({ name, size, most: MAX_FILE_BYTES / MEGABYTE }));
}
