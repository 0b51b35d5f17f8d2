import { markdown } from "../../cell/kinds/markdown.ts";
import { cellKinds } from "../../cell/kinds.ts";
import type { CellContent } from "../cell.ts";
import { createNotebook } from "../create.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { readAttributes, renderAttribute } from "../tags.ts";
import { type Fence, renderFence, splitFences } from "./fence.ts";
import { escapeInterpolation } from "./interpolation.ts";

/** The word in a fence's info string that makes the block a cell, whatever its language. */
const cellWord = "cell";
const cellComment = /^<!-- cell(.*)-->$/;

/**
 * Reads a notebook from Markdown. Fenced JavaScript, TypeScript and SQL becomes cells that run; the rest stays
 * Markdown, in which `${` is text. The output of {@link exportMarkdown} is restored cell by cell.
 */
export function importMarkdown(text: string): Notebook {
  const { front, body } = splitFront(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const ours = front.get("format") === "yuheng";
  const cells: CellContent[] = [];
  let prose: { lines: string[]; attributes?: Record<string, string> } = { lines: [] };
  const endProse = () => {
    const source = trimLines(prose.lines.join("\n"));
    const { attributes } = prose;
    if (attributes) cells.push({ kind: markdown.name, source, attributes });
    else if (source !== "") cells.push({ kind: markdown.name, source: ours ? source : escapeInterpolation(source) });
    prose = { lines: [] };
  };
  for (const block of splitFences(body)) {
    const kind = block.type === "fence" ? findKind(block, ours) : undefined;
    if (block.type === "fence" && kind !== undefined) {
      endProse();
      cells.push({ kind, source: block.code, attributes: readInfo(block.info) });
    } else if (block.type === "fence") prose.lines.push(block.text);
    else {
      for (const line of block.text.split("\n")) {
        const begin = ours ? cellComment.exec(line) : undefined;
        if (begin) endProse();
        if (begin) prose.attributes = readAttributes(`<cell ${begin[1]?.trim()}>`);
        else prose.lines.push(line);
      }
    }
  }
  endProse();
  const title = front.get("title") ?? /^# +(.+?)(?: +#+)?$/m.exec(body)?.[1];
  return createNotebook({ cells, ...(title === undefined ? {} : { title }) });
}

/** Writes a notebook as Markdown that any viewer can show and that can be imported again. */
export function exportMarkdown({ title, cells }: Notebook): string {
  const front = ["---", `title: ${JSON.stringify(title)}`, "format: yuheng", "---"].join("\n");
  return `${[front, ...cells.map(renderCell)].join("\n\n")}\n`;
}

function renderCell({ kind, source, attributes }: Cell): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${renderAttribute(name, value)}`);
  if (kind !== markdown.name) return renderFence(`${kind} ${cellWord}${escapeInfo(written.join(""))}`, source);
  const { missing } = splitFences(source).findLast((block) => block.type === "fence") ?? {};
  return `<!-- cell${escapeInfo(written.join(""))} -->\n${source}${missing ? `\n${missing}` : ""}`;
}

/** The kind of the cell that a fence becomes; undefined if it stays in the Markdown. */
function findKind({ language, info, text }: Fence, ours: boolean): string | undefined {
  // An indented fence may belong to a list.
  if (text.startsWith(" ")) return undefined;
  if (/^cell(?: |$)/.test(info)) return kindOfFence(language) ?? language;
  // `run=false` is Observable Framework's option for code that is only shown.
  return ours || /\brun=false\b/.test(info) ? undefined : kindOfFence(language);
}

/** The kind of cell that fenced code in a language runs as. */
function kindOfFence(language: string): string | undefined {
  return cellKinds().find(({ exchange }) => exchange?.fences?.includes(language))?.name;
}

function readInfo(info: string): Record<string, string> {
  return /^cell /.test(info) ? readAttributes(`<${info}>`) : {};
}

/** Escapes attributes so that they can end neither a comment nor the line of a fence. */
function escapeInfo(written: string): string {
  return written.replace(/--|[`\n]/g, (text) => (text === "--" ? "-&#45;" : `&#${text.charCodeAt(0)};`));
}

/** Reads the front matter: the lines `name: value` between two `---` at the beginning. */
function splitFront(text: string): { front: ReadonlyMap<string, string>; body: string } {
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
  if (!match) return { front: new Map(), body: text };
  const front = new Map<string, string>();
  for (const line of match[1]!.split("\n")) {
    const [, name, value = ""] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) front.set(name, unquote(value));
  }
  return { front, body: text.slice(match[0].length) };
}

function unquote(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
}

function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, "").replace(/\s+$/, "");
}
