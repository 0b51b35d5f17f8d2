import { chmod, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { Misuse } from "../input/misuse.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { settingsFolder } from "../serve/settings-folder.ts";
import { type StoredToken, scopes } from "./access-token.ts";

const tokenFile = z.object({
  version: z.literal(1),
  tokens: z
    .array(
      z.object({
        name: z.string().max(200),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        scopes: z.array(z.enum(scopes)),
      }),
    )
    .max(1000),
});

/** Where tokens are stored if no file is named: in the user's folder of settings. */
export function defaultTokenFile(environment: NodeJS.ProcessEnv = process.env): string {
  return join(settingsFolder(environment), "tokens.json");
}

/** The tokens of a file; none if there is no such file. Throws Misuse for a file that is no list of tokens. */
export async function readTokens(file: string): Promise<readonly StoredToken[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new Misuse(`The file of tokens “${file}” cannot be read: ${error.message}.`);
  });
  if (text === null) return [];
  try {
    return tokenFile.parse(JSON.parse(text)).tokens;
  } catch {
    throw new Misuse(`“${file}” is no file of tokens. Name another with --tokens, or remove it to make new tokens.`);
  }
}

/** Writes the tokens of a file, which only its owner may read. Throws WriteError. */
export async function writeTokens(file: string, tokens: readonly StoredToken[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeWhole(file, `${JSON.stringify({ version: 1, tokens }, null, 2)}\n`);
  await chmod(file, 0o600);
}
