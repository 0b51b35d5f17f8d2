#!/usr/bin/env node
// `npm run package`, also run before `npm pack`: builds what the package contains besides its sources: the library as JavaScript
// with declarations, because TypeScript refuses to read the sources of a package; the numeric kernels as WebAssembly, because
// their compiler is not a dependency; and the workbench, so that it starts without a build.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { register } from "tsx/esm/api";
import { root } from "../setup.mjs";

const build = join(root, "build");
for (const part of ["lib", "kernel", "cli", "kernels", "workbench"])
  rmSync(join(build, part), { recursive: true, force: true });

const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.package.json")], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

// The compiler rewrites the extensions of imports in JavaScript, but not in declarations.
const ending = /((?:from|import)\s*\(?\s*"\.{1,2}\/[^"]+)\.ts"/g;
for (const file of readdirSync(build, { recursive: true })) {
  if (!file.endsWith(".d.ts")) continue;
  const path = join(build, file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(ending, '$1.js"'));
}

register();
const { compileKernels } = await import("../serve/wasm.ts");
mkdirSync(join(build, "kernels"), { recursive: true });
for (const [name, bytes] of Object.entries(await compileKernels(root))) {
  writeFileSync(join(build, "kernels", `${name}.wasm`), bytes);
}

const { buildWorkbenchInto } = await import("../serve/built-workbench.ts");
await buildWorkbenchInto(root, join(build, "workbench"));
