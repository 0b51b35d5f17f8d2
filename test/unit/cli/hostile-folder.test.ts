import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CommandWords, declarations } from "../../../cli/declarations/declarations.ts";
import { notebookOf, sql } from "../check/checked.ts";
import { entry, yuheng } from "./yuheng.ts";

// Every command in a folder that comes from a stranger. What cells do when a person runs them is not looked at here: run, test, diff and build
// run them with the rights of the person.

/** The clipboard of a terminal, a cleared screen, a turned text: what no terminal may get. */
const HOSTILE = "\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u009b31m\u202eevil";
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

let place: string;
let folder: string;
let canary: string;

beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "yuheng-hostile-")));
  [folder, canary] = [join(place, "folder"), join(place, "canary")];
  const sings = `require("node:fs").writeFileSync(${JSON.stringify(canary)}, "");`;
  const script = `#!/bin/sh\ntouch ${canary}\n`;
  const hostile = notebookOf([
    `display(totl${HOSTILE.replaceAll("\u001b", "")})`,
    `throw new Error(${JSON.stringify("x")} + "${HOSTILE}")`,
    `display("${HOSTILE}")`,
    `test("${HOSTILE}", () => expect(1).toBe(2))`,
  ]).replace(/<title>.*<\/title>/, `<title>${HOSTILE}</title>`);
  // Only a check reads it: it would compute without end.
  const queries = notebookOf([
    sql("create table t as select count(*) as n from range(1000000000000) a, range(1000000000000) b"),
    sql(`select "${HOSTILE}" from t`),
  ]);
  const files: Record<string, string> = {
    "queries.html": queries,
    "a.html": hostile,
    "b.html": hostile.replace("totl", "totk"),
    [`${HOSTILE.slice(0, 5)}.html`]: hostile,
    [`${"n".repeat(200)}.html`]: hostile,
    ".npmrc": `git=${place}/folder/evil.sh\nscript-shell=${place}/folder/evil.sh\nnode-options=--require ${place}/folder/evil.cjs\n`,
    ".env": "NODE_OPTIONS=--require ./evil.cjs\n",
    "tsconfig.json": JSON.stringify({
      include: ["/**/*"],
      compilerOptions: { baseUrl: ".", paths: { "*": ["./evil.cjs"] } },
    }),
    "package.json": JSON.stringify({
      type: "commonjs",
      workspaces: ["*"],
      scripts: { preinstall: "./evil.sh", install: "./evil.sh" },
    }),
    "vite.config.cjs": sings,
    "postcss.config.cjs": sings,
    "evil.cjs": sings,
    "evil.sh": script,
    "node_modules/.bin/npm": script,
    "node_modules/.bin/git": script,
    "node_modules/.bin/node": script,
    "node_modules/vite/package.json": JSON.stringify({ name: "vite", main: "index.js" }),
    "node_modules/vite/index.js": sings,
    "node_modules/@duckdb/node-api/package.json": JSON.stringify({ name: "@duckdb/node-api", main: "index.js" }),
    "node_modules/@duckdb/node-api/index.js": sings,
    "datapackage.json": JSON.stringify({ resources: [{ name: "x", path: "../outside.csv" }, { path: "/etc/passwd" }] }),
    "modules/modules.json": JSON.stringify({ modules: [{ name: "../x", file: "../../outside.csv" }] }),
    "report.json": HOSTILE,
    "package/package.json": JSON.stringify({
      name: "p",
      version: "1.0.0",
      main: "i.js",
      scripts: { install: "../evil.sh" },
    }),
    "package/i.js": "exports.n = 1;",
    ".yuheng-assistant-x": JSON.stringify({ id: "x", state: "allowed", notebook: "a" }),
    ".yuheng-0123456789abcdef-x.open": "",
    ".yuheng-0123456789abcdef.proposal": JSON.stringify({ text: HOSTILE }),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  }
  // A name that is not UTF-8, and pipes into which nobody writes: a file is read, or named in a sentence.
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from(".html")]), hostile);
  for (const name of ["pipe.html", "pipe.json"]) execFileSync("mkfifo", [join(folder, name)]);
  writeFileSync(join(place, "outside.csv"), "kept");
  mkdirSync(join(place, "outside"));
  for (const [link, to] of [
    ["linked.html", "outside.csv"],
    [".yuheng-fedcba9876543210.lock", "outside"],
    ["results", "outside"],
  ] as const) {
    symlinkSync(join("..", to), join(folder, link));
    lutimesSync(join(folder, link), 1, 1);
  }
  vi.stubEnv("npm_config_offline", "true");
  vi.stubEnv("npm_config_cache", join(place, "cache"));
  vi.stubEnv("XDG_CONFIG_HOME", join(place, "settings"));
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

/** How each command is called there, or what its server is asked for. A command that is not listed fails the types of this file. */
const calls: Record<CommandWords, readonly string[] | { readonly asked: readonly string[] }> = {
  new: ["new", "fresh", "--title", HOSTILE],
  "new site": ["new", "site", "fresh-site"],
  add: ["add", "./package"],
  serve: { asked: ["/", "/a", "/a.html", "/outside.csv", "/linked.html", "/../outside.csv"] },
  run: ["run", "a.html", "--out", "made"],
  test: ["test", "a.html"],
  check: ["check", "."],
  convert: ["convert", "a.html", "--to", "ipynb"],
  diff: ["diff", "a.html", "b.html"],
  build: ["build", "a.html", "b.html", "--out", "site"],
  account: ["account", "outside.csv", "pipe.json", "--out", "linked.xlsx"],
  "datasets list": ["datasets", "list"],
  "datasets show": ["datasets", "show", HOSTILE],
  "datasets export": ["datasets", "export", HOSTILE],
  tools: ["tools"],
  call: ["call", HOSTILE],
  ask: ["ask", HOSTILE],
  mcp: ["mcp", "--notebooks", "."],
  "lesson pack": ["lesson", "pack", "a.html", "--out", "packed.html"],
  "lesson unpack": ["lesson", "unpack", "a.html", "--out", "unpacked.html"],
  "lesson reports": ["lesson", "reports", "report.json"],
  completion: ["completion", "bash"],
  help: ["help", HOSTILE],
};

test("Every command has its line", () => {
  expect(Object.keys(calls)).toEqual(Object.keys(declarations));
});

/** That nothing outside of the folder was touched, and no program of it was run. */
function expectUntouched(): void {
  expect(existsSync(canary)).toBe(false);
  expect(readdirSync(join(place, "outside"))).toEqual([]);
  expect(readFileSync(join(place, "outside.csv"), "utf8")).toBe("kept");
  expect(
    readdirSync(place)
      .filter((name) => !/^(?:cache|settings)$/.test(name))
      .sort(),
  ).toEqual(["folder", "outside", "outside.csv"]);
}

const ending = Object.entries(calls).flatMap(([words, call]) => ("asked" in call ? [] : [[words, call] as const]));

test.each(ending)(
  "yuheng %s runs no program of the folder, writes nowhere else, and shows every control character",
  async (_, args) => {
    const { code, out, err } = await yuheng(args, "", folder);
    expect([0, 1, 2]).toContain(code);
    expectUntouched();
    const documents = args[0] === "convert" || args[0] === "lesson";
    // It has read the notebooks, and did not end before.
    if (args[0] === "check") {
      expect(out).toMatch(/\d notebooks: \d+ errors/);
      expect(out).toMatch(/^\ufffd\.html:1:1 error: The name of this file is not UTF-8/m);
      expect(out).toMatch(/^pipe\.html:1:1 error: This is a folder, a pipe or a device/m);
    }
    if (args[0] === "build") expect(readdirSync(join(folder, "site"))).toContain("a.html");
    expect(err).not.toMatch(OBEYED);
    if (!documents) expect(out).not.toMatch(OBEYED);
  },
);

test.each([
  ["run", "pipe.html"],
  ["test", "pipe.html"],
  ["test", "pipe.html", "a.html"],
  ["check", "pipe.html"],
  ["convert", "pipe.html"],
  ["diff", "pipe.html", "a.html"],
  ["build", "pipe.html", "--out", "none"],
  ["call", "inventory.equation", "pipe.json"],
  ["lesson", "pack", "pipe.html"],
  ["lesson", "unpack", "pipe.html"],
  ["lesson", "reports", "pipe.json"],
])("yuheng %s does not wait for a pipe", async (...args) => {
  const { code, out, err } = await yuheng(args, "", folder);
  expect([1, 2]).toContain(code);
  expect(out + err).toMatch(/pipe\.(?:html|json)\b/);
});

const servers = Object.entries(calls).flatMap(([words, call]) =>
  "asked" in call ? [[words, call.asked] as const] : [],
);

test.each(servers)("yuheng %s does none of this either, and gives no file of elsewhere", async (words, asked) => {
  const server = spawn(process.execPath, [entry, words, ".", "--json"], { cwd: folder, stdio: "pipe" });
  const ended = new Promise((resolve) => server.once("close", resolve));
  let [out, err] = ["", ""];
  server.stderr.on("data", (piece) => {
    err += piece;
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.on("data", (piece) => {
        out += piece;
        if (out.endsWith("}\n")) resolve((JSON.parse(out) as { address: string }).address);
      });
      server.once("exit", () => reject(new Error(`It ended: ${err}`)));
    });
    for (const path of asked) {
      const reply = await fetch(new URL(path, address));
      expect(await reply.text(), path).not.toContain("kept");
    }
    expectUntouched();
  } finally {
    server.kill();
    await ended;
  }
  expect(out).not.toMatch(OBEYED);
  expect(err).not.toMatch(OBEYED);
});
