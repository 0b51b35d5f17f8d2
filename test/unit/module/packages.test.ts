import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Added, addPackage } from "../../../cli/add/add-package.ts";
import { commonJsNames } from "../../../cli/add/commonjs-names.ts";
import { npmFailure } from "../../../cli/add/installed-package.ts";
import { readPackageSource } from "../../../cli/add/package-source.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { moduleFiles } from "../../../kernel/module/module-files.ts";
import { type AddedPackage, findPackage, readPackageList } from "../../../kernel/module/package-list.ts";
import { compareVersions, inRange } from "../../../kernel/module/version-range.ts";
import { openServices, runCells } from "../headless/services.ts";

const services = openServices();
const before = { ...process.env };
let place: string;
let folder: string;
let added: Added;

/** A package with an entry for browsers, one below it, and a dependency in CommonJS within its archive. */
const sources = {
  "main/package.json": JSON.stringify({
    name: "@fixture/main",
    version: "1.2.3",
    type: "module",
    license: "MIT",
    exports: { ".": { browser: "./browser.js", default: "./node.js" }, "./sub": "./sub.js" },
    dependencies: { "fixture-dep": "2.0.1" },
    bundleDependencies: ["fixture-dep"],
    scripts: { install: "node -e \"require('fs').writeFileSync('ran', '')\"" },
  }),
  "main/browser.js":
    'import fs from "node:fs"; import {twice, made} from "fixture-dep"; export const four = twice(2); export default made;\n' +
    'export const where = "browser"; export const later = async () => (await import("./sub.js")).sub; export const files = typeof fs.readFileSync;',
  "main/node.js": 'export const where = "node"',
  "main/sub.js": "export const sub = 1",
  "main/LICENSE": "The text of a licence.",
  "main/node_modules/fixture-dep/package.json": JSON.stringify({
    name: "fixture-dep",
    version: "2.0.1",
    license: "ISC",
  }),
  "main/node_modules/fixture-dep/index.js":
    'exports.twice = (n) => 2 * n; exports.made = process.env.NODE_ENV; exports.Other = class {}; module.exports.more = require("./more.js")',
  "main/node_modules/fixture-dep/more.js": "module.exports = {k: 1}",
  "main/node_modules/fixture-dep/COPYING": "The text of another licence.",
};

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "yuheng-packages-"));
  folder = join(place, "notebooks");
  await mkdir(folder);
  for (const [name, text] of Object.entries(sources)) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await writeFile(join(place, name), text);
  }
  // Without a network and with a cache of its own, npm knows only what is in the folder.
  Object.assign(process.env, { npm_config_offline: "true", npm_config_cache: join(place, "cache") });
  await promisify(execFile)("npm", ["pack", "./main"], { cwd: place, shell: process.platform === "win32" });
  added = await addPackage(readPackageSource(join(place, "fixture-main-1.2.3.tgz")), folder);
}, 60_000);

afterAll(async () => {
  for (const name of ["npm_config_offline", "npm_config_cache"]) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  await rm(place, { recursive: true, force: true });
});

async function run(notebooks: string, ...cells: string[]) {
  const executed = await runCells(services, cells, { attachments: new FolderAttachments(notebooks) });
  const errors = executed.cells.flatMap(({ error }) => error?.message ?? []);
  return { ...executed, errors, values: Object.fromEntries(executed.values) };
}

/** A copy of the folder of notebooks, to be changed. */
async function copied(): Promise<string> {
  const copy = await mkdtemp(join(place, "copy-"));
  await cp(folder, copy, { recursive: true });
  return copy;
}

describe("yuheng add", () => {
  test("bundles the entry for browsers with its dependencies, and lists licence and hash", async () => {
    const code = await readFile(join(folder, "modules/@fixture/main@1.2.3.js"));
    expect(added).toMatchObject({ bytes: code.length, commonJs: false, missing: ["fs"] });
    expect(readPackageList(await readFile(join(folder, "modules/modules.json"), "utf8"))).toEqual([
      {
        name: "@fixture/main",
        version: "1.2.3",
        entry: "",
        file: "@fixture/main@1.2.3.js",
        sha256: createHash("sha256").update(code).digest("hex"),
        licence: "MIT",
        licenceFile: "@fixture/main@1.2.3.licences.txt",
        from: null,
        contains: [{ name: "fixture-dep", version: "2.0.1", licence: "ISC", from: null }],
      },
    ]);
    const licences = await readFile(join(folder, "modules/@fixture/main@1.2.3.licences.txt"), "utf8");
    expect(licences).toContain("The text of a licence.");
    expect(licences).toContain("The text of another licence.");
  });

  test("adds a folder, and CommonJS with the names that its text shows", async () => {
    const copy = await copied();
    const dependency = readPackageSource(join(place, "main/node_modules/fixture-dep"));
    expect(await addPackage(dependency, copy)).toMatchObject({ commonJs: true, package: { name: "fixture-dep" } });
    const { errors, values } = await run(
      copy,
      `import whole, {twice, more} from "npm:fixture-dep@2"`,
      `import {four} from "npm:@fixture/main"`,
      `const found = [twice(4), more.k, whole.made, whole.twice === twice, four]`,
    );
    expect(errors).toEqual([]);
    expect(values.found).toEqual([8, 1, "production", true, 4]);
  });

  test("says in a sentence what it cannot have", async () => {
    const source = readPackageSource("fixture-that-is-not-here@1/sub");
    expect(source).toEqual({ wanted: "fixture-that-is-not-here@1", entry: "sub" });
    await expect(addPackage(source, folder)).rejects.toThrow(
      "npm could not get “fixture-that-is-not-here@1”: it reached no registry.",
    );
    expect(npmFailure("npm error code E404\nnpm error 404 Not Found", "x")).toMatch(/^npm knows no package “x”/);
    expect(npmFailure("npm error code ETARGET\nnpm error notarget", "x@9")).toMatch(
      /^npm knows no such version: “x@9”/,
    );
    expect(npmFailure("npm error code EWHAT\nnpm error Something is wrong.", "x")).toBe(
      "npm could not install “x”: Something is wrong.",
    );
    for (const wrong of ["no package", "../none", "./none.tgz", "a@1/../b"])
      expect(() => readPackageSource(wrong)).toThrow(`“${wrong}”`);
  });

  test("finds the names of CommonJS without running it", () => {
    const text = `
      "use strict"; exports.a = exports.b = void 0; module.exports["c d"] = 1; exports[computed] = 2; exports.default = 3;
      Object.defineProperty(exports, "__esModule", {value: true}); Object.defineProperty(exports, "e", {get() {}});
      tslib.__exportStar(require("./star"), exports); if (x) module.exports = require("./whole");`;
    expect(commonJsNames(text)).toEqual({ names: ["a", "b", "c d", "e"], passedOn: ["./star", "./whole"] });
    expect(commonJsNames("module.exports = {f, 'g': 1, [h]: 2, ...i}").names).toEqual(["f", "g"]);
  });
});

describe("a package beside a notebook", () => {
  test("is found by its name and version, in cells and in modules, and is run once", async () => {
    const copy = await copied();
    await writeFile(
      join(copy, "uses.js"),
      'export {four as inside, default as production} from "npm:@fixture/main@^1.2"',
    );
    const { errors, values, cells } = await run(
      copy,
      `import production, {four, where, later, files} from "npm:@fixture/main@1.2.3"`,
      `const sub = await later()`,
      `import * as uses from "./uses.js"`,
      `const same = (await import("npm:@fixture/main")).later === later`,
      `const inside = uses.inside`,
    );
    expect(errors).toEqual([]);
    const shown = {
      production: "production",
      four: 4,
      where: "browser",
      sub: 1,
      files: "undefined",
      inside: 4,
      same: true,
    };
    expect(values).toMatchObject(shown);
    const file = "modules/@fixture/main@1.2.3.js";
    expect(cells[0]!.steps).toEqual([
      expect.objectContaining({ kind: "file", file: "modules/modules.json" }),
      expect.objectContaining({ kind: "file", file, sha256: added.package.sha256 }),
    ]);
    expect(cells[0]!.steps).toHaveLength(2);
  });

  test("takes the place of a library of notebooks only where it is written as a package", async () => {
    const copy = await copied();
    const code = "export const sum = 'mine'";
    await writeFile(join(copy, "modules/d3@5.0.0.js"), code);
    const list = join(copy, "modules/modules.json");
    const { modules } = JSON.parse(await readFile(list, "utf8"));
    const sha256 = createHash("sha256").update(code).digest("hex");
    const mine = {
      ...modules[0],
      name: "d3",
      version: "5.0.0",
      file: "d3@5.0.0.js",
      sha256,
      contains: [],
      licenceFile: null,
    };
    await writeFile(list, JSON.stringify({ modules: [...modules, mine] }));
    const { errors, values } = await run(
      copy,
      `import {sum} from "npm:d3@5"`,
      `import {sum as shipped} from "d3"`,
      `import {sum as other} from "npm:d3@7"`,
    );
    expect(errors).toEqual([]);
    expect(values).toMatchObject({ sum: "mine", shipped: expect.any(Function), other: values.shipped });
  });

  test("is refused if its file is another than the one that was listed, and named with its command if it is not there", async () => {
    const changed = await copied();
    await writeFile(join(changed, added.package.file.replace(/^/, "modules/")), "export const four = 5");
    const broken = await copied();
    await writeFile(join(broken, "modules/modules.json"), '{"modules": [{"name": 1}]}');
    const empty = await mkdtemp(join(place, "empty-"));
    const cell = `import {four} from "npm:@fixture/main"`;
    expect((await run(changed, cell)).errors).toEqual([
      expect.stringMatching(
        /^modules\/@fixture\/main@1\.2\.3\.js differs from what modules\/modules\.json lists: its SHA-256 is \w{12}…, .* `npx yuheng add @fixture\/main@1\.2\.3`\.$/,
      ),
    ]);
    expect((await run(broken, cell)).errors).toEqual([
      expect.stringMatching(/^modules\/modules\.json is not a list of packages/),
    ]);
    expect(
      (await run(empty, cell, `import "npm:@fixture/main@2/sub"`, `import "npm:no package"`, `import "lodash"`)).errors,
    ).toEqual([
      "The package @fixture/main is not beside this notebook. Add it by `npx yuheng add @fixture/main` in the folder of the notebook, and run the cell again.",
      expect.stringContaining("`npx yuheng add @fixture/main@2/sub`"),
      expect.stringMatching(/^“npm:no package” does not name a package/),
      expect.stringMatching(/^“lodash” cannot be imported: .* imported as “npm:lodash”\.$/),
    ]);
    expect((await run(folder, `import "npm:@fixture/main@2"`)).errors[0]).toMatch(
      /^The package @fixture\/main@2 is not beside this notebook; there is @fixture\/main@1\.2\.3\./,
    );
  });

  test("is carried with its list, its licences and the modules that lead to it", async () => {
    const copy = await copied();
    await mkdir(join(copy, "lib"));
    await writeFile(
      join(copy, "lib/uses.ts"),
      'export const load = () => import("./later.js"); import t from "../t.txt?raw"',
    );
    await writeFile(join(copy, "lib/later.js"), 'export * from "npm:@fixture/main"; import "./gone.js"');
    await writeFile(join(copy, "t.txt"), "t");
    const cells = [
      { id: 1, kind: "js", source: 'import {load} from "./lib/uses.ts"; import {x} from "./other.html"' },
      { id: 2, kind: "md", source: "Nothing" },
    ];
    const files = await moduleFiles(cells, new FolderAttachments(copy));
    expect(files.sort()).toEqual([
      "lib/later.js",
      "lib/uses.ts",
      "modules/@fixture/main@1.2.3.js",
      "modules/@fixture/main@1.2.3.licences.txt",
      "modules/modules.json",
      "t.txt",
    ]);
  });
});

test("versions are ordered, and are in ranges, as npm has it", () => {
  const versions = ["1.0.0", "1.2.3-beta.2", "1.2.3-beta.11", "1.2.3", "1.10.0", "2.0.0"];
  expect([...versions].reverse().sort(compareVersions)).toEqual(versions);
  const inside = (range: string) => versions.filter((version) => inRange(version, range));
  expect(inside("")).toEqual(["1.0.0", "1.2.3", "1.10.0", "2.0.0"]);
  expect(inside("1")).toEqual(["1.0.0", "1.2.3", "1.10.0"]);
  expect(inside("1.2")).toEqual(["1.2.3"]);
  expect(inside("^1.2")).toEqual(["1.2.3", "1.10.0"]);
  expect(inside("~1.2.0")).toEqual(["1.2.3"]);
  expect(inside("1.2.3")).toEqual(["1.2.3"]);
  expect(inside("1.2.3-beta.2")).toEqual(["1.2.3-beta.2"]);
  expect(inside("1.x")).toEqual(["1.0.0", "1.2.3", "1.10.0"]);
  expect(inRange("0.2.5", "^0.2.1") && !inRange("0.3.0", "^0.2.1") && !inRange("0.2.0", "^0.2.1")).toBe(true);
  expect(inRange("1.0.0", "nonsense")).toBe(false);
  const list = versions.map((version) => ({ name: "a", entry: "", version }) as AddedPackage);
  expect(findPackage(list, { name: "a", version: "1", entry: "" })).toMatchObject({ version: "1.10.0" });
});
