import type { ZipEntry } from "./zip-archive.ts";

/** Names are in UTF-8. */
const UTF8 = 1 << 11;
const VERSION = 20;
/** The sizes of the records without their names (APPNOTE.TXT 4.3). */
const LOCAL = 30;
const ENTRY = 46;
const END = 22;

/**
 * A zip archive of entries that were read and checked, with one directory and nothing else. A library that is given the archive that
 * a person chose finds its directory by rules of its own, and may open another than the one that was checked: a second may stand in
 * a comment. What it is given here has only one.
 */
export async function rebuiltArchive(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.path);
    const local = new DataView(new ArrayBuffer(LOCAL));
    local.setUint32(0, 0x04034b50, true);
    writeFacts(local, 4, entry, name.length);
    const listed = new DataView(new ArrayBuffer(ENTRY));
    listed.setUint32(0, 0x02014b50, true);
    listed.setUint16(4, VERSION, true);
    writeFacts(listed, 6, entry, name.length);
    listed.setUint32(42, at, true);
    directory.push(new Uint8Array(listed.buffer), name);
    parts.push(new Uint8Array(local.buffer), name, entry.packed());
    at += LOCAL + name.length + entry.compressed;
  }
  const end = new DataView(new ArrayBuffer(END));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return new Uint8Array(await new Blob([...parts, ...directory, new Uint8Array(end.buffer)]).arrayBuffer());
}

/** What the header of a file and its entry in the directory have in common. */
function writeFacts(view: DataView, at: number, { method, crc, compressed, size }: ZipEntry, name: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, compressed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name, true);
}
