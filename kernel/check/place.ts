import { indexLines, type LineIndex } from "../compile/lines.ts";
import type { Notebook } from "../document/index.ts";
import { serializeNotebook } from "../document/index.ts";
import type { Remark } from "./finding.ts";

/** A position in the file; all counted from 1. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
  readonly cellLine?: number;
}

/** Finds positions in the file of a notebook. */
export function placeFinder(notebook: Notebook): (remark: Remark) => FilePlace {
  const file = indexLines(serializeNotebook(notebook));
  const cells = new Map<number, { open: number; body: number; text: string; source: LineIndex }>();
  let offset = 0;
  for (const part of notebook.parts) {
    if (part.type === "cell") {
      const { lead, open, body, close } = part.markup;
      const start = offset + lead.length;
      cells.set(part.id, { open: start, body: start + open.length, text: body, source: indexLines(part.source) });
      offset = start + open.length + body.length + close.length;
    } else if (part.type === "text") offset += part.text.length;
    else offset += (part.type === "notebook" ? part.tag : part.markup).length;
  }
  return ({ cell, from, line }) => {
    const known = cell === undefined ? undefined : cells.get(cell);
    if (!known) return { line: line ?? 1, column: 1 };
    if (from === undefined) return file.locate(known.open);
    // A source is its body without the blank first line and without the indent of four columns.
    const lines = known.text.split(/\r\n?|\n/);
    const skipped = lines.length > 1 && lines[0]!.trim() === "" ? 1 : 0;
    const at = known.source.locate(from);
    const indent = lines[skipped + at.line - 1]?.startsWith("    ") ? 4 : 0;
    const first = file.locate(known.body);
    const isFirst = skipped + at.line === 1;
    return {
      line: first.line + skipped + at.line - 1,
      column: at.column + indent + (isFirst ? first.column - 1 : 0),
      cellLine: at.line,
    };
  };
}
