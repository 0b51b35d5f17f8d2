import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { bundlePackage } from "../../../cli/add/bundle.ts";

// What a folder around the command, or around what it builds, tells tools that we use: none of it may run.

const project = join(import.meta.dirname, "../../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "yuheng-foreign-")));
const canary = join(folder, "canary");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const sings = `require("node:fs").writeFileSync(${JSON.stringify(canary)}, "");`;

test("A clone that has compiled nothing reads no tsconfig.json of the current folder", () => {
  const paths = { "zod/mini": ["./evil.cts"], zod: ["./evil.cts"] };
  write("tsconfig.json", JSON.stringify({ include: ["/**/*"], compilerOptions: { baseUrl: ".", paths } }));
  write("evil.cts", sings);
  const [register, module] = ["kernel/headless/typescript.mjs", "kernel/module/package-list.ts"].map((path) =>
    JSON.stringify(pathToFileURL(join(project, path)).href),
  );
  const run = (how: string) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", `${how}; await import(${module});`], {
      cwd: folder,
      encoding: "utf8",
    });
  // As it is without our setting: otherwise this test could not fail.
  run(`(await import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})).register()`);
  expect(existsSync(canary)).toBe(true);
  rmSync(canary);
  expect(run(`(await import(${register})).registerTypeScript()`)).toMatchObject({ status: 0, stderr: "" });
  expect(existsSync(canary)).toBe(false);
});

test("Nothing that a person starts registers tsx by itself", () => {
  const files = ["cli", "kernel", "test/run.mjs"].flatMap((path) =>
    path.endsWith(".mjs")
      ? [path]
      : readdirSync(join(project, path), { recursive: true, encoding: "utf8" }).map((file) => join(path, file)),
  );
  const own = join("kernel/headless/typescript.mjs");
  const others = files.filter((file) => /\.m?[jt]s$/.test(file) && file !== own);
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((file) => readFileSync(join(project, file), "utf8").includes("tsx/esm/api"))).toEqual([]);
});

test("A build obeys no settings of the folders around its root", async () => {
  for (const above of ["postcss.config.cjs", ".postcssrc.cjs", "vite.config.cjs"])
    write(above, `${sings} module.exports = {plugins: []};`);
  // The search goes up to the folder of a workspace.
  write("package.json", JSON.stringify({ workspaces: ["workshop"] }));
  write("workshop/.env", "VITE_CANARY=sings\n");
  write("workshop/package.json", "{}");
  write(
    "workshop/node_modules/styled/package.json",
    JSON.stringify({ name: "styled", version: "1.0.0", type: "module", main: "index.js", sideEffects: true }),
  );
  write(
    "workshop/node_modules/styled/index.js",
    'import "./look.css"; export const canary = `${import.meta.env.VITE_CANARY}`;',
  );
  write("workshop/node_modules/styled/look.css", "p { color: red }");
  const { code } = await bundlePackage(join(folder, "workshop"), "styled");
  expect(code).not.toContain("sings");
  expect(existsSync(canary)).toBe(false);
});
