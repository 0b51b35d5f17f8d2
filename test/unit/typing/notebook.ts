import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NotebookProgram } from "../../../app/typing/notebook-program.ts";
import { toolDeclarations } from "../../../app/typing/tool-declarations.ts";
import { collectFiles } from "../../../cli/serve/declarations.ts";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { tools } from "../../../lib/tools.ts";

export const root = join(import.meta.dirname, "../../..");

export type TestCell = string | { kind: string; source: string; attributes?: Record<string, string> };

/** The shipped catalogue. */
export const shipped: readonly DatasetEntry[] = JSON.parse(
  readFileSync(join(root, "datasets/catalogue.json"), "utf8"),
).datasets;

let program: NotebookProgram | undefined;

/** One program for all tests of a file: reading the language's own libraries takes its time. */
export function openProgram(): NotebookProgram {
  if (program) return program;
  program = new NotebookProgram({
    files: collectFiles(root),
    tools: { en: toolDeclarations(tools, "en"), zh: toolDeclarations(tools, "zh") },
  });
  program.setCatalogue(shipped);
  return program;
}

/** The program with these cells, numbered from 1. */
export function withCells(cells: readonly TestCell[]): NotebookProgram {
  const notebook = openProgram();
  const changed = cells.map((cell, i): DocumentCell => {
    const { kind, source, attributes = {} } = typeof cell === "string" ? { kind: "js", source: cell } : cell;
    return { id: i + 1, kind, source, attributes };
  });
  notebook.update({ order: changed.map(({ id }) => id), changed });
  return notebook;
}

/** The cell and offset of a `|` in the cells, which is taken out. */
export function atCursor(cells: readonly TestCell[]) {
  let place = { cell: 0, offset: 0 };
  const clean = cells.map((cell, i): TestCell => {
    const source = typeof cell === "string" ? cell : cell.source;
    const offset = source.indexOf("‸");
    if (offset < 0) return cell;
    place = { cell: i + 1, offset };
    const text = source.replace("‸", "");
    return typeof cell === "string" ? text : { ...cell, source: text };
  });
  const notebook = withCells(clean);
  return { notebook, module: notebook.moduleOf(place.cell)!, offset: place.offset };
}
