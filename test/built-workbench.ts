import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { fingerprint } from "../cli/build/fingerprint.ts";

const root = join(import.meta.dirname, "..");
const kept = join(root, "node_modules/.cache/yuheng-tests-built");

/** What the built workbench is made of. */
const sources = ["app", "cli/serve", "datasets", "kernel", "lib", "notebooks", "package-lock.json", "vite.config.ts"];

/**
 * The folder of the built workbench, which several tests look at: built by whichever comes first, and again when anything that
 * it is made of has changed. It is for reading.
 */
export async function builtWorkbench(): Promise<string> {
  // The datasets are large, and their catalogue, which is read, has their hashes.
  const folder = join(kept, await fingerprint(root, sources, /\.(arrow|packed)$/));
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  for (const old of readdirSync(kept)) if (!old.startsWith("draft-")) rmSync(join(kept, old), { recursive: true });
  // Built beside its place and moved: who comes at the same time never sees half of it.
  const draft = mkdtempSync(join(kept, "draft-"));
  const notebooks = process.env.YUHENG_NOTEBOOKS;
  delete process.env.YUHENG_NOTEBOOKS;
  try {
    await build({
      configFile: join(root, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: draft, emptyOutDir: true, reportCompressedSize: false },
    });
  } finally {
    if (notebooks !== undefined) process.env.YUHENG_NOTEBOOKS = notebooks;
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}
