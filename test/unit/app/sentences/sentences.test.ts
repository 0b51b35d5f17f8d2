import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inChinese } from "./chinese-of.ts";
import { collectSentences, isProse, type Sentence } from "./collect.ts";
import { leftOut, noSentences } from "./left-out.ts";

const root = join(import.meta.dirname, "../../../..");
const folders = ["kernel", "lib", "app/live", "app/session", "app/typing", "app/frame", "app/reader", "cli/serve"];

const texts = folders.flatMap((folder) =>
  collectSentences(root, folder, (path) => leftOut.some(({ path: out }) => path.startsWith(out))),
);
const said = texts.filter(({ text }) => isProse(text) && !noSentences.some(({ text: none }) => none.test(text)));

/** The sentence with a value in each hole: numbers, which every hole takes. */
function sampleOf(text: string): string {
  let next = 7000;
  return text.replaceAll(/\{[a-zA-Z]\w*\}/g, () => String(++next));
}

/** What is to be declared as messages, with the place of each. */
function toDeclare(missing: readonly Sentence[]): string {
  return missing.map(({ text, place }) => `  // ${place}\n  { en: ${JSON.stringify(text)}, zh: "" },`).join("\n");
}

const sources = ["lib", "kernel", "app", "cli"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), "utf8") })),
);

/** A group of messages under the name of its constant, with its keys. */
function groupsIn(text: string) {
  const groups = text.matchAll(/^(export )?const (\w+) = messages\("[\w.-]+", \{\n(.*?)^\}\);/gms);
  return [...groups].map(([, exported, name, body]) => ({
    isExported: exported !== undefined,
    name: name!,
    keys: [...body!.matchAll(/^ {2}"?([\w.-]+)"?: \{/gm)].map(([, key]) => key!),
  }));
}

/** The keys of a group that no source says: by its name and key, by a computed key, or by a part that is taken out of it. */
function idleIn({ name, keys, isExported }: ReturnType<typeof groupsIn>[number], text: string): string[] {
  const naming = sources.filter((source) => source.text.includes(name));
  const where = isExported ? naming.map((source) => source.text).join("\n") : text;
  // A group that is handed on as a whole, or read by a computed key, is taken to be said.
  if (new RegExp(`\\b${name}(?:\\[|\\)|,|;| as |\\n\\])|\\.\\.\\.${name}\\b`).test(where)) return [];
  return keys.filter((key) => !new RegExp(`\\b${name}\\s*\\.${key}\\b`).test(where));
}

describe("The sentences of the kernel, the services, the library and the server", () => {
  it("are all declared as messages, but for words of strangers that the tables have", () => {
    const missing = said.filter(({ text }) => inChinese().patternsOf(sampleOf(text)).length === 0);
    expect(toDeclare(missing)).toBe("");
  });

  it("are in use, each declared message", () => {
    const groups = sources.flatMap(({ path, text }) => groupsIn(text).map((group) => ({ path, text, group })));
    expect(groups.length).toBeGreaterThan(200);
    const idle = groups.flatMap(({ path, text, group }) => idleIn(group, text).map((key) => `${path}: ${key}`));
    expect(idle).toEqual([]);
  });
});
