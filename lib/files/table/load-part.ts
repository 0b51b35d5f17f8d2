import { messages } from "../../message/message.ts";
import { TableFileError } from "./table-file-error.ts";

const texts = messages("tableFile", {
  notLoaded: {
    en: "the part of the program that reads such files could not be loaded. Reload the page and try again.",
    zh: "读取此类文件的程序部分未能加载。请重新加载页面后再试。",
  },
});

/** A part of the program that is loaded when a file first needs it. Throws TableFileError, because the file is not to blame. */
export async function loadPart<T>(file: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new TableFileError(file, texts.notLoaded());
  }
}
