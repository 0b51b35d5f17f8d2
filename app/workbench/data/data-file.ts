import { safeFileName } from "../../../kernel/attachment/attachment-name.ts";
import { MAX_FILE_BYTES } from "../../../kernel/attachment/file-limit.ts";
import { mediaType } from "../../../kernel/attachment/media-type.ts";
import { foldName } from "../../../kernel/document/notebook-name.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { writeSize } from "../../language/figures.ts";
import { addDataTexts } from "./add-data-texts.ts";

/** A file that the user gave, or a table that they pasted. */
export interface DataFile {
  /** Its name among the notebook's files. */
  readonly name: string;
  readonly mimeType: string;
  readonly lastModified: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files that the system's dialog offers first; any other can be chosen too. */
export const offeredFiles =
  ".csv,.tsv,.txt,.json,.jsonl,.ndjson,.geojson,.topojson,.parquet,.arrow,.feather,.xlsx,.xls,.sqlite,.sqlite3,.db,.zip,image/*,*/*";

/** Reads a file whole. Rejects with a Fault if it is too large. */
export async function readDataFile(file: File): Promise<DataFile> {
  const { size, lastModified } = file;
  if (size > MAX_FILE_BYTES)
    throw new Fault(addDataTexts.tooLarge({ size: writeSize(size), most: writeSize(MAX_FILE_BYTES) }));
  const name = safeFileName(file.name);
  return {
    name,
    mimeType: mediaType(name),
    lastModified,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

/** Whether tables are looked for in a file; not in a picture, for example. */
export function isForTables({ name, mimeType }: Pick<DataFile, "name" | "mimeType">): boolean {
  return !/^(?:image|audio|video)\//.test(mimeType) && !/\.(?:pdf|zip)$/i.test(name);
}

/** A pasted text as a file, under a name that is free. */
export function pastedFile(text: string, separator: string, taken: ReadonlySet<string>): File {
  const ending = separator === "\t" ? "tsv" : "csv";
  return new File([text], freeFileName(`pasted.${ending}`, taken), { lastModified: Date.now() });
}

/** A name for a file beside those that are taken: `a.csv`, else `a-2.csv`. */
export function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const used = new Set(Array.from(taken, foldName));
  const [, stem, ending] = /^(.+?)(\.[^.]*)?$/.exec(name)!;
  let free = name;
  for (let i = 2; used.has(foldName(free)); ++i) free = `${stem}-${i}${ending ?? ""}`;
  return free;
}
