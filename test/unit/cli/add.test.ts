import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
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
      'Cells import it by: import … from "npm:plain-fixture@1.2.0"',
      "",
    ]);
    expect(readdirSync(join(place, "notebooks/modules")).sort()).toEqual(["modules.json", "plain-fixture@1.2.0.js"]);
  });

  test("says of CommonJS what it gives, of modules of Node that they are not there, and all of it as JSON", async () => {
    const told = await add("./common");
    expect(told.out.split("\n").slice(2)).toEqual([
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
