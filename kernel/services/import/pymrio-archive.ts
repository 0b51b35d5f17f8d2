import { strToU8, Zip, ZipDeflate } from "fflate";
import { writePymrio } from "../../../lib/exchange/mrio/write-pymrio.ts";
import type { InputOutputTable } from "../../../lib/mrio/table.ts";

/** Text that is packed at once. */
const CHUNK = 1 << 18;

/**
 * A table as pymrio saves it, in one zip archive: `pymrio.load_all(path)` reads it. Lines are packed as they are written;
 * `pause` is called between them. The archive's bytes are handed to the browser in parts, which keeps them where it sees fit.
 */
export async function pymrioArchive(
  table: InputOutputTable,
  folder: string,
  pause: () => void | Promise<void> = () => {},
): Promise<Blob> {
  const parts: Blob[] = [];
  let failure: unknown;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else parts.push(new Blob([Uint8Array.from(data)]));
  });
  for (const { path, lines } of writePymrio(table, `${folder}/`) as { path: string; lines(): Iterable<string> }[]) {
    const file = new ZipDeflate(path, { level: 3 });
    zip.add(file);
    let held = "";
    for (const line of lines()) {
      held += `${line}\n`;
      if (held.length < CHUNK) continue;
      file.push(strToU8(held));
      held = "";
      await pause();
    }
    file.push(strToU8(held), true);
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: "application/zip" });
}
