import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { registrySettings } from "../../../cli/add/registry-settings.ts";
import { shapes } from "../../../cli/json/shapes.ts";
import { yuheng } from "./yuheng.ts";

let place: string;

/** Files of packages by their paths. */
const sources = {
  "plain/package.json": JSON.stringify({ name: "plain-fixture", version: "1.2.0", type: "module", main: "index.js" }),
  "plain/index.js": 'import {tons} from "./tons.js"; export const kilotons = (n) => tons(n) / 1000;',
  "plain/tons.js": "export const tons = (n) => n;",
  "common/package.json": JSON.stringify({ name: "common-fixture", version: "0.1.0", license: "ISC" }),
  "common/index.js": 'const fs = require("fs"); exports.twice = (n) => 2 * n; exports.read = fs.readFileSync;',
  "empty/package.json": JSON.stringify({ name: "empty-fixture", version: "1.0.0", main: "gone.js" }),
};

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "yuheng-add-command-"));
  for (const folder of ["plain", "common", "empty", "notebooks"]) mkdirSync(join(place, folder));
  for (const [path, text] of Object.entries(sources)) writeFileSync(join(place, path), text);
  // Without a network and with a cache of its own, npm knows only what is in the folder.
  vi.stubEnv("npm_config_offline", "true");
  vi.stubEnv("npm_config_cache", join(place, "cache"));
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

const add = (...args: string[]) => yuheng(["add", ...args], "", place);

describe("yuheng add", { timeout: 120_000 }, () => {
  test("writes a package beside the notebooks of a folder, and says how cells import it", async () => {
    const { code, out, err } = await add("./plain", "--folder", "notebooks");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")).toEqual([
      "modules/plain-fixture@1.2.0.js is written (0 kB). Licence: none stated; ask its authors.",
      "It comes from this machine.",
      'Cells import it by: import … from "npm:plain-fixture@1.2.0"',
      "",
    ]);
    expect(readdirSync(join(place, "notebooks/modules")).sort()).toEqual(["modules.json", "plain-fixture@1.2.0.js"]);
  });

  test("says of CommonJS what it gives, of modules of Node that they are not there, and all of it as JSON", async () => {
    const told = await add("./common");
    expect(told.out.split("\n").slice(3)).toEqual([
      "It is CommonJS: its default export is the whole; names are those that its text shows.",
      "What it does with fs of Node does not work in a notebook.",
      "",
    ]);
    const { code, out, err } = await add("./common", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const document = shapes.add.parse(JSON.parse(out));
    expect(document).toMatchObject({
      name: "common-fixture",
      version: "0.1.0",
      licence: "ISC",
      commonJs: true,
      missing: ["fs"],
      contains: [],
    });
    expect(document.bytes).toBe(readFileSync(join(place, "modules", document.file)).length);
  });

  test.each([
    [
      "a package that cannot be had",
      ["fixture-that-is-not-here"],
      1,
      /^add failed: npm could not get “fixture-that-is/,
    ],
    ["a package without its entry", ["./empty"], 1, /^add failed: “empty-fixture” /],
    [
      "a file that is not there",
      ["./none.tgz"],
      2,
      /^There is no file or folder “\.\/none\.tgz”\. "yuheng add --help"/,
    ],
    ["what is no name", ["no package"], 2, /^“no package” does not name a package: /],
    ["a folder that is not there", ["./plain", "--folder", "none"], 2, /^There is no folder “none”\. /],
    ["nothing", [], 2, /^Which package\? /],
    ["two packages", ["./plain", "./common"], 2, /^One package is added at a time\. /],
  ])("ends for %s with its exit code and a sentence, and writes nothing", async (_, args, exit, sentence) => {
    const list = () => readFileSync(join(place, "notebooks/modules/modules.json"), "utf8");
    const before = [readdirSync(place), list()];
    const { code, out, err } = await add(...args);
    expect({ code, out }).toEqual({ code: exit, out: "" });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect([readdirSync(place), list()]).toEqual(before);
  });
});

describe("yuheng add in a folder of a stranger", { timeout: 120_000 }, () => {
  test("starts no program that its .npmrc names, and git by its own name", async () => {
    const folder = join(place, "stranger");
    const [foreign, own] = [join(folder, "foreign"), join(place, "own-git-ran")];
    mkdirSync(join(folder, "tools"), { recursive: true });
    writeFileSync(join(folder, "tools/git.sh"), `#!/bin/sh\ntouch ${foreign}; exit 1\n`, { mode: 0o755 });
    writeFileSync(
      join(folder, "tools/preload.cjs"),
      `require("node:fs").writeFileSync(${JSON.stringify(foreign)}, "");`,
    );
    const lines = [
      "git=$" + "{PWD}/tools/git.sh",
      `git=${folder}/tools/git.sh`,
      `script-shell=${folder}/tools/git.sh`,
      `node-options=--require ${folder}/tools/preload.cjs`,
      `cache=${folder}/cache`,
      `globalconfig=${folder}/other`,
      "ignore-scripts=false",
      "global=true",
      `prefix=${folder}/prefix`,
    ];
    writeFileSync(join(folder, ".npmrc"), `${lines.join("\n")}\n`);
    mkdirSync(join(folder, "needs-git"));
    const scripts = Object.fromEntries(
      ["preinstall", "install", "postinstall", "prepare", "prepack"].map((name) => [name, `touch ${foreign}`]),
    );
    writeFileSync(
      join(folder, "needs-git/package.json"),
      JSON.stringify({
        name: "needs-git",
        version: "1.0.0",
        scripts,
        dependencies: { x: "git+file:///nowhere/x.git" },
      }),
    );
    // The git of this user, as it is found by its name.
    mkdirSync(join(place, "bin"));
    writeFileSync(join(place, "bin/git"), `#!/bin/sh\ntouch ${own}; exit 1\n`, { mode: 0o755 });
    vi.stubEnv("PATH", `${join(place, "bin")}:${process.env.PATH}`);
    const before = readdirSync(folder);
    const { code, err } = await yuheng(["add", "./needs-git"], "", folder);
    expect({ code, lines: err.trimEnd().split("\n").length }).toEqual({ code: 1, lines: 1 });
    expect([existsSync(own), existsSync(foreign)]).toEqual([true, false]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("lets a package bring no compiler of styles, which the bundler would run", async () => {
    const ran = join(place, "less-ran");
    const files = {
      "styled/package.json": JSON.stringify({
        name: "styled-fixture",
        version: "1.0.0",
        type: "module",
        main: "index.js",
        sideEffects: true,
        dependencies: { less: "file:../less" },
      }),
      "styled/index.js": 'import "./look.less"; export const n = 1;',
      "styled/look.less": "p { color: red }",
      "less/package.json": JSON.stringify({ name: "less", version: "9.9.9", main: "index.js" }),
      "less/index.js": `require("node:fs").writeFileSync(${JSON.stringify(ran)}, ""); exports.render = () => {};`,
    };
    for (const name of ["styled", "less"]) mkdirSync(join(place, name));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(place, path), text);
    const { code, err } = await add("./styled");
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/No program of a package is run\.$/m) });
    expect(existsSync(ran)).toBe(false);
  });
});

describe("yuheng add of a package that asks for files of this machine", { timeout: 120_000 }, () => {
  test.each([
    ["a module by its path", (file: string) => ({ "index.js": `export { default } from ${JSON.stringify(file)};` })],
    ["its text", (file: string) => ({ "index.js": `export { default } from ${JSON.stringify(`${file}?raw`)};` })],
    [
      "its address",
      (file: string) => ({
        "index.js": `export default new URL("./${"../".repeat(9)}${file.slice(1)}", import.meta.url).href;`,
      }),
    ],
    [
      "a style",
      (file: string) => ({
        "index.js": 'export { default } from "./a.css?inline";',
        "a.css": `p { background: url("./${"../".repeat(9)}${file.slice(1)}") }`,
      }),
    ],
  ])("gives it none, asked by %s", async (how, filesOf) => {
    const folder = join(place, "asks", how.replaceAll(" ", "-"));
    mkdirSync(join(folder, "package"), { recursive: true });
    const secret = join(place, "secret.js");
    writeFileSync(secret, 'export default "a secret of this machine";');
    const about = { name: "asks-fixture", version: "1.0.0", type: "module", main: "index.js" };
    const files = { ...filesOf(secret), "package.json": JSON.stringify(about) };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "package", name), text);
    const { code, out, err } = await yuheng(["add", "./package"], "", folder);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^add failed: “asks-fixture” asks for a file that is of no package \(.*secret\.js\)\./);
    expect(readdirSync(folder)).toEqual(["package"]);
  });

  test("writes through no link that stands in the place of its folder", async () => {
    const folder = join(place, "linked");
    mkdirSync(join(folder, "elsewhere"), { recursive: true });
    symlinkSync(join(folder, "elsewhere"), join(folder, "modules"));
    const { code, err } = await add("./plain", "--folder", "linked");
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/nothing is written through a link\.\n$/) });
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
  });
});

describe("Of an .npmrc", () => {
  const variable = (name: string) => `$\{${name}}`;

  test("registries and their tokens are taken", () => {
    const taken = [
      "registry=https://registry.example.org/npm/",
      "@carbon:registry=https://npm.pkg.github.com",
      "//registry.example.org/npm/:_authToken=abc-DEF_123.x/y+z==",
      "//registry.example.org:8080/:_auth=dTpw",
      `//registry.npmjs.org/:_authToken=${variable("NPM_TOKEN")}`,
      `//npm.pkg.github.com/:_authToken=${variable("NODE_AUTH_TOKEN")}`,
    ];
    expect(registrySettings(taken.join("\r\n"))).toEqual({ text: `${taken.join("\n")}\n`, leftOut: [] });
  });

  test.each([
    "git=/tmp/evil",
    "git = ./evil",
    "script-shell=./evil",
    "node-options=--require ./evil",
    "editor=./evil",
    "prefix=/",
    "proxy=http://evil.example",
    "https-proxy=http://evil.example",
    "cafile=./evil.pem",
    "strict-ssl=false",
    "cache=./cache",
    "userconfig=./evil",
    "registry",
    "; registry=https://evil.example",
    "[registry]",
    "//evil.example/:keyfile=/home/me/.ssh/id_rsa",
  ])("nothing else is: %s", (line) => {
    expect(registrySettings(`${line}\n`)).toEqual({ text: "", leftOut: [] });
  });

  test.each([
    ["registry", `https://evil.example/${variable("AWS_SECRET")}/`],
    ["registry", "file:///etc"],
    ["registry", "https://user:word@evil.example/"],
    ["registry", '"https:\\u002f/evil.example"'],
    ["registry", "https://evil.example/?q=1"],
    ["@carbon:registry", "ssh://evil.example"],
    // The folder names the host to which it would be sent.
    ["//evil.example/:_authToken", variable("NPM_TOKEN")],
    ["//registry.npmjs.org/:_authToken", variable("AWS_SECRET_ACCESS_KEY")],
    ["//registry.npmjs.org.evil.example/:_authToken", variable("NPM_TOKEN")],
    ["//evil.example/registry.npmjs.org/:_authToken", variable("NPM_TOKEN")],
    ["//registry.npmjs.org/:_authToken", '"$\\u007bNPM_TOKEN}"'],
    ["//registry.npmjs.org/:_authToken", `x${variable("NPM_TOKEN")}`],
  ])("a value that npm would expand or unquote is left out, and named: %s=%s", (key, value) => {
    expect(registrySettings(`\n${key}=${value}\n`)).toEqual({ text: "", leftOut: [{ line: 2, key }] });
  });
});
