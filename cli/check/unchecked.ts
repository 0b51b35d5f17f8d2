import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { validFile } from "../../kernel/check/rules/valid-file.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { CheckedFile } from "./checked-file.ts";

const texts = messages("check", {
  nameNotUtf8: {
    en: "The name of this file is not UTF-8, so the file cannot be read. Rename it.",
    zh: "该文件的名称不是 UTF-8 编码，因此无法读取。请重命名。",
  },
  noRegularFile: {
    en: "This is a folder, a pipe or a device, not a file. Rename or remove it.",
    zh: "这是文件夹、管道或设备，不是文件。请重命名或删除。",
  },
  unchecked: {
    en: "This notebook could not be checked: {reason}",
    zh: "无法检查该笔记本：{reason}",
  },
});

/** What is said of a file that could not be checked: the others of its folder are checked nevertheless. */
export async function unchecked(file: string, error: Error): Promise<CheckedFile> {
  const message = await reasonOf(file, error);
  return { file, mended: [], findings: [{ rule: validFile.name, severity: "error", message, line: 1, column: 1 }] };
}

async function reasonOf(file: string, error: Error): Promise<Sentence> {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") {
    // What Node puts in the place of bytes that are not UTF-8.
    if (basename(file).includes("\ufffd")) return texts.nameNotUtf8();
    if (await stat(file).catch(() => null)) return texts.noRegularFile();
  }
  return texts.unchecked({ reason: error instanceof Fault ? error.said : error.message });
}
