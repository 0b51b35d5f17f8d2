import { constants } from "node:fs";
import { open } from "node:fs/promises";

/**
 * The bytes of a file that is one. A pipe or a device under the name of a file rejects like a missing one: to read it may never end, and
 * then the process does not, either.
 */
export async function readRegularFile(path: string): Promise<Buffer<ArrayBuffer>> {
  // Without waiting for whoever would write to a pipe. Windows has no such flag, and no pipes in folders.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw Object.assign(new Error(`${path} is not a file`), { code: "ENOENT" });
    return (await handle.readFile()) as Buffer<ArrayBuffer>;
  } finally {
    await handle.close();
  }
}

/** The same as text in UTF-8. */
export async function readRegularText(path: string): Promise<string> {
  return (await readRegularFile(path)).toString("utf8");
}
