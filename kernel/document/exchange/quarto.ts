import { messages } from "../../../lib/message/message.ts";
import { html } from "../../cell/kinds/html.ts";
import { javascript } from "../../cell/kinds/javascript.ts";
import { markdown } from "../../cell/kinds/markdown.ts";
import { cellKinds, programLanguage } from "../../cell/kinds.ts";
import type { CellContent } from "../cell.ts";
import type { Notebook, Problem } from "../notebook.ts";
import { readMark } from "./cell-mark.ts";
import { type Fence, renderFence, splitFences } from "./fence.ts";
import { asMap, asTextOf, type FrontMatter, splitFrontMatter, type YamlValue } from "./front-matter.ts";
import { firstHeading, trimLines } from "./heading.ts";
import { importedNotebook, type OlderBlock } from "./imported.ts";
import {
  escapeInterpolation,
  escapeRawInterpolation,
  type MarkdownDialect,
  readInterpolation,
} from "./interpolation.ts";
import { readMetadata } from "./metadata.ts";
import { readBlock } from "./older-form.ts";
import { splitOlderModule } from "./older-module.ts";
import { readTemplate } from "./older-template.ts";

const texts = messages("document", {
  keptBlock: {
    en: "A cell of {language} was kept as text: there is no such kind of cell here.",
    zh: "{language} 单元格已作为文本保留：此处没有这种单元格。",
  },
  indentedBlock: {
    en: "A cell that is indented, as within a list, was kept as text.",
    zh: "缩进的单元格（例如列表中的）已作为文本保留。",
  },
  notEvaluated: {
    en: "A cell with `eval: false` was kept as text.",
    zh: "带有 `eval: false` 的单元格已作为文本保留。",
  },
  ignoredOptions: {
    en: "These options of a cell have no meaning here, and are left out: {names}.",
    zh: "单元格的以下选项在此没有意义，已略去：{names}。",
  },
  keptMarkup: {
    en: "Quarto's own markup ({forms}) is kept as text from here on.",
    zh: "自此处起，Quarto 特有的标记（{forms}）作为文本保留。",
  },
  divs: { en: "blocks between `:::`", zh: "`:::` 之间的块" },
  shortcodes: { en: "shortcodes in double braces", zh: "双花括号中的短代码" },
  crossReferences: { en: "cross references such as `@fig-1`", zh: "`@fig-1` 之类的交叉引用" },
});

/**
 * Reads a document of Quarto (`.qmd`). Cells of `{ojs}` are converted and run, those of Python and R are kept as such, `{=html}` is
 * HTML; all else is Markdown. The `${…}` of the text are expressions if the document has cells of `{ojs}`. The output of
 * {@link exportQuarto} is restored cell by cell.
 */
export function importQuarto(text: string): Notebook {
  const front = splitFrontMatter(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const metadata = readMetadata(front);
  const { ours } = metadata;
  const blocks = splitFences(front.body);
  const isLive = blocks.some((block) => block.type === "fence" && headerOf(block)?.language === "ojs");
  const isEchoed = !isOff(echoOf(front));
  const content = new QuartoContent();
  content.problems.push(...metadata.problems);
  const kept = findMarkup(front.body, front.line);
  if (kept && !ours) content.problems.push(kept);
  const prose = blocks.filter((block) => block.type === "prose");
  const heading = prose.map(({ text }) => firstHeading(text)).find(Boolean);
  // Quarto shows the title above the text.
  if (!ours && metadata.title && !heading) {
    const source = [`# ${metadata.title}`, metadata.subtitle].filter(Boolean).join("\n\n");
    content.add({ kind: markdown.name, source: escapeInterpolation(source) }, 1);
  }
  for (const [i, block] of blocks.entries()) {
    const line = front.line + block.line;
    if (block.type === "prose") {
      for (const [j, text] of block.text.split("\n").entries()) {
        const mark = ours ? readMark(text) : undefined;
        if (mark) content.begin(mark, line + j);
        else content.write(text, line + j);
      }
      continue;
    }
    const mark = content.takeMark();
    const header = headerOf(block);
    if (mark || (header && !block.text.startsWith(" "))) {
      content.endText(ours, isLive);
      readCell(content, block, header, { i, line, mark, ours, isEchoed });
      continue;
    }
    if (header?.language) content.problems.push({ line, message: texts.indentedBlock() });
    content.keep(block.text, line);
  }
  content.endText(ours, isLive);
  return importedNotebook({
    title: metadata.title ?? heading,
    attributes: metadata.attributes,
    ours,
    cells: content.cells,
    lines: content.lines,
    problems: content.problems,
    ...(ours && { blocks: content.blocks }),
  });
}

/** Whether a document shows its code: an option of its cells, of one of its formats, or of the document. */
function echoOf({ entries }: FrontMatter): YamlValue | undefined {
  const formats = Object.values(asMap(entries.get("format"))).map((format) => asMap(format));
  const options = [asMap(entries.get("execute")), ...formats.flatMap((format) => [asMap(format.execute), format])];
  return options.map(({ echo }) => echo).find((echo) => echo !== undefined) ?? entries.get("echo");
}

interface Place {
  /** The number of the block in the document. */
  readonly i: number;
  readonly line: number;
  readonly mark: Readonly<Record<string, string>> | undefined;
  readonly ours: boolean;
  readonly isEchoed: boolean;
}

function readCell(content: QuartoContent, block: Fence, header: Header | undefined, place: Place): void {
  const { i, line, mark, ours, isEchoed } = place;
  const { kind: marked, ...markAttributes } = mark ?? {};
  const language = header?.language ?? block.language;
  if (header?.isRaw) {
    const source = ours ? block.code : escapeRawInterpolation(block.code);
    if (language === html.name) content.add({ kind: html.name, source, attributes: markAttributes }, line);
    else content.add({ kind: markdown.name, source: escapeInterpolation(renderFence(language, block.code)) }, line);
    return;
  }
  const kind = cellKinds().find(({ name }) => name === language)?.name;
  if (!header) {
    content.add({ kind: marked ?? language, source: block.code, attributes: markAttributes }, line);
    return;
  }
  if (kind === undefined) {
    content.problems.push({ line, message: texts.keptBlock({ language }) });
    content.add({ kind: markdown.name, source: escapeInterpolation(renderFence(language, block.code)) }, line);
    return;
  }
  if (kind !== "ojs") {
    content.add({ kind: marked ?? kind, source: block.code, attributes: markAttributes }, line);
    return;
  }
  const { code, options, ignored, caption } = readOptions(block.code, header);
  if (ignored.length > 0) content.problems.push({ line, message: texts.ignoredOptions({ names: ignored }) });
  if (isOff(options.eval)) {
    content.problems.push({ line, message: texts.notEvaluated() });
    content.add({ kind: markdown.name, source: escapeInterpolation(renderFence("js", code)) }, line);
    return;
  }
  const isIncluded = !isOff(options.include);
  const shared: Record<string, string> = { ...markAttributes };
  if (isIncluded && (options.echo === undefined ? isEchoed : !isOff(options.echo))) shared.pinned = "";
  if (!isIncluded || isOff(options.output)) shared.hidden = "";
  const label = asTextOf(options.label);
  const labelled = label === "" ? shared : { ...shared, "data-name": label };
  const verbatim = ours ? (readTemplate(marked ?? javascript.name, code) ?? readBlock(code)) : undefined;
  if (verbatim !== undefined) {
    content.add({ kind: marked ?? javascript.name, source: verbatim, attributes: labelled }, line);
    return;
  }
  const cells = splitOlderModule(code);
  const begin = line + 1 + block.code.split("\n").length - code.split("\n").length;
  const last = ours ? 0 : cells.length - 1;
  for (const [j, { source, line: below }] of cells.entries()) {
    const attributes = j === last ? labelled : shared;
    const block = { place: i, kind: marked !== undefined && programLanguage(marked) ? marked : javascript.name };
    content.add({ kind: "ojs", source, attributes }, begin + below, block);
  }
  if (ours && cells.length === 0)
    content.add({ kind: marked ?? javascript.name, source: "", attributes: labelled }, line);
  if (caption !== "") content.add({ kind: markdown.name, source: escapeInterpolation(`*${caption}*`) }, line);
}

/** The text of a document with cells of `{ojs}`, and without. */
const live: MarkdownDialect = { expressions: true, inlineOjs: true, formulas: true };
const still: MarkdownDialect = { formulas: true };

/** The cells as they are found, and the text between them. */
class QuartoContent {
  readonly cells: CellContent[] = [];
  readonly lines: number[] = [];
  readonly blocks: (OlderBlock | undefined)[] = [];
  readonly problems: Problem[] = [];
  /** Lines of text, and code in it, in which `${` is text. */
  #text: { readonly text: string; readonly isCode: boolean }[] = [];
  #line = 0;
  #attributes: Record<string, string> | undefined;

  add(content: CellContent, line: number, block?: OlderBlock): void {
    this.cells.push(content);
    this.lines.push(line);
    this.blocks.push(block);
  }

  write(text: string, line: number): void {
    const last = this.#text.at(-1);
    if (!last) this.#line = line;
    // Spans and expressions go over the ends of lines.
    if (last && !last.isCode) this.#text[this.#text.length - 1] = { text: `${last.text}\n${text}`, isCode: false };
    else this.#text.push({ text, isCode: false });
  }

  keep(code: string, line: number): void {
    if (this.#text.length === 0) this.#line = line;
    this.#text.push({ text: code, isCode: true });
  }

  /** Begins a cell by its mark. */
  begin(attributes: Record<string, string>, line: number): void {
    this.endText(true, true);
    this.#attributes = attributes;
    this.#line = line;
  }

  /** The mark directly above, if it is that of a block. */
  takeMark(): Record<string, string> | undefined {
    const mark = this.#attributes;
    if (mark?.kind === undefined || this.#text.some(({ text }) => text.trim() !== "")) return undefined;
    this.#attributes = undefined;
    this.#text = [];
    return mark;
  }

  endText(ours: boolean, isLive: boolean): void {
    const written = this.#text.map(({ text, isCode }) => {
      if (ours) return isCode ? text : withOwnExpressions(text);
      return isCode ? escapeInterpolation(text) : readInterpolation(text, isLive ? live : still);
    });
    const source = trimLines(written.join("\n"));
    const { kind: _, ...attributes } = this.#attributes ?? {};
    if (this.#attributes || source !== "") this.add({ kind: markdown.name, source, attributes }, this.#line);
    this.#text = [];
    this.#attributes = undefined;
  }
}

/** Our own text with its expressions as a Markdown cell has them. */
function withOwnExpressions(text: string): string {
  return text.replace(/(?<!`)`\{ojs\} ([^`\n]+)`(?!`)/g, (_, expression: string) => `\${${expression}}`);
}

interface Header {
  readonly language: string;
  /** Whether the block is text of a language for the output. */
  readonly isRaw: boolean;
  readonly rest: string;
}

/** What stands in the braces of a fence; undefined for one that only shows code. */
function headerOf({ language, info }: Fence): Header | undefined {
  const match = /^\{(=?)([A-Za-z][\w+-]*)([\s,][^{}]*)?\}$/.exec(`${language} ${info}`.trim());
  return match ? { isRaw: match[1] === "=", language: match[2]!.toLowerCase(), rest: match[3] ?? "" } : undefined;
}

interface Options {
  /** The code below its options. */
  readonly code: string;
  readonly options: Readonly<Record<string, YamlValue>>;
  readonly ignored: readonly string[];
  readonly caption: string;
}

const meant: readonly string[] = ["echo", "output", "include", "eval", "label", "fig-cap", "tbl-cap"];

/** Reads the options of a cell: lines of `//| name: value` above its code, and `name=value` in its header. */
function readOptions(code: string, { rest }: Header): Options {
  const [above = ""] = /^(?:[ \t]*\/\/\|[^\n]*(?:\n|$))*/.exec(code) ?? [];
  const lines = above.split("\n").map((line) => line.replace(/^\s*\/\/\| ?/, ""));
  const { entries, problems } = splitFrontMatter(`---\n${lines.join("\n")}---\n`);
  const unread = problems.map(({ line }) => lines[line - 2]?.trim() ?? "");
  const inHeader = [...rest.matchAll(/([\w.-]+)\s*=\s*("[^"]*"|[^\s,]+)/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value.replace(/^"|"$/g, "")],
  );
  const options = Object.fromEntries([...inHeader, ...entries]);
  return {
    code: code.slice(above.length),
    options,
    ignored: [...Object.keys(options).filter((name) => !meant.includes(name)), ...unread],
    caption: asTextOf(options["fig-cap"]) || asTextOf(options["tbl-cap"]),
  };
}

function isOff(value: YamlValue | undefined): boolean {
  return typeof value === "string" && /^(?:false|f|no|off)$/i.test(value);
}

/** The first line with markup that only Quarto has. */
function findMarkup(body: string, firstLine: number): Problem | undefined {
  const found = splitFences(body).flatMap((block) => {
    if (block.type === "fence") return [];
    return block.text.split("\n").flatMap((text, i) => {
      const forms = [
        /^\s*:::/.test(text) ? texts.divs() : null,
        /\{\{<.*>\}\}/.test(text) ? texts.shortcodes() : null,
        /(?:^|[\s([])@(?:fig|tbl|sec|eq|lst)-\w/.test(text) ? texts.crossReferences() : null,
      ].filter((form) => form !== null);
      return forms.map((form) => ({ form, line: firstLine + block.line + i }));
    });
  });
  const [first] = found;
  if (!first) return undefined;
  const forms = [...new Map(found.map(({ form }) => [form.code, form])).values()];
  return { line: first.line, message: texts.keptMarkup({ forms }) };
}
