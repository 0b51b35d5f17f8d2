import { isMarkdown } from "../../../kernel/cell/kinds.ts";
import { decodeText } from "../../../kernel/document/entities.ts";
import type { Session } from "../../session/contract.ts";

export interface Heading {
  cell: number;
  level: number;
  text: string;
}

/** The headings of a notebook's Markdown cells, `# …` and underlined ones, in order. Fenced code is skipped. */
export function findHeadings(cells: Session["cells"]): Heading[] {
  return cells
    .filter((cell) => isMarkdown(cell.kind))
    .flatMap(({ id, source }) => headingsOf(source).map((heading) => ({ cell: id, ...heading })));
}

function headingsOf(source: string): { level: number; text: string }[] {
  const headings: { level: number; text: string }[] = [];
  let fence: string | null = null;
  let paragraph = "";
  for (const line of source.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) {
      fence = mark;
      paragraph = "";
      continue;
    }
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
    const underline = paragraph && /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
    if (atx) headings.push({ level: atx[1]?.length ?? 1, text: stripMarkup(atx[2] ?? "") });
    else if (underline) headings.push({ level: underline.startsWith("=") ? 1 : 2, text: stripMarkup(paragraph) });
    paragraph = atx || underline || /^ {0,3}([>*+-]|\d+[.)])\s/.test(line) ? "" : line.trim();
  }
  return headings.filter(({ text }) => text !== "");
}

/** A heading's plain text: without emphasis, code marks, links, images and tags, character references as what they stand for. `${…}` becomes `…`. */
export function stripMarkup(text: string): string {
  const plain = text
    .replaceAll(/\$\{[^}]*\}/g, "…")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/(\*\*|__|\*|`|~~)/g, "")
    .replaceAll(/(^|\s)_(\S[^_]*)_(?=\s|$|\p{P})/gu, "$1$2")
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!$])/g, "$1")
    .trim();
  return decodeText(plain, "title");
}
