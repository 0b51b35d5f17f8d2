import { expect, test, vi } from "vitest";
import { valueFor } from "../../../kernel/document/language-tag.ts";
import type { UncertaintyRun } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { localizeIn } from "../../../kernel/stdlib/reader-language.ts";
import { openServices, runCells } from "../headless/services.ts";
import { SampledNotebook } from "../montecarlo/notebook.ts";

const services = openServices();

test("a value is found by its tag, then by its language in any variant, then in English, then the first", () => {
  expect(valueFor({ en: "a", "zh-TW": "b", "zh-CN": "c" }, "zh-CN")).toBe("c");
  expect(valueFor({ en: "a", "zh-TW": "b" }, "zh-CN")).toBe("b");
  expect(valueFor({ zh: "b", "en-GB": "a" }, "fr")).toBe("a");
  expect(valueFor({ zh: "b", ja: "c" }, "fr")).toBe("b");
  expect(valueFor({}, "fr")).toBeUndefined();
  // A value that is undefined or null is a value.
  expect(localizeIn("zh-CN")({ en: 1, zh: null })).toBeNull();
});

test("cells read the reader's language, and values of any kind in it", async () => {
  const cells = [
    "const shown = language",
    'const label = localize({ en: "Year", zh: "年份" })',
    "const plural = localize({ en: (n) => `${n} cells`, zh: (n) => `${n} 个单元格` })(3)",
    "const names = localize({ zh: new Map([[1, '一']]), en: new Map([[1, 'one']]) }).get(1)",
  ];
  const { values } = await runCells(services, cells);
  expect(Object.fromEntries(values)).toEqual({ shown: "en", label: "Year", plural: "3 cells", names: "one" });
  const chinese = await runCells(services, cells, { language: "zh-CN" });
  expect(Object.fromEntries(chinese.values)).toEqual({
    shown: "zh-CN",
    label: "年份",
    plural: "3 个单元格",
    names: "一",
  });
});

test("cells get the sentences of results and source lines in the reader's language, and the same results in every language", async () => {
  const cells = [
    'const made = panorama.ladder({ regions: ["CHN"], year: 1990, boundary: "managed land" })',
    "const sentences = made.lacks.map((sentence) => localize(sentence))",
    'const other = localize("a text of my own")',
    'const line = localize({ en: 0, zh: 0 }) || datasets.cite("carbon_budget_countries", "no_such_dataset").textContent',
  ];
  const [english, chinese] = [
    await runCells(services, cells),
    await runCells(services, cells, { language: "zh-CN" }),
  ].map(({ values }) => values);
  expect(chinese!.get("made")).toEqual(english!.get("made"));
  const sentences = english!.get("sentences") as string[];
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences).toEqual((english!.get("made") as { lacks: string[] }).lacks);
  for (const sentence of chinese!.get("sentences") as string[])
    expect(sentence).toMatch(/\p{Script=Han}{4}.*[。；]?$/u);
  expect(chinese!.get("other")).toBe("a text of my own");
  expect(english!.get("line")).toMatch(/^Sources: Global Carbon Project, .*; no_such_dataset: not in the catalogue$/);
  expect(chinese!.get("line")).toMatch(/^来源：Global Carbon Project，.*；no_such_dataset：目录中没有$/);
});

test("a notebook may use the names for its own", async () => {
  const { values } = await runCells(services, ['const language = "Latin"', "const text = `${language}!`"]);
  expect(values.get("text")).toBe("Latin!");
});

test("a switch runs the cells that read the language, and no cell beyond one whose value stays equal", async () => {
  const notebook = await SampledNotebook.settled([
    'const label = localize({ en: "Year", zh: "年份" })',
    "const length = language.slice(0, 0).length",
    "const doubled = 2 * length",
    "const title = label + length",
    "const other = 1",
  ]);
  notebook.runs.length = 0;
  notebook.language.switch("zh-CN");
  await vi.waitFor(() => expect(notebook.flow.valueOf("title")).toBe("年份0"));
  await notebook.flow.settled();
  expect([...notebook.runs].sort()).toEqual([1, 2, 4]);
  notebook.language.switch("en");
  await vi.waitFor(() => expect(notebook.flow.valueOf("title")).toBe("Year0"));
});

test("draws of a cell that localizes are those of one that does not, in the page's language", async () => {
  const cells = [
    'const ef = sample("coal EF", normal({mean: 94.6, sd: 2}));',
    'const factor = localize({ en: 2, zh: 2 }) * (language === "zh-CN" ? 100 : 1)',
    'const rows = [{ name: localize({ en: "coal", zh: "煤" }), value: ef * factor }]',
    "const plain = ef * 2",
  ];
  const notebook = await SampledNotebook.settled(cells);
  const summarize = async (cell: number) => {
    const run: UncertaintyRun = await notebook.sampling.open(cell);
    try {
      return (await run.draws({ draws: 500 })).leaves.map(({ mean, sd }) => [mean, sd]);
    } finally {
      run.end();
    }
  };
  const [plain] = await summarize(4);
  expect(await summarize(3)).toEqual([plain]);
  notebook.language.switch("zh-CN");
  await vi.waitFor(() => expect(notebook.flow.valueOf("factor")).toBe(200));
  await notebook.flow.settled();
  const [inChinese] = await summarize(3);
  expect(inChinese![0]! / plain![0]!).toBeCloseTo(100, 9);
});
