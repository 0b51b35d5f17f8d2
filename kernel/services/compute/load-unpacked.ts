import type { DatasetFile } from "../datasets.ts";
import { unpackArrow } from "../packed-arrow.ts";

/** A table is unpacked here, and not in the page, which it would stop for a tenth of a second. */
export async function loadUnpacked(name: string, load: (name: string) => Promise<DatasetFile>): Promise<Uint8Array> {
  const { bytes, packed } = await load(name);
  return packed ? unpackArrow(bytes) : bytes;
}
