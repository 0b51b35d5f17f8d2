import { mediaType } from "../../../kernel/attachment/media-type.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { writeSize } from "../../language/figures.ts";
import { MAX_FILE_BYTES } from "../../session/attachments.ts";
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
  // Signs that no path relative to the notebook can have.
  const name = file.name.normalize("NFC").replace(/[\\/:\p{Cc}]/gu, "_");
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
  for (let i = 1; ; ++i) {
    const name = i === 1 ? `pasted.${ending}` : `pasted-${i}.${ending}`;
    if (!taken.has(name)) return new File([text], name, { lastModified: Date.now() });
  }
}
