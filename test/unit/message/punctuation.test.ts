import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript6";
import { describe, expect, it } from "vitest";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { unpackExercises } from "../../../kernel/lesson/pack.ts";
import { parsedSource } from "../suite/parsed-source.ts";
import { halfWidthIn } from "./punctuation.ts";

const root = join(import.meta.dirname, "../../..");

/** The texts and comments of a program that hold Chinese. */
function chineseIn(text: string): string[] {
  if (!isChinese(text) && !text.includes("\\u")) return [];
  const file = parsedSource("source.ts", text);
  const found: string[] = [];
  // A node begins where its first child does, with the same comments.
  let known = -1;
  const visit = (node: ts.Node): void => {
    if (node.pos !== known)
      for (const { pos, end } of ts.getLeadingCommentRanges(text, node.pos) ?? []) found.push(text.slice(pos, end));
    known = node.pos;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set(found)].filter(isChinese);
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** The Chinese of a notebook: its title, its texts, what its programs say, and its exercises, which are packed. */
function chineseOf(name: string): string[] {
  const { notebook } = unpackExercises(parseNotebook(readFileSync(join(root, "notebooks", name), "utf8")));
  const texts = notebook.cells.flatMap(({ kind, source }) => (kind === "js" ? chineseIn(source) : [source]));
  return [...Object.values(notebook.titles), ...texts].filter(isChinese);
}

const sources = ["app", "kernel", "lib", "cli"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => join(folder, path)),
);
const notebooks = readdirSync(join(root, "notebooks"), { encoding: "utf8" }).filter((name) => name.endsWith(".html"));

/** Words of questions as people type them, and patterns of them: they are read, not written. */
const isRead = (path: string) => /^lib\/dialogue\/(?:language|lexicon)\//.test(path);

describe("Chinese", () => {
  it("is written with full-width punctuation in every source", () => {
    const wrong = sources
      .filter((path) => !isRead(path))
      .flatMap((path) =>
        chineseIn(readFileSync(join(root, path), "utf8"))
          .flatMap(halfWidthIn)
          .map((around) => `${path}: ${around}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(notebooks)("is written with full-width punctuation in %s", (name) => {
    expect(chineseOf(name).flatMap(halfWidthIn)).toEqual([]);
  });
});

describe("Punctuation of half width", () => {
  it.each(["读取 {names},随后", "一阶(总)", "名称:值", "{name}:单独", "好吗?", "`a` 之后;再"])(
    "is found in %s",
    (text) => {
      expect(halfWidthIn(text)).not.toEqual([]);
    },
  );

  it.each([
    "读取 `f(a, b)`，随后",
    "[文献](https://doi.org/10.1/a)。",
    "《指南》第 2 卷，表 1.2；见 https://a.org/b?c=d。",
    "应为 (YYYY-MM-DD)，即日期",
    "{a}、{b}：{c}",
  ])("is not where code, an address or Latin text stands: %s", (text) => {
    expect(halfWidthIn(text)).toEqual([]);
  });
});
