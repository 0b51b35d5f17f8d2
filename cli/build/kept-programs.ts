import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { fingerprint } from "./fingerprint.ts";

/** What programs are made of, and by: sources, and the list of what is installed. */
const SOURCES = ["app", "cli/build", "cli/serve", "kernel", "lib", "node_modules/.package-lock.json"];
const HASH_BYTES = 32;

/**
 * What `build` gives, or gave before for the same sources, dependencies and Node. In a clone it is kept in `node_modules/.cache`;
 * an installed package, which has no such folder, builds anew. What is kept must be such as `structuredClone` takes. A file that
 * is damaged or cannot be written costs a build and nothing else.
 */
export async function kept<Programs>(root: string, name: string, build: () => Promise<Programs>): Promise<Programs> {
  const key = await keyOf(root);
  if (key === null) return build();
  const folder = join(root, "node_modules/.cache/yuheng-programs");
  const file = `${name}-${key}`;
  try {
    const bytes = await readFile(join(folder, file));
    const content = bytes.subarray(HASH_BYTES);
    if (bytes.subarray(0, HASH_BYTES).equals(hashOf(content))) return deserialize(content);
  } catch {
    // It is not there, or of another Node.
  }
  const programs = await build();
  // Sources that were changed meanwhile are of another key.
  if ((await keyOf(root)) === key) await keep(folder, name, file, serialize(programs)).catch(() => {});
  return programs;
}

/** Written beside its place and moved: whoever reads at the same time never sees half of it. */
async function keep(folder: string, name: string, file: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `draft-${randomUUID()}`);
  try {
    await writeFile(draft, Buffer.concat([hashOf(content), content]));
    await rename(draft, join(folder, file));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  for (const old of await readdir(folder))
    if (old.startsWith(`${name}-`) && old !== file) await rm(join(folder, old), { force: true });
}

/** Null in an installed package. */
function keyOf(root: string): Promise<string | null> {
  return fingerprint(root, SOURCES).then(
    (sources) => `${process.version}-${sources}`,
    () => null,
  );
}

function hashOf(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
