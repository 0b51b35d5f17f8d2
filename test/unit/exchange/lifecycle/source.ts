import { strToU8, zipSync } from "fflate";
import { openFiles } from "../../../../kernel/services/import/file-source.ts";
import type { InventoryFormat, WrittenInventory } from "../../../../lib/exchange/lifecycle/inventory-format.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";

/** Files as a person picks them: bytes or text by name. */
export function picked(files: Readonly<Record<string, string | Uint8Array>>) {
  return openFiles(
    Object.entries(files).map(
      ([name, content]) =>
        new File([typeof content === "string" ? content : Uint8Array.from(content)], name.split("/").at(-1)!),
    ),
  );
}

/** The files of an archive, zipped. */
export function zipped(files: Iterable<readonly [string, string]>): Uint8Array {
  return zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])), { level: 0 });
}

/** Reads an archive that holds a written inventory. */
export async function reread(format: InventoryFormat, written: WrittenInventory, name: string) {
  return format.read(await picked({ [name]: zipped(written.files) }), uninterrupted);
}

/** The sentence of the error with which reading ends. */
export async function refusal(reading: () => Promise<unknown>): Promise<string> {
  try {
    await reading();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  throw new Error("it was read without an error");
}
