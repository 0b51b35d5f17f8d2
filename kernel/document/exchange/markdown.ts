import { messages } from "../../../lib/message/message.ts";
import { isBindingName } from "../../cell/binding-name.ts";
import { html } from "../../cell/kinds/html.ts";
import { javascript } from "../../cell/kinds/javascript.ts";
import { markdown } from "../../cell/kinds/markdown.ts";
import { sql } from "../../cell/kinds/sql.ts";
import { cellKinds } from "../../cell/kinds.ts";
import type { CellContent } from "../cell.ts";
import type { Cell, Notebook, Problem } from "../notebook.ts";
import { readAttributes } from "../tags.ts";
import { readMark, renderInfo, renderMark } from "./cell-mark.ts";
import { type Fence, type Prose, renderFence, splitFences } from "./fence.ts";
import { type FrontMatter, renderFrontMatter, splitFrontMatter } from "./front-matter.ts";
import { firstHeading, trimLines } from "./heading.ts";
import { importedNotebook } from "./imported.ts";
import { escapeInterpolation, readInterpolation } from "./interpolation.ts";
import { metadataOf, readMetadata } from "./metadata.ts";

const texts = messages("document", {
  keptFence: {
    en: "A block of {language} does not run here: it was kept as text.",
    zh: "{language} 代码块不能在此运行，已作为文本保留。",
  },
});

/** The word in a fence's info string that makes the block a cell, whatever its language. */
const cellWord = "cell";

/** How the fences and texts of a file become cells. */
interface Dialect {
  /** The kind of the cell that a fence becomes; undefined if it stays in the Markdown. */
  kind(fence: Fence): string | undefined;
  text(prose: string): string;
}

/**
 * Reads a notebook from Markdown. Fenced JavaScript, TypeScript and SQL becomes cells that run; the rest stays Markdown, in which
 * `${` is text. A page of Observable Framework is recognised by what only such pages have: its blocks of HTML, TeX and Graphviz are
 * cells, too, and the `${…}` of its text are expressions. The output of {@link exportMarkdown} is restored cell by cell.
 */
export function importMarkdown(text: string): Notebook {
  const front = splitFrontMatter(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const metadata = readMetadata(front);
  const blocks = splitFences(front.body);
  const dialect = metadata.ours ? own : isFrameworkPage(front, blocks) ? framework : plain;
  const cells: CellContent[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [...metadata.problems];
  let prose: { source: string[]; line: number; attributes?: Record<string, string> } = { source: [], line: 0 };
  const endProse = (line: number) => {
    const source = trimLines(prose.source.join("\n"));
    const { attributes } = prose;
    if (attributes || source !== "") {
      cells.push({ kind: markdown.name, source, ...(attributes && { attributes }) });
      lines.push(front.line + prose.line);
    }
    prose = { source: [], line };
  };
  for (const block of blocks) {
    const line = front.line + block.line;
    if (block.type === "fence") {
      const kind = dialect.kind(block);
      if (kind === undefined) {
        prose.source.push(metadata.ours ? block.text : escapeInterpolation(block.text));
        if (dialect === framework && /^(?:jsx|tsx|mermaid)$/.test(block.language) && !isFalse(infoOf(block).run))
          problems.push({ line, message: texts.keptFence({ language: block.language }) });
        continue;
      }
      endProse(block.line);
      cells.push(readFence(kind, block, dialect));
      lines.push(line);
      continue;
    }
    if (!metadata.ours) {
      if (trimLines(prose.source.join("\n")) === "") prose.line = block.line;
      prose.source.push(dialect.text(block.text));
      continue;
    }
    for (const [i, text] of block.text.split("\n").entries()) {
      const attributes = readMark(text);
      if (!attributes) prose.source.push(text);
      else {
        endProse(block.line + i);
        prose.attributes = attributes;
      }
    }
  }
  endProse(0);
  const heading = blocks.flatMap((block) => (block.type === "prose" ? [firstHeading(block.text)] : [])).find(Boolean);
  return importedNotebook({
    title: metadata.title ?? heading,
    attributes: metadata.attributes,
    ours: metadata.ours,
    cells,
    lines,
    problems,
  });
}

/**
 * Writes a notebook as Markdown that any viewer can show, that Observable Framework runs as a page, and that can be imported again.
 */
export function exportMarkdown(notebook: Notebook): string {
  const front = renderFrontMatter(metadataOf(notebook));
  return `${[front, ...notebook.cells.map(renderCell)].join("\n\n")}\n`;
}

function renderCell({ kind, source, attributes }: Cell): string {
  if (kind !== markdown.name) {
    return renderFence(`${kind} ${cellWord}${renderInfo(withFrameworkNames(kind, attributes))}`, source);
  }
  const { missing } = splitFences(source).findLast((block) => block.type === "fence") ?? {};
  return `${renderMark(attributes)}\n${source}${missing ? `\n${missing}` : ""}`;
}

/** Framework's names of what a cell's attributes say: `echo` shows the code, `id` names the result of a query. */
function withFrameworkNames(kind: string, attributes: Cell["attributes"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === "pinned" && value === "") return ["echo", ""];
      return name === "output" && kind === sql.name ? ["id", value] : [name, value];
    }),
  );
}

const plain: Dialect = {
  kind: (fence) => kindOfFence(fence, (language) => nameOfFence(language)),
  text: escapeInterpolation,
};

/** Languages of blocks that Framework runs, of which each is a kind of cell. */
const frameworkLanguages: ReadonlySet<string> = new Set(["html", "tex", "dot"]);

const framework: Dialect = {
  kind: (fence) => {
    const kindOf = (language: string) => {
      if (language === "svg") return html.name;
      const isKind = frameworkLanguages.has(language) && cellKinds().some(({ name }) => name === language);
      return isKind ? language : nameOfFence(language);
    };
    return isFalse(infoOf(fence).run) ? undefined : kindOfFence(fence, kindOf);
  },
  text: (prose) => readInterpolation(prose, { expressions: true }),
};

const own: Dialect = {
  kind: (fence) => kindOfFence(fence, () => undefined),
  text: (prose) => prose,
};

function kindOfFence(fence: Fence, of: (language: string) => string | undefined): string | undefined {
  const { language, info, text } = fence;
  // An indented fence may belong to a list.
  if (text.startsWith(" ")) return undefined;
  if (/^cell(?: |$)/.test(info)) return nameOfFence(language) ?? language;
  return /\brun=false\b/.test(info) ? undefined : of(language);
}

/** The kind of cell that fenced code in a language runs as. */
function nameOfFence(language: string): string | undefined {
  return cellKinds().find(({ exchange }) => exchange?.fences?.includes(language))?.name;
}

function readFence(kind: string, fence: Fence, dialect: Dialect): CellContent {
  const isCell = /^cell(?: |$)/.test(fence.info);
  const { cell: _, echo, id, display, ...others } = infoOf(fence);
  const attributes: Record<string, string> = isCell ? others : {};
  if (echo !== undefined && !isFalse(echo)) attributes.pinned = isCell ? echo : "";
  if (kind !== sql.name || id === undefined) return { kind, source: fence.code, attributes };
  const isShown = isCell || (display !== undefined && !isFalse(display));
  if (isBindingName(id) || isCell) {
    return { kind, source: fence.code, attributes: { ...attributes, output: id, ...(isShown ? {} : { hidden: "" }) } };
  }
  // Framework's `id` may be a pattern that takes the rows apart.
  const query = fence.code.replace(/[\\`]/g, "\\$&");
  const source = `const ${id} = await sql\`${query}\`;`;
  return dialect === framework
    ? { kind: javascript.name, source, attributes }
    : { kind, source: fence.code, attributes };
}

function infoOf({ info }: Fence): Record<string, string> {
  return info === "" ? {} : readAttributes(`<fence ${info}>`);
}

function isFalse(value: string | undefined): boolean {
  return value?.toLowerCase() === "false";
}

/** Whether a file is a page of Framework: by its front matter, the words behind its fences, and what their code calls. */
function isFrameworkPage({ entries }: FrontMatter, blocks: readonly (Fence | Prose)[]): boolean {
  if (["sql", "toc", "sidebar", "theme", "head"].some((name) => entries.has(name))) return true;
  return blocks.some((block) => {
    if (block.type === "prose") return /<div class="(?:[^"]* )?(?:grid|card)[" ]/.test(block.text);
    if (!/^(?:js|ts|sql|html|svg|tex|dot|mermaid|jsx|tsx)$/.test(block.language)) return false;
    const { echo, run, id, display } = infoOf(block);
    if (isFalse(run) || [echo, id, display].some((value) => value !== undefined)) return true;
    return (
      /^(?:js|ts)$/.test(block.language) &&
      /\b(?:display|view|FileAttachment|resize)\(|\b(?:Plot|Inputs|Generators)\.|from ["']npm:/.test(block.code)
    );
  });
}
