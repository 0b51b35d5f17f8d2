import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { NotebookModules } from "../../../kernel/module/notebook-modules.ts";
import { Run } from "../../../kernel/runtime/run.ts";

let place: string;
let thread: Worker;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "yuheng-native-"));
  thread = engine();
  await writeFile(join(place, "package.json"), '{"type": "module"}');
});
afterAll(async () => {
  await thread.terminate();
  await rm(place, { recursive: true, force: true });
});

const COUNT = 4;
const index = fc.nat(COUNT - 1);
// Most modules have the first two; other names are there by chance.
const exportName = fc.constantFrom("a", "a", "a", "default", "default", "b", "f", "r");

/** A line of a module; some graphs of such lines cannot be linked or run, which both must find. */
const line = fc.oneof(
  fc.record({ kind: fc.constant("star" as const), from: index }),
  fc.record({ kind: fc.constant("whole" as const), from: index, as: fc.constantFrom("w", "x") }),
  fc.record({ kind: fc.constant("pass" as const), from: index, name: exportName, as: fc.constantFrom("r", "s", "t") }),
  fc.record({ kind: fc.constant("lazy" as const), from: index, name: exportName, as: fc.constantFrom("f", "g") }),
  fc.record({ kind: fc.constant("now" as const), from: index, name: exportName, as: fc.constantFrom("b", "c") }),
  fc.record({ kind: fc.constant("wait" as const) }),
  fc.record({ kind: fc.constant("count" as const) }),
);

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function write(lines: readonly Line[], own: number): string {
  const texts = [`export const a = ${own};`, `export default function () { return [this === undefined, ${own}] }`];
  const taken = new Set(["a", "default"]);
  lines.forEach((each, i) => {
    const local = `n${i}`;
    if ("as" in each) {
      if (taken.has(each.as)) return;
      taken.add(each.as);
    }
    const from = "from" in each ? `"./m${each.from}.js"` : "";
    if (each.kind === "star") texts.push(`export * from ${from}`);
    else if (each.kind === "whole") texts.push(`export * as ${each.as} from ${from}`);
    else if (each.kind === "pass")
      texts.push(`import {${each.name} as ${local}} from ${from}`, `export {${local} as ${each.as}}`);
    else if (each.kind === "lazy") {
      texts.push(`import {${each.name} as ${local}} from ${from}`);
      texts.push(
        `export function ${each.as}() { return typeof ${local} === "function" ? ${local}.name.length >= 0 : {${local}} }`,
      );
    } else if (each.kind === "now")
      texts.push(`import {${each.name} as ${local}} from ${from}`, `export let ${each.as} = typeof ${local}`);
    else if (each.kind === "wait") texts.push("await null");
    else if (!taken.has("n")) {
      taken.add("n");
      texts.push("export let n = 0", "n += 1;", "n++");
    }
  });
  return texts.join("\n");
}

/** What a namespace shows: its names, and the values that can be compared. */
function shown(namespace: Record<string, unknown>, depth = 2): unknown {
  return Object.keys(namespace).map((name) => {
    const value = read(() => namespace[name]);
    if (typeof value === "function") return [name, read(() => value())];
    if (typeof value === "object" && value !== null && depth > 0) return [name, shown(value as never, depth - 1)];
    return [name, typeof value === "object" ? "object" : value];
  });
}

function read(get: () => unknown): unknown {
  try {
    const value = get();
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : value;
  } catch (error) {
    return (error as Error).name;
  }
}

/** Names a graph that cannot be linked, and one that reads a variable too early. */
function failure(error: unknown): string {
  const { name } = error as Error;
  return name === "ModuleError" || name === "SyntaxError" ? "not linked" : name;
}

/** The engine itself, in a thread: Vitest would read the modules in its own way. */
const engine = () =>
  new Worker(
    `const {parentPort} = require("node:worker_threads");
    ${read}\n${failure}\n${shown}
    parentPort.on("message", (address) => import(address).then((all) => shown(all), failure).then((told) => parentPort.postMessage(told)));`,
    { eval: true },
  );

test("modules have the exports, values and failures that the engine gives them, in whatever way they import each other", async () => {
  const native = async (address: string) => {
    thread.postMessage(address);
    return (await once(thread, "message"))[0];
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { maxLength: 5 }), { minLength: COUNT, maxLength: COUNT }),
      async (graph) => {
        const folder = await mkdtemp(join(place, "graph-"));
        await Promise.all(graph.map((lines, i) => writeFile(join(folder, `m${i}.js`), write(lines, i))));
        const attachments = new FolderAttachments(folder);
        const modules = new NotebookModules(
          {},
          {
            chance: { seed: 1, reproducible: false, now: 0 },
            page: { file: async (_, name) => (await attachments.read(name))!, recordFile() {} },
          },
        );
        const run = new Run(1, 1, { kind: "first" }, { display() {}, progress() {} });
        const [ours, theirs] = await Promise.all([
          modules.import(run, "./m0.js").then((namespace) => shown(namespace), failure),
          native(pathToFileURL(join(folder, "m0.js")).href),
        ]);
        expect(ours).toEqual(theirs);
      },
    ),
  );
}, 60_000);
