import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Plugin } from "vite";
import type { KernelBuilds } from "../../lib/numeric/load-kernels.ts";
import type { BuildName } from "../../lib/numeric/wasm-kernels.ts";

const SOURCES = "lib/numeric/assembly";
/** The module with the builds for the compute workers; empty in the source tree. */
const PLACEHOLDER = "kernel/services/compute/kernel-builds.ts";

const COMMON = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--noExportMemory", "--enable", "simd"];
const SHARED = ["--enable", "threads", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"];
const RELAXED = ["--enable", "relaxed-simd"];

const FLAGS: Record<BuildName, readonly string[]> = {
  strict: COMMON,
  relaxed: [...COMMON, ...RELAXED],
  threadedStrict: [...COMMON, ...SHARED],
  threaded: [...COMMON, ...SHARED, ...RELAXED],
};

export const buildNames = Object.keys(FLAGS) as BuildName[];

/**
 * The numeric kernels: in an installed package those that it contains; in a clone compiled, or read from
 * `node_modules/.cache` if neither sources, flags nor compiler have changed. Compiling takes some seconds. Rejects with the
 * compiler's own message.
 */
export async function compileKernels(root: string, names: readonly BuildName[] = buildNames): Promise<KernelBuilds> {
  // A package has no sources of them; a compiler that it found would be someone else's.
  const compiler = existsSync(join(root, SOURCES)) ? findCompiler(root) : undefined;
  if (!compiler) return readBuilds(join(root, "build/kernels"), names);
  const hash = createHash("sha256").update(await readFile(compiler));
  for (const file of (await readdir(join(root, SOURCES))).sort()) {
    hash.update(`${file}\n`).update(await readFile(join(root, SOURCES, file)));
  }
  const sources = hash.digest("hex");
  const builds: KernelBuilds = {};
  await Promise.all(
    names.map(async (name) => {
      const key = createHash("sha256")
        .update(`${sources} ${FLAGS[name].join(" ")}`)
        .digest("hex")
        .slice(0, 16);
      builds[name] = await buildOf(root, dirname(compiler), name, `${name}-${key}.wasm`);
    }),
  );
  return builds;
}

/** The compiler's package.json; undefined in a production install of a clone. */
function findCompiler(root: string): string | undefined {
  try {
    return createRequire(join(root, "package.json")).resolve("assemblyscript/package.json");
  } catch {
    return undefined;
  }
}

async function readBuilds(folder: string, names: readonly BuildName[]): Promise<KernelBuilds> {
  const read = async (name: BuildName) => [name, new Uint8Array(await readFile(join(folder, `${name}.wasm`)))] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

async function buildOf(
  root: string,
  compiler: string,
  name: BuildName,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = join(root, "node_modules/.cache/yuheng-kernels");
  const path = join(folder, file);
  const known = await readFile(path).catch(() => null);
  if (known) return new Uint8Array(known);
  await mkdir(folder, { recursive: true });
  // Written to a temporary name and renamed: two processes that compile at once never see half a file.
  const draft = join(folder, `${process.pid}-${file}`);
  const args = [join(compiler, "bin/asc.js"), join(root, SOURCES, "index.ts"), ...FLAGS[name], "-o", draft];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  await rename(draft, path);
  return new Uint8Array(await readFile(path));
}

/**
 * Puts the compiled kernels into their module for the compute workers, in the dev server and in the build: some kB of base64,
 * so that a published notebook needs no further request. Without the compiler (a production install) the module stays empty
 * and the kernels run in TypeScript.
 */
export function numericKernels(root: string): Plugin {
  let warned = false;
  return {
    name: "yuheng:numeric-kernels",
    async load(id) {
      if (!id.split("?")[0]!.replaceAll("\\", "/").endsWith(PLACEHOLDER)) return;
      const folder = join(root, SOURCES);
      for (const file of await readdir(folder)) this.addWatchFile(join(folder, file));
      try {
        const builds = Object.entries(await compileKernels(root)).map(([name, bytes]) => [name, base64(bytes)]);
        return `export const kernelBuilds = ${JSON.stringify(Object.fromEntries(builds))};\n`;
      } catch (error) {
        if (!warned) this.warn(`The numeric kernels were not compiled and run in TypeScript: ${String(error)}`);
        warned = true;
      }
    },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
