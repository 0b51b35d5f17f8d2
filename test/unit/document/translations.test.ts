import { describe, expect, it } from "vitest";
import { translateCell } from "../../../kernel/document/compound.ts";
import {
  applyOperation,
  cellsIn,
  createNotebook,
  type Notebook,
  type Operation,
  parseNotebook,
  serializeNotebook,
  titleIn,
} from "../../../kernel/document/index.ts";
import { summaryOf } from "../../../kernel/document/summary.ts";
import { editedTitle, translationsOf } from "../../../kernel/document/translations.ts";
import { readWithKit, writeWithKit } from "./kit.ts";

const bilingual = `<!doctype html>
<notebook theme="air">
  <title>Carbon</title>
  <title lang="zh-CN">碳</title>
  <script id="1" type="text/markdown" lang="en">
    # Carbon

    A text.
  </script>
  <script id="2" type="text/markdown" lang="zh-CN">
    # 碳

    一段文字。
  </script>
  <script id="3" type="module">
    1
  </script>
</notebook>
`;

/** A notebook of cells that are texts in a language, or programs. */
function notebookOf(...languages: (string | null)[]): Notebook {
  const cells = languages.map((lang, i) => {
    const attributes: Record<string, string> = lang ? { lang } : {};
    return { kind: lang === null ? "js" : "md", source: `${i + 1}`, attributes };
  });
  return createNotebook({ cells });
}

const seen = (notebook: Notebook, language: string) => cellsIn(notebook.cells, language).map(({ id }) => id);

function edit(notebook: Notebook, ...operations: Operation[]): Notebook {
  return operations.reduce((current, operation) => {
    const outcome = applyOperation(current, operation);
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    return outcome.notebook;
  }, notebook);
}

describe("A text and its translations", () => {
  it("are seen in the reader's language, in any variant, and other cells always", () => {
    const notebook = notebookOf("en", "zh-CN", null, "", "en-GB", "zh-Hant");
    expect(seen(notebook, "en")).toEqual([1, 3, 4, 5]);
    expect(seen(notebook, "zh-TW")).toEqual([2, 3, 4, 6]);
  });

  it("are seen in English without the reader's language, and in the first language without English", () => {
    expect(seen(notebookOf("zh-CN", "en", null, "zh-CN", "ja"), "fr")).toEqual([2, 3, 4]);
  });

  it("are adjacent: a text without a translation is seen by everyone", () => {
    expect(seen(notebookOf("en", null, "zh-CN"), "zh-CN")).toEqual([1, 2, 3]);
    // A language that comes again begins the next text.
    const two = notebookOf("en", "zh-CN", "en", "zh-CN", "en");
    expect(seen(two, "zh-CN")).toEqual([2, 4, 5]);
    expect([...translationsOf(two.cells, 4)!.values()].map(({ id }) => id)).toEqual([3, 4]);
  });

  it("is only about texts: a program runs in every language", () => {
    const notebook = createNotebook({ cells: [{ kind: "js", source: "1", attributes: { lang: "zh" } }] });
    expect(seen(notebook, "en")).toEqual([1]);
  });

  it("gives the summary in the reader's language", () => {
    const { cells } = parseNotebook(bilingual);
    expect(summaryOf(cells, "en")).toBe("A text.");
    expect(summaryOf(cells, "zh-CN")).toBe("一段文字。");
  });

  it("is added below the text, which gets a language of its own if it had none", () => {
    const notebook = createNotebook({
      cells: [
        { kind: "md", source: "Carbon" },
        { kind: "js", source: "1" },
      ],
    });
    const translated = edit(notebook, ...translateCell(notebook.cells, 1, "en", "zh-CN"));
    expect(translated.cells.map(({ kind, source, attributes }) => [kind, source, attributes])).toEqual([
      ["md", "Carbon", { lang: "en" }],
      ["md", "Carbon", { lang: "zh-CN", pinned: "" }],
      ["js", "1", {}],
    ]);
    expect(translateCell(notebook.cells, 2, "en", "zh-CN")).toEqual([]);
  });
});

describe("The title", () => {
  it("is read in the reader's language, and is the notebook's own in any other", () => {
    const notebook = parseNotebook(bilingual);
    expect(notebook.problems).toEqual([]);
    expect([titleIn(notebook, "en"), titleIn(notebook, "zh"), titleIn(notebook, "fr")]).toEqual([
      "Carbon",
      "碳",
      "Carbon",
    ]);
  });

  it("in another language is set, changed and removed without touching anything else", () => {
    const type = "translated-title";
    const notebook = parseNotebook(bilingual);
    const changed = edit(notebook, { type, language: "zh-CN", title: "碳 <核算>" });
    expect(serializeNotebook(changed)).toBe(bilingual.replace(">碳<", ">碳 &lt;核算&gt;<"));
    const removed = edit(notebook, { type, language: "zh-CN", title: null });
    expect(serializeNotebook(removed)).toBe(bilingual.replace('\n  <title lang="zh-CN">碳</title>', ""));
    expect(serializeNotebook(edit(removed, { type, language: "zh-CN", title: "碳" }))).toBe(bilingual);
  });

  it("that a reader edits is the one that is read", () => {
    const notebook = parseNotebook(bilingual);
    expect([editedTitle(notebook, "en"), editedTitle(notebook, "zh")]).toEqual([undefined, "zh-CN"]);
    // Without a translated title, texts in the reader's language after those in another make one.
    const removed = edit(notebook, { type: "translated-title", language: "zh-CN", title: null });
    expect([editedTitle(removed, "en"), editedTitle(removed, "zh"), editedTitle(removed, "fr")]).toEqual([
      undefined,
      "zh-CN",
      undefined,
    ]);
  });
});

describe("Notebook Kit", () => {
  it("opens a bilingual notebook with the texts in both languages", () => {
    const { title, cells } = readWithKit(bilingual);
    expect(title).toBe("Carbon");
    expect(cells.map(({ value }) => value.split("\n")[0])).toEqual(["# Carbon", "# 碳", "1"]);
  });

  it("writes it without languages, and then every reader sees all texts", () => {
    const { title, cells } = readWithKit(bilingual);
    const back = parseNotebook(writeWithKit({ title, cells }));
    expect(back.problems).toEqual([]);
    expect(seen(back, "zh-CN")).toEqual([1, 2, 3]);
  });
});
