import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { fingerprint } from "../serve/fingerprint.ts";

/** The inputs of a build of programs: the sources, and the list of installed packages. */
const SOURCES = ["app", "cli/build", "cli/serve", "kernel", "lib", "node_modules/.package-lock.json"];
const HASH_BYTES = 32;

/**
 * The result of `build`, cached for the same sources, dependencies and version of Node. A clone caches it in
 * `node_modules/.cache`; an installed package, which has no such folder, always builds. The result must be a value that
 * `structuredClone` accepts. A file that is damaged or cannot be written costs a build and nothing else.
 */
export async function cached<Programs>(root: string, name: string, build: () => Promise<Programs>): Promise<Programs> {
  const key = await keyOf(root);
  if (key === null) return build();
  const folder = join(root, "node_modules/.cache/yuheng-programs");
  const file = `${name}-${key}`;
  try {
    const bytes = await readFile(join(folder, file));
    const content = bytes.subarray(HASH_BYTES);
    if (bytes.subarray(0, HASH_BYTES).equals(hashOf(content))) return deserialize(content);
  } catch {
    // Not cached, or by another version of Node.
  }
  const programs = await build();
  // If the sources changed during the build, they have another key.
  if ((await keyOf(root)) === key) await store(folder, name, file, serialize(programs)).catch(() => {});
  return programs;
}

/** Writes to a temporary name and renames, so that a concurrent reader never sees half a file. */
async function store(folder: string, name: string, file: string, content: Buffer): Promise<void> {
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
