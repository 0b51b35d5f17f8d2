import { readFile, stat } from "node:fs/promises";
import { readRegularFile } from "../../kernel/headless/regular-file.ts";
import { WrongInput } from "./misuse.ts";

/** What a shell passes in place of a file: `<(…)`, or its standard input. */
const OF_THE_SHELL = /^\/(?:dev|proc)\//;

/**
 * The text of a file that a person names. Throws WrongInput with a sentence if there is none, and for a pipe or a device in a folder, which
 * may never end.
 */
export async function readGivenFile(path: string): Promise<string> {
  const bytes = await (OF_THE_SHELL.test(path) ? readFile(path) : readRegularFile(path)).catch((error) =>
    refuse(path, error),
  );
  try {
    return bytes.toString("utf8");
  } catch {
    throw new WrongInput(`“${path}” has ${bytes.length} bytes, and is too large to be read.`);
  }
}

async function refuse(path: string, { code, message }: NodeJS.ErrnoException): Promise<never> {
  if (code !== "ENOENT") throw new WrongInput(`“${path}” cannot be read: ${message}.`);
  const found = await stat(path).catch(() => null);
  throw new WrongInput(
    found
      ? `“${path}” is a folder, a pipe or a device: name a file, or give - for standard input.`
      : `There is no file “${path}”.`,
  );
}
