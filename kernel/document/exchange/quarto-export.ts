import { html } from "../../cell/kinds/html.ts";
import { markdown } from "../../cell/kinds/markdown.ts";
import { programLanguage } from "../../cell/kinds.ts";
import { findInterpolationEnd } from "../../compile/syntax.ts";
import { stripTypes } from "../../compile/typescript.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { renderMark } from "./cell-mark.ts";
import { renderFence, splitFences } from "./fence.ts";
import { renderFrontMatter } from "./front-matter.ts";
import { firstHeading } from "./heading.ts";
import { metadataOf } from "./metadata.ts";
import { readBlock, writeOlder } from "./older-form.ts";
import { writeTemplate } from "./older-template.ts";

/** Kinds of cells that Quarto runs in the language of the same name. */
const executable: ReadonlySet<string> = new Set(["ojs", "python", "r", "dot"]);

/**
 * Writes a notebook as a document of Quarto (`.qmd`). JavaScript, HTML and TeX become cells of `{ojs}`; code that Quarto cannot run so
 * is shown. {@link importQuarto} restores the cells.
 */
export function exportQuarto(notebook: Notebook): string {
  const { title, ...entries } = metadataOf(notebook);
  const hasHeading = notebook.cells.some(({ kind, source }) => kind === markdown.name && headingOf(source));
  // Quarto shows `title` above the text, and `pagetitle` only in the window.
  const front = renderFrontMatter({
    [hasHeading ? "pagetitle" : "title"]: title,
    ...entries,
    execute: { echo: false },
  });
  return `${[front, ...notebook.cells.map(renderCell)].join("\n\n")}\n`;
}

/** Whether Quarto shows the source of a cell instead of running it. */
export function isOnlyShown(cell: Cell): boolean {
  const { kind } = cell;
  return kind !== markdown.name && !executable.has(kind) && !isPlainHtml(cell) && olderCode(cell) === undefined;
}

function renderCell(cell: Cell): string {
  const { kind, source, attributes } = cell;
  if (kind === markdown.name) return `${renderMark(attributes)}\n${renderText(source)}`;
  if (executable.has(kind)) {
    const marked = Object.keys(attributes).length > 0 || kind === "ojs";
    return withMark(marked ? { kind, ...attributes } : undefined, renderFence(`{${kind}}`, source));
  }
  if (isPlainHtml(cell)) {
    const marked = Object.keys(attributes).length > 0;
    return withMark(marked ? { kind, ...attributes } : undefined, renderFence("{=html}", source));
  }
  const code = olderCode(cell);
  if (code === undefined) return withMark({ kind, ...attributes }, renderFence(kind, source));
  const { options, others } = splitAttributes(cell, code);
  const marked = kind !== "js" || Object.keys(others).length > 0;
  return withMark(marked ? { kind, ...others } : undefined, renderFence("{ojs}", [...options, code].join("\n")));
}

function withMark(attributes: Readonly<Record<string, string>> | undefined, fence: string): string {
  return attributes ? `${renderMark(attributes)}\n${fence}` : fence;
}

/** A cell in Observable's older form; undefined if it has none. */
function olderCode({ id, kind, source, attributes }: Cell): string | undefined {
  const output = Object.hasOwn(attributes, "output") ? attributes.output || undefined : undefined;
  const language = programLanguage(kind);
  if (language === "javascript") return writeOlder({ id, source, output });
  if (language !== "typescript") return writeTemplate(kind, source, output);
  try {
    return writeOlder({ id, source: stripTypes(source).text, output });
  } catch {
    return undefined;
  }
}

function isPlainHtml({ kind, source }: Cell): boolean {
  return kind === html.name && !source.includes("${");
}

/** What the attributes of a cell are as options of Quarto, and those that are none. */
function splitAttributes(
  { kind, attributes }: Cell,
  code: string,
): { options: string[]; others: Record<string, string> } {
  const { pinned, hidden, "data-name": name, ...rest } = attributes;
  const others: Record<string, string> = { ...rest };
  const options: string[] = [];
  const set = (attribute: string, value: string | undefined, isWritten: boolean, option: string) => {
    if (value === undefined) return;
    if (isWritten) options.push(`//| ${option}`);
    else others[attribute] = value;
  };
  set("data-name", name, /^[A-Za-z][\w-]*$/.test(name ?? ""), `label: ${name}`);
  set("pinned", pinned, pinned === "", "echo: true");
  set("hidden", hidden, hidden === "", "output: false");
  // An expression is written with the name of its output.
  const isNamed = code.split("\n").some((line) => line.startsWith(`${others.output} = `));
  if (programLanguage(kind) && isNamed && readBlock(code) === undefined) delete others.output;
  return { options, others };
}

function headingOf(source: string): string | undefined {
  const prose = splitFences(source).flatMap((block) => (block.type === "prose" ? [block.text] : []));
  return prose.map(firstHeading).find(Boolean);
}

/** Markdown with its expressions as Quarto's, and its last fence closed. */
function renderText(source: string): string {
  const blocks = splitFences(source).map((block) => (block.type === "fence" ? block.text : withInline(block.text)));
  const { missing } = splitFences(source).findLast((block) => block.type === "fence") ?? {};
  return `${blocks.join("\n")}${missing ? `\n${missing}` : ""}`;
}

/** Writes each `${x}` as `{ojs} x` in backticks, which Pandoc leaves as it is, if it may stand there. */
function withInline(text: string): string {
  let written = "";
  for (let at = 0; at < text.length; ) {
    const isExpression = text.startsWith("${", at) && text[at - 1] !== "\\";
    const end = isExpression ? expressionEnd(text, at + 2) : undefined;
    if (end === undefined) {
      written += text[at];
      at += 1;
      continue;
    }
    const expression = text.slice(at + 2, end);
    const isInline =
      expression === expression.trim() && !/[`\n]/.test(expression) && text[at - 1] !== "`" && text[end + 1] !== "`";
    written += isInline ? `\`{ojs} ${expression}\`` : text.slice(at, end + 1);
    at = end + 1;
  }
  return written;
}

function expressionEnd(text: string, from: number): number | undefined {
  try {
    return findInterpolationEnd(text, from);
  } catch {
    return undefined;
  }
}
