import { zip } from "fflate";
import type { Attachments } from "../../kernel/attachment/attachment.ts";
import { dataPackageName, writeDataPackage } from "../../kernel/attachment/data-package.ts";

/** A notebook with its files and their description, as a ZIP archive: unpacked, it runs on any machine. */
export async function notebookArchive(name: string, text: string, files: Attachments): Promise<Blob> {
  const listed = await files.list();
  const read = await Promise.all(listed.map((each) => files.read(each.name)));
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
