import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownSentencesZhCn, partsZhCn } from "../../../../app/language/sentences/index.ts";
import { inChinese } from "./chinese-of.ts";
import { collectSentences, isProse, type Sentence } from "./collect.ts";
import { leftOut, noSentences } from "./left-out.ts";

const root = join(import.meta.dirname, "../../../..");
const folders = ["kernel", "lib", "app/live", "app/session", "app/typing", "app/frame", "app/reader", "cli/serve"];

const texts = folders.flatMap((folder) =>
  collectSentences(root, folder, (path) => leftOut.some(({ path: out }) => path.startsWith(out))),
);
const said = texts.filter(({ text }) => isProse(text) && !noSentences.some(({ text: none }) => none.test(text)));

/** Made of pieces that no single text holds: a number and a noun, a type's name, a sentence with a word replaced. */
const composed = [
  ...["nitric acid", "adipic acid", "caprolactam"].map((product) => `N2O of ${product}`),
  "CH4 of all enteric sources",
  "CH4 of all manure sources",
  "shipped factors: 1",
  "own factors: 1",
];

/** The sentence with a value in each hole: numbers, which every hole takes. */
function sampleOf(text: string): string {
  let next = 7000;
  return text.replaceAll(/\{[a-zA-Z]\w*\}/g, () => String(++next));
}

/** Pairs to be pasted into a table. */
function toPaste(missing: readonly Sentence[]): string {
  return missing.map(({ text, place }) => `  // ${place}\n  ${JSON.stringify(text)}: "",`).join("\n");
}

describe("The sentences of the kernel, the services, the library and the server", () => {
  it("are all in the Chinese tables", () => {
    const missing = said.filter(({ text }) => inChinese().patternsOf(sampleOf(text)).length === 0);
    expect(toPaste(missing)).toBe("");
  });

  it("are in use, each pattern of the tables", () => {
    const samples = [...texts.map(({ text }) => sampleOf(text)), ...composed];
    const used = new Set(samples.flatMap((sample) => inChinese().patternsOf(sample)));
    const idle = Object.keys({ ...ownSentencesZhCn, ...partsZhCn }).filter((text) => !used.has(text));
    expect(idle).toEqual([]);
  });
});
