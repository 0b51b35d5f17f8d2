import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DUCKDB_VERSION } from "../../../kernel/headless/database/duckdb-package.ts";
import { notebookText } from "../../e2e/notebook-text.ts";
import { expectClose } from "../../reference/mrio/close.ts";
import { expected, smallInput } from "../../reference/mrio/small.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "yuheng-package-"));
const installed = join(folder, "node_modules/yuheng");
const bin = join(folder, "node_modules/.bin/yuheng");
const domains = [
  "mrio",
  "inventory",
  "company",
  "lifecycle",
  "factors",
  "natural",
  "panorama",
  "indicators",
  "uncertainty",
].map((name) => `./lib/${name}`);

const yuheng = (args: readonly string[], input = "") => run(bin, args, folder, input);

/** The bytes of a file, or of all files in a folder. */
function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Runs a program to its end; what it says on stderr is in the failure. */
function run(command: string, args: readonly string[], cwd: string, input = ""): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}.\n${stdout}\n${stderr}`);
  return stdout;
}

let tarball: string;

/** Puts a package of this clone beside the installed one, as an installation does. */
function link(name: string): void {
  const place = join(folder, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(root, "node_modules", name), place);
}

// Packed as it would be published, unpacked into a fresh folder as an installation does, with its dependencies beside it and
// nothing else: what only development needs is not there, nor what is installed by those who need it.
beforeAll(() => {
  const packed = run("npm", ["pack", "--json", "--pack-destination", folder], root);
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[\n")));
  tarball = join(folder, filename);
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  mkdirSync(installed);
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"], folder);
  const { dependencies, bin: bins } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) link(name);
  symlinkSync(join(installed, bins.yuheng), bin);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("The package in a fresh folder", { timeout: 300_000 }, () => {
  test("gives the library to a program: by tool, by room, and with the shipped datasets", () => {
    writeFileSync(
      join(folder, "use.mjs"),
      `import { consumption, panorama, ToolInputError } from "yuheng/lib";
       import { shipped } from "yuheng/datasets";
       import { identity } from "yuheng/lib/numeric";
       import { calcFlows } from "yuheng/lib/mrio/accounts";
       const accounts = await consumption.accounts(${JSON.stringify(smallInput)});
       const ladder = await panorama.ladder({regions: ["CHN"], year: 2022}, {read: shipped});
       const refused = await consumption.accounts({}).catch((error) => error instanceof ToolInputError);
       console.log(JSON.stringify({D_cba: accounts.D_cba, rows: ladder.rows.length, refused, rank: identity(3).data.length, flows: typeof calcFlows}));`,
    );
    const { D_cba, rows, refused, rank, flows } = JSON.parse(run(process.execPath, ["use.mjs"], folder));
    expectClose(D_cba, expected.D_cba_reg, 1e-10);
    expect(rows).toBeGreaterThan(3);
    expect([refused, rank, flows]).toEqual([true, 9, "function"]);
  });

  test("types what goes in and comes out", () => {
    writeFileSync(
      join(folder, "typed.ts"),
      `import { consumption, quantity, type Tool } from "yuheng";
       import { findTool } from "yuheng/lib";
       const made = await consumption.accounts({regions: ["A"], sectors: ["s"], Z: [[1]], Y: [[1]], yRegions: ["A"], F: [[1]], stressors: ["CO2"]});
       export const cba: number = made.D_cba[0]![0]!;
       export const unit: string = (await quantity.convert({value: 1, from: "t", to: "kg"})).unit;
       export const tool: Tool | undefined = findTool("consumption.accounts");
       // @ts-expect-error a region is a text
       await consumption.accounts({regions: [1], sectors: ["s"], Z: [[1]], Y: [[1]], yRegions: ["A"], F: [[1]], stressors: ["CO2"]});
       // @ts-expect-error there is no such tool
       await consumption.acounts({});`,
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--target", "es2022", "--types", ""];
    for (const module of [
      // The declarations themselves are checked once, under the stricter of the two resolutions.
      ["--module", "nodenext", "--skipLibCheck", "false"],
      ["--module", "esnext", "--moduleResolution", "bundler", "--skipLibCheck"],
    ])
      run(process.execPath, [tsc, ...options, ...module, "typed.ts"], folder);
  });

  test("is what publint and attw expect of a package of modules", async () => {
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    const unpacked = createPackageFromTarballData(new Uint8Array(bytes));
    // It would look through all files for each of many thousand questions for a few hundred folders.
    const folders = new Map<string, boolean>();
    const { directoryExists } = unpacked;
    unpacked.directoryExists = (path) => {
      const known = folders.get(path) ?? directoryExists.call(unpacked, path);
      folders.set(path, known);
      return known;
    };
    const analysis = await checkPackage(unpacked);
    if (!analysis.types) throw new Error("The package has no types.");
    // It has modules only: `require` gets one in Node 20.19 or newer, and an older resolution finds no exports.
    const expectedOfModules = ["CJSResolvesToESM", "NoResolution"];
    const problems = analysis.problems.filter(
      (problem) =>
        !expectedOfModules.includes(problem.kind) ||
        !/^node1[06]/.test("resolutionKind" in problem ? problem.resolutionKind : ""),
    );
    expect(problems).toEqual([]);
    expect(
      analysis.problems.filter((problem) => "resolutionKind" in problem && /esm|bundler/.test(problem.resolutionKind)),
    ).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining([".", "./datasets", ...domains]));
  });

  test("is published, names no host, and needs less than 110 MB", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("private");
    expect(manifest.keywords.length).toBeGreaterThan(4);
    expect(Object.keys(manifest.dependencies)).toEqual(["fflate", "highs", "saxes", "zod"]);
    expect(manifest.peerDependencies["@duckdb/node-api"]).toBe(DUCKDB_VERSION);
    // A project may have another Vite for itself.
    expect(manifest.peerDependencies.vite).toBe("*");
    expect(manifest.devDependencies.vite).toMatch(/^8\./);
    for (const name of Object.keys(manifest.peerDependencies)) {
      expect([name, manifest.peerDependenciesMeta[name]]).toEqual([name, { optional: true }]);
    }
    const dependencies = Object.keys(manifest.dependencies).map((name) => join(root, "node_modules", name));
    const bytes = [installed, ...dependencies].reduce((sum, path) => sum + sizeOf(path), 0);
    // What browsers fetch lies there once and compressed; a plain or second copy of the database's program alone is 34 or 6 MB.
    expect(bytes).toBeLessThan(110e6);
    expect(sizeOf(tarball)).toBeLessThan(50e6);
    expect(bytes).toBeGreaterThan(50e6);
  });

  test("has a command that lists tools and calls one, with the compiled kernels that it brings", () => {
    expect(yuheng(["tools"])).toContain("consumption.accounts");
    expectClose(
      JSON.parse(yuheng(["call", "consumption.accounts"], JSON.stringify(smallInput))).D_cba,
      expected.D_cba_reg,
      1e-10,
    );
    const programme = { maximize: { x: 1 }, constraints: { cap: { terms: { x: 2 }, hi: 8 } } };
    const solved = JSON.parse(yuheng(["call", "industry.programme"], JSON.stringify(programme)));
    expect(solved.values.x).toBeCloseTo(4, 9);
    expect(yuheng(["new", "first", "--template", "inventory", "--language", "en"])).toContain("first.html is written");
    expect(yuheng(["check", "first.html"])).toBe("1 notebook: nothing to say.\n");
    expect(yuheng(["datasets"])).toContain("population");
  });

  test("runs a notebook with its threads, and says how to install DuckDB where a query needs it", () => {
    const cells = [
      "const world = await consumption.table({year: 2011, regions: 7});",
      "const total = d3.sum((await consumption.accounts(world)).D_cba.flat());",
      "display(Plot.dot([[1, 2]]).plot())",
      { kind: "sql", source: "select 42 as answer", attributes: 'output="answers"' },
    ];
    writeFileSync(join(folder, "all.html"), notebookText("All", cells));
    const yuhengRun = () => spawnSync(bin, ["run", "all.html", "--json", "--quiet"], { cwd: folder, encoding: "utf8" });
    const without = yuhengRun();
    expect(without.status).toBe(1);
    expect(without.stderr).toContain(`npm install @duckdb/node-api@${DUCKDB_VERSION}`);
    const checked = spawnSync(bin, ["check", "all.html"], { cwd: folder, encoding: "utf8" });
    expect(checked.stderr).toMatch(/^SQL is checked only in part\. .*npm install @duckdb\/node-api@/);
    link("@duckdb/node-api");
    const { status, stdout, stderr } = yuhengRun();
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).runs[0].figures.total).toBeGreaterThan(1e6);
    expect(readFileSync(join(folder, "results/answers.csv"), "utf8")).toContain("42");
  });

  test("begins a folder of notebooks whose workflow passes, and builds its site without a compiler", () => {
    yuheng(["new", "site", "carbon", "--language", "en"]);
    const site = join(folder, "carbon");
    const workflow = readFileSync(join(site, ".github/workflows/notebooks.yml"), "utf8");
    for (const [, line] of workflow.matchAll(/run: npx (yuheng .*)/g)) {
      run("sh", ["-c", `PATH="${dirname(bin)}:$PATH"; ${line}`], site);
    }
    const page = readFileSync(join(site, "site/inventory.html"), "utf8");
    expect(page).toContain("<svg");
    for (const [, address] of page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)) {
      expect(sizeOf(join(site, "site", address!))).toBeGreaterThan(0);
    }
  });

  test("holds the data with their licences, notices of what is built in, and neither sources nor tests", () => {
    const has = (path: string) => {
      try {
        return readFileSync(join(installed, path)).length > 0;
      } catch {
        return false;
      }
    };
    for (const path of [
      "LICENSE",
      "README.md",
      "datasets/LICENCES.md",
      "build/THIRD-PARTY-NOTICES.txt",
      "build/workbench/index.html",
      "notebooks/templates/blank.en.html",
      "build/kernels/strict.wasm",
    ]) {
      expect([path, has(path)]).toEqual([path, true]);
    }
    for (const path of [
      "test/run.mjs",
      "cli/main.ts",
      "lib/index.ts",
      "app/index.html",
      "datasets/build/main.ts",
      "notebooks/pictures/panorama.en.light.webp",
      "build/documentation/index.html",
    ]) {
      expect([path, has(path)]).toEqual([path, false]);
    }
  });

  // Of every room it takes three times as long, and finds the same: the rooms are those of the package's exports.
  test("has a documentation of its rooms, here of two, which asks nothing of another host", () => {
    const pages = join(folder, "documentation");
    run(process.execPath, [join(root, "cli/package/document.mjs"), pages, "mrio", "quantity"], root);
    expect(readdirSync(join(pages, "modules")).sort()).toEqual(["mrio.html", "quantity.html"]);
    expect(readFileSync(join(pages, "functions/mrio.calcFlows.html"), "utf8")).toContain("calcFlows");
    const assets = readdirSync(pages, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
    for (const path of assets) {
      const html = readFileSync(join(pages, path), "utf8");
      expect([path, html.match(/<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?\/\//)]).toEqual([path, null]);
    }
  });
});
