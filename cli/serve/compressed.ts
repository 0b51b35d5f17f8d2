import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

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

/**
 * Leaves of every compressed file of a folder the compressed form alone, and of documents the plain one, which a server completes before it
 * sends them. A package is so a quarter as large: browsers read the compressed form, and for others it is decompressed.
 */
export async function keepCompressedOnly(folder: string): Promise<void> {
  const paths = await readdir(folder, { recursive: true, encoding: "utf8" });
  for (const path of paths.filter((each) => each.endsWith(COMPRESSED))) {
    const plain = path.slice(0, -COMPRESSED.length);
    await rm(join(folder, plain.endsWith(".html") ? path : plain));
  }
}

/** The content of a file, which may lie there only in its compressed form. */
export async function readMaybeCompressed(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return decompress(await readFile(path + COMPRESSED));
  }
}

/** The bytes of a text, compressed. */
export function compressText(bytes: Buffer, quality = QUALITY.other): Promise<Buffer> {
  return compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
