import { type Message, messages } from "../../../lib/message/message.ts";
import { markdown } from "../../cell/kinds/markdown.ts";
import { cellKinds, kindOf } from "../../cell/kinds.ts";
import type { CellContent } from "../cell.ts";
import { createNotebook } from "../create.ts";
import { type Cell, type Json, type Notebook, type Problem, untitled } from "../notebook.ts";
import { renderFence } from "./fence.ts";
import { escapeInterpolation } from "./interpolation.ts";

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
    en: "Files attached to cells are not kept: {attached} cells had some.",
    zh: "单元格的附件不会保留：有 {attached} 个单元格带有附件。",
  },
});

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a Jupyter notebook (`.ipynb`, format 3 or 4). Markdown and cells of JavaScript, TypeScript, SQL and HTML
 * become cells; code in other languages is kept as text in Markdown. The output of {@link exportJupyter} is restored
 * exactly. A file that cannot be read gives an empty notebook with a problem.
 */
export function importJupyter(text: string): Notebook {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return failed(said.notJson({ message: error instanceof Error ? error.message : String(error) }));
  }
  const { cells, worksheets, metadata } = fields(file);
  const list = Array.isArray(cells) ? cells : fields(Array.isArray(worksheets) ? worksheets[0] : undefined).cells;
  if (!Array.isArray(list)) return failed(said.withoutCells());
  const { kernelspec, language_info, title, yuheng } = fields(metadata);
  const language = asText(fields(kernelspec).language ?? fields(language_info).name) || "python";
  const contents = list.map((cell) => readCell(fields(cell), language));
  const notebook = createNotebook({
    title: asText(title) || findHeading(contents) || untitled,
    attributes: asAttributes(fields(yuheng).attributes),
    cells: withUniqueIds(contents),
  });
  return { ...notebook, problems: findLosses(list, contents, language) };
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

function readCell(cell: Fields, language: string): Content {
  const source = asText(cell.source ?? cell.input);
  const metadata = fields(cell.metadata);
  const { id, kind, attributes } = fields(metadata.yuheng);
  if (typeof kind === "string") {
    const known = Number.isInteger(id) && Number(id) > 0 ? { id: Number(id) } : {};
    return { ...known, kind, source: unwrapSource(kind, source), attributes: asAttributes(attributes) };
  }
  switch (cell.cell_type) {
    case "markdown":
      return { kind: markdown.name, source: escapeInterpolation(source) };
    case "heading":
      return { kind: markdown.name, source: escapeInterpolation(`${"#".repeat(Number(cell.level) || 1)} ${source}`) };
    case "code": {
      const magic = /^%%(\w+)[^\n]*\n/.exec(source);
      const own = asText(fields(metadata.vscode).languageId ?? cell.language);
      const languageName = (magic?.[1] ?? (own || language)).toLowerCase();
      const found = kindOfLanguage(languageName);
      const code = magic ? source.slice(magic[0].length) : source;
      if (found === markdown.name) return { kind: found, source: escapeInterpolation(code) };
      if (found) return { kind: found, source: code };
      return { kind: markdown.name, source: escapeInterpolation(renderFence(own || language, source)) };
    }
    default:
      return { kind: markdown.name, source: escapeInterpolation(renderFence("", source)) };
  }
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
  return cellKinds().find(({ exchange }) => exchange?.jupyterNames?.includes(language))?.name;
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
function findLosses(cells: readonly unknown[], contents: readonly Content[], language: string): Problem[] {
  const count = (is: (cell: Fields, i: number) => boolean) => cells.filter((cell, i) => is(fields(cell), i)).length;
  const silent = count((cell, i) => cell.cell_type === "code" && contents[i]?.kind === markdown.name);
  const attached = count((cell) => Object.keys(fields(cell.attachments)).length > 0);
  const problems: Problem[] = [];
  if (silent > 0) {
    problems.push({
      line: 1,
      message: said.otherLanguage({ language, silent }),
    });
  }
  if (attached > 0) problems.push({ line: 1, message: said.attachments({ attached }) });
  return problems;
}

function findHeading(contents: readonly Content[]): string | undefined {
  for (const { kind, source } of contents) {
    const heading = kind === markdown.name ? /^# +(.+?)(?: +#+)?$/m.exec(source)?.[1] : undefined;
    if (heading) return heading;
  }
  return undefined;
}

function failed(message: Message): Notebook {
  return { ...createNotebook(), problems: [{ message, line: 1 }] };
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
