import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CheckEnvironments } from "../../../cli/check/check-environment.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { NotebookModules } from "../../../kernel/module/notebook-modules.ts";
import { Run } from "../../../kernel/runtime/run.ts";
import type { Cause } from "../../../kernel/runtime/state.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { openServices, runCells } from "../headless/services.ts";

const services = openServices({
  other:
    '<!doctype html>\n<notebook>\n  <script id="1" type="module">\nimport {next} from "./count.js"; const shared = next()\n</script>\n</notebook>\n',
});
let folder: string;
let outside: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-modules-"));
  outside = await mkdtemp(join(tmpdir(), "yuheng-outside-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(outside, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function run(...sources: string[]) {
  const executed = await runCells(services, sources, { attachments: new FolderAttachments(folder) });
  const errors = executed.cells.flatMap(({ error }) => error?.message ?? []);
  return { ...executed, errors, values: Object.fromEntries(executed.values) };
}

describe("a module beside a notebook", () => {
  test("is imported by name, as default, as a whole, as TypeScript, JSON and text", async () => {
    await write({
      "x.js": "export const a = 1; export default function twice(n) { return 2 * n }; export class K {}",
      "lib/typed.ts": "export enum Gas { CO2 = 'co2' }\nexport type T = number;\nexport const b: T = <T>(2);",
      "data.json": '{"k": [3]}',
      "note.txt": "Hello\n",
    });
    const { errors, values } = await run(
      `import twice, {a, a as again} from "./x.js"`,
      `import * as whole from "./x.js"`,
      `import {b, Gas} from "./lib/typed.ts"`,
      `import data from "./data.json" with {type: "json"}`,
      `import note from "./note.txt?raw"`,
      `const four = twice(2)`,
      `const later = (await import("./x.js")).a`,
      `const path = "./lib/typed.ts"; const computed = (await import(path)).b`,
    );
    expect(errors).toEqual([]);
    expect(values).toMatchObject({ a: 1, again: 1, b: 2, Gas: { CO2: "co2" }, data: { k: [3] }, note: "Hello\n" });
    expect(values).toMatchObject({ four: 4, later: 1, computed: 2 });
    expect(Object.keys(values.whole as object)).toEqual(["K", "a", "default"]);
  });

  test("imports others, libraries and texts relative to itself, and is run once for all", async () => {
    await write({
      "lib/a.js":
        'import {next} from "../count.js"; import * as d3 from "d3"; import {sum} from "npm:d3@7"; import text from "./t.txt?raw";\n' +
        "export const first = next(); export const same = d3.sum === sum; export {text}; export const url = import.meta.url;\n" +
        'export const dynamic = async () => (await import("./b.js")).default;',
      "lib/b.js": "export default 7",
      "lib/t.txt": "text",
      "count.js": "let n = 0; export function next() { return ++n }; export {n}",
    });
    const { errors, values } = await run(
      `import {first, same, text, url, dynamic} from "./lib/a.js"`,
      `const seven = await dynamic()`,
      `import * as count from "./count.js"`,
      `import {shared} from "./other.html"`,
      `const counted = [first, shared].sort(), live = count.n`,
    );
    expect(errors).toEqual([]);
    expect(values).toMatchObject({ same: true, text: "text", url: "notebook:/lib/a.js", seven: 7 });
    expect(values).toMatchObject({ counted: [1, 2], live: 2 });
  });

  test("may form a cycle and pass on what others export, as in every host", async () => {
    await write({
      "even.js":
        'import {odd} from "./odd.js"; export function even(n) { return n === 0 || odd(n - 1) }\nexport const start = odd(1)',
      "odd.js": 'import {even} from "./even.js"; export function odd(n) { return n !== 0 && even(n - 1) }',
      "all.js":
        'export * from "./even.js"; export * as oddities from "./odd.js"; export {odd as renamed} from "./odd.js";\n' +
        'import {even} from "./even.js"; export {even as "an even"}; const o = {even}; export const shorthand = o.even(2);\n' +
        "function tag(t) { return t[0] }; export {tag}",
      "wait.js": "export let v = 0; await Promise.resolve(); v = 1",
      "early.js": 'import {late} from "./late.js"; export const early = late',
      "late.js": 'import {early} from "./early.js"; export const late = early',
    });
    const { errors, values } = await run(
      `import {even, start, oddities, renamed, shorthand, "an even" as strange} from "./all.js"`,
      `const results = [even(4), start, oddities.odd(3), renamed(2), shorthand, strange(3)]`,
      `import {v} from "./wait.js"`,
      `import {early} from "./early.js"`,
    );
    expect(values).toMatchObject({ results: [true, true, true, false, true, false], v: 1 });
    expect(errors).toEqual([
      expect.stringMatching(/^late\.js, line 1: `early` of early\.js is read before it has a value/),
    ]);
  });

  test("of published libraries has the exports and results that the engine gives them", async () => {
    const from = join(dirname(createRequire(import.meta.url).resolve("topojson-client")), "../src");
    await cp(from, join(folder, "topojson"), { recursive: true });
    const topology = {
      type: "Topology",
      arcs: [
        [
          [0, 0],
          [2, 1],
        ],
      ],
      objects: { line: { type: "LineString", arcs: [0] } },
    };
    const { errors, values } = await run(
      `import * as topojson from "./topojson/index.js"`,
      `const topology = ${JSON.stringify(topology)}`,
      `const found = [topojson.bbox(topology), topojson.feature(topology, topology.objects.line), topojson.mesh(topology)]`,
    );
    expect(errors).toEqual([]);
    const native = await import("topojson-client");
    expect(Object.keys(values.topojson as object)).toEqual(Object.keys(native));
    const same = topology as never as Parameters<typeof native.mesh>[0];
    expect(values.found).toEqual([native.bbox(same), native.feature(same, same.objects.line!), native.mesh(same)]);
  });

  test("calls imported functions without its module as `this`, and where a statement begins", async () => {
    await write({
      "f.js": "export function f(s) { return [this === undefined, String(s)] }",
      "g.js":
        'import {f} from "./f.js"\nexport const all = []\nconst k = all\nf(1)\nall.push(f(2), f`3`)\nfor (const i of [4]) f(i)\nexport const last = k',
    });
    const { errors, values } = await run(`import {last} from "./g.js"`);
    expect(errors).toEqual([]);
    expect(values.last).toEqual([
      [true, "2"],
      [true, "3"],
    ]);
  });

  test("sees what a cell sees: no names of Node, nothing of other cells", async () => {
    await write({
      "sees.js": "export const kinds = [typeof process, typeof require, typeof name, typeof mine, typeof document]",
    });
    const { errors, values } = await run(`const mine = 1`, `import {kinds} from "./sees.js"`);
    expect(errors).toEqual([]);
    expect(values.kinds).toEqual(["undefined", "undefined", "undefined", "undefined", "object"]);
  });

  test("that changed is run anew, with those that import it, by the next run; the rest is kept", async () => {
    await write({
      "top.js": 'export {value} from "./leaf.js"; import {once} from "./once.js"; export {once}',
      "leaf.js": "export const value = 1",
      "once.js": "export const once = {}",
    });
    const changed = `const before = await import("./top.js")
      await rewrite()
      const after = await import("./top.js")
      const found = [before.value, after.value, before.once === after.once]`;
    Object.assign(globalThis, { rewrite: () => write({ "leaf.js": "export const value = 2" }) });
    const { errors, values } = await run(changed);
    expect(errors).toEqual([]);
    expect(values.found).toEqual([1, 2, true]);
  });
});

describe("a module that cannot be imported", () => {
  test("is not out of the notebook's folder", async () => {
    await writeFile(join(outside, "secret.js"), "export const secret = 1");
    await symlink(join(outside, "secret.js"), join(folder, "link.js"));
    await symlink(outside, join(folder, "linked"));
    await write({
      "lib/up.js": 'import "../../up.js"',
      "fine.js": "export const fine = 1",
      "lib/down.js": 'export * from "../fine.js"',
    });
    const { errors, values } = await run(
      `import a from "../secret.js"`,
      `import b from "/secret.js"`,
      `import c from "./link.js"`,
      `import d from "./linked/secret.js"`,
      `import e from "./lib/up.js"`,
      `import {fine} from "./lib/down.js"`,
      `const path = "./lib/../../secret.js"; await import(path)`,
    );
    expect(values.fine).toBe(1);
    const out = "leads out of the notebook's folder";
    expect(errors).toHaveLength(6);
    for (const error of errors) expect(error).toContain(out);
    expect(errors[4]).toMatch(/^lib\/up\.js, line 1: “\.\.\/\.\.\/up\.js” leads out/);
  });

  test("says in which file and line it is broken", async () => {
    await write({
      "syntax.js": "export const a = 1;\nexport const b = (;",
      "typed.ts": "const a: = 1",
      "uses.js": '\nimport {a} from "./syntax.js"',
      "names.js": 'import {valeu} from "./value.js"',
      "value.js": "export const value = 1; export const other = 2",
      "nothing.js": "1",
      "throws.js": "export function fail() {\n  return null.x\n}\n",
      "start.js": "\n\nthrow new Error('at once')",
      "assigns.js": 'import {value} from "./value.js"\nvalue = 2',
      "data.json": "{",
      "missing.js": '// a comment\nimport "./gone.js"',
    });
    const { errors, cells } = await run(
      `import {a} from "./syntax.js"`,
      `import "./typed.ts"`,
      `import "./uses.js"`,
      `import "./names.js"`,
      `import {vlue} from "./value.js"`,
      `import {x} from "./value.js"`,
      `import {y} from "./nothing.js"`,
      `import {fail} from "./throws.js"`,
      `1;\nfail()`,
      `import "./start.js"`,
      `import "./assigns.js"`,
      `import data from "./data.json"`,
      `import "./missing.js"`,
      `import "./none.js"`,
    );
    expect(errors).toEqual([
      "syntax.js, line 2: Unexpected “;” here.",
      expect.stringMatching(/^typed\.ts, line 1: /),
      "uses.js, line 2: syntax.js, line 2: Unexpected “;” here.",
      "names.js, line 1: “./value.js” exports no `valeu`. Did you mean `value`?",
      "“./value.js” exports no `vlue`. Did you mean `value`?",
      "“./value.js” exports no `x`. It exports other, value.",
      "“./nothing.js” exports nothing, so there is no `y` to import.",
      "throws.js, line 2: Cannot read properties of null (reading 'x')",
      "start.js, line 3: at once",
      "assigns.js, line 2: “value” is imported and cannot be assigned here. Export a function that changes it from where it is declared.",
      expect.stringMatching(/^data\.json is not JSON: /),
      expect.stringMatching(/^missing\.js, line 2: There is no file “gone\.js” with this notebook/),
      expect.stringMatching(/^There is no file “none\.js” with this notebook/),
    ]);
    expect(cells[8]!.error).toMatchObject({ line: 2, column: 1 });
  });

  test("is found by a check before anything runs", async () => {
    await write({
      "fine.js": 'import "./broken.js"',
      "broken.js": "let let",
      "typed.ts": "export const a: number = 1",
    });
    const { importProblem, end } = await new CheckEnvironments().of(join(folder, "notebook.html"));
    try {
      expect(await importProblem!("./typed.ts")).toBeNull();
      const found = await Promise.all(["./fine.js", "./gone.ts", "npm:gone"].map((module) => importProblem!(module)));
      expect(found.map((sentence) => writeMessage(sentence!))).toEqual([
        expect.stringMatching(/^fine\.js, line 1: broken\.js, line 1: /),
        expect.stringMatching(/^There is no file “gone\.ts”/),
        expect.stringContaining("`npx yuheng add gone`"),
      ]);
    } finally {
      end();
    }
  });

  test("is read anew by a run that somebody asked for, and not by one that follows from another cell", async () => {
    await write({ "x.js": "export const x = 1" });
    const attachments = new FolderAttachments(folder);
    const steps: string[] = [];
    const modules = new NotebookModules(
      {},
      {
        chance: { seed: 1, reproducible: false, now: 0 },
        page: {
          file: async (_, name) => {
            steps.push(`read ${name}`);
            return (await attachments.read(name))!;
          },
          recordFile: (_, { name }) => void steps.push(`record ${name}`),
        },
      },
    );
    const runOf = (cause: Cause) => new Run(1, 1, cause, { display() {}, progress() {} });
    const first = await modules.import(runOf({ kind: "first" }), "./x.js");
    await write({ "x.js": "export const x = 2" });
    expect(await modules.import(runOf({ kind: "input", names: ["n"] }), "./x.js")).toBe(first);
    expect((await modules.import(runOf({ kind: "asked" }), "./x.js")).x).toBe(2);
    expect((await modules.import(runOf({ kind: "input", names: ["n"] }), "./x.js")).x).toBe(2);
    expect(steps).toEqual(["read x.js", "record x.js", "read x.js", "record x.js"]);
  });

  test("is run again by the next import after it failed", async () => {
    await write({
      "moody.js":
        "globalThis.moods = (globalThis.moods ?? 0) + 1; if (moods === 1) throw new Error('no'); export const mood = moods",
    });
    const { errors, values } = await run(
      `const mood = await import("./moody.js").catch(() => import("./moody.js")).then((m) => m.mood)`,
    );
    expect(errors).toEqual([]);
    expect(values.mood).toBe(2);
  });
});
