import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settingsFolder } from "./settings-folder.ts";

const BYTES = 32;

/** Secrets by folder of settings: a process has one of these, but for tests. */
const known = new Map<string, Buffer>();

/**
 * Proves that a process of this user has written a text: marks, proposals and consents are files of a folder, and a folder may come from
 * a stranger with such files in it. 64 hexadecimal digits.
 */
export function proofOf(text: string): string {
  const folder = settingsFolder();
  const key = known.get(folder) ?? secret(folder);
  known.set(folder, key);
  return createHmac("sha256", key).update(text).digest("hex");
}

/** Whether a proof, or its beginning of at least 16 digits, is that of the text. */
export function isProof(proof: string, text: string): boolean {
  if (!/^[0-9a-f]{16,64}$/.test(proof)) return false;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(text).slice(0, proof.length)));
}

/** The secret of this user; where none can be kept, one for this process, to which all other processes are strangers. */
function secret(folder: string): Buffer {
  const file = join(folder, "marks.key");
  const kept = read(file);
  if (kept) return kept;
  const made = randomBytes(BYTES);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, made.toString("hex"), { flag: "wx", mode: 0o600 });
    chmodSync(file, 0o600);
    return made;
  } catch {
    // Another process may have made it at the same moment.
    return read(file) ?? made;
  }
}

function read(file: string): Buffer | null {
  try {
    const text = readFileSync(file, "utf8");
    return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, "hex") : null;
  } catch {
    return null;
  }
}
