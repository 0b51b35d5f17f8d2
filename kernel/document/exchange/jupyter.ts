import { parseExpressionAt } from "acorn";
import { type Message, messages } from "../../../lib/message/message.ts";
import { html } from "../../cell/kinds/html.ts";
import { markdown } from "../../cell/kinds/markdown.ts";
import { tex } from "../../cell/kinds/tex.ts";
import { cellKinds, kindOf, programLanguage } from "../../cell/kinds.ts";
import { isSyntaxFailure } from "../../compile/syntax.ts";
import type { CellContent } from "../cell.ts";
import { createNotebook } from "../create.ts";
import { type Cell, type Json, type Notebook, type Problem, untitled } from "../notebook.ts";
import { renderFence, splitFences } from "./fence.ts";
import { firstHeading } from "./heading.ts";
import { importedNotebook } from "./imported.ts";
import {
  escapeInterpolation,
  escapeRawInterpolation,
  type MarkdownDialect,
  readInterpolation,
} from "./interpolation.ts";
import { showLastValue } from "./last-value.ts";

const said = messages("document", {
  notJson: {
    en: "This is not a Jupyter notebook: it is not JSON ({message}).",
    zh: "这不是 Jupyter 笔记本：内容不是 JSON（{message}）。",
  },
  withoutCells: {
    en: "This is not a Jupyter notebook: it has no list of cells.",
    zh: "这不是 Jupyter 笔记本：其中没有单元格列表。",
  },
  otherLanguage: {
    en: "Cells in another language ({language}) do not run here: {silent} were kept as text.",
    zh: "其他语言（{language}）的单元格不能在此运行：{silent} 个已作为文本保留。",
  },
  attachments: {
    en: "Cell {place}: files attached to it are kept only if they are pictures that its text shows. Left out: {names}.",
    zh: "第 {place} 个单元格：附件中只保留其文本所显示的图片，已略去：{names}。",
  },
});

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a Jupyter notebook (`.ipynb`, format 3 or 4). Markdown and cells of JavaScript, TypeScript, SQL, HTML and TeX become cells,
 * those of JavaScript with their last value shown; Python and R are kept as cells, and code in other languages as text in Markdown.
 * Pictures attached to a text are written into it. The output of {@link exportJupyter} is restored exactly. A file that cannot be
 * read gives an empty notebook with a problem.
 */
export function importJupyter(text: string): Notebook {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed(said.notJson({ message }), lineOf(text));
  }
  const { cells, worksheets, metadata } = fields(file);
  const sheets = Array.isArray(worksheets) ? worksheets.map((sheet) => fields(sheet).cells).filter(Array.isArray) : [];
  const list: unknown = Array.isArray(cells) ? cells : sheets.length > 0 ? sheets.flat() : undefined;
  if (!Array.isArray(list)) return failed(said.withoutCells());
  const { title, authors, yuheng } = fields(metadata);
  const language = languageOf(fields(metadata));
  const read = list.map((cell) => readCell(fields(cell), language));
  const contents = read.map(({ content }) => content);
  const names = Array.isArray(authors) ? authors.map((author) => asText(fields(author).name)).filter(Boolean) : [];
  return importedNotebook({
    title: asText(title) || findHeading(contents) || untitled,
    attributes: {
      ...(names.length > 0 && { "data-author": names.join("; ") }),
      ...asAttributes(fields(yuheng).attributes),
    },
    ours: yuheng !== undefined,
    cells: withUniqueIds(contents),
    lines: [],
    problems: findLosses(read),
  });
}

/** The names of kernels whose metadata may lack their language. */
const kernels: Readonly<Record<string, string>> = {
  deno: "typescript",
  tslab: "typescript",
  jslab: "javascript",
  xjavascript: "javascript",
};

function languageOf({ kernelspec, language_info }: Fields): string {
  const { language, name } = fields(kernelspec);
  const known = asText(language) || asText(fields(language_info).name) || kernels[asText(name).toLowerCase()];
  return known?.toLowerCase() || "python";
}

/** The line at which a text is no JSON; 1 if that is not known. Engines say it only of long texts, a parser of JavaScript of all. */
function lineOf(text: string): number {
  try {
    parseExpressionAt(text, 0, { ecmaVersion: "latest" });
    return 1;
  } catch (error) {
    return isSyntaxFailure(error) ? text.slice(0, error.pos).split("\n").length : 1;
  }
}

/** Writes a notebook for Jupyter (`.ipynb`, format 4.5). Outputs are not written. */
export function exportJupyter({ title, attributes, cells }: Notebook): string {
  const file: Json = {
    cells: cells.map(writeCell),
    metadata: {
      kernelspec: { display_name: "JavaScript", language: "javascript", name: "javascript" },
      language_info: { name: "javascript" },
      title,
      yuheng: { attributes },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

interface Content extends CellContent {
  readonly id?: number;
}

/** A cell that was read, and what of it is lost. */
interface ReadCell {
  readonly content: Content;
  /** The language of code that became text. */
  readonly silent?: string;
  /** The attached files that are left out. */
  readonly lost?: readonly string[];
}

function readCell(cell: Fields, language: string): ReadCell {
  const source = asText(cell.source ?? cell.input);
  const metadata = fields(cell.metadata);
  const { id, kind, attributes } = fields(metadata.yuheng);
  if (typeof kind === "string") {
    const known = Number.isInteger(id) && Number(id) > 0 ? { id: Number(id) } : {};
    return { content: { ...known, kind, source: unwrapSource(kind, source), attributes: asAttributes(attributes) } };
  }
  switch (cell.cell_type) {
    case "markdown":
      return readText(source, fields(cell.attachments));
    case "heading":
      return readText(`${"#".repeat(Number(cell.level) || 1)} ${source}`, {});
    case "code":
      return readCode(source, asText(fields(metadata.vscode).languageId ?? cell.language) || language);
    default: {
      const format = asText(metadata.raw_mimetype ?? metadata.format);
      if (format === "text/markdown") return readText(source, {});
      const kind = { "text/html": html.name, html: html.name, "text/latex": tex.name, latex: tex.name }[format];
      if (kind) return { content: { kind, source: escapeRawInterpolation(source) } };
      return readText(renderFence("", source), {});
    }
  }
}

const withFormulas: MarkdownDialect = { formulas: true, environments: true };

/** A text with its formulas, and with the pictures that it shows from its attachments as data URLs. */
function readText(source: string, attachments: Fields): ReadCell {
  const lost = new Set(Object.keys(attachments));
  const text = source.replace(/(?<=[("'])attachment:([^)\s"']+)/g, (link, name: string) => {
    const file = fields(attachments[name] ?? attachments[decodeName(name)]);
    const [type, data] = Object.entries(file).find(([type]) => /^image\/[\w.+-]+$/.test(type)) ?? [];
    const base64 = asText(data).replace(/\s/g, "");
    if (type === undefined || !/^[A-Za-z0-9+/]+=*$/.test(base64)) return link;
    lost.delete(name);
    lost.delete(decodeName(name));
    return `data:${type};base64,${base64}`;
  });
  const written = splitFences(text).map((block) =>
    block.type === "fence" ? escapeInterpolation(block.text) : readInterpolation(block.text, withFormulas),
  );
  const content = { kind: markdown.name, source: written.join("\n") };
  return lost.size > 0 ? { content, lost: [...lost] } : { content };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function readCode(source: string, language: string): ReadCell {
  // A magic that names no language belongs to the code, as `%%time` does.
  const magic = /^%%(\w+)[^\n]*(?:\n|$)/.exec(source);
  const ofMagic = magic ? kindOfLanguage(magic[1]!.toLowerCase()) : undefined;
  const kind = ofMagic ?? kindOfLanguage(language.toLowerCase());
  const code = ofMagic && magic ? source.slice(magic[0].length) : source;
  if (kind === undefined) {
    return {
      content: { kind: markdown.name, source: escapeInterpolation(renderFence(language, source)) },
      silent: language,
    };
  }
  if (kind === markdown.name) return readText(code, {});
  const form = kindOf(kind).source;
  if (programLanguage(kind)) return { content: { kind, source: showLastValue(kind, code) } };
  const isRaw = form?.form === "text" && form.escapes === "raw";
  return { content: { kind, source: isRaw ? escapeRawInterpolation(code) : code } };
}

function writeCell({ id, kind, source, attributes }: Cell): Json {
  const { jupyterLanguage: language = kind, jupyterMarkdown } = kindOf(kind).exchange ?? {};
  const yuheng = { id, kind, attributes };
  const common = { id: `cell-${id}`, source: splitLines(wrapSource(kind, source)) };
  if (jupyterMarkdown) {
    return { cell_type: "markdown", ...common, metadata: { yuheng } };
  }
  const metadata = { yuheng, vscode: { languageId: language } };
  return { cell_type: "code", ...common, metadata, execution_count: null, outputs: [] };
}

/** The cell kind of a language name in Jupyter's metadata or a cell magic. */
function kindOfLanguage(language: string): string | undefined {
  if (language === "svg") return html.name;
  const kinds = cellKinds();
  const found = kinds.find(({ exchange }) => exchange?.jupyterNames?.includes(language));
  return (found ?? kinds.find(({ name, source }) => name === language && source === undefined))?.name;
}

function wrapSource(kind: string, source: string): string {
  const { before = "", after = "" } = kindOf(kind).exchange?.jupyterMarkdown ?? {};
  return before + source + after;
}

function unwrapSource(kind: string, source: string): string {
  const { before = "", after = "" } = kindOf(kind).exchange?.jupyterMarkdown ?? {};
  const isWrapped =
    source.length >= before.length + after.length && source.startsWith(before) && source.endsWith(after);
  return isWrapped ? source.slice(before.length, source.length - after.length) : source;
}

/** Jupyter stores a text as a list of lines, each with its line end. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function withUniqueIds(contents: readonly Content[]): Content[] {
  const taken = new Set<number>();
  return contents.map((content) => {
    const { id, ...rest } = content;
    if (id === undefined || taken.has(id)) return rest;
    taken.add(id);
    return content;
  });
}

/** Problems for the parts of a Jupyter notebook that cannot be represented. */
function findLosses(cells: readonly ReadCell[]): Problem[] {
  const languages = cells.flatMap(({ silent }) => silent ?? []);
  const problems: Problem[] = [];
  if (languages.length > 0) {
    const language = [...new Set(languages)];
    problems.push({ line: 1, message: said.otherLanguage({ language, silent: languages.length }) });
  }
  for (const [i, { lost }] of cells.entries()) {
    if (lost) problems.push({ line: 1, message: said.attachments({ place: i + 1, names: lost }) });
  }
  return problems;
}

function findHeading(contents: readonly Content[]): string | undefined {
  const texts = contents.filter(({ kind }) => kind === markdown.name).flatMap(({ source }) => splitFences(source));
  return texts.map((block) => (block.type === "prose" ? firstHeading(block.text) : undefined)).find(Boolean);
}

function failed(message: Message, line = 1): Notebook {
  return { ...createNotebook(), problems: [{ message, line }] };
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function asText(value: unknown): string {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  return Array.isArray(value)
    ? value
        .filter((line) => typeof line === "string")
        .join("")
        .replace(/\r\n?/g, "\n")
    : "";
}

function asAttributes(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields(value)).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
