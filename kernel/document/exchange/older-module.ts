import { CellParser } from "@observablehq/parser";
import type { CellContent } from "../cell.ts";
import type { Notebook } from "../notebook.ts";
import { importedNotebook } from "./imported.ts";

/** A cell in a module of Observable's older JavaScript. */
export interface OlderCell {
  readonly source: string;
  /** The line of its first sign, from 0. */
  readonly line: number;
}

/** Reads a module of Observable's older JavaScript (`.ojs`): its cells, converted to the current syntax. */
export function importOlderModule(text: string): Notebook {
  const module = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const cells = splitOlderModule(module);
  const title = /^md`\s*# +([^`\n$]+?)(?: +#+)?[ \t]*(?:`|$)/m.exec(module)?.[1];
  return importedNotebook({
    title,
    cells: cells.map(({ source }): CellContent => ({ kind: "ojs", source })),
    lines: cells.map(({ line }) => line + 1),
  });
}

/**
 * Splits a module at the ends of its cells, each with the comments above it and behind it. Where a cell cannot be read, it ends at
 * the next empty line.
 */
export function splitOlderModule(module: string): OlderCell[] {
  const cells: OlderCell[] = [];
  for (let from = 0; from < module.length; ) {
    const end = cellEnd(module, from) ?? module.length;
    const text = module.slice(from, end);
    const source = text.trim();
    const before = module.slice(0, from + text.length - text.trimStart().length);
    if (source !== "" && source !== ";") cells.push({ source, line: before.split("\n").length - 1 });
    from = end;
  }
  return cells;
}

const commentBehind = /[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*\*\/)[ \t]*(?=\n|$)/y;
const emptyLine = /\n[ \t]*\n(?=[^\s)\]}])/g;

/** The end of the cell that begins at an offset; undefined if there is none. */
function cellEnd(module: string, from: number): number | undefined {
  try {
    const parser = new CellParser({ ecmaVersion: "latest" }, module, from);
    parser.nextToken();
    if (parser.type.label === "eof") return undefined;
    parser.parseCell(parser.startNode(), false);
    commentBehind.lastIndex = parser.lastTokEnd;
    return parser.lastTokEnd + (commentBehind.exec(module)?.[0].length ?? 0);
  } catch {
    emptyLine.lastIndex = from + module.slice(from).search(/\S|$/);
    return emptyLine.exec(module)?.index;
  }
}
