import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataType, Vector } from "apache-arrow";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { firstPicture } from "../../../cli/build/pictures.ts";
import { PREVIEW_WIDTH, writePreview } from "../../../cli/package/preview.ts";
import { recalledInRun, watchRecalled } from "../../../kernel/check/recalled-in-run.ts";
import { type Factor, factorsWithin, recalledWithin } from "../../../kernel/check/recalled-numbers.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { translationsOf } from "../../../kernel/document/translations.ts";
import { AnsweredOnce } from "../../../kernel/headless/answered-once.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import type { ExecutedNotebook } from "../../../kernel/headless/executed-notebook.ts";
import type { NodeServices } from "../../../kernel/headless/node-services.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { hasTable, tablesOf } from "../../../kernel/output/figure/figure-table.ts";
import { observePlots } from "../../../kernel/output/figure/observe-plots.ts";
import type { ToolRunner } from "../../../kernel/services/service-calls.ts";
import { canonicalNumber } from "../../../kernel/values/canonical-number.ts";
import { isArrowTable } from "../../../kernel/values/column.ts";
import { outputFaults } from "../../output-faults.ts";
import { openServices } from "../headless/services.ts";
import { builds } from "../numeric/builds.ts";
import { citedSources, foreignWords, productNames } from "./foreign-words.ts";

const folder = join(import.meta.dirname, "../../../notebooks");
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".html"));
const opened = openServices(
  Object.fromEntries(notebooks.map((name) => [name.replace(".html", ""), readFileSync(join(folder, name), "utf8")])),
  await builds(),
);

const once = new AnsweredOnce(opened.compute);
/** What tools gave to the notebook, and those of their records whose value is from memory. */
const given: unknown[] = [];
const taken = new Map<string, readonly Factor[]>();
const call: ToolRunner["call"] = async (tool, input, options) => {
  const result = await once.call(tool, input, options);
  given.push(result);
  return result;
};

const compute = watchRecalled({ call }, (tool, records) => taken.set(tool, records));
const services = { ...opened, compute } as NodeServices;

/** Notebooks that show names or citations of their data, which have no Chinese ones. */
const foreignNames: Readonly<Record<string, () => Promise<ReadonlySet<string>>>> = {
  "product-footprint.html": productNames,
  "power-and-hydrogen.html": citedSources,
  "steel-plant.html": citedSources,
  "cement-plant.html": citedSources,
};

const asksForFactors =
  /land_use_reported|factors_(?:energy|ippu|afolu|waste)|factors\.select|inventory\.(?:compile|company)|natural\.(?:bookkeeping|ranges)/;

/** Notebooks that ask for them without how well each is known: an agent's query takes a value and its source. */
const asksForValuesAlone = new Set(["ask.html"]);

/** All numbers in a value, in order; texts are in the language of the reader and do not count. Tables give theirs by column. */
function numbersIn(value: unknown, found: (number | bigint)[] = [], seen = new Set<unknown>()): (number | bigint)[] {
  if (typeof value === "number" || typeof value === "bigint") found.push(value);
  if (typeof value !== "object" || value === null || seen.has(value)) return found;
  seen.add(value);
  for (const part of numericParts(value)) numbersIn(part, found, seen);
  return found;
}

/** The parts of an object in which there may be numbers. */
function numericParts(value: object): Iterable<unknown> {
  if (value instanceof Map) return value.values();
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? [] : (value as Float64Array);
  if (isArrowTable(value)) return value.schema.fields.map((_, i) => value.getChildAt(i));
  if (value instanceof Vector && hasTexts(value.type)) return [];
  if (Symbol.iterator in value) return value as Iterable<unknown>;
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null ? [] : Object.values(value);
}

const hasTexts = (type: DataType): boolean =>
  DataType.isDictionary(type) ? hasTexts(type.dictionary) : DataType.isUtf8(type);

/** Engines differ in the last digits of a number. */
const isSame = (one: number | bigint, other: number | bigint | undefined): boolean =>
  Object.is(one, other) ||
  (typeof one === "number" && typeof other === "number" && canonicalNumber(one) === canonicalNumber(other));

/** By name, how many numbers there are, and the first that differs from that of another run by more than engines do. */
function numbersBeside({ values }: ExecutedNotebook, other: ExecutedNotebook): Record<string, unknown> {
  const others = new Map(other.values);
  return Object.fromEntries(
    [...values].map(([name, value]) => {
      const [here, there] = [numbersIn(value), numbersIn(others.get(name))];
      const at = here.findIndex((each, i) => !isSame(each, there[i]));
      return [name, { count: here.length, ...(at < 0 ? {} : { at, differs: here[at] }) }];
    }),
  );
}

/**
 * The numbers written in the output of a text, whatever separates their thousands; each once. Formulas have none, and small
 * integers are written as words, or as months, in one of the languages.
 */
function writtenNumbers(html: string): string[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const code of document.querySelectorAll(".katex, code, a")) code.remove();
  const text = document.body
    .textContent!.replaceAll(/[₀-₉]/g, "")
    .replaceAll("，", ", ")
    .normalize("NFKC")
    .replaceAll(/(?<=\d)[ ,\u2009\u202f\u00a0](?=\d{3}(?!\d))/g, "");
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(numbers.filter((number) => number.includes(".") || Number(number) > 12))].sort();
}

/** What a picture says and consists of; coordinates may differ in the last digit between machines. */
function contentOf(svg: string) {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const elements = [...document.querySelectorAll("svg *")];
  const texts = elements.filter(({ localName }) => localName === "text").map(({ textContent }) => textContent);
  const counts: Record<string, number> = {};
  for (const { localName } of elements) counts[localName] = (counts[localName] ?? 0) + 1;
  return { label: document.querySelector("svg")?.getAttribute("aria-label"), texts, counts };
}

// The tables behind pictures are made of what Plot has drawn, which outputs as HTML no longer have.
openRealm();
observePlots();

/** Runs something, and gives every picture that is made meanwhile. */
async function picturesMadeBy(run: () => Promise<void>): Promise<Element[]> {
  const made: Element[] = [];
  const create = document.createElementNS;
  document.createElementNS = ((namespace: string, name: string) => {
    const element = create.call(document, namespace, name);
    if (name === "svg") made.push(element);
    return element;
  }) as typeof document.createElementNS;
  try {
    await run();
  } finally {
    document.createElementNS = create;
  }
  return made;
}

describe.each(notebooks)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const notebook = parseNotebook(text);
  const named: unknown[] = [];
  let english: ExecutedNotebook;
  let chinese: ExecutedNotebook;
  let pictures: Element[];

  beforeAll(async () => {
    const run = (language: string) =>
      runNotebook(text, {
        services,
        language,
        reproducible: true,
        width: PREVIEW_WIDTH,
        value: (_name, value) => named.push(value),
      });
    given.length = 0;
    taken.clear();
    english = await run("en");
    pictures = await picturesMadeBy(async () => {
      chinese = await run("zh-CN");
    });
    once.forget();
  }, 300_000);

  test("has a title and every text in English and in Chinese", () => {
    expect(notebook.titles["zh-CN"]).toMatch(/\p{Script=Han}/u);
    for (const { id, kind } of notebook.cells) {
      if (kind !== "md") continue;
      expect([...(translationsOf(notebook.cells, id)?.keys() ?? [])], `cell ${id}`).toEqual(["en", "zh-CN"]);
    }
  });

  test("rests on no number from memory, holds no bounds from memory, and shows no text that says so", () => {
    if (asksForFactors.test(text) && !asksForValuesAlone.has(name))
      expect([...given, ...named].some((value) => factorsWithin(value).length > 0)).toBe(true);
    for (const executed of [english, chinese]) expect(recalledInRun(notebook, executed, taken)).toEqual([]);
    // Values that were replaced while it ran count as well: those of the first run of a view, for example.
    expect(named.flatMap((value) => recalledWithin(value))).toEqual([]);
  });

  test("shows no word of the language in place of a value, no rest of rounding and no number without a word", () => {
    for (const { cells } of [english, chinese]) {
      const shown = cells.filter(({ html }) => html !== "");
      const faults = shown.flatMap(({ id, html }) =>
        outputFaults(html, { isLast: id === shown.at(-1)!.id }).map((fault) => ({ cell: id, ...fault })),
      );
      expect(faults).toEqual([]);
    }
  });

  test("names the rows in the tables behind its pictures, and counts none", () => {
    const tables = pictures.filter(hasTable).flatMap((picture) => tablesOf(picture));
    expect(tables.length).toBeGreaterThan(0);
    const counting = tables.flatMap(({ columns }) =>
      columns.filter(({ values }) => values.length > 1 && values.every((value, row) => String(value) === String(row))),
    );
    expect(counting).toEqual([]);
  });

  test("computes and writes the same numbers in both languages, and shows what its pictures show", async () => {
    expect([english.failed, chinese.failed]).toEqual([0, 0]);
    for (const [tag, { cells }] of [["en", english] as const, ["zh-CN", chinese] as const]) {
      const shipped = readFileSync(join(folder, "previews", `${name.replace(".html", "")}.${tag}.svg`), "utf8");
      expect(contentOf(shipped)).toEqual(contentOf(writePreview(firstPicture(cells.map(({ html }) => html))!)));
      expect(contentOf(shipped).texts.length).toBeGreaterThan(0);
    }
    expect(chinese.title).toBe(notebook.titles["zh-CN"]);
    expect(numbersBeside(chinese, english)).toEqual(numbersBeside(english, chinese));
    // What a reader of Chinese sees is Chinese, in figures, tables and inputs as well.
    const names = await foreignNames[name]?.();
    const foreign = chinese.cells.flatMap(({ id, html }) =>
      foreignWords(html, names).map((word) => `cell ${id}: ${word}`),
    );
    expect(foreign).toEqual([]);
    const outputOf = ({ cells }: ExecutedNotebook, id: number) => cells.find((cell) => cell.id === id)!.html;
    for (const { id, attributes } of notebook.cells) {
      if (attributes.lang !== "en") continue;
      const other = translationsOf(notebook.cells, id)?.get("zh-CN");
      if (!other) continue;
      expect(outputOf(chinese, id)).toBe("");
      // An emphasis that Markdown does not take as one, as between Chinese characters and punctuation.
      for (const html of [outputOf(english, id), outputOf(chinese, other.id)]) expect(html).not.toContain("**");
      expect(writtenNumbers(outputOf(chinese, other.id)), `cell ${id}`).toEqual(writtenNumbers(outputOf(english, id)));
    }
  });
});

test("Notebooks that ask for factors are found", () => {
  const asking = notebooks.filter((name) => asksForFactors.test(readFileSync(join(folder, name), "utf8")));
  expect(asking).toContain("inventory-country.html");
  expect(asking.length).toBeGreaterThan(4);
});
