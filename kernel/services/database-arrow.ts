import { hasPlainTypes } from "../../lib/files/arrow/arrow-schema-fault.ts";
import type { TableFileApi } from "../../lib/files/table/table-file.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("services.arrow", {
  notPublished: {
    en: "The dataset `{name}` has columns of Arrow types that published pages do not read. Write it with numbers of 32 or 64 bits, texts, booleans, dates and times in milliseconds, or add it to the notebook as a file, whose columns are converted.",
    zh: "数据集 `{name}` 含有已发布页面不能读取的 Arrow 类型列。请改用 32 位或 64 位数值、文本、布尔值、日期和毫秒时间，或将其作为文件加入笔记本（各列会被转换）。",
  },
});

/**
 * An Arrow file or stream with columns that the databases of a page and of Node take alike. Both refuse some types in words of their
 * own, and the page's database then refuses every other table, too; what they take, they give differently: a duration is an interval
 * of four integers, times lose their nanoseconds. Such columns are read as those of a file that a user adds: the values are the same
 * everywhere, or a sentence names the column. Throws TableFileError.
 * @param tables what reads files; null in published pages, to which its code would add a third: there a Fault names the dataset
 */
export async function databaseArrow(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  tables: TableFileApi | null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (isPlain(bytes)) return bytes;
  if (!tables) throw new Fault(texts.notPublished({ name }));
  const [table] = await tables.find(name, bytes, { format: "arrow" });
  return (await tables.read(name, bytes, table!.reading)).bytes;
}

/** What reads the columns says that their description is damaged. */
function isPlain(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    return hasPlainTypes(bytes);
  } catch {
    return true;
  }
}
