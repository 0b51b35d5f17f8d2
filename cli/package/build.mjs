#!/usr/bin/env node
// `npm run package`, also run before `npm pack`: builds what the package contains, so that it needs no compiler and hardly a
// dependency: the library as JavaScript with declarations, the command in plain JavaScript, the numeric kernels as WebAssembly, the
// workbench, the programs of pages, and what checks ask of TypeScript.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { registerTypeScript } from "../../kernel/headless/typescript.mjs";
import { root } from "../installation/setup.mjs";

const build = join(root, "build");
for (const part of ["lib", "kernel", "cli", "kernels", "programs", "workbench"])
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

// Of the datasets for programs only the declaration is kept: their program is built with the command, which has all that it needs.
const declaration = readFileSync(join(build, "cli/library/datasets.d.ts"), "utf8");
for (const part of ["kernel", "cli"]) rmSync(join(build, part), { recursive: true });
mkdirSync(join(build, "cli/library"), { recursive: true });
writeFileSync(join(build, "cli/library/datasets.d.ts"), declaration);

registerTypeScript();
const { bundleCommand } = await import("./command-bundle.ts");
await bundleCommand(root, join(build, "cli"));

const { compileKernels } = await import("../serve/wasm.ts");
mkdirSync(join(build, "kernels"));
for (const [name, bytes] of Object.entries(await compileKernels(root))) {
  writeFileSync(join(build, "kernels", `${name}.wasm`), bytes);
}

// What a clone has built of these very sources is taken from its cache.
const { builtWorkbench } = await import("../serve/built-workbench.ts");
cpSync(await builtWorkbench(root), join(build, "workbench"), { recursive: true });

const { databaseProgram, programBuild } = await import("../build/programs.ts");
const { ship, ShippedContents } = await import("../build/shipped-programs.ts");
mkdirSync(join(build, "programs"));
// Most programs of pages, and that of the database, are files of the workbench, too.
const contents = new ShippedContents(root);
await contents.addFolder("build/workbench/assets");
for (const name of ["site", "single", "writing"]) await ship(root, name, await programBuild(root, name), contents);
await ship(root, "database", await databaseProgram(root), contents);
const { keepCompressedOnly } = await import("../serve/compressed.ts");
await keepCompressedOnly(join(build, "workbench"));

const { browserNames } = await import("../check/browser-names.ts");
const { installedVersions } = await import("../build/installed-versions.ts");
const { notices } = await import("./notices.ts");
writeFileSync(join(build, "browser-names.json"), JSON.stringify([...browserNames(root)]));
writeFileSync(join(build, "versions.json"), JSON.stringify(await installedVersions(root)));
writeFileSync(join(build, "THIRD-PARTY-NOTICES.txt"), notices(root));
