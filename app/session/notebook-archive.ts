import { zip } from "fflate";
import { dataPackageName, writeDataPackage } from "../../kernel/attachment/data-package.ts";
import type { CellSource } from "../../kernel/compile/index.ts";
import type { Attachments } from "../../kernel/services/attachment.ts";
import { archivedFiles } from "./archived-files.ts";

/** A notebook with the files that its cells name or import and their description, as a ZIP archive: unpacked, it runs on any machine. */
export async function notebookArchive(
  name: string,
  text: string,
  cells: readonly CellSource[],
  files: Attachments,
): Promise<Blob> {
  const read = await Promise.all((await archivedFiles(cells, files)).map((each) => files.read(each)));
  const found = read.filter((each) => each !== null);
  const encoder = new TextEncoder();
  const entries = {
    [`${name}.html`]: encoder.encode(text),
    [dataPackageName]: encoder.encode(writeDataPackage(found.map(({ attachment }) => attachment))),
    ...Object.fromEntries(found.map(({ attachment, bytes }) => [attachment.name, bytes])),
  };
  return new Promise((resolve, reject) => {
    zip(entries, (error, bytes) => {
      if (error) reject(error);
      else resolve(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/zip" }));
    });
  });
}
