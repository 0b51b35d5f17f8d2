import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** The ending of a file's compressed form, which stands beside it. */
export const COMPRESSED = ".br";

const COMPRESSIBLE = /\.(?:css|html|js|json|svg|wasm)$/;

/** Below this a compressed file saves no packet. */
const LEAST_BYTES = 1024;

/** Large files get the quality that is done in a second; the others the best that does not delay a build. */
const LARGE_BYTES = 4 * 1024 * 1024;
const QUALITY = { large: 5, other: 9 };

/** Puts a compressed form beside every file of a folder that it makes smaller. */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name));
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { size } = await stat(path);
      if (size < LEAST_BYTES) return;
      const quality = size > LARGE_BYTES ? QUALITY.large : QUALITY.other;
      const bytes = await compressText(await readFile(path), quality);
      if (bytes.length < size) await writeFile(path + COMPRESSED, bytes);
    }),
  );
}

/** The bytes of a text, compressed. */
export function compressText(bytes: Buffer, quality = QUALITY.other): Promise<Buffer> {
  return compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
