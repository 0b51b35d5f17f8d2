import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * SHA-256, in hexadecimal digits, of bytes that arrive in pieces: the browser's digest needs them all at once and is asynchronous,
 * and the archive of a database is half a gigabyte.
 */
export class Sha256 {
  readonly #hash = sha256.create();

  add(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  /** The digest; nothing may be added after it. */
  hex(): string {
    return bytesToHex(this.#hash.digest());
  }
}

/** The digest of a text in UTF-8. */
export function sha256OfText(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

/** The digest of a file, read piece by piece; `read` receives the number of bytes of each, and may throw to cancel. */
export async function sha256Of(file: Blob, read: (bytes: number) => void = () => {}): Promise<string> {
  const sha = new Sha256();
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return sha.hex();
      sha.add(value);
      read(value.length);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
