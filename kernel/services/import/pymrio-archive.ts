import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { type PymrioForm, type SavedFile, writePymrio } from "../../../lib/exchange/mrio/write-pymrio.ts";
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
  form: PymrioForm = "txt",
): Promise<Blob> {
  const parts: Blob[] = [];
  let failure: unknown;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else parts.push(new Blob([Uint8Array.from(data)]));
  });
  for (const saved of writePymrio(table, `${folder}/`, form)) await addTo(zip, saved, pause);
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: "application/zip" });
}

async function addTo(zip: Zip, saved: SavedFile, pause: () => void | Promise<void>): Promise<void> {
  if (saved.frame) {
    // Its columns are packed already. Who saves texts does not need the code that writes them.
    const { writeFrame } = await import("./frame-parquet.ts");
    const file = new ZipPassThrough(saved.path);
    zip.add(file);
    await writeFrame(saved.frame, (bytes) => file.push(bytes), pause);
    file.push(new Uint8Array(0), true);
    return;
  }
  const file = new ZipDeflate(saved.path, { level: 3 });
  zip.add(file);
  let held = "";
  for (const line of saved.lines()) {
    held += `${line}\n`;
    if (held.length < CHUNK) continue;
    file.push(strToU8(held));
    held = "";
    await pause();
  }
  file.push(strToU8(held), true);
}
