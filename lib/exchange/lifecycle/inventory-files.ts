import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { SourceFiles } from "../mrio/source-files.ts";

const texts = messages("exchange.inventoryFiles", {
  step: { en: "Reading data sets", zh: "正在读取数据集" },
  none: {
    en: "at least one data set of the format was expected, but there is none.",
    zh: "其中应至少有一个该格式的数据集，实际没有。",
  },
});

/** Reads files one after the other with pauses and progress. Throws ImportError if there are none. */
export async function eachFile(
  paths: readonly string[],
  source: SourceFiles,
  work: Work,
  read: (path: string) => Promise<void>,
): Promise<void> {
  if (paths.length === 0) throw new ImportError(source.paths[0] ?? "?", undefined, texts.none());
  for (const [i, path] of paths.entries()) {
    await work.pause();
    work.progress(i / paths.length, texts.step());
    await read(path);
  }
}

/** What a database of these files is called: the folder that all are in, else the name of the first. */
export function titleOf(paths: readonly string[]): string {
  const first = paths[0] ?? "";
  const folder = first.slice(0, first.indexOf("/") + 1);
  if (folder !== "" && paths.every((path) => path.startsWith(folder))) return folder.slice(0, -1);
  return first.slice(first.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}
